using CleanProd.Rules.Determinations;
using CleanProd.Rules.Rules;
using static CleanProd.Rules.Tests.TestFacts;

namespace CleanProd.Rules.Tests.Determinations;

/// <summary>On a day one pack of each jurisdiction decides; a law that was not in force is never cited.</summary>
public class PackSelectionTests
{
    private static readonly RulePack Base = Pack("true");

    private static RulePack Of(string id, string jurisdiction = "CN", string? from = "2000-01-01", string? to = null) => Base with
    {
        Id = id, Jurisdiction = jurisdiction,
        GovernsFrom = from is null ? DateOnly.MinValue : DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture),
        GovernsTo = to is null ? null : DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture),
    };

    private static RulePack InForce(RulePack pack, string from, string? to) => pack with
    {
        Instrument = pack.Instrument with
        {
            InForceFrom = DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), InForceTo = to is null ? null : DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture),
        },
    };

    [Fact]
    public void The_national_pack_comes_first_whatever_order_they_are_given_in()
    {
        RulePack[] given = [Of("city", "CN-4401"), Of("old", to: "2010-12-31"), Of("province", "CN-44"), Of("nation")];
        Assert.Equal(["nation", "province", "city"], PackSelection.On(given, AsOf).Select(p => p.Id));
    }

    [Fact]
    public void Where_none_governs_it_is_said_which_days_the_given_ones_govern()
    {
        var refused = Assert.Throws<PackSelectionException>(() => PackSelection.On([Of("first", from: null, to: "2001-12-31"), Of("second", from: "2030-01-01")], AsOf));
        Assert.Equal("No rule pack governs on 2025-01-15; the packs given govern first … to 2001-12-31, second 2030-01-01 to ….", refused.Message);
    }

    [Fact]
    public void Two_of_one_jurisdiction_are_refused_by_name_in_order()
    {
        var refused = Assert.Throws<PackSelectionException>(() => PackSelection.On([Of("b"), Of("a"), Of("p", "CN-44")], AsOf));
        Assert.Equal("Two rule packs of CN govern on 2025-01-15: a, b; name one with --rules.", refused.Message);
    }

    [Theory]
    [InlineData("2025-01-16", null)]
    [InlineData("2000-01-01", "2025-01-14")]
    public void A_law_that_is_not_in_force_on_the_day_is_not_cited(string from, string? to)
    {
        var pack = InForce(Of("early"), from, to);
        Assert.Contains($"was not in force on 2025-01-15 (in force from {from})", Assert.Throws<PackSelectionException>(() => PackSelection.On([pack], AsOf)).Message, StringComparison.Ordinal);
        Assert.Throws<PackSelectionException>(() => PackSelection.Named(pack, AsOf));
    }

    [Theory]
    [InlineData("2025-01-15", null)]
    [InlineData("2000-01-01", "2025-01-15")]
    public void On_the_first_and_on_the_last_day_of_its_force_a_law_is_cited(string from, string? to)
    {
        var pack = InForce(Of("just"), from, to);
        Assert.Same(pack, Assert.Single(PackSelection.On([pack], AsOf)));
        Assert.Same(pack, PackSelection.Named(pack, AsOf));
    }

    [Fact]
    public void A_pack_that_is_named_must_govern_the_day()
    {
        var refused = Assert.Throws<PackSelectionException>(() => PackSelection.Named(Of("old", to: "2010-12-31"), AsOf));
        Assert.Equal("old governs 2000-01-01 to 2010-12-31, not 2025-01-15; choose another pack or --as-of.", refused.Message);
    }
}
