using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Limits;
using static CleanProd.Rules.Tests.Facts.Limits.MadeUpLimits;

namespace CleanProd.Rules.Tests.Facts.Limits;

/// <summary>The small words of the tables of limits, and the days between two changes of the law.</summary>
public class LimitVocabularyTests
{
    [Theory]
    [InlineData("44|45", true, null, "44 45")]
    [InlineData("44 | 4501", true, null, "44 4501")]
    [InlineData("!45", false, null, "45")]
    [InlineData("group:珠三角", true, "珠三角", "")]
    [InlineData("!group:珠三角", false, "珠三角", "")]
    public void A_condition_of_place(string text, bool inside, string? group, string codes)
    {
        var read = RegionCondition.Parse(text);
        Assert.Equal((inside, group, codes), (read.Inside, read.Group, string.Join(' ', read.Codes)));
    }

    [Theory]
    [InlineData("fuel=coal, oil", "fuel = coal oil", null)]
    [InlineData(" temperature >12.5", "temperature > 12.5", "12.5")]
    [InlineData("temperature<=12", "temperature <= 12", "12")]
    [InlineData("product=a>b", "", null)]
    [InlineData("temperature>warm", "", null)]
    [InlineData("temperature<=warm", "", null)]
    [InlineData("=coal", "", null)]
    [InlineData(">12", "", null)]
    [InlineData("coal", "", null)]
    [InlineData("", "", null)]
    public void A_question_to_a_person(string text, string expected, string? number)
    {
        var read = LimitAsk.Parse(text);
        Assert.Equal(expected, read is null ? "" : $"{read.Fact} {read.Operator} {string.Join(' ', read.Values)}");
        Assert.Equal(number, read?.Number is { } n ? PlainNumber.Text(n) : null);
    }

    [Theory]
    [InlineData("mg/L", false, null)]
    [InlineData("mg/m3", false, null)]
    [InlineData("kg/t", true, "mass/mass")]
    [InlineData("g/万t", true, "mass/mass")]
    [InlineData("mg/kg", false, null)]
    [InlineData("kg/d", true, "mass/time")]
    [InlineData("kg/h", false, "mass/time")]
    [InlineData("kg/adt", true, "mass/air-dry tonne")]
    [InlineData("kg/m2", true, "mass/area")]
    [InlineData("kg", false, null)]
    [InlineData("pH", false, null)]
    [InlineData("kg/头", false, null)]
    public void A_load_is_a_mass_per_something_made_or_per_day(string unit, bool computed, string? apart) =>
        Assert.Equal((computed, apart), (LoadUnit.IsComputed(Unit.Parse(unit)), LoadUnit.Apart(Unit.Parse(unit))));

    [Theory]
    [InlineData("DB44/26-2001 与 GB 18918-2002 一级A", "DB44/26-2001 GB 18918-2002")]
    [InlineData("db44／26-2001", "DB44/26-2001")]
    [InlineData("GB18918-2002", "GB 18918-2002")]
    [InlineData("GB 16297-1996", "")]
    [InlineData("", "")]
    public void A_text_names_the_standards_of_the_medium(string text, string expected) => Assert.Equal(expected, string.Join(' ', Named.Named(text, Medium.Water).Select(s => s.Number)));

    [Theory]
    [InlineData("GB 18918-2002 一级A", "一级A")]
    [InlineData("GB18918-2002一级A标准", "一级A")]
    [InlineData("GB 18918-2002 一级", "一级")]
    [InlineData("GB 18918-2002 三级", null)]
    [InlineData("GB 18918-2002（一级A）", null)]
    [InlineData("DB44/26-2001 一级A", null)]
    [InlineData("一级A", null)]
    [InlineData(null, null)]
    public void The_longest_grade_right_after_the_number_is_meant(string? text, string? grade) => Assert.Equal(grade, Named.GradeNamed(text, Named.Standards[1], ["一级", "一级A", "一级B", "二级"]));

    [Fact]
    public void Days_between_two_changes_are_one_epoch()
    {
        var library = Library(
            [General("G") with { From = new(2000, 1, 1), To = new(2020, 12, 31), TownPlantDirectFrom = new(2015, 3, 27) }], [Row("G", 1m) with { From = new(2005, 1, 1), To = new(2009, 12, 31) }],
            [new("G", new(), new(2012, 1, 1), new(2012, 12, 31), Wording.None)]);
        DateOnly[] changes = [new(2000, 1, 1), new(2005, 1, 1), new(2010, 1, 1), new(2012, 1, 1), new(2013, 1, 1), new(2015, 3, 27), new(2021, 1, 1)];
        Assert.Equal(Enumerable.Range(0, changes.Length), changes.Select(c => library.EpochOf(c.AddDays(-1))));
        Assert.Equal(Enumerable.Range(1, changes.Length), changes.Select(library.EpochOf));
        Assert.Equal(changes, changes.Select(c => library.NextChange(c.AddDays(-1))));
        Assert.Equal([.. changes.Skip(1), DateOnly.MaxValue], changes.Select(library.NextChange));
        Assert.Equal(DateOnly.MaxValue, LimitLibrary.Empty.NextChange(Day));
        Assert.Equal(0, LimitLibrary.Empty.EpochOf(Day));
    }

    [Fact]
    public void A_library_knows_its_rows_by_standard_and_medium_and_by_identity()
    {
        DischargeStandard[] standards = [General("G"), General("G") with { Medium = Medium.Air }, General("H")];
        var library = Library(standards, [Row("G", 1m), Row("G", 2m) with { Medium = Medium.Air }, Row("G", 3m)]);
        Assert.Equal([2, 1, 0], standards.Select(s => library.Of(s).Count));
        Assert.Equal(2m, library.Row("G=2").High);
        Assert.Equal(Medium.Air, library.Standard("G", Medium.Air).Medium);
    }

    private static readonly LimitLibrary Named = Library([General("DB44/26-2001"), General("GB 18918-2002"), General("GB 16297-1996") with { Medium = Medium.Air }], []);
}
