using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;
using CleanProd.Rules.Facts.Limits;

namespace CleanProd.Rules.Tests.Facts.Limits;

/// <summary>For each standard of the library one value on, just under and just over its limit.</summary>
public class WorkedExampleTests
{
    private static readonly (string Standard, decimal High, LimitQuestion Question)[] Examples =
    [
        ("GB 8978-1996", 100m, Asked.Water("COD", Asked.Zhejiang) with { Grade = "一级" }),
        ("DB44/26-2001", 90m, Asked.Water("COD", Asked.Guangzhou) with { Grade = "一级" }),
        ("GB 21900-2008", 80m, Named(Asked.Water("COD", Asked.Zhejiang), "GB 21900-2008").Given("special_area=no")),
        ("DB44/1597-2015", 50m, Named(Asked.Water("COD", Asked.Guangzhou, eia: "2013-01-01"), "DB44/1597-2015").Given("special_area=no")),
        ("GB 4287-2012", 80m, (Asked.Water("COD", Asked.Zhejiang) with { Industry = "C1713" }).Given("special_area=no")),
        ("GB 3544-2008", 80m, (Asked.Water("COD", Asked.Zhejiang) with { Industry = "C2221" }).Given("special_area=no", "scope[GB 3544-2008]=造纸企业")),
        ("GB 18918-2002", 50m, Named(Asked.Water("COD", Asked.Guangzhou), "GB 18918-2002") with { Grade = "一级A" }),
        ("GB 13271-2014", 50m, Asked.Air("二氧化硫", Asked.Zhejiang, eia: "2015-01-01").Given("gas_source=boiler", "fuel=gas", "special_area=no")),
        ("DB44/765-2019", 150m, (Asked.Air("氮氧化物", Asked.Guangzhou, eia: "2020-01-01") with { Window = AveragingWindow.Day, Origin = DataOrigin.Automatic }).Given("gas_source=boiler", "fuel=gas")),
        ("GB 13223-2011", 100m, (Asked.Air("氮氧化物", Asked.Zhejiang, eia: "2013-01-01") with { Industry = "D4411" }).Given("gas_source=power", "fuel=coal", "w_flame_or_old_boiler=no", "special_area=no")),
        ("GB 16297-1996", 100m, Asked.Air("氯化氢", Asked.Zhejiang).Given("gas_source=process")),
        ("DB44/27-2001", 100m, Asked.Air("氯化氢", Asked.Guangzhou).Given("gas_source=process")),
        ("GB 31571-2015", 60m, Named(Asked.Water("COD", Asked.Zhejiang, eia: "2016-01-01"), "GB 31571-2015").Given("special_area=no", "listed_petrochemical_water=no")),
        ("GB 31572-2015", 60m, Named(Asked.Water("COD", Asked.Zhejiang, eia: "2016-01-01"), "GB 31572-2015").Given("special_area=no")),
        ("GB 31570-2015", 60m, Named(Asked.Water("COD", Asked.Zhejiang, eia: "2016-01-01"), "GB 31570-2015").Given("special_area=no")),
        ("GB 30484-2013", 70m, Named(Asked.Water("COD", Asked.Zhejiang, eia: "2015-01-01"), "GB 30484-2013") with { Industry = "C3843" }),
        ("GB 39731-2020", 0.5m, Named(Asked.Water("总铜", Asked.Zhejiang, eia: "2022-01-01"), "GB 39731-2020") with { Industry = "C3982" }),
        ("GB 30486-2013", 100m, Named(Asked.Water("COD", Asked.Zhejiang, eia: "2015-01-01"), "GB 30486-2013").Given("special_area=no") with { Industry = "C1910" }),
        ("GB 4915-2013", 200m, (Asked.Air("二氧化硫", Asked.Zhejiang, eia: "2015-01-01") with { Industry = "C3011" }).Given("equipment=kiln", "special_area=no", "gas_source=other")),
        ("DB44/2367-2022", 80m, Asked.Air("非甲烷总烃", Asked.Guangzhou, eia: "2023-01-01").Given("voc_standard=yes", "gas_source=process")),
    ];

    public static TheoryData<string> Standards => [.. Examples.Select(e => e.Standard)];

    [Theory]
    [MemberData(nameof(Standards))]
    public void On_the_limit_complies_just_under_complies_and_just_over_exceeds(string standard)
    {
        var (_, high, question) = Examples.Single(e => e.Standard == standard);
        var answer = Asked.Answer(question);
        Assert.Equal((LimitStanding.Applies, ""), (answer.Standing, string.Join("; ", answer.Missing.Select(m => m.Name))));
        var limit = Assert.Single(answer.Limits);
        Assert.Equal((standard, high), (limit.Standard, limit.High));
        Assert.NotEmpty(limit.Clause!);
        Assert.StartsWith("limits/", limit.Source.File, StringComparison.Ordinal);
        Assert.Equal(Standing.Compliant, Stand(high));
        Assert.Equal(Standing.Compliant, Stand(high - 0.001m));
        Assert.Equal(Standing.Exceeds, Stand(high + 0.001m));

        Standing Stand(decimal value) => LimitComparison.Stand(MeasuredValue.Of(value), question.Unit!, answer);
    }

    [Fact]
    public void Every_standard_at_hand_has_an_example() =>
        Assert.Equal(
            Shipped.Reference.Limits.Standards.Where(s => s.IsAtHand).Select(s => s.Number).Distinct().Order(StringComparer.Ordinal),
            Examples.Select(e => e.Standard).Order(StringComparer.Ordinal));

    private static LimitQuestion Named(LimitQuestion question, string standard) => question with { Standard = standard };
}
