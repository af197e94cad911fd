using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Service;

namespace CleanProd.Rules.Tests.Host;

/// <summary>The workbench over HTTP: a text in, verdicts out, nothing kept.</summary>
public class WorkbenchApiTests
{
    private static readonly string Pack = Shipped.Text("rules/examples/uk-storm-overflow.json");

    [Fact]
    public async Task A_pack_is_checked_formatted_tested_covered_mutated_and_analysed()
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite);
        var author = await service.AsAsync(Role.PolicyAuthor, "");
        var check = await author.PostAsync("/api/v1/workbench/check", new { text = Pack.Replace("p.ManySpills", "p.ManySpils", StringComparison.Ordinal) }).JsonAsync();
        Assert.False(check.GetProperty("ok").GetBoolean());
        Assert.Contains("Did you mean 'ManySpills'?", check.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(Pack, (await author.PostAsync("/api/v1/workbench/format", new { text = Pack }).JsonAsync()).GetProperty("text").GetString());
        Assert.All((await author.PostAsync("/api/v1/workbench/test", new { text = Pack }).JsonAsync()).EnumerateArray(), c => Assert.Equal("pass", c.GetProperty("verdict").GetString()));
        Assert.Equal(8, (await author.PostAsync("/api/v1/workbench/coverage", new { text = Pack }).JsonAsync()).GetArrayLength());
        Assert.Equal(3, (await author.PostAsync("/api/v1/workbench/boundaries", new { text = Pack }).JsonAsync())[0].GetProperty("cases").GetArrayLength());
        Assert.Equal(41, (await author.PostAsync("/api/v1/workbench/mutants", new { text = Pack }).JsonAsync()).GetProperty("all").GetInt32());
        await author.PostAsync("/api/v1/workbench/analysis", new { text = Pack }).JsonAsync();
    }

    [Fact]
    public async Task Conditions_are_completed_and_turned_into_forms()
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite);
        var author = await service.AsAsync(Role.PolicyAuthor, "");
        var both = await author.PostAsync("/api/v1/workbench/form", new { text = "energy.Any()&&quotas.Any()" }).JsonAsync();
        Assert.Equal("energy.Any() and quotas.Any()", both.GetProperty("text").GetString());
        var back = await author.PostAsync("/api/v1/workbench/form", new { form = both.GetProperty("form").GetString() }).JsonAsync();
        Assert.Equal("energy.Any() and quotas.Any()", back.GetProperty("text").GetString());
        var items = await author.PostAsync("/api/v1/workbench/completion", new { condition = "indicators.Value(\"spill_count\") > p.", pack = Pack }).JsonAsync();
        Assert.Contains(items.EnumerateArray(), i => i.GetProperty("text").GetString() == "ManySpills");
        Assert.True((await author.GetAsync("/api/v1/workbench/language").JsonAsync()).GetProperty("words").GetArrayLength() > 8);
        using var refused = await author.PostAsync("/api/v1/workbench/test", new { text = "{}" });
        Assert.Equal(400, (int)refused.StatusCode);
        using var failing = await author.PostAsync("/api/v1/workbench/mutants", new { text = Pack.Replace("\"outcome\": \"triggered\"", "\"outcome\": \"not_triggered\"", StringComparison.Ordinal) });
        Assert.Equal(400, (int)failing.StatusCode);
    }
}
