using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Notices;

namespace CleanProd.Rules.Host.Notices;

/// <summary>What notices need to know of published lists.</summary>
internal interface IPublishedEntries
{
    /// <summary>A published list or amendment; null when there is none, or it is not published.</summary>
    Task<PublishedEntries?> FindAsync(long list, CancellationToken ct);
}

/// <summary>A published list or amendment, as notices follow from it. It never changes.</summary>
/// <param name="ListId">Its number.</param>
/// <param name="PublicationId">Number of the list that is in force with its amendments; the same unless this is an amendment.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Title">Title, with its number: 名单批次 of the notices.</param>
/// <param name="PublishedOn">Day of publication.</param>
/// <param name="Heading">Year, determination date, law.</param>
/// <param name="Terms">What the law of that day says about notices.</param>
/// <param name="Enterprises">
/// The enterprises in the order of the list, each once; of an amendment those that it concerns, with what is in force after it.
/// </param>
internal sealed record PublishedEntries(
    long ListId, long PublicationId, ListKind Kind, Wording Title, DateOnly PublishedOn, ListHeading Heading, NoticeTerms Terms, IReadOnlyList<ListedEnterprise> Enterprises);
