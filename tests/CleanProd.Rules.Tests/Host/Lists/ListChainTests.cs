using System.Net;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Storage.Screenings;
using CleanProd.Rules.Tests.Host.Service;

namespace CleanProd.Rules.Tests.Host.Lists;

/// <summary>From the screening to the published list, through HTTP alone, under the law of four eras.</summary>
public class ListChainTests
{
    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Under_2004_county_city_and_province_review_and_the_toxic_part_is_signed_jointly(StoreKind kind)
    {
        await using var service = await InventedRun.ServiceAsync(kind, InventedRun.In2005);
        var run = await service.RunAsync(InventedRun.Paper(InventedRun.Over, InventedRun.Toxic), InventedRun.Wood(InventedRun.Not("G1a")));
        var (province, county) = (await service.AsAsync(Role.Officer, "44"), await service.AsAsync(Role.Officer, "440106"));
        var (city, fixer, publisher) = (await service.AsAsync(Role.Approver, "4401"), await service.AsAsync(Role.Approver, "44"), await service.AsAsync(Role.Approver, "44"));
        var signer = await service.AsAsync(Role.Cosigner, "44", Department.Development);
        var list = await province.OpenAsync(run);

        await county.AllAsync(list, "propose");
        Assert.Equal((403, "level_too_low"), await county.PostAsync($"/api/v1/lists/{list}/entries/1/exclude", new { version = 2, reason = "停产", document = await county.DocumentAsync() }).ProblemAsync());
        await city.AllAsync(list, "verify");
        var blocked = await publisher.ListAsync(list);
        Assert.Equal((2, 1), (blocked.GetProperty("blocks").GetProperty("entry_not_fixed").GetInt32(), blocked.GetProperty("blocks").GetProperty("signature_missing").GetInt32()));
        Assert.Contains(blocked.GetProperty("gate").EnumerateArray(), g => g.GetProperty("next").GetProperty("zh").GetString()!.Contains("省级", StringComparison.Ordinal));
        Assert.Equal((409, "publication_blocked"), await publisher.PublishAsync(list, "粤环〔2005〕1号").ProblemAsync());
        await fixer.AllAsync(list, "fix");
        Assert.Equal((409, "publication_blocked"), await publisher.PublishAsync(list, "粤环〔2005〕1号").ProblemAsync());
        Assert.Equal((409, "signature_not_needed"), await signer.SignAsync(list, "double_over").ProblemAsync());
        await signer.SignAsync(list, "toxic").JsonAsync();
        var published = await publisher.PublishAsync(list, "粤环〔2005〕1号").JsonAsync();
        Assert.Equal(("published", "2005-03-01"), (published.GetProperty("state").GetString(), published.GetProperty("published_on").GetString()));
        Assert.Equal((409, "list_closed"), await publisher.PostAsync($"/api/v1/lists/{list}/abandon", new { version = published.GetProperty("version").GetInt32(), reason = "重来" }).ProblemAsync());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Under_2016_the_energy_side_makes_its_part_and_environment_may_not(StoreKind kind)
    {
        await using var service = await InventedRun.ServiceAsync(kind, InventedRun.In2025);
        var run = await service.RunAsync(InventedRun.Paper(InventedRun.Over, InventedRun.Energy));
        var (officer, publisher) = (await service.AsAsync(Role.Officer, "44"), await service.AsAsync(Role.Approver, "44"));
        var list = await officer.OpenAsync(run);
        var energy = (await officer.EntriesAsync(list, "class_id=energy")).Single();
        Assert.Equal((403, "wrong_department"), await officer.PostAsync($"/api/v1/lists/{list}/entries/{energy.GetProperty("entry").GetInt32()}/propose", new { version = 1 }).ProblemAsync());

        await service.ReviewAsync(list);
        await service.ReviewAsync(list, Department.Energy);
        Assert.Equal((409, "publication_blocked"), await publisher.PublishAsync(list, "粤环〔2025〕1号").ProblemAsync());
        foreach (var side in (Department[])[Department.Energy, Department.Development])
            await (await service.AsAsync(Role.Cosigner, "44", side)).SignAsync(list, "energy").JsonAsync();
        await publisher.PublishAsync(list, "粤环〔2025〕1号").JsonAsync();
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Under_the_Code_of_2026_nobody_signs_and_there_is_no_list_of_polluters(StoreKind kind)
    {
        await using var service = await InventedRun.ServiceAsync(kind, InventedRun.In2026);
        var run = await service.RunAsync(InventedRun.Paper(InventedRun.Over, InventedRun.Toxic));
        var (officer, publisher) = (await service.AsAsync(Role.Officer, "44"), await service.AsAsync(Role.Approver, "44"));
        Assert.Equal((409, "no_polluters_list"), await officer.PostAsync("/api/v1/lists", new { kind = "polluters", run, batch = 1 }).ProblemAsync());
        var list = await officer.OpenAsync(run);
        await service.ReviewAsync(list);
        await publisher.PublishAsync(list, "粤环〔2026〕1号").JsonAsync();
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Each_step_needs_another_pair_of_eyes_and_a_refusal_goes_back_to_the_proposer(StoreKind kind)
    {
        await using var service = await InventedRun.ServiceAsync(kind, InventedRun.In2025);
        var run = await service.RunAsync(InventedRun.Paper(InventedRun.Over));
        var (officer, first, second) = (await service.AsAsync(Role.Officer, "44"), await service.AsAsync(Role.Approver, "44"), await service.AsAsync(Role.Approver, "44"));
        var list = await officer.OpenAsync(run);
        var entry = $"/api/v1/lists/{list}/entries/1";

        Assert.Equal((403, "not_permitted"), await first.PostAsync($"{entry}/propose", new { version = 1 }).ProblemAsync());
        await officer.PostAsync($"{entry}/propose", new { version = 1 }).JsonAsync();
        await first.PostAsync($"{entry}/verify", new { version = 2 }).JsonAsync();
        Assert.Equal((403, "four_eyes"), await first.PostAsync($"{entry}/fix", new { version = 3 }).ProblemAsync());
        Assert.Empty(await first.EntriesAsync(list, "waiting_for_me=true"));
        Assert.Equal((422, "reason_required"), await second.PostAsync($"{entry}/refuse", new { version = 3 }).ProblemAsync());
        var back = await second.PostAsync($"{entry}/refuse", new { version = 3, reason = "监测数据待核实" }).JsonAsync();
        Assert.Equal(("proposed", "监测数据待核实"), (back.GetProperty("state").GetString(), back.GetProperty("returned").GetProperty("reason").GetString()));
        Assert.Single((await second.ListAsync(list)).GetProperty("gate").EnumerateArray(), g => g.GetProperty("code").GetString() == "entry_returned");
        Assert.Equal(4, (await officer.GetAsync(entry).JsonAsync()).GetProperty("history").GetArrayLength());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Dry_runs_make_no_list_and_a_batch_is_made_once_unless_it_was_given_up(StoreKind kind)
    {
        await using var service = await InventedRun.ServiceAsync(kind, InventedRun.In2025);
        var (officer, publisher) = (await service.AsAsync(Role.Officer, "44"), await service.AsAsync(Role.Approver, "44"));
        var dry = await service.RunAsync(ScreeningKind.Dry, InventedRun.Paper(InventedRun.Over));
        Assert.Equal((409, "dry_run"), await officer.PostAsync("/api/v1/lists", new { kind = "audit", run = dry, batch = 1 }).ProblemAsync());
        var run = await service.RunAsync(InventedRun.Paper(InventedRun.Over));
        var list = await officer.OpenAsync(run);
        Assert.Equal((409, "batch_taken"), await officer.PostAsync("/api/v1/lists", new { kind = "audit", run, batch = 1 }).ProblemAsync());
        await publisher.PostAsync($"/api/v1/lists/{list}/abandon", new { version = 1, reason = "数据有误" }).JsonAsync();
        Assert.Equal((409, "list_closed"), await officer.PostAsync($"/api/v1/lists/{list}/entries/1/propose", new { version = 1 }).ProblemAsync());
        Assert.NotEqual(list, await officer.OpenAsync(run));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_rule_that_failed_blocks_publication(StoreKind kind)
    {
        await using var service = await InventedRun.ServiceAsync(kind, InventedRun.In2025);
        var failed = InventedRun.Wood(new RuleDetermination("G1a", Outcome.Error) { Ground = "G1a" });
        var list = await (await service.AsAsync(Role.Officer, "44")).OpenAsync(await service.RunAsync(InventedRun.Paper(InventedRun.Over), failed));
        await service.ReviewAsync(list);
        var publisher = await service.AsAsync(Role.Approver, "44");
        Assert.Equal(1, (await publisher.ListAsync(list)).GetProperty("blocks").GetProperty("rule_errors").GetInt32());
        using var answer = await publisher.PublishAsync(list, "粤环〔2025〕1号");
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }
}
