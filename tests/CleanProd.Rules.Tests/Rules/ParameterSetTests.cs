using CleanProd.Rules.Rules;
using static CleanProd.Rules.Tests.TestFacts;

namespace CleanProd.Rules.Tests.Rules;

/// <summary>The word <c>p</c> as RulesEngine reads it.</summary>
public class ParameterSetTests
{
    [Fact]
    public void The_instance_holds_the_values_under_their_names()
    {
        var set = ParameterSet.On(Pack("true", parameters: RandomCondition.Parameters), AsOf);
        Assert.Equal(["ByKey", "Named", "Two"], set.Values.Keys);
        Assert.All(set.Values, v => Assert.Equal(v.Value, set.Type.GetProperty(v.Key)!.GetValue(set.Instance)));
        Assert.Equal(2m, set.Type.GetProperty("Two")!.GetValue(set.Instance));
    }

    [Fact]
    public async Task A_pack_without_parameters_has_an_instance_that_RulesEngine_takes()
    {
        var pack = Compiled("indicators.Value(\"x\") > 1");
        Assert.Empty(pack.Parameters.Values);
        Assert.True((await new RulesEngineReader(pack).ReadAsync(Facility(indicators: new Dictionary<string, decimal?> { ["x"] = 2m })))["rule"]);
    }
}
