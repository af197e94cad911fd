using System.Text.Json;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Upkeep.Checks;
using CleanProd.Rules.Tests.Documents;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.Extensions.DependencyInjection;
using static CleanProd.Rules.Tests.Host.Notices.InventedPublications;

namespace CleanProd.Rules.Tests.Host.Notices;

/// <summary>Numbers have neither gaps nor repeats, whatever happens meanwhile.</summary>
public class NumberingTests
{
    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Fact]
    public async Task Batches_of_two_services_at_once_give_every_number_once_and_every_enterprise_one_notice()
    {
        await using var first = await NoticeService.StartAsync(StoreKind.Postgres, new InventedPublications().With(1, Many(300)).With(2, Many(300)));
        await using var second = (await first.BesideAsync())!;
        HttpClient[] officers = [await first.OfficerAsync(), await second.OfficerAsync()];
        var organ = await officers[0].OrganAsync();

        var batches = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => officers[i % 2].OrderAsync(1 + i / 2, organ)));
        foreach (var batch in batches) Assert.Equal("done", (await officers[0].EndedAsync(batch)).GetProperty("state").GetString());

        await MustBeGaplessAsync(first, officers[0], [1, 2], 600);
        Assert.Equal(600L, await first.Database.AskAsync<long>("SELECT count(DISTINCT (list_id, facility_id)) FROM notices"));
        Assert.Equal(600L, await first.Database.AskAsync<long>("SELECT count(*) FROM notice_batch_items WHERE made"));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Numbers_follow_the_order_of_the_list_and_stand_in_the_document(StoreKind kind)
    {
        await using var service = await NoticeService.StartAsync(kind, new InventedPublications().With(1, Many(130)), works: false);
        var officer = await service.OfficerAsync();
        var organ = await officer.OrganAsync();

        var notices = await service.IssueAsync(officer, 1, organ);
        Assert.Equal(Enumerable.Range(1, 130).Select(i => $"粤环清审〔2025〕{i}号"), notices.Select(n => n.GetProperty("number").GetString()));
        Assert.Equal(Many(130).Select(e => e.FacilityId.Value), notices.Select(n => n.GetProperty("facility_id").GetString()));
        var document = await officer.GetByteArrayAsync($"/api/v1/notices/{notices[128].GetProperty("id").GetInt64()}/document");
        Assert.Equal(notices[128].GetProperty("document_sha256").GetString(), DocumentStore.HashOf(document));
        var text = WordFile.Paragraphs(document);
        Assert.Contains("粤环清审〔2025〕129号", text);
        Assert.Contains("企业E0129有限公司：", text);
        Assert.DoesNotContain("拟稿", text);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_number_is_given_back_when_its_transaction_fails_and_given_again(StoreKind kind)
    {
        await using var service = await NoticeService.StartAsync(kind, new InventedPublications().With(1, Many(250)), works: false);
        var officer = await service.OfficerAsync();
        var batch = await officer.OrderAsync(1, await officer.OrganAsync());
        await FailAsync(service, kind, "notices", "NEW.facility_id = 'E0217'");

        await Assert.ThrowsAnyAsync<Exception>(() => service.WorkAsync(batch));
        var before = await officer.NumbersAsync(1);
        Assert.Equal(200, before.Length);

        await MendAsync(service, kind, "notices");
        await service.WorkAsync(batch);
        await MustBeGaplessAsync(service, officer, [1], 250);
        Assert.Equal(before, (await officer.NumbersAsync(1)).Take(200));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_batch_killed_while_it_writes_documents_ends_with_the_bytes_of_an_undisturbed_one(StoreKind kind)
    {
        await using var calm = await NoticeService.StartAsync(kind, new InventedPublications().With(1, Many(60)), works: false);
        var expected = await DocumentsAsync(calm, await calm.OfficerAsync());

        await using var service = await NoticeService.StartAsync(kind, new InventedPublications().With(1, Many(60)), works: false);
        var officer = await service.OfficerAsync();
        var batch = await officer.OrderAsync(1, await officer.OrganAsync());
        await FailAsync(service, kind, "notice_events", "NEW.notice_id = 47 AND NEW.seq = 2");
        await Assert.ThrowsAnyAsync<Exception>(() => service.WorkAsync(batch));
        var kept = await service.Database.AskAsync<long>("SELECT count(*) FROM notices WHERE document_sha256 IS NOT NULL");
        Assert.Equal(40L, kept);

        await MendAsync(service, kind, "notice_events");
        // Two take it up at once: what one keeps first counts.
        await Task.WhenAll(service.WorkAsync(batch), service.WorkAsync(batch));
        Assert.Equal(expected, (await officer.EndedAsync(batch)).GetProperty("notices").EnumerateArray().Select(n => n.GetProperty("document_sha256").GetString()));
        Assert.Equal(60L, await service.Database.AskAsync<long>("SELECT count(*) FROM notice_events WHERE seq = 2"));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_batch_that_the_queue_has_lost_is_taken_up_after_the_lease(StoreKind kind)
    {
        await using var service = await NoticeService.StartAsync(kind, new InventedPublications().With(1, Many(3)), works: true, configure: o => o.Lease = TimeSpan.FromSeconds(2));
        var officer = await service.OfficerAsync();
        var organ = await officer.OrganAsync();
        await FailAsync(service, kind, "notices", "NEW.facility_id = 'E0002'");
        var batch = await officer.OrderAsync(1, organ);
        // Longer than all retries of the queue would take to give up is not waited for: the queue itself forgets.
        await service.Database.TellAsync("UPDATE notice_batches SET touched_at = '2025-01-01 00:00:00'");
        await MendAsync(service, kind, "notices");
        Assert.Equal("done", (await officer.EndedAsync(batch)).GetProperty("state").GetString());
        await MustBeGaplessAsync(service, officer, [1], 3);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_year_of_a_number_is_that_of_the_day_of_issue_in_beijing(StoreKind kind)
    {
        await using var service = await NoticeService.StartAsync(
            kind, new InventedPublications().With(1, Many(1)).With(2, Many(1)), new DateTimeOffset(2025, 12, 31, 15, 59, 0, TimeSpan.Zero), works: false);
        var officer = await service.OfficerAsync();
        var organ = await officer.OrganAsync();
        Assert.Equal("粤环清审〔2025〕1号", Number(await service.IssueAsync(officer, 1, organ)));
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("粤环清审〔2026〕1号", Number(await service.IssueAsync(officer, 2, organ)));

        static string? Number(JsonElement[] notices) => notices.Single().GetProperty("number").GetString();
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_check_of_the_store_finds_a_gap_a_changed_notice_and_a_forged_event(StoreKind kind)
    {
        await using var service = await NoticeService.StartAsync(kind, new InventedPublications().With(1, Many(4)), works: false);
        var officer = await service.OfficerAsync();
        await service.IssueAsync(officer, 1, await officer.OrganAsync());
        Assert.Empty(await FaultsAsync());

        await service.Database.TellAsync("UPDATE notices SET running_number = 9 WHERE running_number = 4");
        await service.Database.TellAsync("UPDATE notices SET content = replace(content, '科韵路1号', '科韵路2号') WHERE running_number = 1");
        await service.Database.TellAsync("INSERT INTO notice_events (notice_id, seq, act, after, at, by_id, by_name) VALUES (2, 3, 'serve', 'served', '2025-01-07 00:00:00', 'x', 'x')");
        Assert.Equal(
            ["notice_events 2/3", "notice_series 粤环清审 2025", "notices 粤环清审〔2025〕1号", "notices 粤环清审〔2025〕4号"],
            (await FaultsAsync()).Select(f => f.Place).Order(StringComparer.Ordinal));

        async Task<StoreFault[]> FaultsAsync() => [.. (await StoreChecks.RunAsync(service.Store)).SelectMany(r => r.Faults)];
    }

    private static async Task<string?[]> DocumentsAsync(TestService service, HttpClient officer) =>
        [.. (await service.IssueAsync(officer, 1, await officer.OrganAsync())).Select(n => n.GetProperty("document_sha256").GetString())];

    private static async Task MustBeGaplessAsync(TestService service, HttpClient officer, long[] lists, int count)
    {
        var numbers = new List<string>();
        foreach (var list in lists) numbers.AddRange(await officer.NumbersAsync(list));
        Assert.Equal(Enumerable.Range(1, count).Select(i => $"粤环清审〔2025〕{i}号").Order(StringComparer.Ordinal), numbers.Order(StringComparer.Ordinal));
        Assert.Equal((long)count, await service.Database.AskAsync<long>("SELECT CAST(last AS bigint) FROM notice_series"));
        Assert.Equal((long)count, await service.Database.AskAsync<long>("SELECT count(*) FROM notices WHERE document_sha256 IS NOT NULL"));
    }

    private static Task FailAsync(TestService service, StoreKind kind, string table, string when) => service.Database.TellAsync(kind == StoreKind.Sqlite
        ? $"CREATE TRIGGER failing_{table} BEFORE INSERT ON {table} WHEN {when} BEGIN SELECT RAISE(ABORT, 'injected'); END"
        : $"CREATE FUNCTION failing_{table}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'injected'; END $$; CREATE TRIGGER failing_{table} BEFORE INSERT ON {table} FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION failing_{table}()");

    private static Task MendAsync(TestService service, StoreKind kind, string table) => service.Database.TellAsync(
        kind == StoreKind.Sqlite ? $"DROP TRIGGER failing_{table}" : $"DROP TRIGGER failing_{table} ON {table}");
}
