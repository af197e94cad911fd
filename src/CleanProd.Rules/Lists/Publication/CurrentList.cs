using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists.Review;

namespace CleanProd.Rules.Lists.Publication;

/// <summary>A published list with its amendments applied: the list in force. What was published stays as it was.</summary>
/// <param name="Published">The list as first published.</param>
/// <param name="Amendments">Its amendments in their order.</param>
/// <param name="Entries">The enterprises that stand on it now.</param>
public sealed record CurrentList(PublishedList Published, IReadOnlyList<PublishedList> Amendments, IReadOnlyList<PublishedEntry> Entries)
{
    /// <summary>The list in force.</summary>
    /// <exception cref="RefusedActException"><c>amendment_mismatch</c>: an amendment is of another list, one is missing, or it takes off, or adds, whom it cannot.</exception>
    public static CurrentList Of(PublishedList published, IEnumerable<PublishedList> amendments)
    {
        var ordered = amendments.OrderBy(a => a.Amendment).ToArray();
        var entries = published.Entries.ToDictionary(e => e.Key);
        for (var i = 0; i < ordered.Length; i++)
        {
            var amendment = ordered[i];
            if (amendment.Kind != ListKind.Amendment || (amendment.Year, amendment.Batch, amendment.Jurisdiction) != (published.Year, published.Batch, published.Jurisdiction) || amendment.Amendment != i + 1)
                throw Mismatch(amendment, new("不是该名单的下一次调整", "is not the next amendment of the list"));
            foreach (var entry in amendment.Entries) Change(entries, entry, amendment);
        }

        return new(published, ordered, PublishedEntry.Ordered(entries.Values));
    }

    /// <summary>The list in force in the form of a publication, for JSON and CSV: numbers of all documents, day of the last one.</summary>
    public PublishedList AsPublished => Published with
    {
        Number = string.Join("、", Amendments.Select(a => a.Number).Prepend(Published.Number)),
        PublishedOn = Amendments.Count > 0 ? Amendments[^1].PublishedOn : Published.PublishedOn,
        Entries = Entries,
    };

    private static void Change(Dictionary<EntryKey, PublishedEntry> entries, PublishedEntry entry, PublishedList amendment)
    {
        var listed = entries.ContainsKey(entry.Key);
        switch (entry.Change)
        {
            case PublishedChange.Joined when !listed:
            case PublishedChange.Changed when listed:
                entries[entry.Key] = entry with { Change = PublishedChange.Listed };
                break;
            case PublishedChange.Left when listed:
                entries.Remove(entry.Key);
                break;
            default:
                throw Mismatch(amendment, listed ? new($"增列已在名单上的{entry.Name}", $"adds {entry.Name}, which is on the list") : new($"涉及不在名单上的{entry.Name}", $"concerns {entry.Name}, which is not on the list"));
        }
    }

    private static RefusedActException Mismatch(PublishedList amendment, Wording what) =>
        new("amendment_mismatch", new($"{amendment.Number}：{what.Zh}。", $"{amendment.Number}: it {what.En}."));
}
