using System.Net;
using System.Text;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Lists;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Notices;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.Extensions.DependencyInjection;

namespace CleanProd.Rules.Tests.Host.Lists;

/// <summary>What becomes public, what amends it, and what strangers can read.</summary>
public class ListPublicationTests
{
    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Strangers_read_what_is_published_byte_for_byte_and_nothing_else(StoreKind kind)
    {
        await using var service = await InventedRun.ServiceAsync(kind, InventedRun.In2025);
        var stranger = service.Stranger();
        var officer = await service.AsAsync(Role.Officer, "44");
        var list = await officer.OpenAsync(await service.RunAsync(InventedRun.Paper(InventedRun.Over), InventedRun.Wood(InventedRun.Over)));
        var second = await officer.OpenAsync(await service.RunAsync(InventedRun.Plating(InventedRun.Over)), batch: 2);
        await service.ReviewAsync(list);
        Assert.Empty((await stranger.GetAsync("/api/v1/public/lists").JsonAsync()).GetProperty("items").EnumerateArray());
        await (await service.AsAsync(Role.Approver, "44")).PublishAsync(list, "粤环〔2025〕1号").JsonAsync();

        var published = (await stranger.GetAsync("/api/v1/public/lists?year=2025&kind=audit&jurisdiction=44").JsonAsync()).GetProperty("items").EnumerateArray().Single();
        Assert.Equal(("粤环〔2025〕1号", 2), (published.GetProperty("number").GetString(), published.GetProperty("enterprises").GetInt32()));
        Assert.Empty((await stranger.GetAsync("/api/v1/public/lists?year=2024").JsonAsync()).GetProperty("items").EnumerateArray());
        var path = $"/api/v1/public/lists/{published.GetProperty("publication").GetString()}";
        using var answer = await stranger.GetAsync(path);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(published.GetProperty("publication").GetString(), DocumentStore.HashOf(bytes));
        Assert.True(answer.Headers.CacheControl!.Public);
        using var again = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { answer.Headers.ETag! } } };
        Assert.Equal(HttpStatusCode.NotModified, (await stranger.SendAsync(again)).StatusCode);
        var text = Encoding.UTF8.GetString(bytes);
        Assert.Contains("广州南粤纸业有限公司", text, StringComparison.Ordinal);
        foreach (var secret in (string[])["Officer", "Approver", "132", "电镀", "determination"]) Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        Assert.Contains(InventedRun.PaperMill, await stranger.GetStringAsync($"{path}.csv"), StringComparison.Ordinal);
        Assert.Equal(2, (await stranger.GetAsync($"{path}/current").JsonAsync()).GetProperty("entries").GetArrayLength());

        Assert.Single((await stranger.GetAsync("/api/v1/public/search?q=南粤").JsonAsync()).EnumerateArray());
        Assert.Single((await stranger.GetAsync($"/api/v1/public/search?q={InventedRun.Furniture}").JsonAsync()).EnumerateArray());
        Assert.Empty((await stranger.GetAsync("/api/v1/public/search?q=电镀").JsonAsync()).EnumerateArray());
        Assert.Equal((400, "bad_input"), await stranger.GetAsync("/api/v1/public/search?q=厂").ProblemAsync());
        Assert.Equal((404, "not_found"), await stranger.GetAsync($"/api/v1/public/lists/{second}").ProblemAsync());
        Assert.Equal((401, "sign_in_required"), await stranger.GetAsync($"/api/v1/lists/{list}").ProblemAsync());
        Assert.Contains("清洁生产审核办法", (await stranger.GetAsync("/api/v1/public/law").JsonAsync()).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_amendment_after_a_correction_changes_the_list_in_force_and_not_what_was_published(StoreKind kind)
    {
        await using var service = await InventedRun.ServiceAsync(kind, InventedRun.In2025);
        var (officer, publisher, stranger) = (await service.AsAsync(Role.Officer, "44"), await service.AsAsync(Role.Approver, "44"), service.Stranger());
        var list = await officer.OpenAsync(await service.RunAsync(InventedRun.Paper(InventedRun.Over), InventedRun.Wood(InventedRun.Over)));
        var same = await service.RunAsync(InventedRun.Paper(InventedRun.Over), InventedRun.Wood(InventedRun.Over));
        Assert.Equal((409, "list_not_published"), await officer.PostAsync($"/api/v1/lists/{list}/amendments", new { run = same }).ProblemAsync());
        await service.ReviewAsync(list);
        var first = (await publisher.PublishAsync(list, "粤环〔2025〕1号").JsonAsync()).GetProperty("publication").GetString();
        var before = await stranger.GetByteArrayAsync($"/api/v1/public/lists/{first}");

        Assert.Equal((409, "nothing_differs"), await officer.PostAsync($"/api/v1/lists/{list}/amendments", new { run = same }).ProblemAsync());
        var corrected = await service.RunAsync(InventedRun.Paper(InventedRun.Not("G1a")), InventedRun.Wood(InventedRun.Over), InventedRun.Plating(InventedRun.Over));
        var amendment = (await officer.PostAsync($"/api/v1/lists/{list}/amendments", new { run = corrected }).JsonAsync()).GetProperty("list");
        var number = amendment.GetProperty("id").GetInt64();
        Assert.Equal((1, list), (amendment.GetProperty("amendment").GetInt32(), amendment.GetProperty("amends").GetInt64()));
        Assert.Equal((409, "amendment_open"), await officer.PostAsync($"/api/v1/lists/{list}/amendments", new { run = corrected }).ProblemAsync());
        Assert.Equal(["removal", "screening"], (await officer.EntriesAsync(number)).Select(e => e.GetProperty("origin").GetString()).Order(StringComparer.Ordinal));
        await service.ReviewAsync(number);
        Assert.Equal((409, "list_closed"), await publisher.PublishAsync(list, "粤环〔2025〕2号").ProblemAsync());
        await publisher.PublishAsync(number, "粤环〔2025〕9号").JsonAsync();

        var current = await officer.GetAsync($"/api/v1/lists/{list}/current").JsonAsync();
        Assert.Equal(
            [InventedRun.Furniture, InventedRun.PlatingWorks],
            current.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("facility_id").GetString()));
        Assert.Equal(before, await stranger.GetByteArrayAsync($"/api/v1/public/lists/{first}"));
        var hits = (await stranger.GetAsync("/api/v1/public/search?q=南粤").JsonAsync()).EnumerateArray().ToArray();
        Assert.Equal(["left", "listed"], hits.Select(h => h.GetProperty("change").GetString()));
        Assert.All(hits, h => Assert.False(h.GetProperty("in_force").GetBoolean()));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Polluters_are_a_publication_of_their_own_with_their_values(StoreKind kind)
    {
        await using var service = await InventedRun.ServiceAsync(kind, InventedRun.In2025);
        var (officer, publisher, stranger) = (await service.AsAsync(Role.Officer, "44"), await service.AsAsync(Role.Approver, "44"), service.Stranger());
        var run = await service.RunAsync(InventedRun.Paper(InventedRun.OverTotal), InventedRun.Wood(InventedRun.Toxic));
        var (audit, polluters) = (await officer.OpenAsync(run), await officer.OpenAsync(run, "polluters"));
        Assert.Equal(InventedRun.PaperMill, (await officer.EntriesAsync(polluters)).Single().GetProperty("facility_id").GetString());
        await service.ReviewAsync(polluters);
        Assert.Equal((409, "publication_blocked"), await publisher.PublishAsync(polluters, "粤环公告〔2025〕2号").ProblemAsync());
        await (await service.AsAsync(Role.Cosigner, "44", Department.Development)).SignAsync(polluters, "polluters").JsonAsync();
        var publication = (await publisher.PublishAsync(polluters, "粤环公告〔2025〕2号").JsonAsync()).GetProperty("publication").GetString();
        Assert.Contains("12.6", await stranger.GetStringAsync($"/api/v1/public/lists/{publication}"), StringComparison.Ordinal);
        Assert.Equal("open", (await officer.ListAsync(audit)).GetProperty("list").GetProperty("state").GetString());
        // Being named there obliges nobody to an audit: that is the other list's to say.
        Assert.Equal((409, "no_notices"), await officer.PostAsync($"/api/v1/lists/{polluters}/notices", new { organ = await officer.OrganAsync() }).ProblemAsync());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_day_that_has_not_come_and_a_number_that_is_taken_are_refused(StoreKind kind)
    {
        await using var service = await InventedRun.ServiceAsync(kind, InventedRun.In2025);
        var (officer, publisher) = (await service.AsAsync(Role.Officer, "44"), await service.AsAsync(Role.Approver, "44"));
        var run = await service.RunAsync(InventedRun.Paper(InventedRun.Over));
        var (first, second) = (await officer.OpenAsync(run), await officer.OpenAsync(run, batch: 2));
        await service.ReviewAsync(first);
        await service.ReviewAsync(second);
        foreach (var day in (string[])["2025-03-04", "2025-03-02"])
            Assert.Equal((422, "bad_date"), await publisher.PostAsync($"/api/v1/lists/{first}/publish", new { version = 1, number = "粤环〔2025〕1号", published_on = day }).ProblemAsync());
        await publisher.PublishAsync(first, "粤环〔2025〕1号").JsonAsync();
        Assert.Equal((409, "number_taken"), await publisher.PublishAsync(second, "粤环〔2025〕1号").ProblemAsync());
        Assert.Equal("open", (await officer.ListAsync(second)).GetProperty("list").GetProperty("state").GetString());
        Assert.Equal((409, "stale_version"), await publisher.PostAsync($"/api/v1/lists/{first}/publish", new { version = 1, number = "粤环〔2025〕3号" }).ProblemAsync());
    }

    [Theory]
    [InlineData(0, 2025, "bad_batch")]
    [InlineData(100, 2025, "bad_batch")]
    [InlineData(1, 20250, "bad_year")]
    public async Task A_list_that_could_bear_no_name_is_refused(int batch, int year, string code)
    {
        await using var service = await InventedRun.ServiceAsync(StoreKind.Sqlite, InventedRun.In2025);
        var officer = await service.AsAsync(Role.Officer, "44");
        var run = await service.RunAsync(InventedRun.Paper(InventedRun.Over));
        Assert.Equal((422, code), await officer.PostAsync("/api/v1/lists", new { kind = "audit", run, batch, year }).ProblemAsync());
        await officer.OpenAsync(run, batch: 99);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Later_stages_learn_what_was_published_and_draft_amendments_for_one_enterprise(StoreKind kind)
    {
        await using var service = await InventedRun.ServiceAsync(kind, InventedRun.In2025);
        var (officer, publisher) = (await service.AsAsync(Role.Officer, "44"), await service.AsAsync(Role.Approver, "44"));
        var list = await officer.OpenAsync(await service.RunAsync(InventedRun.Paper(InventedRun.Over, InventedRun.Toxic), InventedRun.Wood(InventedRun.Over)));
        await officer.PostAsync($"/api/v1/lists/{list}/entries/1/exclude", new { version = 1, reason = "已关闭", document = await officer.DocumentAsync() }).JsonAsync();
        await service.ReviewAsync(list);
        await publisher.PublishAsync(list, "粤环〔2025〕1号").JsonAsync();
        var publications = service.Services.GetRequiredService<PublicationStore>();
        var published = Assert.Single(await publications.PublicationsSinceAsync(0, 10));
        Assert.Equal((list, list), (published.ListId, published.FirstListId));
        Assert.Empty(await publications.PublicationsSinceAsync(published.Id, 10));
        var entries = await publications.PublishedEntriesAsync(list);
        Assert.Equal(2, entries.Count);
        Assert.All(entries, e => Assert.NotEmpty(e.Reasons[0].Facts));

        var corrected = await service.RunAsync(InventedRun.Paper(InventedRun.Not("G1a"), InventedRun.Not("G3")), InventedRun.Wood(InventedRun.Not("G1a")));
        async Task<long> DraftAsync(string facility) => await service.Store.WriteAsync(
            s => ListStore.DraftAmendmentAsync(s, list, new FacilityId(facility), corrected, new Officer("o", "异议受理人", Department.Environment, new("440106")), "异议成立"));
        var draft = await DraftAsync(InventedRun.Furniture);
        Assert.Equal(draft, await DraftAsync(InventedRun.PaperMill));
        Assert.Equal(draft, await DraftAsync(InventedRun.PaperMill));
        var drafted = await service.Services.GetRequiredService<ListStore>().EntriesAsync(draft);
        Assert.Equal(2, drafted.Count);
        Assert.All(drafted, e => Assert.Equal((EntryOrigin.Removal, "异议成立"), (e.Entry.Opening.Origin, e.Entry.OpeningReason)));
        await service.ReviewAsync(draft);
        await publisher.PublishAsync(draft, "粤环〔2025〕2号").JsonAsync();
        Assert.Empty((await publications.CurrentAsync(list))!.Entries);
    }
}
