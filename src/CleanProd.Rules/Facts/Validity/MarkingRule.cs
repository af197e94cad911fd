namespace CleanProd.Rules.Facts.Validity;

/// <summary>Automatic data of a sector that is marked invalid is no basis for judging (污染物排放自动监测设备标记规则): one row of <c>marking_rules.csv</c>.</summary>
/// <param name="Sector">The sector as the rule names it.</param>
/// <param name="IndustryPrefix">Beginning of the industry codes it is read as.</param>
/// <param name="Flags">HJ 212 flags that mark invalid.</param>
/// <param name="From">First day the rule is in force for the sector.</param>
/// <param name="To">Last day; null while it is.</param>
/// <param name="Clause">Where it stands.</param>
public sealed record MarkingRule(string Sector, string IndustryPrefix, string Flags, DateOnly From, DateOnly? To, string Clause)
{
    internal static readonly string[] Columns = ["sector", "industry_prefix", "flags", "from", "to", "clause", "code_basis", "basis", "source"];

    /// <summary>Whether it speaks of a value of that industry, day and flag.</summary>
    public bool Covers(string? industry, DateOnly day, char flag) =>
        IsOf(industry) && day >= From && !(day > To) && Flags.Contains(flag, StringComparison.Ordinal);

    /// <summary>Whether it speaks of an industry at all.</summary>
    internal bool IsOf(string? industry) => industry is not null && industry.StartsWith(IndustryPrefix, StringComparison.Ordinal);

    internal static List<MarkingRule> Read(List<ReferenceRow> rows)
    {
        var seen = new HashSet<(string, DateOnly)>();
        var rules = new List<MarkingRule>(rows.Count);
        foreach (var row in rows)
        {
            var from = row.Date("from");
            row.Once(seen, (row.Required("industry_prefix"), from), "industry_prefix");
            var flags = row.Required("flags").Replace("|", "", StringComparison.Ordinal);
            if (!flags.All(f => FlagReading.IsKnown(f))) throw row.Fault("flags", "letters of HJ 212-2017 table 8");
            row.Word("code_basis", "sourced", "derived");
            row.Word("basis", "sourced", "recalled");
            rules.Add(new MarkingRule(row.Required("sector"), row.Text("industry_prefix"), flags, from, row.EndDate("to", from), row.Required("clause")));
        }

        return rules;
    }
}
