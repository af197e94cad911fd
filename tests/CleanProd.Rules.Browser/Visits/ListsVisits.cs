using CleanProd.Rules.Storage.People;

namespace CleanProd.Rules.Browser.Visits;

/// <summary>Lists: all of them, one under review as officer, approver and co-signer see it, one that is published, an entry.</summary>
internal sealed class ListsVisits : IVisits
{
    public async Task<IReadOnlyList<Visit>> OfAsync(Province province)
    {
        var lists = await Lists.OfAsync(province);
        return
        [
            new("lists", "/lists", Role.Officer), new("lists-cosigner", "/lists", Role.Cosigner), new("list-review", $"/lists/{lists.UnderReview}", Role.Officer),
            new("list-approver", $"/lists/{lists.UnderReview}?waiting=true", Role.Approver), new("list-cosigner", $"/lists/{lists.UnderReview}?class=energy", Role.Cosigner),
            new("list-published", $"/lists/{lists.Published}", Role.Officer), new("list-entry", $"/lists/{lists.UnderReview}/entries/1", Role.Officer),
        ];
    }
}
