using System.Net.Http.Json;
using System.Text.Json;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Storage.Upkeep.Checks;
using CleanProd.Rules.Tests.Host.Screenings;
using CleanProd.Rules.Tests.Host.Service;
using static CleanProd.Rules.Tests.Host.Policy.PolicyWorld;

namespace CleanProd.Rules.Tests.Host.Policy;

/// <summary>From the first line of a draft to the law in force and back, over HTTP alone.</summary>
public class PolicyJourneyTests
{
    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_draft_is_proved_foreseen_signed_by_another_and_in_force_and_put_back_again(StoreKind kind)
    {
        await using var service = await ServiceAsync(kind);
        var (author, releaser, officer) = (await service.PolicyAsync(Role.PolicyAuthor), await service.PolicyAsync(Role.PolicyReleaser), await service.AsAsync(Role.Officer, "44"));
        var shipped = (await officer.GetAsync("/api/v1/policy/releases").JsonAsync()).EnumerateArray().Single(v => v.GetProperty("pack").GetString() == Pack);
        Assert.Equal(("shipped", 1), (shipped.GetProperty("origin").GetString(), shipped.GetProperty("version").GetInt32()));
        var first = await officer.ScreenedAsync("2025-01-15");
        Assert.Equal((shipped.GetProperty("name").GetString(), "undetermined"), (first.Pack, first.Outcome));

        // Written, wrong, mended: every mistake has its place.
        var draft = (await author.PostAsync("/api/v1/policy/drafts", new { copy_of = Pack, note = "投诉也列入" }).JsonAsync()).GetProperty("draft").GetString();
        var at = $"/api/v1/policy/drafts/{draft}";
        await EditAsync(1, Text("monitoring.Any(m => m.ExceedanceCont > 0)"));
        var wrong = Assert.Single((await author.GetAsync($"{at}/check").JsonAsync()).GetProperty("errors").EnumerateArray());
        Assert.Contains("Did you mean 'ExceedanceCount'", wrong.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.True(wrong.GetProperty("line").GetInt32() > 1);
        Assert.Equal((400, "bad_input"), await SubmitAsync(2).ProblemAsync());
        await EditAsync(2, Text("monitoring.Any(m => m.ExceedanceCount > 1)"));
        Assert.Equal((422, "cases_fail"), await SubmitAsync(3).ProblemAsync());
        Assert.Equal((409, "stale_version"), await author.PutAsJsonAsync(at, new { version = 2, text = Text(Proposed) }).ProblemAsync());
        await EditAsync(3, Text(Proposed));
        var check = await author.GetAsync($"{at}/check").JsonAsync();
        Assert.True(check.GetProperty("may_submit").GetBoolean(), check.ToString());
        Assert.Contains(check.GetProperty("changes").EnumerateArray(), c => c.GetProperty("kind").GetString() == "tightened" && c.GetProperty("sentence").GetProperty("zh").GetString()!.Contains("规则 G1a 从严", StringComparison.Ordinal));

        // Foreseen, by name.
        var impact = await author.PostAsync($"{at}/impact", new { region = "44", year = 2024 }).JsonAsync();
        Assert.Equal([Loud], impact.Ids("joins"));
        var deciding = impact.GetProperty("entries").EnumerateArray().Single(e => e.GetProperty("facility_id").GetString() == Loud).GetProperty("reasons")[0].GetProperty("decided_after");
        Assert.Equal(("45", "30"), (deciding.GetProperty("value").GetString(), deciding.GetProperty("limit").GetString()));
        using (var csv = await author.PostAsync($"{at}/impact", new { region = "44", year = 2024, format = "csv" }))
            Assert.Contains($"joins ceases_undetermined,{Loud},越秀染整厂", await csv.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        // Signed by another, over the hash of everything above.
        Assert.Equal("submitted", (await SubmitAsync(4).JsonAsync()).GetProperty("state").GetString());
        var dossier = await releaser.GetByteArrayAsync($"{at}/dossier");
        var sign = DocumentStore.HashOf(dossier);
        Assert.Equal([Loud], JsonDocument.Parse(dossier).RootElement.GetProperty("impact").Ids("joins"));
        Assert.Equal((403, "not_permitted"), await ReleaseAsync(author, 5, sign).ProblemAsync());
        Assert.Equal((422, "bad_hash"), await ReleaseAsync(releaser, 5, new string('0', 64)).ProblemAsync());
        var released = await ReleaseAsync(releaser, 5, sign).JsonAsync();
        Assert.Equal(("released", 2), (released.GetProperty("state").GetString(), released.GetProperty("released").GetInt32()));
        Assert.Equal((409, "illegal_transition"), await ReleaseAsync(releaser, 6, sign).ProblemAsync());

        // In force from its day on, and not before; what was screened with the old one is offered again.
        var second = await officer.ScreenedAsync("2025-01-15");
        Assert.Equal("triggered", second.Outcome);
        Assert.NotEqual(first.Pack, second.Pack);
        Assert.Equal(first.Pack, (await officer.ScreenedAsync("2024-12-31")).Pack);
        var touched = await officer.GetAsync($"/api/v1/screenings/{first.Run}/touched").JsonAsync();
        Assert.Equal([Loud], touched.Ids("joins"));

        // And back: a later version with the earlier text.
        Assert.Equal((422, "reason_required"), await releaser.PostAsync($"/api/v1/policy/releases/{Pack}/roll-back", new { version = 1 }).ProblemAsync());
        var back = await releaser.PostAsync($"/api/v1/policy/releases/{Pack}/roll-back", new { version = 1, effective_from = "2025-01-01", reason = "投诉未核实" }).JsonAsync();
        Assert.Equal((3, "roll_back", first.Pack), (back.GetProperty("version").GetInt32(), back.GetProperty("origin").GetString(), back.GetProperty("name").GetString()));
        Assert.Equal([second.Run], (await officer.GetAsync("/api/v1/policy/outdated-screenings").JsonAsync()).EnumerateArray().Select(o => o.GetProperty("run").GetInt64()));
        var third = await officer.ScreenedAsync("2025-01-15");
        Assert.Equal((first.Pack, "undetermined"), (third.Pack, third.Outcome));
        var versions = (await author.GetAsync($"/api/v1/policy/releases?pack={Pack}").JsonAsync()).EnumerateArray().Select(v => v.GetProperty("origin").GetString());
        Assert.Equal(["shipped", "draft", "roll_back"], versions);
        Assert.Empty((await author.GetAsync($"/api/v1/policy/difference?before={Uri.EscapeDataString(first.Pack)}&after={Pack}").JsonAsync()).EnumerateArray());
        Assert.All(await StoreChecks.RunAsync(service.Store), c => Assert.Empty(c.Faults));

        async Task EditAsync(int version, string text)
        {
            using var edited = await author.PutAsJsonAsync(at, new { version, text });
            Assert.True(edited.IsSuccessStatusCode, await edited.Content.ReadAsStringAsync());
        }

        Task<HttpResponseMessage> SubmitAsync(int version) => author.PostAsync($"{at}/submit", new { version, region = "44", year = 2024, effective_from = "2025-01-01" });

        Task<HttpResponseMessage> ReleaseAsync(HttpClient by, int version, string hash) => by.PostAsync($"{at}/release", new { version, sign = hash });
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Nobody_releases_what_he_wrote_on_and_what_changed_meanwhile_is_signed_anew(StoreKind kind)
    {
        await using var service = await ServiceAsync(kind);
        var (both, releaser) = (await service.BothAsync(), await service.PolicyAsync(Role.PolicyReleaser));
        var draft = await both.SubmittedAsync(Text(Proposed));
        Assert.Equal((403, "four_eyes"), await both.ReleaseAsync(draft).ProblemAsync());
        var other = await both.SubmittedAsync(Text("monitoring.Any(m => m.ExceedanceCount > 0) or (indicators.Has(\\\"complaints\\\") and indicators.Value(\\\"complaints\\\") > 5)"));
        (await releaser.ReleaseAsync(draft)).EnsureSuccessStatusCode();
        // The law before it is another now: its impact is another.
        Assert.Equal((409, "dossier_changed"), await releaser.ReleaseAsync(other).ProblemAsync());
        Assert.Equal((422, "reason_required"), await releaser.PostAsync($"/api/v1/policy/drafts/{other.Draft}/return", new { version = other.Version }).ProblemAsync());
        var returned = await releaser.PostAsync($"/api/v1/policy/drafts/{other.Draft}/return", new { version = other.Version, reason = "请重新测算" }).JsonAsync();
        Assert.Equal("drafting", returned.GetProperty("state").GetString());
        Assert.Equal((403, "four_eyes"), await both.PostAsync($"/api/v1/policy/releases/{Pack}/roll-back", new { version = 2, effective_from = "2026-01-01", reason = "x" }).ProblemAsync());
        // A withdrawal is a later version that says there is none.
        await releaser.PostAsync($"/api/v1/policy/releases/{Pack}/withdraw", new { effective_from = "2026-01-01", reason = "另行制定" }).JsonAsync();
        Assert.DoesNotContain((await releaser.GetAsync("/api/v1/policy/releases?on=2026-02-01").JsonAsync()).EnumerateArray(), v => v.GetProperty("pack").GetString() == Pack);
        Assert.Contains((await releaser.GetAsync("/api/v1/policy/releases?on=2025-12-31").JsonAsync()).EnumerateArray(), v => v.GetProperty("pack").GetString() == Pack);
        Assert.All(await StoreChecks.RunAsync(service.Store), c => Assert.Empty(c.Faults));
    }

    [Fact]
    public async Task An_overlay_that_loosens_silently_is_not_submitted_and_a_province_does_not_write_for_the_country()
    {
        await using var service = await ServiceAsync(StoreKind.Sqlite);
        var author = await service.PolicyAsync(Role.PolicyAuthor, "44");
        Assert.Equal((403, "outside_region"), await author.PostAsync("/api/v1/policy/drafts", new { text = Text() }).ProblemAsync());
        var local = TestFacts.PackText("monitoring.Any(m => m.ExceedanceCount > 5)", """, "overlay": { "relation": "replaces", "rule": "G1a", "citation": { "zh": "省规", "en": "Act" } }""")
            .Replace("\"jurisdiction\": \"CN\"", "\"jurisdiction\": \"CN-44\"", StringComparison.Ordinal).Replace("\"cases\": []", """
                "cases": [{ "name": "一次", "asOf": "2025-01-15", "year": 2024, "facts": { "facilities": [{ "facility_id": "A", "name": "甲", "region": "440100" }],
                  "monitoring_summaries": [{ "facility_id": "A", "outlet_id": "1", "pollutant": "化学需氧量", "year": 2024, "limit_high": 90, "unit": "mg/L", "valid_count": 12, "exceedance_count": 1, "max": 95 }] },
                  "expect": { "outcome": "not_triggered", "rules": { "rule": { "outcome": "not_triggered" } } } }]
                """, StringComparison.Ordinal);
        var draft = (await author.PostAsync("/api/v1/policy/drafts", new { text = local }).JsonAsync()).GetProperty("draft").GetString();
        Assert.Equal((422, "overlay_loosens"), await author.PostAsync($"/api/v1/policy/drafts/{draft}/submit", new { version = 1, region = "44", year = 2024, effective_from = "2025-01-01" }).ProblemAsync());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Why_this_year_the_way_off_and_what_relied_on_a_standard_are_told_of_stored_data(StoreKind kind)
    {
        await using var service = await ServiceAsync(kind);
        await SampleScreening.ImportAsync(service.Store, SampleScreening.Now, "44", ("measurements-2023.csv",
            $"facility_id,outlet_id,pollutant,at,window,value,unit,origin,limit_high\n{Over},DW001,化学需氧量,2023-03-04,day,61,mg/L,self,90\n"));
        var (officer, author) = (await service.AsAsync(Role.Officer, "44"), await service.PolicyAsync(Role.PolicyAuthor, "44"));
        var why = await officer.GetAsync($"/api/v1/enterprises/{Over}/why?year=2024").JsonAsync();
        Assert.Equal(["period"], why.GetProperty("made").EnumerateArray().Select(m => m.GetString()));
        Assert.Contains("2024 年度应列入：因期间不同", why.GetProperty("sentence").GetProperty("zh").GetString(), StringComparison.Ordinal);
        var way = Assert.Single((await officer.GetAsync($"/api/v1/enterprises/{Over}/way-off?year=2024").JsonAsync()).EnumerateArray());
        var change = Assert.Single(way.GetProperty("changes").EnumerateArray());
        Assert.Equal((132m, 90m, true), (change.GetProperty("from").GetDecimal(), change.GetProperty("to").GetDecimal(), way.GetProperty("is_off").GetBoolean()));
        var reach = (await author.PostAsync("/api/v1/policy/reach", new { text = Text(Proposed), region = "44", year = 2024 }).JsonAsync()).EnumerateArray();
        Assert.Equal(1, reach.Single(r => r.GetProperty("text").GetString() == "indicators.Value(\"complaints\") > 30").GetProperty("matches").GetInt32());
        Assert.Equal((403, "outside_region"), await author.PostAsync("/api/v1/policy/reach", new { text = Text(), region = "33", year = 2024 }).ProblemAsync());
    }
}
