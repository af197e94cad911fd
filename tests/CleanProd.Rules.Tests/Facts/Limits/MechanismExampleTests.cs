using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;
using CleanProd.Rules.Facts.Limits;

namespace CleanProd.Rules.Tests.Facts.Limits;

/// <summary>For each mechanism by which a limit comes about, one value on, just under and just over it, worked by hand.</summary>
public class MechanismExampleTests
{
    private static readonly Unit MgPerL = Unit.Parse("mg/L"), KgPerHour = Unit.Parse("kg/h");

    // Where the mechanism stands, what the value on the limit is, and how a value stands. A minimum is broken from below.
    private static readonly (string Mechanism, decimal On, Func<decimal, Standing> Stand, bool IsMinimum)[] Examples =
    [
        // DB44/27-2001 annex B, SO2 at 18 m between 2.1 (15 m) and 3.6 (20 m): 2.1 + 1.5 · 3/5.
        ("interpolation between stack heights", 3.0m, v => Rate(v, "18"), false),
        // 140 kg/h at 100 m, times (110/100)².
        ("square-law extrapolation above the table", 169.4m, v => Rate(v, "110"), false),
        // 2.6 kg/h at 15 m for a source of the first period, times (10/15)²; below 15 m a new source takes half of its own 2.1.
        ("square-law extrapolation below the table, halved for a new source", 2.1m * 100m / 225m / 2m, v => Rate(v, "10"), false),
        ("halving for a stack not 5 m above its buildings", 1.5m, v => LimitComparison.Stand(MeasuredValue.Of(v), KgPerHour, Asked.Answer(Sulphur("18").Given("stack_5_m_above_buildings=no"))), false),
        // Stacks of 17 and 31 m, 47.9 m apart, count as one of √((17² + 31²)/2) = 25 m: 3.6 (20 m) + 8.4 · 5/10 up to 12 (30 m).
        ("equivalent stack", 7.8m, v => Rate(v, StackRate.Equivalent((17m, 2m), (31m, 3m), 47.9m)!.Value.HeightM.ToString("0", System.Globalization.CultureInfo.InvariantCulture)), false),
        // GB 13271-2014, gas at 3.5 % reference oxygen, 50 mg/m³: at 17.5 % oxygen 10 is (21 − 3.5)/(21 − 17.5) · 10 = 50.
        ("reference oxygen", 10m, v => LimitComparison.Stand(MeasuredValue.Of(v), Unit.Parse("mg/m3"), Asked.Answer(
            Asked.Air("二氧化硫", Asked.Zhejiang, eia: "2015-01-01").Given("gas_source=boiler", "fuel=gas", "special_area=no")), measuredOxygen: 17.5m), false),
        // GB 4287-2012 4.5, 80 mg/L: twice the base drainage makes 40 into 80.
        ("base drainage", 40m, v => LimitComparison.Stand(MeasuredValue.Of(ConvertedConcentration.ToBaseDrainage(v, 2800m, [(10m, 140m)])), MgPerL, Asked.Answer(
            (Asked.Water("COD", Asked.Zhejiang) with { Industry = "C1713" }).Given("special_area=no"))), false),
        // DB44/26-2001 annex A: (100·3·10 + 90·1·10)/40.
        ("mixed outlet", 97.5m, v => ValueJudgement.Judge(MeasuredValue.Of(v), null, ConvertedConcentration.MixedOutletLimit([(100m, 3m, 10m), (90m, 1m, 10m)])).Standing, false),
        // DB44/26-2001 annex B: 100 mg/L · 140 m³/t.
        ("load limit", 14m, v => ValueJudgement.Judge(MeasuredValue.Of(v), null, ConvertedConcentration.LoadLimit(100m, 140m)).Standing, false),
        // GB 18918-2002 4.1.3.1 asks for more than 60 %.
        ("removal rate", 60.001m, v => LimitComparison.Removes(v, Single(Town("COD", "三级").Given("influent_cod_mg_l=351") with { Unit = null, Kinds = [LimitKind.Concentration, LimitKind.Removal] }), strictly: true)
            ? Standing.Compliant : Standing.Exceeds, true),
        ("concentration where the influent is not strong enough for a removal", 120m, v => Water(v, Town("COD", "三级").Given("influent_cod_mg_l=350")), false),
        // GB 18918-2002 table 1 note 1.
        ("temperature: warm water", 5m, v => Water(v, Town("氨氮", "一级A").Given("water_temperature_c=12.1")), false),
        ("temperature: cold water", 8m, v => Water(v, Town("氨氮", "一级A").Given("water_temperature_c=12")), false),
        ("range, upper end", 9m, v => Ph(v), false),
        ("range, lower end", 6m, v => Ph(v), true),
        ("minimum without a maximum", 6m, v => Water(v, Guangdong("pH值") with { Unit = Unit.Parse("无量纲"), PermitLimits = [Permit("pH值", "无量纲", low: 6m)] }, "无量纲"), true),
        // No number is nought: "not detectable" is broken by the first that is above it.
        ("not detectable", 0m, v => Water(v, Asked.Water("烷基汞", Asked.Zhejiang) with { Workshop = true }), false),
        ("permit before standard", 80m, v => Water(v, Guangdong("COD") with { Grade = "一级", PermitLimits = [Permit("COD", "mg/L", high: 80m)] }), false),
        ("strictest of several permit limits", 70m, v => Water(v, Guangdong("COD") with { PermitLimits = [Permit("COD", "mg/L", high: 80m), Permit("COD", "g/L", high: 0.07m)] }), false),
        // DB44/26-2001 first grade in Guangdong; GB 8978-1996 first grade elsewhere.
        ("local before national", 90m, v => Water(v, Asked.Water("COD", Asked.Guangzhou) with { Grade = "一级" }), false),
        ("national where there is no local one", 100m, v => Water(v, Asked.Water("COD", Asked.Zhejiang) with { Grade = "一级" }), false),
        ("sector before general", 80m, v => Water(v, (Asked.Water("COD", Asked.Zhejiang) with { Industry = "C1713" }).Given("special_area=no")), false),
        // DB44/26-2001 4.2.2.
        ("period I", 100m, v => Water(v, Guangdong("COD") with { Grade = "一级", EiaApprovedOn = new(2001, 12, 31) }), false),
        ("period II", 90m, v => Water(v, Guangdong("COD") with { Grade = "一级", EiaApprovedOn = new(2002, 1, 1) }), false),
        ("grade of the second class of water", 110m, v => Water(v, Guangdong("COD") with { Grade = "二级" }), false),
        ("indirect discharge by receiver", 500m, v => Water(v, Indirect("dyeing_park")), false),
        ("indirect discharge into a town plant", 80m, v => Water(v, Indirect("town")), false),
        // DB44/26-2001 5.1.
        ("class I at the workshop outlet", 1.5m, v => Water(v, Guangdong("总铬") with { Workshop = true, Discharge = DischargeKind.Indirect }), false),
        ("strictest of two standards at one outlet", 40m, v => Water(v, (Town("COD", null) with { Standard = "DB44/26-2001 一级 与 GB 18918-2002 一级B" }).Given("scope[DB44/26-2001]=城镇二级污水处理厂")), false),
    ];

    public static TheoryData<string> Mechanisms => [.. Examples.Select(e => e.Mechanism)];

    [Theory]
    [MemberData(nameof(Mechanisms))]
    public void On_the_limit_complies_and_one_step_beyond_exceeds(string mechanism)
    {
        const decimal step = 0.000001m;
        var (_, on, stand, isMinimum) = Examples.Single(e => e.Mechanism == mechanism);
        var (inside, beyond) = isMinimum ? (on + step, on - (mechanism == "removal rate" ? 0.001m : step)) : (Math.Max(0m, on - step), on + step);
        Assert.Equal((Standing.Compliant, Standing.Compliant, Standing.Exceeds), (stand(on), stand(inside), stand(beyond)));
    }

    [Fact]
    public void What_complies_by_the_national_standard_exceeds_the_local_one() =>
        Assert.Equal(
            (Standing.Exceeds, Standing.Compliant),
            (Water(95m, Asked.Water("COD", Asked.Guangzhou) with { Grade = "一级" }), Water(95m, Asked.Water("COD", Asked.Zhejiang) with { Grade = "一级" })));

    private static Standing Water(decimal value, LimitQuestion question, string unit = "mg/L") => LimitComparison.Stand(MeasuredValue.Of(value), Unit.Parse(unit), Applies(question));

    private static Standing Ph(decimal value) => Water(value, Guangdong("pH值") with { Grade = "一级", Unit = Unit.Parse("无量纲") }, "无量纲");

    private static Standing Rate(decimal value, string height) => LimitComparison.Stand(MeasuredValue.Of(value), KgPerHour, Applies(Sulphur(height).Given("stack_5_m_above_buildings=yes")));

    private static LimitQuestion Sulphur(string height) =>
        (Asked.Air("二氧化硫", Asked.Guangzhou, unit: "kg/h") with { Grade = "二级", StackHeightM = decimal.Parse(height, System.Globalization.CultureInfo.InvariantCulture), Standard = "DB44/27-2001" })
        .Given("gas_source=process", "process=other");

    private static LimitQuestion Guangdong(string pollutant) => Asked.Water(pollutant, Asked.Guangzhou) with { Standard = "DB44/26-2001" };

    private static LimitQuestion Town(string pollutant, string? grade) =>
        Asked.Water(pollutant, Asked.Guangzhou) with { Standard = "GB 18918-2002", Grade = grade, Industry = "D4620" };

    private static LimitQuestion Indirect(string receiver) =>
        (Asked.Water("COD", Asked.Zhejiang) with { Standard = "GB 4287-2012", Industry = "C1713", Discharge = DischargeKind.Indirect }).Given("special_area=no", $"receiver={receiver}");

    private static PermitLimitRecord Permit(string pollutant, string unit, decimal? low = null, decimal? high = null) =>
        new(new("A"), new("1"), Shipped.Reference.Pollutants.Resolve(pollutant, Medium.Water), Unit.Parse(unit), new(2020, 1, 1), TestFacts.Source) { LimitLow = low, LimitHigh = high, LegalSource = "许可证" };

    private static LimitAnswer Applies(LimitQuestion question)
    {
        var answer = Asked.Answer(question);
        Assert.Equal((LimitStanding.Applies, ""), (answer.Standing, string.Join("; ", answer.Missing.Select(m => m.Name))));
        return answer;
    }

    private static ApplicableLimit Single(LimitQuestion question) => Assert.Single(Applies(question).Limits);
}
