using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;
using CleanProd.Rules.Facts.Limits;

namespace CleanProd.Rules.Tests.Facts.Limits;

public class LimitResolverTests
{
    [Theory]
    [InlineData("一级", DischargeKind.Direct, "C2110", "90")]
    [InlineData("二级", DischargeKind.Direct, "C2110", "110")]
    [InlineData(null, DischargeKind.Indirect, "C2110", "500")]
    [InlineData("一级", DischargeKind.Direct, "C1713", "100")]
    [InlineData("二级", DischargeKind.Direct, "C1713", "130")]
    [InlineData(null, DischargeKind.Indirect, "C1713", "500")]
    public void DB44_26_table_4_COD_by_grade_and_trade(string? grade, DischargeKind discharge, string industry, string high) =>
        Assert.Equal(Number(high), Single(Guangdong("COD") with { Grade = grade, Discharge = discharge, Industry = industry }).High);

    // 10.7 case 10; DB44/26-2001 4.2.2.
    [Theory]
    [InlineData("2001-12-31", "2", "100")]
    [InlineData("2002-01-01", "4", "90")]
    public void The_day_of_the_EIA_approval_selects_the_period(string approved, string table, string high)
    {
        var limit = Single(Guangdong("COD") with { Grade = "一级", EiaApprovedOn = Asked.Day(approved) });
        Assert.Equal((table, Number(high)), (limit.Table, limit.High));
    }

    [Fact]
    public void An_unknown_EIA_day_is_missing_only_where_the_periods_differ()
    {
        var unknown = Guangdong("COD") with { Grade = "一级", EiaApprovedOn = null };
        Assert.Equal(["facilities.eia_approved_on"], Asked.Answer(unknown).Missing.Select(m => m.Name));
        Assert.Equal(LimitStanding.Applies, Asked.Answer(unknown with { Pollutant = Code("总铬"), Workshop = true }).Standing);
        Assert.Equal(Standing.Exceeds, Stand("101", unknown));
        Assert.Equal(Standing.Indeterminate, Stand("95", unknown));
        Assert.Equal(Standing.Compliant, Stand("90", unknown));
    }

    // DB44/26-2001 5.1; trap 1.
    [Fact]
    public void A_class_I_pollutant_is_judged_at_the_workshop_outlet_alone()
    {
        var chromium = Guangdong("总铬") with { Workshop = true, Discharge = DischargeKind.Indirect };
        Assert.Equal(1.5m, Single(chromium).High);
        Assert.Equal(LimitStanding.NoLimit, Asked.Answer(chromium with { Workshop = false }).Standing);
        Assert.Equal(["outlets.workshop"], Asked.Answer(chromium with { Workshop = null }).Missing.Select(m => m.Name));
        Assert.Equal(LimitStanding.NoLimit, Asked.Answer(Guangdong("COD") with { Workshop = true, Grade = "一级" }).Standing);
    }

    // 10.7 case 3.
    [Theory]
    [InlineData("9.0", Standing.Compliant)]
    [InlineData("9.1", Standing.Exceeds)]
    [InlineData("6", Standing.Compliant)]
    [InlineData("5.9", Standing.Exceeds)]
    public void pH_is_a_range_with_both_ends_inside(string value, Standing expected) =>
        Assert.Equal(expected, Stand(value, Guangdong("pH值") with { Grade = "一级", Unit = Unit.Parse("无量纲") }));

    // 10.7 case 2; DB44/26-2001 5.2.2 and 5.2.3.
    [Fact]
    public void One_sample_is_judged_in_supervision_and_the_daily_mean_in_self_monitoring()
    {
        var cod = Guangdong("COD") with { Grade = "一级", SampledOn = new(2004, 6, 1), EiaApprovedOn = new(2003, 1, 1) };
        var sample = cod with { Window = AveragingWindow.Instant };
        Assert.Equal(Standing.Exceeds, Stand("120", sample with { Origin = DataOrigin.Supervision }));
        Assert.Equal(Standing.Compliant, Stand("85", cod with { Origin = DataOrigin.Self }));
        Assert.Equal(LimitStanding.OtherWindow, Asked.Answer(sample with { Origin = DataOrigin.Self }).Standing);
        Assert.Equal(["measurements.origin"], Asked.Answer(sample with { Origin = DataOrigin.Unspecified }).Missing.Select(m => m.Name));
    }

    [Fact]
    public void Supervision_may_also_read_a_daily_mean() =>
        Assert.Equal(90m, Single(Guangdong("COD") with { Grade = "一级", Origin = DataOrigin.Supervision }).High);

    // GB 18918-2002 table 1 note 1: outside the brackets above 12 degrees.
    [Theory]
    [InlineData("12.1", "5")]
    [InlineData("12", "8")]
    public void Ammonia_of_a_town_plant_depends_on_the_water_temperature(string temperature, string high) =>
        Assert.Equal(Number(high), Single(Town("氨氮", "一级A").Given($"water_temperature_c={temperature}")).High);

    [Fact]
    public void Without_the_temperature_the_fact_is_asked_for()
    {
        Assert.Equal(["water_temperature_c"], Asked.Answer(Town("氨氮", "一级A")).Missing.Select(m => m.Name));
        Assert.Equal(Standing.Exceeds, Stand("8.1", Town("氨氮", "一级A")));
    }

    // GB 18918-2002 4.1.3.1.
    [Fact]
    public void A_strong_influent_turns_the_limit_into_a_removal()
    {
        var question = Town("COD", "三级") with { Unit = null, Kinds = [LimitKind.Concentration, LimitKind.Removal] };
        Assert.Equal(120m, Single(question.Given("influent_cod_mg_l=350")).High);
        var removal = Single(question.Given("influent_cod_mg_l=351"));
        Assert.Equal(60m, removal.Low);
        Assert.False(LimitComparison.Removes(60m, removal, strictly: true));
        Assert.True(LimitComparison.Removes(60.1m, removal, strictly: true));
        Assert.True(LimitComparison.Removes(60m, removal, strictly: false));
    }

    // DB44/1597-2015 4.2.7; trap 7.
    [Fact]
    public void An_indirect_plating_plant_may_discharge_twice_the_value_for_existing_plants()
    {
        var cod = Asked.Water("COD", Asked.Guangzhou, eia: "2013-01-01") with { Standard = "DB44/1597-2015", Discharge = DischargeKind.Indirect };
        Assert.Equal(160m, Single(cod.Given("special_area=no")).High);
        Assert.Equal(80m, Single((cod with { Discharge = DischargeKind.Direct, EiaApprovedOn = new(2012, 8, 31) }).Given("special_area=no")).High);
    }

    // Trap 5: 2012-09-01 in the Pearl River Delta, 2015-08-20 elsewhere.
    [Theory]
    [InlineData(Asked.Guangzhou, "2012-09-01", "0.1")]
    [InlineData(Asked.Guangzhou, "2012-08-31", "0.5")]
    [InlineData(Asked.Shaoguan, "2012-09-01", "0.5")]
    public void The_delta_has_its_own_day(string region, string approved, string high)
    {
        var nickel = Asked.Water("总镍", region, eia: approved) with { Standard = "DB44/1597-2015", Workshop = true };
        Assert.Equal(Number(high), Single(nickel.Given("special_area=no")).High);
    }

    // GB 4287-2012 as amended 2015-03-27.
    [Fact]
    public void Indirect_dyeing_wastewater_depends_on_who_receives_it()
    {
        var cod = Asked.Water("COD", Asked.Zhejiang) with { Standard = "GB 4287-2012", Industry = "C1713", Discharge = DischargeKind.Indirect };
        var ordinary = cod.Given("special_area=no");
        Assert.Equal(80m, Single(ordinary.Given("receiver=town")).High);
        Assert.Equal(500m, Single(ordinary.Given("receiver=dyeing_park")).High);
        Assert.Equal(200m, Single(ordinary.Given("receiver=other")).High);
        Assert.Equal(200m, Single(ordinary with { SampledOn = new(2015, 3, 26), EiaApprovedOn = new(2013, 6, 1) }).High);
        Assert.Equal(["receiver"], Asked.Answer(ordinary).Missing.Select(m => m.Name));
        Assert.Equal((Standing.Exceeds, Standing.Indeterminate, Standing.Compliant), (Stand("501", ordinary), Stand("300", ordinary), Stand("80", ordinary)));
    }

    // Announcement 2015 no. 41 (recalled): trap 6.
    [Fact]
    public void What_was_suspended_no_longer_binds()
    {
        var aniline = (Asked.Water("苯胺类", Asked.Zhejiang) with { Standard = "GB 4287-2012", Industry = "C1713", EiaApprovedOn = new(2013, 6, 1) }).Given("special_area=no");
        Assert.True(Single(aniline with { SampledOn = new(2015, 5, 31) }).NotDetectable);
        Assert.Equal(1m, Single(aniline with { SampledOn = new(2015, 6, 1) }).High);
    }

    // DB44/26-2001 6.3.
    [Fact]
    public void A_later_and_stricter_national_standard_binds_in_Guangdong()
    {
        var cod = (Asked.Water("COD", Asked.Guangzhou) with { Industry = "C1713", Grade = "一级" }).Given("special_area=no");
        Assert.Equal(("GB 4287-2012", 80m), Single(cod) is var s ? (s.Standard, s.High) : default);
        var electronics = Asked.Water("COD", Asked.Guangzhou, on: "2023-06-01") with { Industry = "C3982", Grade = "一级", Standard = null };
        Assert.Equal(("DB44/26-2001", 90m), Single(electronics.Given("scope[GB 21900-2008]=other", "scope[DB44/1597-2015]=other")) is var e ? (e.Standard, e.High) : default);
    }

    [Fact]
    public void Where_a_standard_applies_whose_values_are_not_at_hand_only_an_exceedance_of_the_known_one_is_certain()
    {
        var brewery = Asked.Water("COD", Asked.Guangzhou) with { Industry = "C1513", Grade = "一级" };
        Assert.Contains(Asked.Answer(brewery).Missing, m => m.Name.Contains("GB 19821-2005", StringComparison.Ordinal));
        Assert.Equal((Standing.Exceeds, Standing.Indeterminate), (Stand("90.1", brewery), Stand("50", brewery)));
    }

    [Fact]
    public void General_standards_do_not_hold_beside_a_national_sector_standard()
    {
        var answer = Asked.Answer((Asked.Water("总锰", Asked.Zhejiang) with { Industry = "C1713" }).Given("special_area=no"));
        Assert.Equal(LimitStanding.NoLimit, answer.Standing);
        Assert.Contains("GB 4287-2012", answer.Reason.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.0001", Standing.Exceeds)]
    [InlineData("<0.00001", Standing.Compliant)]
    [InlineData("ND", Standing.Compliant)]
    [InlineData("", Standing.Indeterminate)]
    public void Not_detectable_is_no_zero(string value, Standing expected)
    {
        var mercury = Asked.Water("烷基汞", Asked.Zhejiang) with { Workshop = true };
        var measured = value switch { "ND" => MeasuredValue.NotDetected, "" => MeasuredValue.Missing, ['<', .. var x] => new(ValueQualifier.Below, Number(x)), _ => MeasuredValue.Of(Number(value)) };
        Assert.Equal(expected, LimitComparison.Stand(measured, Unit.Parse("mg/L"), Asked.Answer(mercury)));
    }

    [Fact]
    public void The_permit_comes_first_and_the_strictest_of_its_limits_binds()
    {
        PermitLimitRecord Permit(decimal high, string unit) => new(new("A"), new("1"), Code("COD"), Unit.Parse(unit), new(2020, 1, 1), TestFacts.Source) { LimitHigh = high, LegalSource = "许可证" };
        var limit = Single(Guangdong("COD") with { PermitLimits = [Permit(80m, "mg/L"), Permit(0.07m, "g/L")] });
        Assert.Equal((70m, "许可证"), (limit.High, limit.Standard));
        Assert.Equal(90m, Single(Guangdong("COD") with { Grade = "一级", PermitLimits = [Permit(80m, "mg/L") with { To = new(2024, 5, 31) }] }).High);
    }

    [Theory]
    [InlineData(null, "facilities.region")]
    [InlineData("Ohio", "facilities.region")]
    public void No_Chinese_limit_is_found_for_a_place_that_is_not_known_to_be_Chinese(string? region, string missing) =>
        Assert.Equal([missing], Asked.Answer(Guangdong("COD") with { Region = region }).Missing.Select(m => m.Name));

    [Fact]
    public void A_standard_that_is_no_longer_in_force_is_named_with_its_successor() =>
        Assert.Contains("GB 4287-2012", Asked.Answer(Guangdong("COD") with { Standard = "GB 4287-1992" }).Missing.Single().Question.Zh, StringComparison.Ordinal);

    [Fact]
    public void The_strictest_of_two_named_standards_binds() =>
        Assert.Equal(40m, Single((Town("COD", null) with { Standard = "DB44/26-2001 一级 与 GB 18918-2002 一级B" }).Given("scope[DB44/26-2001]=城镇二级污水处理厂")).High);

    // GB 16297-1996: sources before 1997 follow its table 1.
    [Fact]
    public void What_is_known_not_to_be_at_hand_leaves_the_limit_unknown() =>
        Assert.Contains("table 1", Assert.Single(Asked.Answer(Asked.Air("氯化氢", Asked.Zhejiang, eia: "1996-12-31").Given("gas_source=process")).Missing).Name, StringComparison.Ordinal);

    private static LimitQuestion Guangdong(string pollutant) => Asked.Water(pollutant, Asked.Guangzhou) with { Standard = "DB44/26-2001" };

    private static LimitQuestion Town(string pollutant, string? grade) =>
        Asked.Water(pollutant, Asked.Guangzhou) with { Standard = "GB 18918-2002", Grade = grade, Industry = "D4620" };

    private static ApplicableLimit Single(LimitQuestion question)
    {
        var answer = Asked.Answer(question);
        Assert.Equal((LimitStanding.Applies, ""), (answer.Standing, string.Join("; ", answer.Missing.Select(m => m.Name)) + answer.Reason.Zh));
        return Assert.Single(answer.Limits);
    }

    private static Standing Stand(string value, LimitQuestion question) => LimitComparison.Stand(MeasuredValue.Of(Number(value)), question.Unit!, Asked.Answer(question));

    private static PollutantCode Code(string name) => Shipped.Reference.Pollutants.Resolve(name, Medium.Water);

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
