using CleanProd.Rules.Cases;
using CleanProd.Rules.Cases.Recognition;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Cases;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Journal;
using CleanProd.Rules.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Voluntary;

// Recognition lists as publications. What was published never changes: a certificate that is revoked later is told beside it.
public sealed partial class VoluntaryStore
{
    /// <summary>Publishes whom a list recognises within a jurisdiction.</summary>
    /// <exception cref="RefusedActException">
    /// <c>number_required</c>, <c>list_empty</c>, <c>date_future</c>, <c>date_early</c>; <c>list_published</c>, <c>number_taken</c>: it was done before;
    /// <c>four_eyes</c>: the same person recognised an enterprise of the list.
    /// </exception>
    public Task<RecognitionPublication> PublishAsync(RecognitionOrder order, Officer by, CancellationToken ct = default) => store.WriteAsync(
        async session =>
        {
            if (order.Number.Length == 0) throw Refused("number_required", "请填写文号。", "Give the number of the document.");
            if (order.PublishedOn > LegalDay.Of(session.Now)) throw Refused("date_future", "公布日期不能晚于今天。", "The day of publication may not lie ahead.");
            // One lock for all: a number is looked for among those of others, and nobody may be added to the list meanwhile.
            await session.LockAsync(RecognitionPublication.Subject, ct);
            var earlier = await PublishedAsync(session.Context, ct);
            if (earlier.Any(p => p.List == order.List && p.Region == order.Region))
                throw Refused("list_published", "该名单已公布，公布后不再改变。", "The list is published and never changes.");
            if (earlier.Any(p => p.Number == order.Number && p.Region == order.Region))
                throw Refused("number_taken", "本机关已使用该文号。", "The jurisdiction has used the number.");
            var reach = new Reach([order.Region], []);
            var ids = await session.Context.Set<VoluntaryRow>().Within(reach, v => v.Region, v => v.FacilityId).Where(v => v.RecognisedOn != null).OrderBy(v => v.Id).Select(v => v.Id).ToListAsync(ct);
            var named = (await StoredAsync(session.Context, ids, ct)).Select(s => s.Audit).Where(a => a.Certificate!.List == order.List).ToArray();
            if (named.Length == 0) throw Refused("list_empty", "该名单在本辖区没有已认定的企业。", "The list recognises nobody within the jurisdiction.");
            if (named.Any(a => a.Certificate!.From > order.PublishedOn)) throw Refused("date_early", "公布日期不能早于认定日期。", "The day of publication may not lie before a recognition.");
            if (named.Any(a => a.History.Any(e => e.Act == VoluntaryAct.Recognised && Acts.AccountOf(e.Actor) == by.Id)))
                throw Refused("four_eyes", "名单中有由您认定的企业，须由他人公布。", "You recognised an enterprise of the list; somebody else publishes it.");
            var published = new PublishedRecognition(order.Number, order.List, order.Region, order.PublishedOn, RecognitionList.Of(order.List, named).Entries);
            await DocumentStore.KeepAsync(session, published.ToJson(), ct);
            var made = RecognitionPublication.Of(published);
            session.Record(by, RecognitionPublication.Act, RecognitionPublication.Subject, CaseJson.Write(made));
            return made;
        },
        ct);

    /// <summary>Recognition lists that were published, the latest first.</summary>
    public Task<IReadOnlyList<RecognitionPublication>> PublicationsAsync(CancellationToken ct = default) => store.ReadAsync(c => PublishedAsync(c, ct));

    /// <summary>The bytes of a published recognition list by their hash; null when none was published under it.</summary>
    public async Task<byte[]?> PublishedBytesAsync(string sha256, CancellationToken ct = default)
    {
        // Other documents lie beside it and are nobody's business.
        if ((await PublicationsAsync(ct)).All(p => p.Sha256 != sha256)) return null;
        return await new DocumentStore(store).FindAsync(sha256, ct);
    }

    // A list that is out cannot get longer.
    private static async Task MustBeOpenAsync(StoreSession session, string list, RegionCode region, CancellationToken ct)
    {
        await session.LockAsync(RecognitionPublication.Subject, ct);
        if ((await PublishedAsync(session.Context, ct)).Any(p => p.List == list && p.Region.Covers(region)))
            throw Refused("list_published", "该名单已公布，公布后不再改变；请列入另一份名单。", "The list is published and never changes; name another one.");
    }

    private static async Task<IReadOnlyList<RecognitionPublication>> PublishedAsync(StoreContext context, CancellationToken ct)
    {
        var lines = await context.Journal.AsNoTracking().Where(l => l.Subject == RecognitionPublication.Subject && l.Act == RecognitionPublication.Act)
            .OrderByDescending(l => l.Seq).ToListAsync(ct);
        return [.. lines.Select(RecognitionPublication.Of)];
    }

    private static RefusedActException Refused(string code, string zh, string en) => new(code, new(zh, en));
}
