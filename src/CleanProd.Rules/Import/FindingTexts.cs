using System.Globalization;
using CleanProd.Rules.Facts;
using static CleanProd.Rules.Import.FindingSeverity;

namespace CleanProd.Rules.Import;

/// <summary>What each kind of finding says, in Chinese and English: the one place where the texts stand.</summary>
public static class FindingTexts
{
    private sealed record Text(FindingSeverity Severity, string Zh, string ZhAction, string En, string EnAction);

    // {0}, {1} … are the finding's arguments.
    private static readonly Dictionary<string, Text> Texts = new(StringComparer.Ordinal)
    {
        ["broken_quote"] = new(Error, "引号没有正确闭合，本行无法读取；其后各行照常读取。", "检查本行的英文双引号：应成对出现，字段内的引号应写成两个。", "A quotation mark is not closed properly; this row cannot be read, the rows after it are.", "Check the double quotes of this row: they come in pairs, and one inside a field is doubled."),
        ["too_many_cells"] = new(Error, "本行有 {0} 个单元格，表头只有 {1} 列，数据错位。", "字段内含有分隔符时，应以英文双引号括起。", "The row has {0} cells but the heading only {1} columns: the cells are out of place.", "Put a field that holds a separator in double quotes."),
        ["missing_column"] = new(Error, "缺少必需的列“{0}”，本表未读取。", "补上这一列（可用的表头：{1}）。", "The required column '{0}' is missing; the table was not read.", "Add the column (accepted headings: {1})."),
        ["blank_required"] = new(Error, "必需的列“{0}”为空。", "填写后重新导入。", "The required column '{0}' is blank.", "Fill it in and import again."),
        ["identity_placeholder"] = new(Error, "“{0}”不是企业标识，只是占位符。", "填写统一社会信用代码或其他唯一标识。", "'{0}' is a placeholder, not the identity of a facility.", "Give the unified social credit code or another unique identity."),
        ["not_a_number"] = new(Error, "“{0}”不是数字。", "应为如 12.5 的数字；未知时留空。", "'{0}' is not a number.", "Write a number such as 12.5; leave it blank when unknown."),
        ["number_too_large"] = new(Error, "“{0}”位数过多，无法精确表示。", "数字最多 28 位有效数字；检查是否误填。", "'{0}' has too many digits to be kept exactly.", "Use at most 28 digits; check for a slip."),
        ["not_a_count"] = new(Error, "“{0}”不是非负整数。", "应为如 0、1、2 的整数。", "'{0}' is not a whole number.", "Write a whole number such as 0, 1, 2."),
        ["limits_reversed"] = new(Error, "下限 {0} 大于上限 {1}。", "核对两个限值是否填反。", "The lower limit {0} is above the upper limit {1}.", "Check whether the two are exchanged."),
        ["cell_error"] = new(Warning, "单元格为 Excel 错误值“{0}”，按未知处理。", "在 Excel 中改正公式，或填写数值后重新导入；确实未知的留空。", "The cell holds the Excel error '{0}': what it should say is unknown, and it was read as that.", "Mend the formula in Excel or write the value and import again; leave blank what is not known."),
        ["duplicate_column"] = new(Error, "表头“{0}”与另一列指同一项（{1}），无法判断以哪一列为准，本表未读取。", "只保留一列，或改正表头。", "The heading '{0}' names the same column as another ({1}): which one holds is unknown, and the table was not read.", "Keep one of them, or correct the heading."),
        ["negative_value"] = new(Error, "“{0}”为负值，此列不可能为负。", "更正数值；仪器零点漂移造成的负值应按规定标记为无效。", "'{0}' is negative, which this column cannot be.", "Correct it; a negative reading from zero drift has to be flagged as invalid."),
        ["not_a_date"] = new(Error, "“{0}”不是所要求格式的日期（{1}）或日期不存在。", "改写为该格式；其他顺序的日期用列映射的 date_format 说明。", "'{0}' is not a date in the expected form ({1}), or there is no such day.", "Rewrite it in that form; say another order of day and month with date_format in a column map."),
        ["not_a_year"] = new(Error, "“{0}”不是四位年份。", "应为如 2024。", "'{0}' is not a year of four digits.", "Write it like 2024."),
        ["not_a_word"] = new(Error, "“{0}”不是此列可用的词（{1}）。", "改用列出的词之一。", "'{0}' is not a word of this column ({1}).", "Use one of the words listed."),
        ["word_unknown"] = new(Warning, "“{0}”不是此列可用的词（{1}），按未说明处理。", "改用列出的词之一。", "'{0}' is not a word of this column ({1}); it is read as not stated.", "Use one of the words listed."),
        ["unit_refused"] = new(Error, "单位“{0}”无法识别，不能换算。", "改用 kg、t、g、lb、m3、kWh 等可识别的单位。", "The unit '{0}' is not known and cannot be converted.", "Use a known unit such as kg, t, g, lb, m3, kWh."),
        ["unit_mismatch"] = new(Error, "单位“{0}”不能与“{1}”换算，两者无法比较，本行未采用。", "更正单位；两者须为同类量（如 mg/L 与 ug/L，t 与 kg）。", "The unit '{0}' does not convert to '{1}'; the two cannot be compared, so the row was kept out.", "Correct the unit: both must measure the same thing (mg/L and ug/L, t and kg)."),
        ["unit_unknown"] = new(Warning, "单位“{0}”无法识别，只能与同样写法的单位比较。", "改用 mg/L、mg/m3 等可识别的单位。", "The unit '{0}' is not known; it compares only with itself.", "Use a known unit such as mg/L or mg/m3."),
        ["period_reversed"] = new(Error, "终止日期 {1} 早于起始日期 {0}。", "更正日期。", "The last day {1} is before the first day {0}.", "Correct the dates."),
        ["contradiction"] = new(Error, "与 {0} 是同一事项但内容不同，两者均未采用。", "查明哪一条正确，只保留一条；若是不同的报告，用 record 列区分。", "It is about the same thing as {0} but says something else; neither was taken.", "Find out which is right and keep one; if they are separate reports, tell them apart in the column record."),
        ["outside_region"] = new(Error, "企业“{0}”不在本次导入的范围（{1}）内，其 {2} 行未采用。", "由该企业所在地的主管部门导入；区划填写有误时请更正。", "Facility '{0}' lies outside the reach of this import ({1}); {2} of its rows were kept out.", "Let the authority of its own region import it, or correct the region."),
        ["duplicate_row"] = new(Note, "与 {0} 完全重复，只计一次。", "无需处理；可从来源中删除。", "It repeats {0} exactly and counts once.", "Nothing to do; it may be deleted at the source."),
        ["hj212_broken"] = new(Error, "报文不完整：没有以“&&”和四位校验码结束。", "检查日志是否被截断；请设备补发。", "The frame is not whole: it does not end with '&&' and a check sum of four digits.", "See whether the log was cut; have the device send it again."),
        ["hj212_length"] = new(Error, "报文标称数据段长 {0}，实际 {1}，整帧未采用。", "检查传输；请设备补发。", "The frame states a segment of {0} bytes and has {1}; it was kept out whole.", "Check the line; have the device send it again."),
        ["hj212_crc"] = new(Error, "报文校验码为 {0}，按 HJ 212 附录 A 计算应为 {1}，整帧未采用。", "检查传输；请设备补发。", "The frame bears the check sum {0}; by HJ 212 annex A it is {1}. It was kept out whole.", "Check the line; have the device send it again."),
        ["hj212_crc_modbus"] = new(Error, "报文校验码 {0} 是 Modbus 算法的结果，按 HJ 212 附录 A 应为 {1}，整帧未采用。", "请厂家更正设备；核实后可在 devices（数采仪）表中将该设备的 crc 填为 modbus。", "The check sum {0} is Modbus's; by HJ 212 annex A it is {1}. The frame was kept out whole.", "Have the maker mend the device; once verified, write modbus in the column crc of the table devices."),
        ["hj212_time"] = new(Error, "报文的 DataTime“{0}”不是 14 位时间，整帧未采用。", "请设备更正后补发。", "The frame's DataTime '{0}' is no time of 14 digits; it was kept out whole.", "Have the device mend it and send it again."),
        ["hj212_device_unknown"] = new(Error, "数采仪“{0}”不在 devices（数采仪）表中，不知属于哪个排放口，其 {1} 帧未采用。", "在 devices 表中补上 mn、facility_id、outlet_id。", "The data logger '{0}' is not in the table devices, so that its outlet is not known; {1} frames of it were kept out.", "Add it to the table devices: mn, facility_id, outlet_id."),
        ["hj212_factor_unknown"] = new(Warning, "因子编码“{0}”既非 2017 版也非 2005 版编码，{1} 帧中的该因子未采用。", "请设备改用 HJ 212 附录 B 的编码。", "The factor '{0}' is a code of neither edition; it was left out of {1} frames.", "Have the device use the codes of HJ 212 annex B."),
        ["hj212_no_value"] = new(Warning, "因子“{0}”没有均值或实时值，{1} 帧中的该因子未采用。", "请设备上报 -Avg 或 -Rtd。", "The factor '{0}' has neither a mean nor a running value; it was left out of {1} frames.", "Have the device send -Avg or -Rtd."),
        ["hj212_parameter"] = new(Note, "烟气参数“{0}”（{1} 帧）不作为监测值读取。", "无需处理。", "The parameter of the gas '{0}' ({1} frames) is not read as a measured value.", "Nothing to do."),
        ["hj212_commands"] = new(Note, "命令“{0}”的 {1} 帧不是监测数据，已核对校验码，未读取。", "无需处理。", "{1} frames of command '{0}' hold no measured data; their check sums were verified.", "Nothing to do."),
        ["hj212_running"] = new(Note, "数采仪“{0}”上报了均值，其 {1} 帧实时数据已核对校验码，不另作监测值。", "无需处理；原始文件完整保存。", "The data logger '{0}' sends means; {1} frames of its readings as they run were verified and not taken besides.", "Nothing to do; the file is kept whole."),
        ["hj212_converted"] = new(Note, "因子“{0}”有折算值而报文中没有含氧量，{1} 帧采用设备的折算值。", "请设备同时上报含氧量（a19001）。", "The factor '{0}' comes with converted values and without the oxygen: the device's own conversion was taken in {1} frames.", "Have the device send the oxygen (a19001) as well."),
        ["hj212_hour_made"] = new(Note, "数采仪“{0}”未上报小时数据，由分钟数据计算 {1} 个小时均值。", "无需处理。", "The data logger '{0}' did not send its hours: {1} hourly means were computed from its minutes.", "Nothing to do."),
        ["hj212_hour_short"] = new(Warning, "数采仪“{0}”有 {1} 个小时的有效数据不足 45 分钟，或为不计算均值的 pH，未形成小时均值。", "按规定补充手工监测数据。", "For {1} hours the data logger '{0}' has less than 45 minutes of valid data, or pH, which has no mean: no hourly mean was made.", "Add manual data where the rules ask for them."),
        ["facility_differs"] = new(Warning, "企业“{0}”的内容与 {1} 不一致，采用后者。", "核对企业信息，使各行一致。", "Facility '{0}' is described differently at {1}, which was taken.", "Make the rows about the facility agree."),
        ["facility_unknown"] = new(Warning, "企业“{0}”不在企业表中，仅以其标识建立。", "在 facilities（企业）表中补上这家企业。", "Facility '{0}' is not in the table facilities; it was made from its identity alone.", "Add it to the table facilities."),
        ["credit_code_check_digit"] = new(Warning, "统一社会信用代码“{0}”校验码不符（{1}）。", "与营业执照核对；2015 年试点发放的代码可能确实不符，核实后可保留。", "The credit code '{0}' fails its check character ({1}).", "Compare it with the business licence; codes of the 2015 pilots may really fail: keep it once verified."),
        ["credit_code_form"] = new(Warning, "“{0}”不是 18 位统一社会信用代码的形式。", "应为 18 位数字和大写字母（不含 I、O、S、V、Z）。", "'{0}' does not have the form of an 18-character credit code.", "It has 18 digits and capitals, without I, O, S, V, Z."),
        ["credit_code_placeholder"] = new(Warning, "统一社会信用代码只填了占位符“{0}”，按未填处理。", "补填代码。", "The credit code is only the placeholder '{0}'; it is read as blank.", "Fill in the code."),
        ["credit_code_cleaned"] = new(Note, "统一社会信用代码已去除多余字符，读作“{0}”。", "在来源中更正。", "Stray characters were taken off the credit code; it is read as '{0}'.", "Correct it at the source."),
        ["credit_code_shared"] = new(Warning, "统一社会信用代码“{0}”被多家企业使用：{1}。", "核实是否同一法人的不同厂区，或填写有误。", "The credit code '{0}' is used by several facilities: {1}.", "Find out whether they are sites of one legal person or a mistake."),
        ["outer_space"] = new(Note, "标识前后有空格或不可见字符，已去除，读作“{0}”。", "在来源中更正。", "Spaces or invisible characters around the identity were taken off; it is read as '{0}'.", "Correct it at the source."),
        ["identity_normalised"] = new(Note, "企业标识按统一社会信用代码规范为“{0}”。", "在来源中改用半角大写。", "The identity was written as the credit code '{0}'.", "Use half-width capitals at the source."),
        ["limit_zero"] = new(Warning, "限值上限为 0，按未提供限值处理；以 0 为限值统计的超标次数不采用。", "补填真实限值；确无限值时留空。", "An upper limit of 0 is read as no limit; a count of exceedances of it is not used.", "Give the real limit; leave it blank when there is none."),
        ["value_missing"] = new(Warning, "“{0}”为空，按未知处理，不当作 0。", "补填数值；确为零时填 0。", "'{0}' is blank; it is read as unknown, not as 0.", "Fill it in; write 0 when it is zero."),
        ["zero_missing"] = new(Warning, "“{0}”为 0，按列映射作缺失处理。", "补填真实数值。", "'{0}' is 0, which the column map reads as missing.", "Fill in the real number."),
        ["value_unknown"] = new(Warning, "此值不采用，按未知处理：{0}", "如有可用的数据，请另行补报。", "The value is not used and counts as unknown: {1}", "Report usable data if there is any."),
        ["unknown_column"] = new(Note, "列“{0}”不认识，未读取。", "如需使用，改用约定的表头；否则可忽略。", "The column '{0}' is not known and was not read.", "Use an agreed heading if it is needed; otherwise nothing to do."),
        ["columns_not_mapped"] = new(Note, "有 {0} 列未被列映射使用，未读取：{1}", "如需使用，在列映射中补充。", "{0} columns are not used by the column map and were not read: {1}", "Add them to the column map if they are needed."),
        ["column_ambiguous"] = new(Warning, "列“{0}”有多个表头符合（{1}），采用第一个。", "删除多余的列，或在列映射中写得更具体。", "Several headings fit the column '{0}' ({1}); the first was taken.", "Delete the surplus column or make the column map more specific."),
        ["region_unknown"] = new(Note, "行政区划“{0}”不在区划表中，按原文保留。", "改用 GB/T 2260 代码或规范名称。", "The region '{0}' is not in the register and is kept as written.", "Use the GB/T 2260 code or the proper name."),
        ["industry_unknown"] = new(Note, "行业“{0}”不在行业分类表中，按原文保留。", "改用 GB/T 4754-2017 代码或规范名称。", "The industry '{0}' is not in the register and is kept as written.", "Use the GB/T 4754-2017 code or the proper name."),
        ["pollutant_unknown"] = new(Note, "污染物“{0}”不在污染物表中，按原文保留。", "改用 HJ 524/525 代码或规范名称。", "The pollutant '{0}' is not in the register and is kept as written.", "Use the HJ 524/525 code or the proper name."),
        ["rows_left_out"] = new(Note, "按列映射的条件，{0} 行未用于 {1}。", "无需处理。", "{0} rows gave nothing to {1} because of the column map's conditions.", "Nothing to do."),
        ["no_match"] = new(Note, "“{0}”中没有所需内容（{1}），按空处理。", "如应有数值，更正来源。", "'{0}' does not hold what is looked for ({1}); it is read as blank.", "Correct the source if there should be a value."),
        ["not_translated"] = new(Error, "“{0}”不在列映射的对照表中。", "更正此值，或在列映射的对照表中补充。", "'{0}' is not in the column map's translation table.", "Correct it, or add it to the table of the column map."),
        ["fraction_to_percent"] = new(Note, "本表此列最大值为 {0}，按比例（0–1）理解，已乘以 100。", "无需处理。", "The largest number of the column on this sheet is {0}: it holds fractions, which were multiplied by 100.", "Nothing to do."),
        ["total_differs"] = new(Warning, "申报排放量 {0} 与按监测数据（浓度×流量）核算的 {1} 不一致（{2}）。", "核对流量、缺失时段和核算方法，更正其中错误的一项；采用哪一项见判定依据。", "The reported {0} is not the {1} that concentrations and volumes give ({2}).", "Check volumes, gaps and method and correct the wrong one; the evidence says which was taken."),
        ["blank"] = new(Note, "“{0}”为空。", "请补填。", "'{0}' is blank.", "Fill it in."),
        ["flag_disagrees"] = new(Warning, "来源标记为“{0}”，而 {1} 中的记录为“{2}”；以记录为准，标记不采用。", "查明来源标记的依据。", "The source's own flag says '{0}' but the rows of {1} say '{2}'; the rows count, the flag is not used.", "Find out what the flag rests on."),
        ["header_not_found"] = new(Warning, "没有找到列映射所说的表头（{0}），未读取。", "如此表应读取，检查表头。", "The headings that the column map looks for ({0}) were not found; nothing was read.", "Check the headings if this sheet should be read."),
        ["file_ignored"] = new(Note, "文件不是约定的表，未读取。", "如需读取，按约定的表名命名（如 facilities.csv 或 企业.csv）。", "The file is none of the agreed tables and was not read.", "Name it after a table (such as facilities.csv) if it should be."),
        ["folder_ignored"] = new(Note, "子文件夹未读取：一套数据的文件都在同一文件夹内。", "如其中有数据，移到上一层，或单独导入。", "The folder was not read: the files of a data set lie side by side.", "Move what is data one level up, or import the folder by itself."),
        ["sheet_ignored"] = new(Note, "工作表不是约定的表，未读取。", "如需读取，按约定的表名命名（如 facilities 或 企业）。", "The sheet is none of the agreed tables and was not read.", "Name it after a table (such as facilities) if it should be."),
        ["table_empty"] = new(Warning, "表中没有数据行。", "如应有数据，检查文件是否完整。", "The table holds no rows.", "Check that the file is complete if it should."),
    };

    /// <summary>Codes of all kinds of findings, in ordinal order.</summary>
    public static IEnumerable<string> Codes => Texts.Keys.Order(StringComparer.Ordinal);

    /// <summary>Message and action of a finding in <c>zh-CN</c> or <c>en</c>.</summary>
    public static (string Message, string Action) In(Finding finding, string language)
    {
        if (!language.StartsWith("en", StringComparison.OrdinalIgnoreCase)) return (finding.Message, finding.Action);
        var text = Texts[finding.Code];
        return (Fill(text.En, finding.Arguments), Fill(text.EnAction, finding.Arguments));
    }

    internal static Finding Make(string code, SourceRef source, string? column, string? value, params string[] arguments)
    {
        var text = Texts[code];
        return new Finding(
            source.File, source.Sheet, source.Row, column, value, text.Severity, code, Fill(text.Zh, arguments), Fill(text.ZhAction, arguments))
        {
            Arguments = arguments,
        };
    }

    private static string Fill(string text, IReadOnlyList<string> arguments) =>
        arguments.Count == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, [.. arguments]);
}
