using CleanProd.Rules.Storage.People;

namespace CleanProd.Rules.Browser.Visits;

/// <summary>Cases: board, calendar, table, one that was accepted, one with an order, objections, reminders.</summary>
internal sealed class CasesVisits : IVisits
{
    public async Task<IReadOnlyList<Visit>> OfAsync(Province province)
    {
        var lists = await Lists.OfAsync(province);
        return
        [
            new("cases", "/cases", Role.Officer), new("cases-calendar", "/cases?tab=calendar&month=2025-04", Role.Officer), new("cases-all", "/cases?tab=all", Role.Officer),
            new("case-accepted", $"/cases/{lists.Accepted}", Role.Officer), new("case-ordered", $"/cases/{lists.Ordered}", Role.Officer), new("objections", "/cases/objections", Role.Officer),
            new("objection", $"/cases/objections/{lists.Objection}", Role.Officer), new("reminders", "/cases/reminders", Role.Officer),
        ];
    }
}
