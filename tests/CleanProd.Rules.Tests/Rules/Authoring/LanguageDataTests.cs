using CleanProd.Rules.Rules.Authoring;

namespace CleanProd.Rules.Tests.Rules.Authoring;

/// <summary>What an editor offers while somebody types.</summary>
public class LanguageDataTests
{
    private static readonly LanguageData Language = new(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "CleanProd.Rules.xml")), Shipped.Pack("rules/examples/us-npdes-snc.json"));

    [Theory]
    [InlineData("", "monitoring", "facility", "not", "p")]
    [InlineData("mon", "monitoring")]
    [InlineData("monitoring.", "Any", "Where", "Count")]
    [InlineData("monitoring.Any(m => m.Exc", "ExceedanceCount", "ExceedanceDays")]
    [InlineData("monitoring.Where(m => m.Window == \"day\").", "Any", "Count")]
    [InlineData("monitoring.Where(m => m.Window == \"day\").Any(n => n.MaxR", "MaxRatio")]
    [InlineData("energy.Any(e => e.Ratio > 1) and audits.Any(a => a.", "ListedOn", "Kind")]
    [InlineData("audits.", "YearsSinceLastAccepted", "Any")]
    [InlineData("facility.", "RegionIn", "Status")]
    [InlineData("indicators.", "Value", "Has")]
    [InlineData("p.", "TrcGroupI", "GroupI")]
    [InlineData("p.GroupI.", "Contains")]
    [InlineData("monitoring.Any(m => m.Window == \"", "day", "month")]
    [InlineData("facility.Status != \"", "closed")]
    [InlineData("monitoring.Any(m => discharges.Any(d => ", "m", "d", "monitoring")]
    public void What_fits_is_offered(string condition, params string[] offered) =>
        Assert.Empty(offered.Except(Language.At(condition, condition.Length).Select(i => i.Text)));

    [Fact]
    public void What_does_not_fit_is_not_offered()
    {
        Assert.DoesNotContain(Language.At("monitoring.Any(m => m.", 22), i => i.Text is "Discharged" or "Evidence" or "Months" or "PossibleExceedanceCount");
        Assert.Empty(Language.At("nothing.", 8));
        Assert.DoesNotContain(Language.At("energy.Any(e => e.Ratio > 1) and ", 33), i => i.Text == "e");
    }

    [Fact]
    public void Parameters_have_the_unit_of_the_pack_and_texts_have_none()
    {
        var parameters = Language.Words.Single(w => w.Text == "p").Members;
        Assert.All(Shipped.Pack("rules/examples/us-npdes-snc.json").Parameters, p => Assert.Equal(p.Kind == CleanProd.Rules.Rules.ParameterKind.List ? null : p.Unit, parameters.Single(m => m.Text == p.Id).Unit));
        Assert.Contains(parameters, p => p.Unit is null);
        Assert.Contains(parameters, p => p.Unit is not null);
    }

    [Fact]
    public void Everything_has_a_type_and_words_of_explanation_and_numbers_have_units()
    {
        var members = Language.Words.SelectMany(w => w.Members.Concat(w.ItemMembers)).ToArray();
        Assert.True(members.Length > 80);
        Assert.All(members, m => Assert.True(m.Type.Length > 0 && m.Documentation.Length > 5, m.Text));
        Assert.Equal("1", members.First(m => m.Text == "MaxRatio").Unit);
        Assert.Equal("`Unit`", members.First(m => m.Text == "MaxValue").Unit);
        Assert.Equal("mo", members.First(m => m.Text == "MonthsAtOrOver").Unit);
    }
}
