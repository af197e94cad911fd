using CleanProd.Rules.Storage.People;

namespace CleanProd.Rules.Browser.Visits;

/// <summary>Statistics, the audit trail, and what everybody may read of published lists.</summary>
internal sealed class RecordVisits : IVisits
{
    public async Task<IReadOnlyList<Visit>> OfAsync(Province province)
    {
        var lists = await Lists.OfAsync(province);
        return
        [
            new("statistics", "/statistics?year=2025", Role.Officer), new("statistics-none", "/statistics?year=2020", Role.Officer), new("audit", "/audit", Role.Approver),
            new("audit-access", "/audit?tab=access", Role.Approver), new("public-lists", "/public/lists", null), new("public-list", $"/public/lists/{lists.Publication}", null),
            new("public-law", "/public/law", null), new("public-hit", $"/?q={lists.Facility}", null),
        ];
    }
}
