using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Tests.Facts;

/// <summary>Every spelling of every unit, what it measures and how much of the base of its dimension it is.</summary>
public class UnitSpellingsTests
{
    [Theory]
    [InlineData("mg/L", "g/m3")]
    [InlineData("ug/L", "mg/m3")]
    [InlineData("g/L", "kg/m3")]
    [InlineData("kg/t", "g/kg")]
    public void Between_units_of_one_size_no_digit_is_lost(string from, string to)
    {
        Assert.Equal(decimal.MaxValue, Unit.Parse(from).Convert(decimal.MaxValue, Unit.Parse(to)));
        Assert.Equal(1.2345678901234567890123456789m, Unit.Parse(to).Convert(1.2345678901234567890123456789m, Unit.Parse(from)));
    }

    [Theory]
    [InlineData("瓶！", "瓶!")]
    [InlineData("瓶～", "瓶~")]
    [InlineData("瓶（大）", "瓶(大)")]
    public void A_unit_nobody_knows_is_the_same_in_full_and_half_width(string full, string half) => Assert.Equal(Unit.Parse(half), Unit.Parse(full));

    [Theory]
    [InlineData("100")]
    [InlineData("7")]
    [InlineData("100/t")]
    [InlineData("mg/100")]
    public void Digits_alone_are_no_unit_that_is_known(string text) => Assert.False(Unit.Parse(text).IsKnown || Unit.Parse(text).ConvertsTo(Unit.Parse("t")));

    [Theory]
    [InlineData("g", "1", "g", "g 克 gram grams Gram Grams GRAMS ｇ")]
    [InlineData("g", "1000", "kg", "kg 千克 公斤 KG Kg kilogram kilograms Kilograms")]
    [InlineData("g", "1000000", "t", "t 吨 T tonne tonnes Tonnes 公吨")]
    [InlineData("g", "10000000000", "万t", "万t 万吨")]
    [InlineData("g", "0.001", "mg", "mg 毫克 ㎎ MG")]
    [InlineData("g", "0.000001", "ug", "ug µg μg 微克 UG")]
    [InlineData("g", "0.000000001", "ng", "ng 纳克")]
    [InlineData("g", "453.59237", "lb", "lb lbs LB Pounds pounds pound Pound POUNDS 磅")]
    [InlineData("L", "1", "L", "L l 升 litre liter")]
    [InlineData("L", "0.001", "mL", "mL ml 毫升")]
    [InlineData("L", "1000", "m3", "m3 m³ ㎥ M3 立方米 Nm3 Nm³ 标立方米 标m3")]
    [InlineData("L", "10000000", "万m3", "万m3 万立方米 万m³")]
    [InlineData("s", "1", "s", "s 秒")]
    [InlineData("s", "60", "min", "min 分钟")]
    [InlineData("s", "3600", "h", "h 小时 hr 时")]
    [InlineData("s", "86400", "d", "d 天 日 day")]
    [InlineData("mo", "1", "mo", "mo 月 month")]
    [InlineData("a", "1", "a", "a 年 yr year")]
    [InlineData("kgce", "1", "kgce", "kgce 千克标准煤 公斤标准煤 千克标煤")]
    [InlineData("kgce", "0.001", "gce", "gce 克标准煤")]
    [InlineData("kgce", "1000", "tce", "tce 吨标准煤 吨标煤")]
    [InlineData("MJ", "3.6", "kWh", "kWh kW·h kw·h kwh 千瓦时 度")]
    [InlineData("MJ", "36000", "万kWh", "万kWh 万kW·h 万千瓦时")]
    [InlineData("MJ", "3600", "MWh", "MWh MW·h 兆瓦时")]
    [InlineData("MJ", "1", "MJ", "MJ 兆焦")]
    [InlineData("MJ", "1000", "GJ", "GJ 吉焦")]
    [InlineData("MJ", "0.001", "kJ", "kJ 千焦")]
    [InlineData("m2", "1", "m2", "m2 m² ㎡ 平方米")]
    [InlineData("1", "0.01", "%", "% ％ percent 百分比")]
    [InlineData("1", "1", "1", "1 fraction")]
    [InlineData("无量纲", "1", "无量纲", "无量纲 dimensionless SU S.U. pH pH值 -")]
    [InlineData("倍", "1", "倍", "倍 稀释倍数 dilutionfactor colordegree 度(稀释倍数) 度（稀释倍数）")]
    [InlineData("℃", "1", "℃", "℃ °C 摄氏度 degC")]
    [InlineData("重量箱", "1", "重量箱", "重量箱")]
    [InlineData("adt", "1", "adt", "adt 风干吨 Adt ADt")]
    [InlineData("个", "1", "个", "个 count MPN CFU # 次 件 台 只 套")]
    [InlineData("Bq", "1", "Bq", "Bq 贝克")]
    [InlineData("Bq", "0.037", "pCi", "pCi")]
    public void A_unit(string unit, string factor, string symbol, string spellings)
    {
        foreach (var spelling in spellings.Split(' '))
        {
            var read = Unit.Parse(spelling);
            Assert.Equal((symbol, true), (read.Symbol, read.IsKnown));
            Assert.True(read.ConvertsTo(Unit.Parse(unit)), spelling);
            Assert.Equal(decimal.Parse(factor, System.Globalization.CultureInfo.InvariantCulture), read.Convert(1m, Unit.Parse(unit)));
        }
    }

    [Fact]
    public void What_measures_different_things_does_not_convert()
    {
        string[] one = ["g", "L", "s", "mo", "a", "kgce", "MJ", "m2", "%", "无量纲", "倍", "℃", "重量箱", "adt", "个", "Bq"];
        foreach (var a in one)
            foreach (var b in one) Assert.Equal(a == b, Unit.Parse(a).ConvertsTo(Unit.Parse(b)));
        Assert.Equal("'g' (mass) cannot be expressed in 'L' (volume); correct the unit in the source.", Assert.Throws<UnitMismatchException>(() => Unit.Parse("g").Convert(1m, Unit.Parse("L"))).Message);
    }

    [Theory]
    [InlineData("mg/m3", "g/L", "1000", "0.001")]
    [InlineData("mg/L", "ug/mL", "2.5", "2.5")]
    [InlineData("mg/100mL", "mg/L", "1", "10")]
    [InlineData("1000 m3 / d", "m3/d", "3", "3000")]
    [InlineData("MGD", "L/d", "1", "3785411.784")]
    [InlineData("kgce/t", "gce/kg", "1", "1")]
    [InlineData("kg/h", "t/d", "125", "3")]
    [InlineData("个/L", "MPN/100mL", "10", "1")]
    public void A_quotient_of_units_converts_by_both(string from, string to, string number, string expected) =>
        Assert.Equal(expected, PlainNumber.Text(Unit.Parse(from).Convert(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture), Unit.Parse(to))));

    [Theory]
    [InlineData("毫克／升", "mg/L", true)]
    [InlineData("mg / 100 毫升", "mg/100mL", true)]
    [InlineData("", "无量纲", true)]
    [InlineData(" \u200b\ufeff", "无量纲", true)]
    [InlineData("箱子", "箱子", false)]
    [InlineData("mg/箱子", "mg/箱子", false)]
    [InlineData("箱子/L", "箱子/L", false)]
    [InlineData("mg/L/d", "mg/L/d", false)]
    [InlineData("000000012mg/L", "000000012mg/L", true)]
    [InlineData("0000000012mg/L", "0000000012mg/L", false)]
    [InlineData("000mg/L", "000mg/L", false)]
    [InlineData("12mg", "12mg", false)]
    public void How_outputs_write_what_sources_wrote(string text, string symbol, bool known)
    {
        var unit = Unit.Parse(text);
        Assert.Equal((symbol, symbol, known), (unit.Symbol, unit.ToString(), unit.IsKnown));
    }

    [Fact]
    public void An_unknown_unit_converts_to_nothing_but_itself()
    {
        Assert.Equal(5m, Unit.Parse("箱子").Convert(5m, Unit.Parse("箱 子")));
        Assert.False(Unit.Parse("箱子").ConvertsTo(Unit.Parse("盒子")));
        Assert.False(Unit.Parse("箱子").ConvertsTo(Unit.Parse("无量纲")));
    }

    [Fact]
    public void Units_are_alike_by_their_symbol_and_quantities_say_their_unit()
    {
        Assert.Equal(Unit.Parse("毫克/升"), Unit.Parse("mg/L"));
        Assert.Equal(Unit.Parse("毫克/升").GetHashCode(), Unit.Parse("mg/L").GetHashCode());
        Assert.NotEqual(Unit.Parse("ug/mL"), Unit.Parse("mg/L"));
        Assert.False(Unit.Parse("mg/L").Equals(null));
        Assert.False(Unit.Parse("mg/L").Equals((object)"mg/L"));
        Assert.Equal("1500 mg/L", new Quantity(1.50m, Unit.Parse("g/L")).In(Unit.Parse("mg/L")).ToString());
        Assert.Equal("1.5 g/L", new Quantity(1.50m, Unit.Parse("g/L")).ToString());
    }
}
