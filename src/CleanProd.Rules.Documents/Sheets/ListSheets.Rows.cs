using CleanProd.Rules.Facts;
using CleanProd.Rules.Import;

namespace CleanProd.Rules.Documents.Sheets;

// The rows behind the list: evidence and findings.
internal sealed partial class ListSheets
{
    /// <summary>Findings shown in the workbook; the full list is findings.csv.</summary>
    private const int MostFindings = 1_000;

    private SheetTable Evidence()
    {
        var count = checked((int)list.Statistics.Total.EvidenceRows);
        return new(
            Say("证据", "Evidence"), Say("列入名单的证据", "Evidence behind the list"),
            Note(Say($"共 {count} 行，每行可以追溯到来源文件。", $"{count} rows, each leads back to its source file.")),
            [
                new(Say("企业名称", "Enterprise"), ColumnKind.Text, 26),
                new(Say("统一社会信用代码", "Identity"), ColumnKind.Code, 20),
                new(Say("规则", "Rule"), ColumnKind.Code, 22),
                new(Say("排放口", "Outlet"), ColumnKind.Code, 14),
                new(Say("污染物、物质或产品", "Pollutant"), ColumnKind.Text, 20),
                new(Say("时间", "At"), ColumnKind.Code, 18),
                new(Say("数值", "Value"), ColumnKind.Number, 12),
                new(Say("限值", "Limit"), ColumnKind.Number, 12),
                new(Say("单位", "Unit"), ColumnKind.Code, 8),
                new(Say("比值", "Ratio"), ColumnKind.Number, 8),
                new(Say("依据", "Basis"), ColumnKind.Text, 30),
                new(Say("文件", "File"), ColumnKind.Text, 22),
                new(Say("工作表", "Sheet"), ColumnKind.Code, 14),
                new(Say("行", "Row"), ColumnKind.Count, 8),
            ],
            count,
            () => list.Evidence.Select(r => new object?[]
            {
                r.Determination.Facility.Name, IdentityOf(r.Determination.Facility), RuleName(r.Rule), r.Evidence.OutletId,
                r.Evidence.Name ?? r.Evidence.Pollutant, r.Evidence.At,
                r.Evidence.Value is { Qualifier: ValueQualifier.Exact } exact ? exact.Number : r.Evidence.Value?.ToString(),
                r.Evidence.Limit, r.Evidence.Unit,
                r.Evidence.Ratio is { } ratio ? decimal.Round(ratio, 4, MidpointRounding.AwayFromZero) : null,
                r.Evidence.Basis, r.Evidence.Source.File, r.Evidence.Source.Sheet, r.Evidence.Source.Row,
            }))
        {
            Empty = Say("没有列入名单的企业，因此没有证据。", "Nobody is listed, so there is no evidence."),
            FrozenColumns = 1,
        };
    }

    private SheetTable FindingKinds(IReadOnlyList<Finding> findings)
    {
        var kinds = findings
            .GroupBy(f => (f.File, f.Code, f.Severity))
            .OrderByDescending(g => g.Key.Severity).ThenBy(g => g.Key.File, StringComparer.Ordinal).ThenBy(g => g.Key.Code, StringComparer.Ordinal)
            .ToArray();
        return new(
            Say("导入发现", "Findings"), Say("导入时发现的问题（按文件和种类汇总）", "Findings of the import, by file and kind"),
            Note(Say($"共 {findings.Count} 条。级别为“错误”的行没有采用。", $"{findings.Count} findings. Rows with an error were kept out.")),
            [
                new(Say("级别", "Severity"), ColumnKind.Code, 8),
                new(Say("文件", "File"), ColumnKind.Text, 30),
                new(Say("代码", "Code"), ColumnKind.Text, 30),
                new(Say("条数", "Count"), ColumnKind.Count, 10),
                new(Say("说明（举例）", "Message (an example)"), ColumnKind.Text, 60),
                new(Say("处理", "What to do"), ColumnKind.Text, 44),
            ],
            kinds.Length,
            () => kinds.Select(g => new object?[] { SeverityWord(g.Key.Severity), g.Key.File, g.Key.Code, g.Count(), g.First().Message, g.First().Action }))
        {
            Empty = Say("导入时没有发现问题。", "Nothing was found."),
            TabColor = SheetStyle.Slate,
        };
    }

    private SheetTable FirstFindings(IReadOnlyList<Finding> findings) => new(
        Say("导入发现明细", "Finding rows"), Say("导入时发现的问题（逐条）", "Findings of the import, one by one"),
        Note(findings.Count > MostFindings
            ? Say($"前 {MostFindings} 条，共 {findings.Count} 条；全部见 findings.csv。", $"The first {MostFindings} of {findings.Count}; all of them are in findings.csv.")
            : Say("与 findings.csv 相同。", "The same as findings.csv.")),
        [
            new(Say("文件", "File"), ColumnKind.Text, 26),
            new(Say("工作表", "Sheet"), ColumnKind.Code, 14),
            new(Say("行", "Row"), ColumnKind.Count, 8),
            new(Say("列", "Column"), ColumnKind.Code, 16),
            new(Say("值", "Value"), ColumnKind.Text, 24),
            new(Say("级别", "Severity"), ColumnKind.Code, 8),
            new(Say("代码", "Code"), ColumnKind.Text, 28),
            new(Say("说明", "Message"), ColumnKind.Text, 56),
            new(Say("处理", "What to do"), ColumnKind.Text, 40),
        ],
        Math.Min(findings.Count, MostFindings),
        () => findings.Take(MostFindings).Select(f => new object?[]
        {
            f.File, f.Sheet, f.Row == 0 ? null : f.Row, f.Column, f.Value, SeverityWord(f.Severity), f.Code, f.Message, f.Action,
        }))
    {
        TabColor = SheetStyle.Slate,
    };

    private string SeverityWord(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => Say("错误", "error"),
        FindingSeverity.Warning => Say("警告", "warning"),
        _ => Say("提示", "note"),
    };
}
