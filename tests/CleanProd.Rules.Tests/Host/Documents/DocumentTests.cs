using System.Text.Json;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Cases;
using CleanProd.Rules.Tests.Host.Lists;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.Extensions.DependencyInjection;

namespace CleanProd.Rules.Tests.Host.Documents;

/// <summary>Documents that acts rest on.</summary>
public class DocumentTests
{
    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_document_is_kept_byte_for_byte_and_once_however_often_it_is_uploaded(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind);
        var officer = await service.AsAsync(Role.Officer);
        byte[] bytes = [.. Enumerable.Range(0, 100_000).Select(i => (byte)(i % 251))];

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => officer.PostAsync("/api/v1/documents?name=%E5%86%B3%E5%AE%9A.pdf", new ByteArrayContent(bytes)).JsonAsync()));
        var sha256 = answers[0].GetProperty("sha256").GetString()!;
        Assert.Equal("决定.pdf", answers[0].GetProperty("name").GetString());
        Assert.All(answers, a => Assert.Equal(sha256, a.GetProperty("sha256").GetString()));
        Assert.Equal(bytes, await service.Services.GetRequiredService<DocumentStore>().FindAsync(sha256));
        Assert.Equal(1L, await service.Database.AskAsync<long>($"SELECT count(*) FROM documents WHERE sha256 = '{sha256}'"));
    }

    [Fact]
    public async Task An_empty_document_is_refused_and_strangers_upload_nothing()
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite);
        var officer = await service.AsAsync(Role.Officer);
        Assert.Equal((422, "bad_document"), await officer.PostAsync("/api/v1/documents?name=x", new ByteArrayContent([])).ProblemAsync());
        Assert.Equal((401, "sign_in_required"), await service.Stranger().PostAsync("/api/v1/documents?name=x", new ByteArrayContent([1])).ProblemAsync());
    }

    [Fact]
    public async Task A_document_is_read_at_the_decision_that_rests_on_it_and_nowhere_else()
    {
        await using var service = await InventedRun.ServiceAsync(StoreKind.Sqlite, InventedRun.In2025);
        var (officer, approver, elsewhere) = (await service.AsAsync(Role.Officer), await service.AsAsync(Role.Approver), await service.AsAsync(Role.Officer, "33"));
        var list = await officer.OpenAsync(await service.RunAsync(InventedRun.Paper(InventedRun.Over), InventedRun.Wood(InventedRun.Over)));
        var (proof, other) = (await officer.UploadAsync("关停证明.pdf"), JsonDocument.Parse(JsonSerializer.Serialize(await officer.DocumentAsync("别的文件"))).RootElement.GetProperty("sha256").GetString());
        await officer.PostAsync($"/api/v1/lists/{list}/entries/1/exclude", new { version = 1, reason = "停产", document = new { name = proof.Name, sha256 = proof.Sha256 } }).JsonAsync();

        var path = $"/api/v1/lists/{list}/entries/1/documents/{proof.Sha256}";
        using var read = await approver.GetAsync(path);
        Assert.Equal([1, 2, 3], await read.Content.ReadAsByteArrayAsync());
        Assert.Equal("关停证明.pdf", read.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal((403, "outside_region"), await elsewhere.GetAsync(path).ProblemAsync());
        Assert.Equal((404, "not_found"), await approver.GetAsync($"/api/v1/lists/{list}/entries/2/documents/{proof.Sha256}").ProblemAsync());
        Assert.Equal((404, "not_found"), await approver.GetAsync($"/api/v1/lists/{list}/entries/1/documents/{other}").ProblemAsync());
        Assert.Equal((404, "not_found"), await approver.GetAsync($"/api/v1/lists/{list}/documents/{proof.Sha256}").ProblemAsync());
    }

    [Theory]
    [InlineData("2025-12-31T15:59:59Z", "2025-12-31")]
    [InlineData("2025-12-31T16:00:00Z", "2026-01-01")]
    public void A_day_begins_at_midnight_in_beijing(string at, string day) =>
        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd"), LegalDay.Of(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)));
}
