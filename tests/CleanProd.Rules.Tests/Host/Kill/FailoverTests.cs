namespace CleanProd.Rules.Tests.Host.Kill;

/// <summary>The database server dies for good in the middle of the work, and its standby takes over.</summary>
public class FailoverTests
{
    [SkippableFact]
    public async Task Hosts_that_know_the_standby_go_on_with_it_where_the_server_stopped_and_nothing_acknowledged_is_lost()
    {
        Skip.IfNot(Effort.Rounds > 1, "a long proof");
        Assert.Contains(PostgresCluster.EitherServer, Shipped.Text("docs/deploy.md"), StringComparison.Ordinal);
        await using var ground = await KillGround.MakeWithStandbyAsync(2, ("CLEANPROD_ShardSize", "4"), ("CLEANPROD_Lease", "00:00:20"));
        using var bureau = await Bureau.OpenAsync(ground);
        var run = await bureau.ScreenAsync();
        await ground.UntilAsync(run, 5);

        ground.KillServer();
        await ground.PromoteAsync();

        await ground.EndAsync(run);
        var list = await bureau.ReviewAsync(run, 1);
        await bureau.IssueAsync(list);
        await bureau.SettleMailAsync(ground.Mail);
        Assert.Empty((await ground.TracesAsync([run])).Faults());
    }
}
