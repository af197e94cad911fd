using CleanProd.Rules.Host.Policy;

namespace CleanProd.Rules.Tests.Host.Policy;

/// <summary>Law that is compiled once and asked for often.</summary>
public class CompiledLawsTests
{
    private static readonly CleanProd.Rules.Rules.RulePack Measures = Shipped.Pack("rules/cn/measures-2016.json");
    private static readonly DateOnly Day = new(2025, 1, 15);

    [Fact]
    public async Task Packs_of_a_day_are_compiled_once_however_many_ask()
    {
        var laws = new CompiledLaws();
        var found = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => laws.On([Measures], Day))));
        Assert.Single(found.Distinct());
        Assert.Equal([Measures.Name], found[0].Names);
    }

    [Fact]
    public void Another_day_or_another_text_is_another_law()
    {
        var laws = new CompiledLaws();
        var law = laws.On([Measures], Day);
        Assert.NotSame(law, laws.On([Measures], Day.AddYears(-1)));
        Assert.NotSame(law, laws.On([Measures, Shipped.Pack("rules/gd/guangdong-overlay.json")], Day));
        Assert.Same(law, laws.On([Measures], Day));
    }

    [Fact]
    public void What_was_asked_for_long_ago_is_let_go()
    {
        var laws = new CompiledLaws();
        var law = laws.On([Measures], Day);
        for (var year = 1; year <= 8; year++) laws.On([Measures], Day.AddYears(-year));
        Assert.NotSame(law, laws.On([Measures], Day));
    }
}
