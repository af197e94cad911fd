using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Cases;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Notices;
using CleanProd.Rules.Storage.Lists;
using CleanProd.Rules.Storage.Screenings;

namespace CleanProd.Rules.Host.Notices;

/// <summary>Notices follow from publications as they were signed, with addresses as they stood in the screening behind them.</summary>
internal sealed class NoticeSource(PublicationStore publications, ScreeningStore screenings, DutyLaws laws) : IPublishedEntries
{
    public async Task<PublishedEntries?> FindAsync(long list, CancellationToken ct)
    {
        var batch = await publications.BatchAsync(list, ct);
        var index = batch.Index().FirstOrDefault(p => p.Item.ListId == list, (-1, null!)).Index;
        if (index < 0) return null;
        var published = batch[index];
        var standing = new Dictionary<EntryKey, (PublishedListEntry Entry, DateOnly ListedOn)>();
        IReadOnlyList<PublishedListEntry> named = [];
        foreach (var publication in batch.Take(index + 1))
        {
            named = await publications.PublishedEntriesAsync(publication.ListId, ct);
            foreach (var entry in named) Apply(standing, entry, publication.List.PublishedOn);
        }

        var inForce = standing.Values.ToLookup(s => s.Entry.Key.FacilityId);
        // The latest screening that knows an enterprise tells its address: the one behind an amendment may concern others only.
        var runs = batch.Take(index + 1).Reverse().Select(p => p.Basis.RunId).OfType<long>().ToArray();
        var enterprises = new List<ListedEnterprise>();
        foreach (var entries in named.GroupBy(e => e.Key.FacilityId)) enterprises.Add(await EnterpriseAsync([.. entries], [.. inForce[entries.Key]], runs, ct));
        return new(
            list, published.FirstListId, published.List.Kind, new($"{published.List.Title.Zh}（{published.List.Number}）", $"{published.List.Title.En} ({published.List.Number})"),
            published.List.PublishedOn, new ListHeading(published.Basis.ScreenedYear, published.Basis.AsOf) { Instrument = published.List.Instrument },
            (await laws.OfAsync(published.Basis.Packs, ct)).Terms, enterprises);
    }

    private static void Apply(Dictionary<EntryKey, (PublishedListEntry, DateOnly ListedOn)> standing, PublishedListEntry entry, DateOnly on)
    {
        if (entry.Origin == EntryOrigin.Removal) standing.Remove(entry.Key);
        // Another reason does not move the day from which periods count.
        else standing[entry.Key] = (entry, standing.TryGetValue(entry.Key, out var before) ? before.ListedOn : on);
    }

    private async Task<ListedEnterprise> EnterpriseAsync(
        IReadOnlyList<PublishedListEntry> named, IReadOnlyList<(PublishedListEntry Entry, DateOnly ListedOn)> standing, IReadOnlyList<long> runs, CancellationToken ct)
    {
        var first = named[0];
        FacilityRecord? facility = null;
        foreach (var run in runs) facility ??= (await screenings.FindAsync(run, first.Key.FacilityId, ct))?.Determination.Facility;
        return new(first.Key.FacilityId, first.Name, first.Region)
        {
            CreditCode = facility?.CreditCode,
            Address = facility?.Address,
            ListedOn = standing.Count > 0 ? standing.Min(s => s.ListedOn) : null,
            Classes = [.. standing.OrderBy(s => ListClass.Named(s.Entry.Key.ClassId).Order).ThenBy(s => s.Entry.Key).Select(s => new ListedClass(s.Entry.Key.ClassId, s.Entry.Reasons))],
            LeftFor = standing.Count > 0 ? [] : [.. named.SelectMany(e => e.Reasons)],
        };
    }
}
