using CleanProd.Rules.Facts;
using Xunit;

namespace CleanProd.Rules.Tests.Facts;

public class SubstanceMatcherTests
{
    
    private static readonly SubstanceMatcher In2024 = new(Shipped.Reference, new DateOnly(2024, 12, 31));

    [Theory]
    [InlineData("氰化钠", 2)]
    [InlineData("143-33-9", 2)]
    [InlineData("山奈", 2)]
    [InlineData("总铅", 3)]
    [InlineData("铅及其化合物", 3)]
    [InlineData("含铬污泥", 3)]
    [InlineData("重铬酸钾", 3)]
    [InlineData("7778-50-9", 3)]
    [InlineData("三氧化铬（铬酐）", 3)]
    [InlineData("二噁英", 4)]
    [InlineData("PCBs", 4)]
    [InlineData("336-054-17", 1)]
    [InlineData("HW17", 1)]
    [InlineData("hw17", 1)]
    [InlineData("石灰", 0)]
    [InlineData("盐酸", 0)]
    [InlineData("甲醛", 0)]
    [InlineData("铬铁矿渣砖", 0)]
    public void The_class_follows_the_catalogues_in_force(string substance, int toxicClass) =>
        Assert.Equal(toxicClass, In2024.Match(substance).ToxicClass);

    [Fact]
    public void A_name_leads_to_the_catalogues_that_know_only_its_number()
    {
        var match = In2024.Match("二氯甲烷");
        Assert.Equal("75-09-2", match.Cas);
        Assert.Superset(new HashSet<string> { "toxic-air-2018", "toxic-water-2019", "priority-chemicals-1" }, match.Catalogues.ToHashSet());
    }

    [Fact]
    public void A_declared_number_counts_beside_an_unknown_name() =>
        Assert.Equal(2, In2024.Match("电镀用盐", "143-33-9").ToxicClass);

    [Fact]
    public void Total_chromium_is_not_hexavalent_chromium()
    {
        Assert.DoesNotContain("toxic-water-2019", In2024.Match("总铬").Catalogues);
        Assert.Contains("toxic-air-2018", In2024.Match("总铬").Catalogues);
        Assert.Contains("toxic-water-2019", In2024.Match("六价铬").Catalogues);
        Assert.Contains("toxic-water-2019", In2024.Match("铬（六价）").Catalogues);
    }

    [Fact]
    public void A_metal_that_the_text_does_not_name_is_found_but_has_no_class()
    {
        var nickel = In2024.Match("总镍");
        Assert.Contains("class3-other-metals", nickel.Catalogues);
        Assert.Equal(0, nickel.ToxicClass);
    }

    [Theory]
    [InlineData(2016, 6, 30, 0)]
    [InlineData(2016, 7, 1, 3)]
    public void Class_three_begins_with_the_measures(int year, int month, int day, int toxicClass) =>
        Assert.Equal(toxicClass, new SubstanceMatcher(Shipped.Reference, new DateOnly(year, month, day)).Match("总镉").ToxicClass);

    [Theory]
    [InlineData(2023, 6, 5, 0)]
    [InlineData(2023, 6, 6, 4)]
    public void An_annex_entry_counts_from_its_own_day(int year, int month, int day, int toxicClass) =>
        Assert.Equal(toxicClass, new SubstanceMatcher(Shipped.Reference, new DateOnly(year, month, day)).Match("六氯丁二烯").ToxicClass);

    [Theory]
    [InlineData(2019, "hazardous-waste-2016")]
    [InlineData(2024, "hazardous-waste-2021")]
    [InlineData(2025, "hazardous-waste-2025")]
    public void A_waste_code_is_read_by_its_category_where_the_codes_of_the_edition_are_not_at_hand(int year, string catalogue)
    {
        var match = new SubstanceMatcher(Shipped.Reference, new DateOnly(year, 12, 31)).Match("336-054-17");
        Assert.Equal([catalogue], match.Catalogues);
        Assert.Equal(1, match.ToxicClass);
    }

    [Fact]
    public void A_waste_code_of_no_category_is_no_hazardous_waste() => Assert.Equal(0, In2024.Match("900-999-99").ToxicClass);

    [Theory]
    [InlineData("总汞", true)]
    [InlineData("总α放射性", true)]
    [InlineData("苯并[a]芘", true)]
    [InlineData("苯并（a）芘", true)]
    [InlineData("铬（六价）", true)]
    [InlineData("总锌", false)]
    [InlineData("总铜", false)]
    [InlineData("氨氮（NH3-N）", false)]
    [InlineData("多环芳烃", false)]
    public void First_class_pollutants_of_GB_8978_are_the_thirteen_of_table_1(string name, bool firstClass) =>
        Assert.Equal(firstClass, In2024.Match(name).Catalogues.Contains("gb8978-1996-table1"));

    [Theory]
    [InlineData("143-33-9", true)]
    [InlineData("143-33-8", false)]
    [InlineData("143339", false)]
    [InlineData("1-33-9", false)]
    [InlineData("", false)]
    public void A_CAS_number_is_told_by_its_check_digit(string text, bool valid) => Assert.Equal(valid, CasNumber.IsValid(text));
}
