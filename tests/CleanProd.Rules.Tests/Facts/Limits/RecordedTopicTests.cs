using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Limits;

namespace CleanProd.Rules.Tests.Facts.Limits;

/// <summary>What a person recorded of mixed outlets, near stacks and outputs, and what of it cannot be read.</summary>
public class RecordedTopicTests
{
    private static readonly DateOnly AsOf = new(2025, 1, 15);

    private static DiscretionRecord Said(string topic, string value = "true", string on = "2024-12-01") => new(new("A"), topic, value, "某局", Asked.Day(on), "现场核查", TestFacts.Source);

    [Theory]
    [InlineData("DW001.mixed[DB44/26-2001 一级:纺织]=140*20", "DW001 DB44/26-2001 一级 纺织 140 20 2800")]
    [InlineData("DW001.mixed[DB44/26-2001： 纺织：甲]=1.5*2", "DW001 DB44/26-2001 纺织:甲 1.5 2 3")]
    [InlineData("DW001.mixed[GB 4287-2012]", "DW001 GB 4287-2012    ")]
    [InlineData("排口.一.mixed[G]", "排口.一 G    ")]
    [InlineData("DW001.mixed[G]=140", "?")]
    [InlineData("DW001.mixed[G]=140*x", "?")]
    [InlineData("DW001.mixed[G]=1234567890*1", "?")]
    [InlineData("mixed[G]", "?")]
    [InlineData("DW001.mixed[]", "?")]
    [InlineData("DW001.output[2024-03-01]=5 t", "")]
    public void A_production_of_a_mixed_outlet(string topic, string expected) => Assert.Equal(expected, Show(MixedProduction.Read([Said(topic)], AsOf), Of));

    [Fact]
    public void The_latest_word_about_a_production_counts_and_none_after_the_day()
    {
        const string topic = "DW001.mixed[G:a]";
        Assert.Equal("DW001 G a 2 2 4", Mixed(Said(topic + "=2*2", on: "2024-12-02"), Said(topic + "=1*1")));
        Assert.Equal("", Mixed(Said(topic + "=1*1"), Said(topic + "=1*1", "false", "2024-12-02")));
        Assert.Equal("DW001 G a 1 1 1", Mixed(Said(topic + "=1*1", on: "2025-01-15"), Said(topic + "=2*2", on: "2025-01-16")));
        Assert.Equal("", Mixed(Said("DW001.mixed[]", "false")));
        Assert.Equal("?", Mixed(Said("DW001.mixed[]"), Said("DW001.mixed[]", on: "2024-12-02")));
        Assert.Equal("", Mixed());
        Assert.Equal("DW001 G a   ; DW001 G b   ; DW002 A    ", Mixed(Said("DW002.mixed[A]"), Said("DW001.mixed[G:b]"), Said("DW001.mixed[G:a]")));
    }

    [Theory]
    [InlineData("equivalent_stacks[DA001,DA002]=47.9", "DA001 DA002  47.9")]
    [InlineData("equivalent_stacks[DA002，DA001：二氧化硫]=5", "DA001 DA002 二氧化硫 5")]
    [InlineData("equivalent_stacks[DA001, DA002: SO2 ]=5", "DA001 DA002 SO2 5")]
    [InlineData("equivalent_stacks[DA001,DA002]", "?")]
    [InlineData("equivalent_stacks[DA001]=5", "?")]
    [InlineData("equivalent_stacks[DA001,DA002]=1234567", "?")]
    [InlineData("near equivalent_stacks[DA001,DA002]=5", "")]
    public void A_pair_of_stacks(string topic, string expected) => Assert.Equal(expected, Show(StackPair.Read([Said(topic)], AsOf), Of));

    [Fact]
    public void The_latest_word_about_a_pair_counts_and_none_after_the_day()
    {
        const string topic = "equivalent_stacks[DA001,DA002]";
        Assert.Equal("DA001 DA002  6", Stacks(Said(topic + "=6", on: "2024-12-02"), Said(topic + "=5")));
        Assert.Equal("", Stacks(Said(topic + "=5"), Said(topic + "=5", "false", "2024-12-02")));
        Assert.Equal("DA001 DA002  5", Stacks(Said(topic + "=5", on: "2025-01-15"), Said(topic + "=6", on: "2025-01-16")));
        Assert.Equal("", Stacks(Said(topic, "false")));
        Assert.Equal("?", Stacks(Said(topic), Said(topic, on: "2024-12-02")));
        Assert.Equal("", Stacks());
        Assert.Equal("DA001 DA003  1; DA001 DA004  1; DA002 DA003  1", Stacks(Said("equivalent_stacks[DA002,DA003]=1"), Said("equivalent_stacks[DA004,DA001]=1"), Said("equivalent_stacks[DA003,DA001]=1")));
    }

    [Theory]
    [InlineData("output[2024-03-01]=50 t", " 2024-03-01 50 t")]
    [InlineData("DW001.output[2024-03-01]=1.5万t", "DW001 2024-03-01 1.5 万t")]
    [InlineData("output[2024-03-01]=50 箱子", "?")]
    [InlineData("output[2024-3-1]=50 t", "?")]
    [InlineData("output[2024-03-01]=t", "?")]
    [InlineData("output[2024-03-01]=50", "?")]
    public void An_output_of_a_day(string topic, string expected) => Assert.Equal(expected, Show(ProductOutput.Read([Said(topic)], AsOf), Of));

    [Fact]
    public void The_latest_word_about_a_day_counts_and_none_after_the_day()
    {
        const string topic = "output[2024-03-01]";
        Assert.Equal(" 2024-03-01 60 t", Outputs(Said(topic + "=60 t", on: "2024-12-02"), Said(topic + "=50 t")));
        Assert.Equal("", Outputs(Said(topic + "=50 t"), Said(topic + "=50 t", "false", "2024-12-02")));
        Assert.Equal(" 2024-03-01 50 t", Outputs(Said(topic + "=50 t", on: "2025-01-15"), Said(topic + "=60 t", on: "2025-01-16")));
        Assert.Equal("", Outputs());
        Assert.Equal("?", Outputs(Said("output[x"), Said("output[x", on: "2024-12-02")));
        Assert.Equal("?; ?", Outputs(Said("output[x"), Said("output[y")));
    }

    [Fact]
    public void The_output_of_an_outlet_comes_before_that_of_the_plant()
    {
        var tonne = Unit.Parse("t");
        DateOnly day = new(2024, 3, 1);
        ProductOutput plant = new(null, day, new(50m, tonne)), outlet = new(new("DW001"), day, new(20m, tonne));
        Assert.Equal((20m, 50m), (On("DW001", outlet, plant), On("DW002", outlet, plant)));
        Assert.Equal(20m, On("DW001", plant, outlet));
        Assert.Null(On("DW002", outlet));
        Assert.Null(On("DW001", outlet with { Day = new(2024, 3, 2) }));
        Assert.Equal(50m, On("DW001", plant, outlet with { Output = new(20m, Unit.Parse("m2")) }));

        decimal? On(string of, params ProductOutput[] outputs) => ProductOutput.On(outputs, new(of), day, u => u.ConvertsTo(tonne))?.Number;
    }

    private static string Mixed(params DiscretionRecord[] said) => Show(MixedProduction.Read(said, AsOf), Of);

    private static string Stacks(params DiscretionRecord[] said) => Show(StackPair.Read(said, AsOf), Of);

    private static string Outputs(params DiscretionRecord[] said) => Show(ProductOutput.Read(said, AsOf), Of);

    private static string Show<T>((IReadOnlyList<T> Read, IReadOnlyList<string> Unreadable) said, Func<T, string> of) => string.Join("; ", said.Read.Select(of).Concat(said.Unreadable.Select(_ => "?")));

    private static string Of(MixedProduction p) => $"{p.Outlet} {p.Standard} {p.Scope} {Number(p.BasePerUnit)} {Number(p.Output)} {Number(p.BaseVolume)}";

    private static string Of(StackPair p) => $"{p.First} {p.Second} {p.Pollutant} {Number(p.DistanceM)}";

    private static string Of(ProductOutput o) => $"{o.Outlet} {o.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)} {o.Output}";

    private static string Number(decimal? number) => number is { } n ? PlainNumber.Text(n) : "";
}
