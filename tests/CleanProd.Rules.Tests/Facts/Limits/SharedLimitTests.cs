using CleanProd.Rules.Determinations;
using CleanProd.Rules.Tests.Host;

namespace CleanProd.Rules.Tests.Facts.Limits;

/// <summary>Mixed outlets, equivalent stacks and limits of load, from the files of a data set to the determination.</summary>
public class SharedLimitTests
{
    private const string Dyeing = "DW001.mixed[DB44/26-2001 一级:纺织染整工业]", Petrochemical = "DW001.mixed[DB44/26-2001 一级:石油化工工业(包括石油炼制)]";

    // DB44/26-2001 annex A, table 4: (100 · 140 · 10 + 60 · 20 · 70) / (140 · 10 + 20 · 70) = 80.
    [Theory]
    [InlineData("80", Outcome.NotTriggered)]
    [InlineData("79.999", Outcome.NotTriggered)]
    [InlineData("80.001", Outcome.Triggered)]
    public void The_limit_of_a_mixed_outlet_is_weighted_with_base_drainage_and_output(string value, Outcome expected)
    {
        var (outcome, text) = Mixed(value, $"{Dyeing}=140*10", $"{Petrochemical}=20*70").Exceeding();
        Assert.Equal(expected, outcome);
        if (outcome == Outcome.Triggered) Assert.Contains("附录A 混合排放（DB44/26-2001 一级:石油化工工业(包括石油炼制) 60 mg/L×20×70、DB44/26-2001 一级:纺织染整工业 100 mg/L×140×10）", text, StringComparison.Ordinal);
    }

    // A weighted limit lies between 60 and 100.
    [Theory]
    [InlineData("60", Outcome.NotTriggered)]
    [InlineData("60.001", Outcome.Undetermined)]
    [InlineData("100", Outcome.Undetermined)]
    [InlineData("100.001", Outcome.Triggered)]
    public void Without_drainage_and_output_only_what_is_over_or_within_all_limits_is_told(string value, Outcome expected)
    {
        var (outcome, text) = Mixed(value, Dyeing, $"{Petrochemical}=20*70").Exceeding();
        Assert.Equal(expected, outcome);
        if (outcome == Outcome.Undetermined) Assert.Contains("基准排水量与产量", text, StringComparison.Ordinal);
    }

    // GB 4287-2012 4.5: 80 of its table 2 beside 60 of DB44/26-2001.
    [Theory]
    [InlineData("60", Outcome.NotTriggered)]
    [InlineData("59.999", Outcome.NotTriggered)]
    [InlineData("60.001", Outcome.Triggered)]
    public void With_a_sector_standard_the_strictest_binds_and_names_the_other(string value, Outcome expected)
    {
        var (outcome, text) = Mixed(value, "DW001.mixed[GB 4287-2012]", $"{Petrochemical}=20*70", "special_area=no").Exceeding();
        Assert.Equal(expected, outcome);
        if (outcome == Outcome.Triggered) Assert.Contains("混合排放从严，另有：GB 4287-2012 表2 80 mg/L", text, StringComparison.Ordinal);
    }

    // 40 of both; GB 18918-2002 grade 1B has 60.
    [Theory]
    [InlineData("40", Outcome.NotTriggered)]
    [InlineData("40.001", Outcome.Triggered)]
    public void An_outlet_whose_file_names_two_standards_keeps_the_strictest_and_names_both(string value, Outcome expected)
    {
        var given = new GivenFiles("D4620").Outlet("DW001", "water", "direct", "", standard: "DB44/26-2001 一级 与 GB 18918-2002 一级B")
            .Value("DW001", "COD", "2024-03-01", "day", value, "mg/L").Said("scope[DB44/26-2001]=城镇二级污水处理厂");
        var (outcome, text) = given.Exceeding();
        Assert.Equal(expected, outcome);
        if (outcome == Outcome.Triggered) Assert.Contains("混合排放从严，另有：GB 18918-2002 表1 60 mg/L", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DW001.mixed[DB44/26-2001 一级:织布]=1*1")]
    [InlineData("DW001.mixed[GB 0-0]=1*1")]
    [InlineData("DW001.mixed[]=1*1")]
    public void What_names_no_scope_of_the_library_leaves_the_outlet_open(string topic) => Assert.Equal(Outcome.Undetermined, Mixed("10", topic).Exceeding().Outcome);

    // DB44/27-2001 annex A: √((17² + 31²)/2) = 25 m; annex B: 3.6 (20 m) + 8.4 · 5/10 (to 12 at 30 m) = 7.8.
    [Theory]
    [InlineData("3.8", "4", Outcome.NotTriggered)]
    [InlineData("3.799", "4", Outcome.NotTriggered)]
    [InlineData("3.801", "4", Outcome.Triggered)]
    [InlineData("7.8", "<0.1", Outcome.Undetermined)]
    [InlineData("7.7", "<0.1", Outcome.NotTriggered)]
    [InlineData("7.801", "<0.1", Outcome.Triggered)]
    public void Two_near_stacks_are_judged_as_one_at_their_equivalent_height(string first, string second, Outcome expected)
    {
        var (outcome, text) = Stacks("47.9").Value("DA001", "二氧化硫", "2024-03-01T08:00", "hour", first, "kg/h").Value("DA002", "二氧化硫", "2024-03-01T08:00", "hour", second, "kg/h").Exceeding();
        Assert.Equal(expected, outcome);
        if (outcome == Outcome.Triggered) Assert.Contains($"等效排气筒 DA001、DA002（相距47.9 m，小于高度之和；附录A）：速率 {first}＋{second}＝", text, StringComparison.Ordinal);
    }

    // Each by itself: 2.1 + 1.5 · 2/5 = 2.7 at 17 m, 12 + 9 · 1/10 = 12.9 at 31 m.
    [Theory]
    [InlineData("2.7", "12.9", Outcome.NotTriggered)]
    [InlineData("2.701", "12.9", Outcome.Triggered)]
    [InlineData("2.7", "12.901", Outcome.Triggered)]
    public void Stacks_as_far_apart_as_the_sum_of_their_heights_are_judged_alone(string first, string second, Outcome expected) => Assert.Equal(
        expected, Stacks("48").Value("DA001", "二氧化硫", "2024-03-01T08:00", "hour", first, "kg/h").Value("DA002", "二氧化硫", "2024-03-01T08:00", "hour", second, "kg/h").Exceeding().Outcome);

    [Theory]
    [InlineData("7.8", Outcome.Undetermined)]
    [InlineData("7.801", Outcome.Triggered)]
    public void Without_the_rate_of_the_other_stack_only_what_is_over_alone_is_told(string first, Outcome expected)
    {
        var (outcome, text) = Stacks("47.9").Value("DA001", "二氧化硫", "2024-03-01T08:00", "hour", first, "kg/h").Value("DA002", "二氧化硫", "2024-03-01T09:00", "hour", "0", "kg/h").Exceeding();
        Assert.Equal(expected, outcome);
        if (outcome == Outcome.Undetermined) Assert.Contains("等效排气筒：DA002 同一时段的排放速率", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("equivalent_stacks[DA001,DA002]")]
    [InlineData("equivalent_stacks[DA002,DA003]=1")]
    public void A_pair_that_cannot_be_read_or_a_third_stack_leaves_the_rate_open(string more) => Assert.Equal(Outcome.Undetermined,
        Stacks("47.9").Said(more).Value("DA001", "二氧化硫", "2024-03-01T08:00", "hour", "1", "kg/h").Value("DA002", "二氧化硫", "2024-03-01T08:00", "hour", "1", "kg/h").Exceeding().Outcome);

    // 80 mg/L × V / 50 t: 1.6 kg/t at 1000 m³; 80 kg/d likewise.
    [Theory]
    [InlineData("1.6", "kg/t", "1000", Outcome.NotTriggered)]
    [InlineData("1.6", "kg/t", "999.9", Outcome.NotTriggered)]
    [InlineData("1.6", "kg/t", "1000.1", Outcome.Triggered)]
    [InlineData("80", "kg/d", "1000", Outcome.NotTriggered)]
    [InlineData("80", "kg/d", "1000.1", Outcome.Triggered)]
    [InlineData("1.6", "kg/t", "", Outcome.Undetermined)]
    public void A_load_is_computed_from_the_volume_and_output_of_the_day(string limit, string unit, string volume, Outcome expected)
    {
        var (outcome, text) = Load(limit, unit, volume).Said("output[2024-03-01]=50 t").Exceeding();
        Assert.Equal(expected, outcome);
        if (outcome == Outcome.Triggered) Assert.Contains($"由日均浓度80 mg/L×当日排放体积{volume} m3", text, StringComparison.Ordinal);
        if (outcome == Outcome.Undetermined) Assert.Contains("缺少当日排放体积", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_output_of_the_day_a_load_per_product_is_open_and_one_per_day_is_not()
    {
        var (outcome, text) = Load("1.6", "kg/t", "1000").Said("output[2024-03-02]=50 t").Exceeding();
        Assert.Equal(Outcome.Undetermined, outcome);
        Assert.Contains("缺少当日产量", text, StringComparison.Ordinal);
        Assert.Equal(Outcome.NotTriggered, Load("80", "kg/d", "1000").Exceeding().Outcome);
    }

    // GB 31572-2015 table 4: 100 mg/m³, and a load per product of the plant that no outlet tells.
    [Theory]
    [InlineData("10", null, Outcome.Undetermined)]
    [InlineData("10", "load_within[GB 31572-2015]", Outcome.NotTriggered)]
    [InlineData("100.001", null, Outcome.Triggered)]
    public void A_plant_with_a_load_of_its_whole_is_open_until_somebody_judged_it(string value, string? topic, Outcome expected)
    {
        var given = new GivenFiles("C2651").Outlet("DA001", "air", "stack", "", "20", "GB 31572-2015").Value("DA001", "非甲烷总烃", "2024-03-01T08:00", "hour", value, "mg/m3")
            .Said("special_area=no");
        var (outcome, text) = (topic is null ? given : given.Said(topic)).Exceeding();
        Assert.Equal(expected, outcome);
        if (outcome == Outcome.Undetermined) Assert.Contains("load_within[GB 31572-2015]", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-CN", "混合排放限值 C=Σ(Ci·Qi·Yi)/Σ(Qi·Yi)", "等效高度25 m", "当日排放体积1000.1 m3÷产量50 t")]
    [InlineData("en", "limit of the mixed outlet C=Σ(Ci·Qi·Yi)/Σ(Qi·Yi)", "equivalent stack of DA001 and DA002", "volume 1000.1 m3 ÷ output 50 t")]
    public void The_command_line_explains_each_in_both_languages(string language, string mixed, string stacks, string load)
    {
        Assert.Contains(mixed, Explained(Mixed("80.001", $"{Dyeing}=140*10", $"{Petrochemical}=20*70"), "DW001", "COD", language), StringComparison.Ordinal);
        Assert.Contains(stacks, Explained(Stacks("47.9").Value("DA001", "二氧化硫", "2024-03-01T08:00", "hour", "3.8", "kg/h").Value("DA002", "二氧化硫", "2024-03-01T08:00", "hour", "4", "kg/h"), "DA001", "二氧化硫", language), StringComparison.Ordinal);
        Assert.Contains(load, Explained(Load("1.6", "kg/t", "1000.1").Said("output[2024-03-01]=50 t"), "DW001", "COD", language), StringComparison.Ordinal);
    }

    private static string Explained(GivenFiles given, string outlet, string pollutant, string language)
    {
        var folder = Directory.CreateTempSubdirectory("shared-limits");
        try
        {
            given.WriteTo(folder.FullName);
            var run = Cleanprod.Run(["rules", "explain", "rules/cn/measures-2016.json", "--data", folder.FullName, "--year", "2024", "--facility", "A", "--outlet", outlet, "--pollutant", pollutant, "--lang", language]);
            Assert.True(run.ExitCode == 0, run.Error);
            return run.Output;
        }
        finally
        {
            folder.Delete(true);
        }
    }

    private static GivenFiles Mixed(string value, params string[] topics) =>
        new GivenFiles().Outlet("DW001", "water", "direct", "一级").Value("DW001", "COD", "2024-03-01", "day", value, "mg/L").Said(topics);

    private static GivenFiles Stacks(string distance) => new GivenFiles("C2110")
        .Outlet("DA001", "air", "stack", "二级", "17", "DB44/27-2001").Outlet("DA002", "air", "stack", "二级", "31", "DB44/27-2001")
        .Said($"equivalent_stacks[DA001,DA002]={distance}", "gas_source=process", "process=other", "stack_5_m_above_buildings");

    private static GivenFiles Load(string limit, string unit, string volume) => new GivenFiles().Outlet("DW001", "water", "direct", "一级")
        .Permit("化学需氧量", "90", "mg/L").Permit("化学需氧量", limit, unit).Value("DW001", "COD", "2024-03-01", "day", "80", "mg/L", volume);
}
