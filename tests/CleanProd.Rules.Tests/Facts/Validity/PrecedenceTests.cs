using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Validity;
using CleanProd.Rules.Tests.Facts.Building;

namespace CleanProd.Rules.Tests.Facts.Validity;

/// <summary>排污许可管理条例 Art. 29: the authority's data is the basis where the two differ.</summary>
public class PrecedenceTests
{
    [Fact]
    public void The_authoritys_mean_of_the_day_decides_over_the_plants_own()
    {
        var facts = Cod().Value("COD", "2024-03-05", "day", "85", "self").Value("COD", "2024-03-05", "day", "75", "supervision").Facts();
        Assert.Equal(0, facts.Monitoring.Sum(m => m.ExceedanceCount));
        Assert.Contains("第二十九条", Assert.Single(facts.Monitoring.Single(m => m.Origin == "self").Readings).Text.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exceedance_that_the_authority_found_stands_beside_clean_self_monitoring() =>
        Assert.Equal(1, Cod().Value("COD", "2024-03-05", "day", "75", "self").Value("COD", "2024-03-05", "day", "85", "supervision").Facts().Monitoring.Sum(m => m.ExceedanceCount));

    [Theory]
    [InlineData("2024-03-06", "day")]
    [InlineData("2024-03-05T09:00", "instant")]
    public void Another_day_or_another_window_is_no_contradiction(string at, string window) =>
        Assert.Equal(1, Cod().Value("COD", "2024-03-05", "day", "85", "self").Value("COD", at, window, "75", "supervision").Facts().Monitoring.Sum(m => m.ExceedanceCount));

    [Theory]
    [InlineData("<90")]
    [InlineData("")]
    public void What_tells_nothing_displaces_nothing(string value) =>
        Assert.Equal(1, Cod().Value("COD", "2024-03-05", "day", "85", "self").Value("COD", "2024-03-05", "day", value, "supervision").Facts().Monitoring.Sum(m => m.ExceedanceCount));

    [Fact]
    public void A_foreign_plant_is_not_judged_by_Chinese_precedence() =>
        Assert.Equal(1, new Plant(region: "Ohio").Outlet().Limit("COD", "80").Value("COD", "2024-03-05", "day", "85", "self").Value("COD", "2024-03-05", "day", "75", "supervision").Facts().Monitoring.Sum(m => m.ExceedanceCount));

    // Of several measurements of the authority in one stretch an exceedance is one, whichever was read first.
    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void One_exceedance_among_measurements_of_the_authority_stands(bool first, bool second)
    {
        var precedence = new Precedence();
        var key = new SeriesKey(new("A"), new("DW001"), new("w01018"), AveragingWindow.Day, DataOrigin.Supervision, Unit.Parse("mg/L"));
        var day = new DateTime(2024, 3, 5);
        precedence.Supervised(key, day, first);
        precedence.Supervised(key, day, second);
        Assert.True(precedence.Displaces(key, day, false));
        Assert.False(precedence.Displaces(key, day, true));
        Assert.False(precedence.Displaces(key, day.AddDays(1), false));
    }

    private static Plant Cod() => new Plant().Outlet().Limit("COD", "80");
}
