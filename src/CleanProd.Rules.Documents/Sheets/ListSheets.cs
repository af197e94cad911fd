using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Import;
using CleanProd.Rules.Lists;

namespace CleanProd.Rules.Documents.Sheets;

/// <summary>The table sheets of a candidate list, in the order of the workbook.</summary>
internal sealed partial class ListSheets(CandidateList list, DocumentLanguage language)
{
    private bool Chinese => language == DocumentLanguage.Chinese;

    /// <summary>One of two words.</summary>
    internal string Say(string zh, string en) => Chinese ? zh : en;

    internal string Say(Wording text) => text.In(language);

    /// <summary>The line under every title: year, date, law, standing.</summary>
    internal string Note(string tail)
    {
        var heading = list.Heading;
        var law = Say(heading.Instrument);
        var parts = new[]
        {
            Say($"筛查年度：{heading.Year}", $"Screened year: {heading.Year}"),
            Say($"判定日期：{Day(heading.AsOf)}", $"Determined as of: {Day(heading.AsOf)}"),
            law.Length == 0 ? "" : Say($"依据：{law}", $"Under: {law}"),
            tail,
        };
        return string.Join(Say("　", "   "), parts.Where(p => p.Length > 0));
    }

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private SheetTable Class(ClassList @class) => new(
        Say(@class.Class.Name), Say(@class.Class.Title),
        Note(Say($"本类企业 {@class.Entries.Count} 家。拟稿，未经批准公布。", $"{@class.Entries.Count} in this class. Draft, not approved for publication.")),
        [
            new(Say("序号", "No."), ColumnKind.Count, 6),
            new(Say("地市", "City"), ColumnKind.Code, 9),
            new(Say("区县", "County"), ColumnKind.Code, 9),
            new(Say("企业名称", "Enterprise"), ColumnKind.Text, 20),
            new(Say("统一社会信用代码", "Identity"), ColumnKind.Code, 19),
            new(Say("地址", "Address"), ColumnKind.Text, 16),
            new(Say("行业", "Industry"), ColumnKind.Text, 13),
            new(Say("强制原因", "Why an audit is mandatory"), ColumnKind.Text, 28),
            new(Say("事实依据", "Facts"), ColumnKind.Text, 48),
            new(Say("牵头部门", "Lead department"), ColumnKind.Text, 12),
            new(Say("备注", "Remarks"), ColumnKind.Text, 14),
        ],
        @class.Entries.Count,
        () => @class.Entries.Select((e, i) => new object?[]
        {
            i + 1, e.Place.City, e.Place.County, e.Determination.Facility.Name, IdentityOf(e.Determination.Facility),
            e.Determination.Facility.Address, list.IndustryName(e.Determination.Facility), Say(e.ReasonText), Say(e.FactText),
            Say(list.Heading.MakersOf(@class.Grounds)), Say(e.Remark),
        }))
    {
        Empty = Say("本次筛查没有列入本类的企业。", "No enterprise is listed in this class."),
        FrozenColumns = 4,
        TabColor = SheetStyle.BrickRed,
    };

    private static string IdentityOf(FacilityRecord facility) => facility.CreditCode ?? facility.Id.Value;

    /// <summary>All table sheets.</summary>
    internal IEnumerable<SheetTable> All(IReadOnlyList<Finding> findings)
    {
        foreach (var @class in list.Classes) yield return Class(@class);
        yield return Undetermined();
        if (list.Errors.Count > 0) yield return Errors();
        yield return Near();
        foreach (var part in Evidence().Parts()) yield return part;
        yield return FindingKinds(findings);
        if (findings.Count > 0) yield return FirstFindings(findings);
    }

    /// <summary>Outcome for people.</summary>
    private string Word(Outcome outcome) => Say(outcome.Chinese(), outcome.Word().Replace('_', ' '));
}
