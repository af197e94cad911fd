using CleanProd.Rules.Facts;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Journal;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.Extensions.DependencyInjection;

namespace CleanProd.Rules.Tests.Host.Imports;

/// <summary>The whole life of an import, over HTTP.</summary>
public class ImportLifeTests
{
    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_sound_data_set_holds_at_once_with_its_files_counts_and_bytes(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind);
        var officer = await service.AsAsync(Role.Officer, "4401");
        var shown = await officer.ImportAsync([("facilities.csv", DataSets.Facilities), ("energy.csv", DataSets.Energy((DataSets.Liwan, "7")))], ("label", "六月"));

        Assert.Equal("effective", shown.State());
        Assert.Equal(("六月", "4401", "adds"), (shown.GetProperty("import").GetProperty("label").GetString(), shown.GetProperty("import").GetProperty("region").GetString(), shown.GetProperty("import").GetProperty("mode").GetString()));
        Assert.Equal(["handed_in", "taken"], shown.GetProperty("acts").EnumerateArray().Select(a => a.GetProperty("act").GetString()));
        Assert.Equal([1, 2], shown.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("rows_taken").GetInt32()));
        var facilities = shown.GetProperty("given").EnumerateArray().Single(f => f.GetProperty("name").GetString() == "facilities.csv");
        var answer = await officer.GetAsync($"/api/v1/imports/{shown.Id()}/sources/{facilities.GetProperty("sha256").GetString()}");
        Assert.Equal(DataSets.Facilities, await answer.Content.ReadAsStringAsync());
        Assert.Equal("facilities.csv", answer.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal((404, "not_found"), await officer.GetAsync($"/api/v1/imports/{shown.Id()}/sources/{new string('0', 64)}").ProblemAsync());
        Assert.Null((await service.Services.GetRequiredService<JournalStore>().VerifyAsync()).Item2);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_import_with_errors_waits_until_every_error_is_accepted_and_then_holds_without_the_refused_rows(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind);
        var officer = await service.AsAsync(Role.Officer, "4401");
        var shown = await officer.ImportAsync(
            [("facilities.csv", DataSets.Facilities), ("energy.csv", DataSets.Energy((DataSets.Liwan, "7"), (DataSets.Yuexiu, "viel"), (DataSets.Yuexiu, "-3")))]);
        Assert.Equal(("waiting", 2, 2), (shown.State(), shown.GetProperty("findings").GetProperty("error").GetInt32(), shown.GetProperty("open_errors").GetInt32()));
        Assert.Empty(await EnergyAsync(service));

        var path = $"/api/v1/imports/{shown.Id()}";
        var findings = (await officer.GetAsync($"{path}/findings?severity=error").JsonAsync()).GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal(["not_a_number", "negative_value"], findings.Select(f => f.GetProperty("code").GetString()));
        Assert.Equal("'viel' is not a number.", findings[0].GetProperty("message").GetProperty("en").GetString());
        var first = findings[0].GetProperty("number").GetInt32();
        Assert.Equal((422, "reason_required"), await officer.PostAsync($"{path}/accept", new { findings = new[] { first } }).ProblemAsync());
        Assert.Equal((422, "bad_findings"), await officer.PostAsync($"{path}/accept", new { reason = "核对", findings = new[] { 4711 } }).ProblemAsync());
        var half = await officer.PostAsync($"{path}/accept", new { reason = "已电话核实", findings = new[] { first } }).JsonAsync();
        Assert.Equal(("waiting", 1), (half.State(), half.GetProperty("open_errors").GetInt32()));
        Assert.Equal((409, "stale_version"), await officer.PostAsync($"{path}/accept", new { reason = "其余同意", version = 1 }).ProblemAsync());

        var whole = await officer.PostAsync($"{path}/accept", new { reason = "其余同意", version = 2 }).JsonAsync();
        Assert.Equal(("effective", 0), (whole.State(), whole.GetProperty("open_errors").GetInt32()));
        Assert.Equal("其余同意", whole.GetProperty("acts")[2].GetProperty("reason").GetString());
        Assert.Equal([(DataSets.Liwan, 7m)], await EnergyAsync(service));
        Assert.Equal((409, "illegal_transition"), await officer.PostAsync($"{path}/refuse", new { reason = "迟了" }).ProblemAsync());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_undone_import_gives_way_to_what_held_before_it(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind);
        var officer = await service.AsAsync(Role.Officer, "4401");
        await officer.ImportAsync([("facilities.csv", DataSets.Facilities), ("energy.csv", DataSets.Energy((DataSets.Liwan, "7")))]);
        service.Clock.Advance(TimeSpan.FromDays(1));
        var second = await officer.ImportAsync([("energy.csv", DataSets.Energy((DataSets.Liwan, "8")))]);
        Assert.Equal([(DataSets.Liwan, 8m)], await EnergyAsync(service));
        var between = service.Clock.GetUtcNow();
        service.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal((422, "reason_required"), await officer.PostAsync($"/api/v1/imports/{second.Id()}/undo", new { }).ProblemAsync());
        var undone = await officer.PostAsync($"/api/v1/imports/{second.Id()}/undo", new { reason = "误传" }).JsonAsync();
        Assert.Equal("undone", undone.State());
        Assert.Equal([(DataSets.Liwan, 7m)], await EnergyAsync(service));
        Assert.Equal([(DataSets.Liwan, 8m)], await EnergyAsync(service, between));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_same_bytes_again_are_the_earlier_import_until_it_is_undone(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind);
        var officer = await service.AsAsync(Role.Officer, "4401");
        var first = await officer.ImportAsync([("facilities.csv", DataSets.Facilities)]);
        var again = await officer.HandInAsync([("企业.csv", DataSets.Facilities)], ("label", "再传"));
        Assert.Equal((first.Id(), true, "effective"), (again.GetProperty("import").GetInt64(), again.GetProperty("already_imported").GetBoolean(), again.GetProperty("state").GetString()));
        var replacing = await officer.HandInAsync([("facilities.csv", DataSets.Facilities)], ("mode", "replaces"));
        Assert.False(replacing.GetProperty("already_imported").GetBoolean());

        await officer.PostAsync($"/api/v1/imports/{first.Id()}/undo", new { reason = "误传" }).JsonAsync();
        Assert.False((await officer.HandInAsync([("facilities.csv", DataSets.Facilities)])).GetProperty("already_imported").GetBoolean());
        Assert.Equal(1L, await service.Database.AskAsync<long>("SELECT count(*) FROM source_files"));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_cannot_be_read_says_why_and_leaves_nothing(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind);
        var officer = await service.AsAsync(Role.Officer, "4401");
        var shown = await officer.ImportAsync([("photo.jpg", "no table")]);
        Assert.Equal("failed", shown.State());
        Assert.Contains("CSV", shown.GetProperty("failure").GetProperty("zh").GetString(), StringComparison.Ordinal);
        Assert.Equal((400, "bad_input"), await officer.PostAsync("/api/v1/imports", DataSets.Form([])).ProblemAsync());
        Assert.Equal((422, "year_required"), await officer.PostAsync("/api/v1/imports", DataSets.Form([("a.csv", "x")], ("map", "us-tri"))).ProblemAsync());
        Assert.Equal((422, "bad_map"), await officer.PostAsync("/api/v1/imports", DataSets.Form([("a.csv", "x")], ("map", "none"), ("year", "2024"))).ProblemAsync());
    }

    private static async Task<(string, decimal?)[]> EnergyAsync(TestService service, DateTimeOffset? knownAt = null) => await service.Store.ReadFactsAsync(async facts =>
    {
        var found = new List<(string, decimal?)>();
        await foreach (var facility in facts.ReadKnownAsync([new FacilityId(DataSets.Liwan), new FacilityId(DataSets.Yuexiu)], knownAt ?? service.Clock.GetUtcNow()))
            found.AddRange(facility.Records.Energy.Select(e => (e.FacilityId.Value, e.Output)));
        return found.ToArray();
    });
}
