using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Tests.Facts;

/// <summary>How places, trades and pollutants are found by code and by name.</summary>
public class RegistersTests
{
    private static readonly RegionRegister Regions = new(
    [
        new("440000", "广东省", null, null), new("440100", "广州市", "440000", "珠三角"), new("440103", "荔湾区", "440100", null), new("440112", "鼓楼区", "440100", null), new("320102", "鼓楼区", "320100", null), new("440100", "另一个", null, null), new("440200", "韶", "440000", null), new("440232", "乳源瑶族自治县", "440200", null),
    ]);

    [Theory]
    [InlineData("440100", "440100", "440100")]
    [InlineData(" 440100 ", "440100", "440100")]
    [InlineData("广州市", "440100", "440100")]
    [InlineData("广州", "440100", "440100")]
    [InlineData("广", null, null)]
    [InlineData("广东省", "440000", "440000")]
    [InlineData("荔湾", "440103", "440103")]
    [InlineData("鼓楼区", null, null)]
    [InlineData("鼓楼", null, null)]
    [InlineData("韶", "440200", "440200")]
    [InlineData("乳源瑶族自治", "440232", "440232")]
    [InlineData("乳源", null, null)]
    [InlineData("440199", null, "440199")]
    [InlineData("4401", null, null)]
    [InlineData("44019a", null, null)]
    [InlineData("990000", null, null)]
    [InlineData("Ohio", null, null)]
    public void A_place_by_its_code_or_by_a_name_that_only_one_bears(string text, string? found, string? code) => Assert.Equal((found, code), (Regions.Find(text)?.Code, Regions.CodeOf(text)));

    [Fact]
    public void The_city_and_the_province_of_a_code()
    {
        Assert.Equal(("440100", "440000", null, null), (Regions.CityOf("440103")?.Code, Regions.ProvinceOf("440103")?.Code, Regions.CityOf("44"), Regions.ProvinceOf("4")));
        Assert.Equal(("440100", "440000", null, null), (Regions.CityOf("4401")?.Code, Regions.ProvinceOf("44")?.Code, Regions.CityOf("440399"), Regions.ProvinceOf("110000")));
        Assert.Equal(["320102", "440000", "440100", "440103", "440112", "440200", "440232"], Regions.All.Select(r => r.Code));
        Assert.Equal("广州市", Regions.Find("440100")!.Name);
    }

    private static readonly IndustryRegister Industries = new([new("C3360", "金属表面处理"), new("C336", "金属表面处理"), new("C33", "金属制品业"), new("C", "制造业"), new("C33", "另一个"), new("D44", "电力")]);

    [Theory]
    [InlineData("C3360", "C3360")]
    [InlineData(" c3360 ", "C3360")]
    [InlineData("3360", "C3360")]
    [InlineData("33", "C33")]
    [InlineData("3", null)]
    [InlineData("金属表面处理", "C336")]
    [InlineData("制造业", "C")]
    [InlineData("金属", null)]
    [InlineData("", null)]
    public void A_trade_by_its_code_or_its_name(string text, string? code) => Assert.Equal(code, Industries.Find(text)?.Code);

    [Fact]
    public void The_division_and_the_name_of_a_trade()
    {
        Assert.Equal(("C33", "C33", null, null), (Industries.DivisionOf("C3360")?.Code, Industries.DivisionOf("C33")?.Code, Industries.DivisionOf("C3"), Industries.DivisionOf("C99")));
        Assert.Equal(("金属制品业", "C99"), (Industries.NameOf("C33"), Industries.NameOf("C99")));
        Assert.Equal(["C", "C33", "C336", "C3360", "D44"], Industries.All.Select(i => i.Code));
    }

    private static readonly PollutantRegister Pollutants = new(
    [
        (new(new("w21003"), "氨氮", "Ammonia", Medium.Water) { Code2005 = "060" }, ["NH3-N", "氨"]), (new(new("a21001"), "氨", "Ammonia", Medium.Air) { Code2005 = "060" }, ["NH3", ""]), (new(new("a34013"), "烟尘(实测浓度)", "", Medium.Air), ["浓度"]), (new(new("w01001"), "pH值", "pH", Medium.Water), ["pH", "pH!~"]),
        (new(new("W21003"), "另一个", "", Medium.Air), ["氨氮"]),
    ]);

    [Theory]
    [InlineData("w21003", Medium.Unspecified, "w21003")]
    [InlineData(" W21003 ", Medium.Air, "w21003")]
    [InlineData("氨氮", Medium.Unspecified, "w21003")]
    [InlineData("氨 氮\u200b\ufeff", Medium.Water, "w21003")]
    [InlineData("氨氮（NH3-N）", Medium.Unspecified, "w21003")]
    [InlineData("氨氮（NH3-N", Medium.Unspecified, null)]
    [InlineData("（氨氮）", Medium.Unspecified, null)]
    [InlineData("nh3-n", Medium.Unspecified, "w21003")]
    [InlineData("ＮＨ３", Medium.Unspecified, "a21001")]
    [InlineData("ｐＨ！～", Medium.Unspecified, "w01001")]
    [InlineData("氨", Medium.Water, "w21003")]
    [InlineData("氨", Medium.Air, "a21001")]
    [InlineData("氨", Medium.Unspecified, "w21003")]
    [InlineData("NH3", Medium.Water, "a21001")]
    [InlineData("氨氮浓度", Medium.Unspecified, "w21003")]
    [InlineData("氨氮实测浓度", Medium.Unspecified, "w21003")]
    [InlineData("氨氮折算浓度", Medium.Unspecified, "w21003")]
    [InlineData("氨氮排放浓度", Medium.Unspecified, "w21003")]
    [InlineData("氨氮浓度（mg/L）", Medium.Unspecified, "w21003")]
    [InlineData("烟尘（实测浓度）", Medium.Air, "a34013")]
    [InlineData("浓度", Medium.Air, "a34013")]
    [InlineData("实测浓度", Medium.Air, null)]
    [InlineData("氨氮总量", Medium.Unspecified, null)]
    [InlineData("氨氮)", Medium.Unspecified, null)]
    [InlineData("折算", Medium.Air, null)]
    [InlineData("Ammonia", Medium.Unspecified, null)]
    [InlineData("", Medium.Unspecified, null)]
    public void A_pollutant_by_code_name_or_alias(string text, Medium medium, string? code)
    {
        Assert.Equal(code, Pollutants.Find(text, medium)?.Code.Value);
        Assert.Equal(code ?? text.Trim(), Pollutants.Resolve(text, medium).Value);
    }

    [Theory]
    [InlineData("060", Medium.Water, "w21003")]
    [InlineData("060", Medium.Air, "a21001")]
    [InlineData("060", Medium.Unspecified, "w21003")]
    [InlineData("W01001", Medium.Air, "w01001")]
    [InlineData("061", Medium.Water, null)]
    public void A_code_that_a_device_sends(string code, Medium medium, string? expected) => Assert.Equal(expected, Pollutants.FindDeviceCode(code, medium)?.Code.Value);

    [Fact]
    public void What_a_code_is_called_and_where_it_goes()
    {
        Assert.Equal(("氨", "other"), (Pollutants.NameOf(new("a21001")), Pollutants.NameOf(new("other"))));
        Assert.Equal((Medium.Air, Medium.Unspecified), (Pollutants.MediumOf(new("a21001")), Pollutants.MediumOf(new("other"))));
        Assert.Equal(["a21001", "a34013", "w01001", "w21003"], Pollutants.All.Select(p => p.Code.Value));
        Assert.Equal((true, false), (Pollutants.Find("pH")!.IsPh, Pollutants.Find("氨")!.IsPh));
    }

    [Fact]
    public void Flow_oxygen_and_the_like_are_states_of_the_stream()
    {
        string[] states =
        [
            "w00000", "w01010", "a00000", "a19001", "a01001", "a01002", "a01006", "a01007", "a01008", "a01011", "a01012", "a01013", "a01014", "a01015", "a01016", "a01017",
        ];
        Assert.All(states, s => Assert.True(new Pollutant(new(s), "", "", Medium.Air).IsAuxiliary, s));
        Assert.All((string[])["w01018", "w01001", "a01003", "a34013"], s => Assert.False(Pollutant.IsState(new(s)), s));
    }
}
