using System.Globalization;
using System.Text;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import;

/// <summary><c>docs/data-format.md</c>, made from the tables themselves; a test fails when the file is stale.</summary>
public static class DataFormatReference
{
    private const string Introduction = """
        # 数据格式 · The data format

        *Made from the code by `cleanprod rules data-format`; do not edit by hand. 由程序生成，请勿手工修改。*

        一套数据是一个文件夹，内有 CSV 文件和（或）工作簿；文件名或工作表名即表名，中英文均可，列序不限。编码自动识别：UTF-8（有无 BOM 均可）、GB18030、UTF-16。
        A data set is a folder of CSV files and workbooks; a file or sheet is named after its table, in English or Chinese; columns stand in any order.

        - 日期写作 `2024-03-05`，时间写作 `2024-03-05 13:00`；其他写法用列对照的 `date_format`。Dates are ISO; other orders need a column map.
        - 数值可带千分位；监测值可写 `<0.02`、`0.02L`、`>800`、`ND`、`未检出`。空白是“未知”，从不当作 0。Blank is unknown, never zero.
        - 完全重复的行只计一次；同一事项内容不同的行全部不采用，并逐行列出。Exact duplicates count once; contradictory rows are all kept out and listed.
        - `facility_id` 为18位统一社会信用代码时核对 GB 32100 校验码（不符为提醒，不拒绝）；其他字符串按外部标识接受。
        - 不认识的列会列出，不会丢失。Unknown columns are reported.
        - 同一企业的行对行政区划、行业、环评批复日期、重点排污单位或运行状态说法不一的，各行均不采用；名称写法不同只是提醒。Rows about one facility
          that disagree on region, industry, approval, key source or status are all kept out; another spelling of a name is a warning.
        - 两列表头指同一项的表不读取。下限大于上限的行不采用。Excel 错误值（`#N/A` 等）按未知处理并列出。A table with two headings for one column is not
          read; a row with a lower limit above the upper one is kept out; an Excel error is unknown, and reported.
        - 文件须在同一文件夹内：子文件夹和其他文件不读取，逐一列出。Files lie side by side: folders and other files are not read, and named.
        - `accepted-findings.csv`（file, sheet, row, code, accepted_by, accepted_on, reason，可另加 value）列明已查看并认可的错误行；行仍不采用，但不再要求处理。写明
          value 的，单元格内容改变后认可即失效。Errors named there were looked at and accepted: the rows stay out, the exit code no longer asks for
          attention. With a column `value` the acceptance ends when the cell says something else.

        别人的文件不必改写：见 [列对照](column-maps.md)。Somebody else's file is read as it is through a [column map](column-maps.md).

        """;

    private const string Logs = """

        ## HJ 212 报文日志 · Logs of HJ 212 frames

        数据集中的文本文件（`.txt`、`.log`、`.dat`、`.hj212`、`.212`）若含 HJ 212 报文（2005 版或 2017 版），按报文读取；帧前后的时间、地址等文字跳过。
        同一数据集须有 `devices` 表，说明每台数采仪（MN）在哪个排放口。A text file that holds frames of HJ 212 is read as a log; the table `devices`
        says at which outlet each data logger stands.

        - 一帧即一行：长度或校验码（附录 A）不符的整帧不采用，并给出计算值。A frame is a row: with a wrong length or check sum it is kept out whole,
          and the finding gives the computed one.
        - 小时（2061）、日（2031）数据按上报值采用；只上报分钟数据（2051）的，有效数据满 45 分钟才形成小时均值，废水按流量加权，pH 不平均。
          Hours and days are taken as sent; out of minutes an hour is made with 45 valid ones, weighed by flow for water; pH is never averaged.
        - 实时数据（2011）只在该设备不上报任何均值时采用。Readings as they run are taken only of a device that sends no means.
        - 报文中有含氧量（a19001）时采用实测值，按标准的基准含氧量折算；没有时采用设备的折算值（Zs）。单位按 HJ 212 附录 B（如汞、镉、铅为 μg/L）。
          With the oxygen in the frame the measured value is taken and converted as the standard asks; else the device's own conversion. Units are
          those of annex B.

        """;

    /// <summary>The reference as Markdown.</summary>
    public static string Markdown()
    {
        var text = new StringBuilder(Introduction);
        foreach (var table in FactTables.All.Append(FactTables.Devices))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## `{table.Name}` {string.Join('、', table.Chinese)}\n\n| column | 中文表头 | required 必需 | holds 内容 |\n|---|---|---|---|\n");
            foreach (var column in table.Columns)
                text.Append(CultureInfo.InvariantCulture, $"| `{column.Name}` | {string.Join('、', column.Chinese)} | {(column.Required ? column.MayBeBlank ? "列必需，可空白" : "是" : "")} | {Holds(column)} |\n");
        }

        return text.Append(Logs).ToString();
    }

    private static string Holds(FactColumn column) => column.Kind switch
    {
        ColumnKind.Identity => "标识 identity",
        ColumnKind.Pollutant => "污染物代码、名称或别名 code, name or alias",
        ColumnKind.Number => "数值 number",
        ColumnKind.MeasuredValue => "监测值 number, `<x`, `>x`, `ND`",
        ColumnKind.Count => "整数 whole number",
        ColumnKind.Year => "年份 year",
        ColumnKind.Date => "日期 `2024-03-05`",
        ColumnKind.Moment => "日期或时间 `2024-03-05 13:00`",
        ColumnKind.YesNo => "是/否 yes/no",
        ColumnKind.Word => string.Join('、', ColumnWords.Of(column).Select(w => w.Zh == w.En ? $"`{w.En}`" : $"{w.Zh} `{w.En}`")),
        ColumnKind.Unit => "单位 unit",
        _ => "文字 text",
    };
}
