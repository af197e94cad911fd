using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Service;
using Xunit;

namespace CleanProd.Rules.Tests.Host.Cases;

/// <summary>The penal track over HTTP: overdue, ordered, refused, fined.</summary>
public class EnforcementTests
{
    private static readonly object NotAudited = new { order = "责改1号", provision = "law-2012-39-1", breach = "not_audited", duty = "start", correct_by = "2025-04-30" };

    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_overdue_start_is_ordered_to_be_made_good_then_refused_after_its_day_and_fined_within_the_range(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, new(2025, 3, 12, 1, 0, 0, TimeSpan.Zero));
        var id = await InventedPublications.OneCaseAsync(service, new(2024, 12, 31));
        var (one, two) = (await service.AsAsync(Role.Officer, "4401"), await service.AsAsync(Role.Officer, "4401"));
        var paper = await one.UploadAsync();
        Assert.Equal("overdue", (await one.CaseAsync(id)).Duty("start").State());

        var fine = new { provision = "law-2012-39-1", breach = "not_audited", amount = 60000, order = "责改1号" };
        Assert.Equal((409, "unknown_order"), await one.ActAsync(id, "enforcement", "fined", "2025-03-12", fine, "未审核", paper).ProblemAsync());
        Assert.Equal((422, "document_required"), await one.ActAsync(id, "enforcement", "correction_ordered", "2025-03-12", NotAudited, "逾期未启动").ProblemAsync());
        await one.ActAsync(id, "enforcement", "correction_ordered", "2025-03-12", NotAudited, "逾期未启动", paper).JsonAsync();
        Assert.Equal("2025-04-30", (await one.CaseAsync(id)).Duty("correct:责改1号").GetProperty("due_on").GetString());

        service.Clock.SetUtcNow(new(2025, 4, 30, 8, 0, 0, TimeSpan.Zero));
        var refused = new { order = "责改1号" };
        Assert.Equal((409, "correction_running"), await one.ActAsync(id, "enforcement", "correction_refused", "2025-04-30", refused, "拒不改正").ProblemAsync());
        service.Clock.SetUtcNow(new(2025, 5, 6, 8, 0, 0, TimeSpan.Zero));
        await one.ActAsync(id, "enforcement", "correction_refused", "2025-05-06", refused, "拒不改正").JsonAsync();

        Assert.Equal((403, "four_eyes"), await one.ActAsync(id, "enforcement", "fined", "2025-05-06", fine, "拒不改正", paper).ProblemAsync());
        Assert.Equal((409, "fine_out_of_range"), await two.ActAsync(id, "enforcement", "fined", "2025-05-06", new { fine.provision, fine.breach, amount = 40000, fine.order }, "拒不改正", paper).ProblemAsync());
        var fined = await two.ActAsync(id, "enforcement", "fined", "2025-05-06", fine, "拒不改正", paper).JsonAsync();
        Assert.Equal("fined", fined.GetProperty("orders")[0].GetProperty("state").GetString());
        Assert.Equal((409, "wrong_act"), await two.ActAsync(id, "acts", "corrected", "2025-05-06", refused).ProblemAsync());
    }
}
