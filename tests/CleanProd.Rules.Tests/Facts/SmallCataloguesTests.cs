using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Tests.Facts;

/// <summary>How a declared substance finds its lines in a few lines made up for it.</summary>
public class SmallCataloguesTests
{
    private const string Lead = "7439-92-1", Cyanide = "143-33-9", Benzene = "71-43-2", Toluene = "108-88-3", Chrome = "7440-47-3";

    [Theory]
    [InlineData("氰化钠", "toxic 2 " + Cyanide)]
    [InlineData(" 氰 化\u3000钠 ", "toxic 2 " + Cyanide)]
    [InlineData("山奈", "toxic 2 " + Cyanide)]
    [InlineData(Cyanide, "toxic 2 " + Cyanide)]
    [InlineData(" " + Cyanide + " ", "toxic 2 " + Cyanide)]
    [InlineData("NaCN（工业级）", "toxic 2 " + Cyanide)]
    [InlineData("nacn[粉]", "toxic 2 " + Cyanide)]
    [InlineData("ＮａＣＮ！～", "toxic 2 " + Cyanide)]
    [InlineData("氰化钠（粉）末", " 0 ")]
    [InlineData("（氰化钠）", " 0 ")]
    [InlineData("氰化", " 0 ")]
    [InlineData("石灰", " 0 ")]
    [InlineData("108-88-3", " 0 108-88-3")]
    [InlineData("143-33-8", " 0 ")]
    public void A_name_an_alias_or_a_number_finds_its_line(string name, string expected) => Assert.Equal(expected, Said(Matcher().Match(name)));

    [Theory]
    [InlineData("含铅污泥", "metals 3 " + Lead)]
    [InlineData("含铅", "metals 3 " + Lead)]
    [InlineData("含铅锑合金", "alloys,metals 1 " + Lead)]
    [InlineData("污泥含铅", " 0 ")]
    public void A_beginning_finds_whatever_begins_so(string name, string expected) => Assert.Equal(expected, Said(Matcher().Match(name)));

    [Fact]
    public void A_beginning_of_no_letters_finds_nothing() => Assert.Equal(" 0 ", Said(new SubstanceMatcher(new() { Catalogues = [new("any", "a", [Line("甲", null, 1, "*")])] }, Day).Match("乙")));

    [Fact]
    public void The_name_as_written_decides_before_the_name_without_its_remark()
    {
        Assert.Equal("six 3 ", Said(Matcher().Match("铬（六价）")));
        Assert.Equal("total 0 ", Said(Matcher().Match("铬（三价）")));
        Assert.Equal("total 0 ", Said(Matcher().Match("铬")));
    }

    [Fact]
    public void A_number_declared_beside_the_name_counts_as_well_and_leads_to_further_lines()
    {
        Assert.Equal("toxic 2 " + Cyanide, Said(Matcher().Match("电镀用盐", " " + Cyanide + " ")));
        Assert.Equal("metals,total 3 " + Lead, Said(Matcher().Match("铬", Lead)));
        Assert.Equal("metals,toxic 2 " + Lead, Said(Matcher().Match("氰化钠", Lead)));
        Assert.Equal(" 0 " + Toluene, Said(Matcher().Match("石灰", Toluene)));
        Assert.Equal("toxic 2 " + Cyanide, Said(Matcher().Match(Cyanide, Lead)));
    }

    [Fact]
    public void A_line_found_by_name_leads_to_others_by_its_number_unless_it_means_several()
    {
        Assert.Equal("air,family,solvents 4 " + Benzene, Said(Matcher().Match("苯")));
        Assert.Equal("family 0 ", Said(Matcher().Match("苯系物")));
        Assert.Equal("air,family,solvents 4 " + Benzene, Said(Matcher().Match(Benzene)));
        Assert.Equal("family 0 " + Toluene, Said(new SubstanceMatcher(new() { Catalogues = [new("family", "f", [Line("苯系物", Benzene) with { OtherCas = [Toluene] }])] }, Day).Match(Toluene)));
    }

    [Theory]
    [InlineData("336-054-17", "waste 1 ")]
    [InlineData("336-054-18", " 0 ")]
    [InlineData("336-054-170", " 0 ")]
    [InlineData("900-001-17", "codes 5 ")]
    [InlineData("HW17", "waste 1 ")]
    public void A_waste_code_is_read_by_its_category_where_it_is_not_listed(string code, string expected) => Assert.Equal(expected, Said(Matcher().Match(code)));

    [Theory]
    [InlineData("2024-01-01", "")]
    [InlineData("2024-01-02", "dated")]
    [InlineData("2024-06-30", "dated")]
    [InlineData("2024-07-01", "")]
    public void A_line_counts_from_its_first_day_to_its_last(string day, string expected)
    {
        var reference = new ReferenceData { Catalogues = [new("dated", "d", [Line("甲") with { From = new(2024, 1, 2), To = new(2024, 6, 30) }])] };
        Assert.Equal(expected, string.Join(',', new SubstanceMatcher(reference, Limits.Asked.Day(day)).Match("甲").Catalogues));
        Assert.Equal(expected, string.Join(',', SubstanceMatcher.On(reference, Limits.Asked.Day(day)).Match("甲").Catalogues));
    }

    [Fact]
    public void A_matcher_is_made_once_for_a_day_of_a_table()
    {
        ReferenceData one = new(), other = new();
        Assert.Same(SubstanceMatcher.On(one, Day), SubstanceMatcher.On(one, Day));
        Assert.NotSame(SubstanceMatcher.On(one, Day), SubstanceMatcher.On(other, Day));
        Assert.NotSame(SubstanceMatcher.On(one, Day), SubstanceMatcher.On(one, Day.AddDays(1)));
    }

    private static readonly DateOnly Day = new(2024, 12, 31);

    private static CatalogueEntry Line(string name, string? cas = null, int? toxic = null, params string[] aliases) => new(name, cas, aliases, toxic, new(2016, 7, 1), null, "sourced");

    private static SubstanceMatcher Matcher() => new(new()
    {
        Catalogues =
        [
            new("toxic", "t", [Line("氰化钠", Cyanide, 2, "山奈", "NaCN", "NaCN!~")]), new("metals", "m", [Line("铅及其化合物", Lead, 3, "含铅*", "总铅")]), new("alloys", "a", [Line("合金", null, 1, "含铅锑*")]),
            new("total", "c", [Line("总铬", null, null, "铬"), Line("铬矿", Chrome, null)]), new("six", "c", [Line("六价铬", null, 3, "铬(六价)")]), new("solvents", "s", [Line("苯", Benzene, 4)]), new("air", "s", [Line("Benzene", Benzene)]),
            new("family", "f", [Line("苯系物", Benzene) with { OtherCas = ["95-47-6"] }]), new("waste", "w", [Line("HW17", null, 1)]), new("codes", "w", [Line("900-001-17", null, 5)]),
        ],
    }, Day);

    private static string Said(SubstanceMatch match) => $"{string.Join(',', match.Catalogues.Order(StringComparer.Ordinal))} {match.ToxicClass} {match.Cas}";
}
