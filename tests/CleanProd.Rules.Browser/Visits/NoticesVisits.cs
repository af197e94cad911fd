using CleanProd.Rules.Storage.People;

namespace CleanProd.Rules.Browser.Visits;

/// <summary>Notices: all, of a list, a batch, one that is served, the preview of another.</summary>
internal sealed class NoticesVisits : IVisits
{
    public async Task<IReadOnlyList<Visit>> OfAsync(Province province)
    {
        var lists = await Lists.OfAsync(province);
        return
        [
            new("notices", "/notices", Role.Approver), new("notices-list", $"/notices?list={lists.Published}", Role.Officer), new("notice-batch", $"/notices/batches/{lists.Batch}", Role.Officer),
            new("notice", $"/notices/{lists.Served}", Role.Officer), new("notice-preview", $"/notices/preview/{lists.Published}?organ={lists.Organ}&facility={lists.Facility}", Role.Officer),
        ];
    }
}
