using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Screen;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Notices;
using CleanProd.Rules.Storage.Notices;

namespace CleanProd.Rules.Host.Notices;

/// <summary>Composes notices from published lists; nothing is judged again.</summary>
internal sealed class NoticeDesk(IPublishedEntries published)
{
    private readonly Lazy<WorkingCalendar> _calendar = new(ShippedFiles.Calendar);

    /// <summary>A list on which notices follow.</summary>
    /// <exception cref="RefusedActException"><c>list_not_published</c>, <c>no_notices</c>.</exception>
    internal async Task<PublishedEntries> ListAsync(long list, CancellationToken ct)
    {
        var entries = await published.FindAsync(list, ct)
            ?? throw new RefusedActException("list_not_published", new("名单尚未公布，不能编号发文。", "The list is not published: its notices cannot be numbered."));
        return entries.Kind is ListKind.Audit or ListKind.Amendment
            ? entries
            : throw new RefusedActException("no_notices", new("此类名单不发书面通知。", "No notices follow on a list of this kind."));
    }

    /// <summary>An enterprise as the numbering takes it.</summary>
    internal NoticeCandidate CandidateOf(PublishedEntries list, ListedEnterprise listed, NoticeOrgan organ, DateOnly issuedOn, string? reason) => new(
        listed.FacilityId.Value, listed.Name, listed.Region.Value, listed.Classes.Count > 0, (kind, earlier) => Compose(list, listed, organ, issuedOn, kind, earlier, reason));

    /// <summary>What the notice of an enterprise says, as a draft without a number.</summary>
    internal NoticeContent Compose(PublishedEntries list, ListedEnterprise listed, NoticeOrgan organ, DateOnly? issuedOn, NoticeKind kind, string? earlier, string? reason)
    {
        var office = new NoticeOffice
        {
            Organ = new(organ.NameZh, organ.NameEn.Length > 0 ? organ.NameEn : organ.NameZh),
            Batch = list.Title, PublishedOn = listed.ListedOn ?? list.PublishedOn, IssuedOn = issuedOn, Contact = organ.Contact, Telephone = organ.Telephone,
            Copies = organ.CopiesZh is { } copies ? new(copies, organ.CopiesEn ?? copies) : null, Calendar = _calendar.Value,
        };
        return kind switch
        {
            NoticeKind.Withdrawal => NoticeDraft.Withdrawal(listed, earlier ?? "", list.Heading, list.Terms, office),
            NoticeKind.Reissue => NoticeDraft.Reissue(
                NoticeDraft.Of(listed, list.Heading, list.Terms, office), earlier ?? "",
                reason is null ? new($"名单调整（{list.Title.Zh}）", $"the list was amended ({list.Title.En})") : Wording.Same(reason)),
            _ => NoticeDraft.Of(listed, list.Heading, list.Terms, office),
        };
    }
}
