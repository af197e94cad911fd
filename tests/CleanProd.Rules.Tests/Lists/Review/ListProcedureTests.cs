using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Review;
using Xunit;
using static CleanProd.Rules.Tests.Lists.Review.InventedReview;

namespace CleanProd.Rules.Tests.Lists.Review;

public class ListProcedureTests
{
    [Theory]
    [InlineData("law-2002", "toxic", "G3", "Development")]
    [InlineData("measures-2004", "toxic", "G3", "Development")]
    [InlineData("law-2012", "toxic", "G3", "Development")]
    [InlineData("measures-2016", "toxic", "G3", "")]
    [InlineData("code-2026", "toxic", "G3", "")]
    [InlineData("measures-2004", "double_over", "G1a", "")]
    [InlineData("measures-2016", "double_over", "G1b", "")]
    [InlineData("law-2012", "energy", "G2", "Development Energy")]
    [InlineData("measures-2016", "energy", "G2", "Development Energy")]
    public void Each_instrument_says_who_signs_beside_the_environmental_side(string pack, string classId, string ground, string signers) =>
        Assert.Equal(signers, string.Join(' ', Of(pack).SignaturesOf(classId, [ground], Department.Environment)));

    [Theory]
    [InlineData("law-2002", "G1a G1b")]
    [InlineData("measures-2004", "G1a G1b")]
    [InlineData("law-2012", "G1b G2")]
    [InlineData("measures-2016", "G1b G2")]
    [InlineData("code-2026", null)]
    public void The_publication_of_polluters_ends_with_the_law_that_knew_it(string pack, string? grounds) =>
        Assert.Equal(grounds, Of(pack).Polluters is { } polluters ? string.Join(' ', polluters.Grounds) : null);

    [Fact]
    public void Every_chinese_pack_orders_every_ground_that_it_judges()
    {
        foreach (var pack in Shipped.NationalPacks.Append(Shipped.Pack("rules/gd/guangdong-overlay.json")))
        {
            var ordered = ListProcedure.Of([pack]).Parts.SelectMany(p => p.Grounds).ToArray();
            Assert.All(pack.Rules.Select(r => r.Ground).OfType<string>().Distinct(), g => Assert.Single(ordered, g));
        }
    }

    [Fact]
    public void An_overlay_stands_beside_the_national_pack()
    {
        var both = ListProcedure.Of([Shipped.Pack("rules/cn/measures-2016.json"), Shipped.Pack("rules/gd/guangdong-overlay.json")]);
        Assert.Contains(both.Parts, p => p.Grounds.Contains("R1"));
        Assert.NotNull(both.Polluters);
    }

    [Fact]
    public void A_regime_that_names_nobody_has_the_plain_chain()
    {
        var part = ListProcedure.Of([Shipped.Pack("rules/examples/us-npdes-snc.json")]).PartOf("significant_noncompliance", ["significant_noncompliance"]);
        Assert.Equal((Department.Environment, AdministrativeLevel.County, AdministrativeLevel.City, AdministrativeLevel.Province), (part.Lead, part.Propose, part.Verify, part.Fix));
        Assert.Empty(part.Signatures);
    }

    [Fact]
    public void A_section_without_its_parts_is_refused() => Assert.Throws<FormatException>(() => ListProcedureReader.Read("{}"));

    private static ListProcedure Of(string pack) => ListProcedure.Of([Shipped.Pack($"rules/cn/{pack}.json")]);
}
