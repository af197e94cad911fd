using CleanProd.Rules.Facts;
using Xunit;

namespace CleanProd.Rules.Tests.Facts;

public class ReferenceListTests
{
    [Fact]
    public void Every_list_that_ships_has_its_edition()
    {
        var listed = Shipped.Reference.Lists.Select(l => l.File).ToHashSet();
        var files = Shipped.Reference.Hashes.Keys.Select(f => f.Split('/')[0]).Where(f => f is not ("catalogues" or "lists.csv")).Distinct();
        Assert.DoesNotContain(files, f => !listed.Contains(f));
    }

    [Theory]
    [InlineData("2025-01-31", false)]
    [InlineData("2025-02-01", true)]
    public void A_list_that_nobody_looked_at_for_too_long_warns(string on, bool warns) =>
        Assert.Equal(warns, List.Warning(DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture)) is not null);

    [Fact]
    public void A_superseded_list_warns_from_the_day_it_was()
    {
        var list = List with { SupersededBy = "第二版", SupersededOn = new(2024, 6, 1) };
        Assert.Null(list.Warning(new(2024, 5, 31)));
        Assert.Contains("第二版", list.Warning(new(2024, 6, 1))!.Zh, StringComparison.Ordinal);
        Assert.NotNull((list with { SupersededOn = null }).Warning(new(2024, 1, 31)));
    }

    private static ReferenceList List => new("x.csv", new("名录", "List"), "1", new(2024, 1, 31), 12);
}
