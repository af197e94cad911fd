using System.IO.Compression;
using System.Text.Json;
using CleanProd.Rules.Notices;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Notices;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Documents;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.Extensions.DependencyInjection;
using static CleanProd.Rules.Tests.Host.Notices.InventedPublications;

namespace CleanProd.Rules.Tests.Host.Notices;

/// <summary>What becomes of a notice after it has its number.</summary>
public class NoticeLifeTests
{
    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_notice_issued_anew_has_a_new_number_and_the_old_one_is_kept_as_replaced(StoreKind kind)
    {
        await using var service = await NoticeService.StartAsync(kind, new InventedPublications().With(1, Many(2)), works: false);
        var officer = await service.OfficerAsync();
        var old = (await service.IssueAsync(officer, 1, await officer.OrganAsync()))[0];

        Assert.Equal((422, "reason_required"), await officer.PostAsync($"/api/v1/notices/{Id(old)}/reissue", new { version = 2, reason = " " }).ProblemAsync());
        Assert.Equal((409, "stale_version"), await officer.PostAsync($"/api/v1/notices/{Id(old)}/reissue", new { version = 1, reason = "地址有误" }).ProblemAsync());
        var anew = await officer.PostAsync($"/api/v1/notices/{Id(old)}/reissue", new { version = 2, reason = "地址有误" }).JsonAsync();
        Assert.Equal(("粤环清审〔2025〕3号", "reissue", 2), (anew.GetProperty("number").GetString(), anew.GetProperty("kind").GetString(), anew.GetProperty("issue").GetInt32()));
        await service.WorkAsync(2);

        Assert.Equal("replaced", State(await officer.GetAsync($"/api/v1/notices/{Id(old)}").JsonAsync()));
        Assert.Contains("本通知书代替粤环清审〔2025〕1号，原通知书作废。原因：地址有误", WordFile.Paragraphs(await officer.GetByteArrayAsync($"/api/v1/notices/{Id(anew)}/document")));
        Assert.Equal(old.GetProperty("document_sha256").GetString(), DocumentStore.HashOf(await officer.GetByteArrayAsync($"/api/v1/notices/{Id(old)}/document")));
        Assert.Equal((409, "illegal_transition"), await officer.PostAsync($"/api/v1/notices/{Id(old)}/reissue", new { version = 3, reason = "再来" }).ProblemAsync());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_amendment_takes_back_replaces_and_adds(StoreKind kind)
    {
        var lists = new InventedPublications().With(1, Enterprise("A"), Enterprise("B"))
            .Amending(1, 2, Left("A"), Enterprise("B", value: 99m), Enterprise("C"), Left("D"));
        await using var service = await NoticeService.StartAsync(kind, lists, works: false);
        var officer = await service.OfficerAsync();
        var organ = await officer.OrganAsync();
        var first = await service.IssueAsync(officer, 1, organ);

        var second = await service.IssueAsync(officer, 2, organ);
        Assert.Equal(
            [("A", "withdrawal", "粤环清撤〔2025〕1号"), ("B", "reissue", "粤环清审〔2025〕3号"), ("C", "notice", "粤环清审〔2025〕4号")],
            second.Select(n => (n.GetProperty("facility_id").GetString()!, n.GetProperty("kind").GetString()!, n.GetProperty("number").GetString()!)));
        Assert.Equal("withdrawn", State(await officer.GetAsync($"/api/v1/notices/{Id(first[0])}").JsonAsync()));
        Assert.Equal("replaced", State(await officer.GetAsync($"/api/v1/notices/{Id(first[1])}").JsonAsync()));
        var text = string.Join('\n', WordFile.Paragraphs(await officer.GetByteArrayAsync($"/api/v1/notices/{Id(second[0])}/document")));
        Assert.Contains("粤环清审〔2025〕1号自本通知书送达之日起撤回", text, StringComparison.Ordinal);
        Assert.Contains("监测数据更正后未超标", text, StringComparison.Ordinal);
        // Ordered again, nothing is made twice.
        Assert.Equal(second.Select(Id), (await service.IssueAsync(officer, 2, organ)).Select(Id));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Service_needs_its_proof_and_a_possible_day_and_is_corrected_with_a_reason(StoreKind kind)
    {
        var follower = new Follower();
        await using var service = await NoticeService.StartAsync(kind, new InventedPublications().With(1, Many(1)), works: false, more: s => s.AddSingleton<INoticeFollower>(follower));
        var officer = await service.OfficerAsync();
        var path = $"/api/v1/notices/{Id((await service.IssueAsync(officer, 1, await officer.OrganAsync()))[0])}/service";
        service.Clock.Advance(TimeSpan.FromDays(10));
        var document = await officer.PostAsync("/api/v1/documents?name=receipt.pdf", new ByteArrayContent([1, 2, 3])).JsonAsync();

        Assert.Equal((422, "document_required"), await ServeAsync("2025-01-10", null).ProblemAsync());
        Assert.Equal((422, "bad_service_date"), await ServeAsync("2025-01-05", document).ProblemAsync());
        Assert.Equal((422, "bad_service_date"), await ServeAsync("2025-01-17", document).ProblemAsync());
        Assert.Equal((422, "bad_document"), await ServeAsync("2025-01-10", new { name = "x", sha256 = new string('0', 64) }).ProblemAsync());
        Assert.Equal(("served", "2025-01-10"), Served(await ServeAsync("2025-01-10", document).JsonAsync()));
        Assert.Equal((409, "stale_version"), await ServeAsync("2025-01-11", document).ProblemAsync());
        Assert.Equal((422, "reason_required"), await ServeAsync("2025-01-11", document, version: 3).ProblemAsync());
        Assert.Equal(("served", "2025-01-11"), Served(await ServeAsync("2025-01-11", document, version: 3, remark: "日期看错").JsonAsync()));
        Assert.Equal([1, 2, 3], await officer.GetByteArrayAsync(path.Replace("service", "proof/3", StringComparison.Ordinal)));
        Assert.Equal([NoticeAct.Number, NoticeAct.Issue, NoticeAct.Serve, NoticeAct.CorrectService], follower.Seen);

        Task<HttpResponseMessage> ServeAsync(string on, object? proof, int version = 2, string? remark = null) =>
            officer.PostAsync(path, new { version, served_on = on, method = "mail", document = proof, remark });
        static (string?, string?) Served(JsonElement notice) => (notice.GetProperty("state").GetString(), notice.GetProperty("served_on").GetString());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_enterprise_sees_its_own_notice_once_it_is_issued_and_its_receipt_is_the_service(StoreKind kind)
    {
        await using var service = await NoticeService.StartAsync(kind, new InventedPublications().With(1, Many(2)), works: false);
        var officer = await service.OfficerAsync();
        var (mine, other) = (await service.AsAsync(Role.Enterprise, "440103", facility: "E0001"), await service.AsAsync(Role.Enterprise, "440106", facility: "E0002"));
        var organ = await officer.OrganAsync();
        await service.Database.TellAsync(kind == StoreKind.Sqlite
            ? "CREATE TRIGGER failing BEFORE INSERT ON notice_events WHEN NEW.seq = 2 BEGIN SELECT RAISE(ABORT, 'injected'); END"
            : "CREATE FUNCTION failing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'injected'; END $$; CREATE TRIGGER failing BEFORE INSERT ON notice_events FOR EACH ROW WHEN (NEW.seq = 2) EXECUTE FUNCTION failing()");
        var batch = await officer.OrderAsync(1, organ);
        await Assert.ThrowsAnyAsync<Exception>(() => service.WorkAsync(batch));
        Assert.Equal((404, "not_found"), await mine.GetAsync("/api/v1/notices/1").ProblemAsync());
        Assert.Empty((await mine.GetAsync("/api/v1/notices").JsonAsync()).GetProperty("items").EnumerateArray());
        await service.Database.TellAsync($"DROP TRIGGER failing{(kind == StoreKind.Sqlite ? "" : " ON notice_events")}");
        await service.WorkAsync(batch);

        Assert.Single((await mine.GetAsync("/api/v1/notices").JsonAsync()).GetProperty("items").EnumerateArray());
        Assert.Equal((403, "outside_region"), await other.GetAsync("/api/v1/notices/1").ProblemAsync());
        Assert.Equal((403, "not_permitted"), await officer.PostAsync("/api/v1/notices/1/acknowledge", new { version = 2 }).ProblemAsync());
        var acknowledged = await mine.PostAsync("/api/v1/notices/1/acknowledge", new { version = 2 }).JsonAsync();
        Assert.Equal(("acknowledged", "2025-01-06", "electronic"),
            (acknowledged.GetProperty("state").GetString(), acknowledged.GetProperty("served_on").GetString(), acknowledged.GetProperty("served_by").GetString()));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_county_issues_to_its_own_enterprises_only_and_with_its_own_organ(StoreKind kind)
    {
        await using var service = await NoticeService.StartAsync(kind, new InventedPublications().With(1, Many(6)), works: false);
        var (province, county) = (await service.OfficerAsync(), await service.OfficerAsync("440103"));
        var (above, own) = (await province.OrganAsync(), await county.OrganAsync("440103", "荔环清审", null));
        Assert.Equal((403, "outside_region"), await county.PostAsync("/api/v1/lists/1/notices", new { organ = above }).ProblemAsync());
        Assert.Equal((403, "outside_region"), await county.PostAsync("/api/v1/lists/1/notices", new { organ = own, facilities = new[] { "E0002" } }).ProblemAsync());
        Assert.Equal((409, "word_taken"), await county.PostAsync("/api/v1/notice-organs", new { region = "440103", name_zh = "x", name_en = "", word = "粤环清审" }).ProblemAsync());
        Assert.Equal((403, "outside_region"), await county.PostAsync("/api/v1/notice-organs", new { region = "44", name_zh = "x", name_en = "", word = "y" }).ProblemAsync());
        Assert.Equal((409, "list_not_published"), await county.PostAsync("/api/v1/lists/9/notices", new { organ = own }).ProblemAsync());

        Assert.Equal(["E0001", "E0003", "E0005"], (await service.IssueAsync(county, 1, own)).Select(n => n.GetProperty("facility_id").GetString()));
        // The province adds what is missing.
        Assert.Equal(3L, (await service.IssueAsync(province, 1, above)).Count(n => n.GetProperty("number").GetString()!.StartsWith("粤环清审", StringComparison.Ordinal)));
        Assert.Equal(3, (await county.GetAsync("/api/v1/notices?state=issued&kind=notice").JsonAsync()).GetProperty("items").GetArrayLength());
        Assert.Empty((await county.GetAsync("/api/v1/notices?state=served").JsonAsync()).GetProperty("items").EnumerateArray());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_document_that_cannot_be_written_keeps_its_number_for_the_next_batch(StoreKind kind)
    {
        await using var service = await NoticeService.StartAsync(kind, new InventedPublications().With(1, Many(3)), works: false);
        var officer = await service.OfficerAsync();
        var organ = await officer.OrganAsync();
        Assert.Equal((422, "bad_template"), await officer.PutAsync($"/api/v1/notice-organs/{organ}/templates/notice?version=1", new ByteArrayContent([1, 2, 3])).ProblemAsync());
        var broken = await service.Services.GetRequiredService<DocumentStore>().KeepAsync("broken", [1, 2, 3]);
        await service.Database.TellAsync($"UPDATE notice_organs SET template_sha256 = '{broken.Sha256}'");

        var failed = await officer.OrderAsync(1, organ);
        await service.WorkAsync(failed);
        var view = await officer.EndedAsync(failed);
        Assert.Equal(("incomplete", 3, 3, 0), (view.GetProperty("state").GetString(), view.GetProperty("faults").GetArrayLength(), view.GetProperty("numbered").GetInt32(), view.GetProperty("issued").GetInt32()));

        var whole = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "data", "templates", "notice.zh-CN.docx"));
        await officer.PutAsync($"/api/v1/notice-organs/{organ}/templates/notice?version=1", new ByteArrayContent(whole)).JsonAsync();
        var notices = await service.IssueAsync(officer, 1, organ);
        Assert.Equal(["粤环清审〔2025〕1号", "粤环清审〔2025〕2号", "粤环清审〔2025〕3号"], notices.Select(n => n.GetProperty("number").GetString()));
        Assert.All(notices, n => Assert.Equal("issued", n.GetProperty("state").GetString()));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_file_of_a_batch_has_every_document_under_a_name_that_leads_nowhere_else(StoreKind kind)
    {
        var lists = new InventedPublications().With(1, Enterprise("A", name: "../../etc/passwd"), Enterprise("B", name: "C:\\坏\u0001*?.docx . "), Enterprise("C"));
        await using var service = await NoticeService.StartAsync(kind, lists, works: false);
        var officer = await service.OfficerAsync();
        var batch = await officer.OrderAsync(1, await officer.OrganAsync());
        Assert.Equal((409, "batch_running"), await officer.GetAsync($"/api/v1/notice-batches/{batch}/zip").ProblemAsync());
        await service.WorkAsync(batch);

        using var zip = new ZipArchive(new MemoryStream(await officer.GetByteArrayAsync($"/api/v1/notice-batches/{batch}/zip")));
        Assert.Equal(
            ["0001 粤环清审〔2025〕1号 ______etc_passwd.docx", "0002 粤环清审〔2025〕2号 C__坏___.docx.docx", "0003 粤环清审〔2025〕3号 企业C有限公司.docx"],
            zip.Entries.Select(e => e.FullName));
        var notices = (await officer.EndedAsync(batch)).GetProperty("notices").EnumerateArray().Select(n => n.GetProperty("document_sha256").GetString());
        Assert.Equal(notices, zip.Entries.Select(e =>
        {
            using var bytes = new MemoryStream();
            using var entry = e.Open();
            entry.CopyTo(bytes);
            return DocumentStore.HashOf(bytes.ToArray());
        }));
    }

    [Fact]
    public async Task A_preview_is_an_unnumbered_draft_and_takes_no_number()
    {
        await using var service = await NoticeService.StartAsync(StoreKind.Sqlite, new InventedPublications().With(1, Many(1)), works: false);
        var officer = await service.OfficerAsync();
        var draft = WordFile.Paragraphs(await officer.GetByteArrayAsync($"/api/v1/lists/1/notices/preview?organ={await officer.OrganAsync()}&facility=E0001"));
        Assert.Contains("拟稿", draft);
        Assert.Contains("（拟稿，未编号）", draft);
        Assert.Equal(0L, await service.Database.AskAsync<long>("SELECT count(*) FROM notice_series"));
    }

    [Theory]
    [InlineData("{word}〔{year}〕{number}号", "粤环清审〔2025〕7号")]
    [InlineData("{word} {year}-{number}", "粤环清审 2025-7")]
    public void Numbers_are_written_as_the_organ_writes_them(string pattern, string number) =>
        Assert.Equal(number, NoticeNumberFormat.Of(pattern).Write("粤环清审", 2025, 7));

    [Theory]
    [InlineData("{word}{number}")]
    [InlineData("{word}{year}{number}{number}")]
    [InlineData("{word}{year}{number}{x}")]
    public void A_format_that_would_give_one_number_twice_is_refused(string pattern) =>
        Assert.Equal("bad_number_format", Assert.Throws<CleanProd.Rules.Lists.RefusedActException>(() => NoticeNumberFormat.Of(pattern)).Code);

    private static long Id(JsonElement notice) => notice.GetProperty("id").GetInt64();

    private static string? State(JsonElement whole) => whole.GetProperty("notice").GetProperty("state").GetString();

    private sealed class Follower : INoticeFollower
    {
        internal List<NoticeAct> Seen { get; } = [];

        public Task FollowAsync(StoreSession session, Notice notice, NoticeEvent happened, CancellationToken ct)
        {
            Seen.Add(happened.Act);
            return Task.CompletedTask;
        }
    }
}
