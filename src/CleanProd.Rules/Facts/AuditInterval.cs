namespace CleanProd.Rules.Facts;

/// <summary>How often the audits of a sector are repeated at least (环发〔2010〕54号).</summary>
/// <param name="Sector">The sector as the document names it.</param>
/// <param name="IndustryPrefix">Beginning of the industry codes it is read as; null for every other sector.</param>
/// <param name="Years">A round every so many years.</param>
/// <param name="From">First day in force.</param>
/// <param name="To">Last day in force; null while it is.</param>
/// <param name="Clause">Where it stands.</param>
/// <param name="Basis"><c>sourced</c> or <c>recalled</c>: the interval.</param>
/// <param name="CodeBasis"><c>sourced</c> or <c>derived</c>: the reading of the sector as industry codes.</param>
public sealed record AuditInterval(string Sector, string? IndustryPrefix, int Years, DateOnly From, DateOnly? To, string Clause, string Basis, string CodeBasis)
{
    internal static readonly string[] Columns = ["sector", "industry_prefix", "years", "from", "to", "clause", "basis", "code_basis", "source", "note"];

    internal static List<AuditInterval> Read(List<ReferenceRow> rows)
    {
        var seen = new HashSet<(string, DateOnly)>();
        var intervals = new List<AuditInterval>(rows.Count);
        foreach (var row in rows)
        {
            var from = row.Date("from");
            row.Once(seen, (row.Text("industry_prefix"), from), "industry_prefix");
            intervals.Add(new AuditInterval(
                row.Required("sector"), row.Optional("industry_prefix"), row.Word("years", "2", "3", "5") switch { "2" => 2, "3" => 3, _ => 5 },
                from, row.EndDate("to", from), row.Required("clause"), row.Word("basis", "sourced", "recalled"), row.Word("code_basis", "sourced", "derived")));
        }

        return intervals;
    }
}
