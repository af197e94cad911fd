using CleanProd.Rules.Storage.People;

namespace CleanProd.Rules.Browser.Visits;

/// <summary>An enterprise's own pages: of one that objected, of one whose audit was accepted, of one that nobody listed.</summary>
internal sealed class MineVisits : IVisits
{
    public async Task<IReadOnlyList<Visit>> OfAsync(Province province)
    {
        var lists = await Lists.OfAsync(province);
        return
        [
            new("mine", "/mine", Role.Enterprise, lists.Objector), new("mine-notices", "/mine?tab=notices", Role.Enterprise, lists.Objector),
            new("mine-objections", "/mine?tab=objections", Role.Enterprise, lists.Objector), new("mine-progress", "/mine?tab=progress", Role.Enterprise, lists.Objector),
            new("mine-history", "/mine?tab=history", Role.Enterprise, lists.Objector), new("mine-accepted", "/mine", Role.Enterprise, lists.Facility),
        ];
    }
}
