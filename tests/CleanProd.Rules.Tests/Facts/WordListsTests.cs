using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Tests.Facts;

/// <summary>The words that look something up: places and trades, indicators, judgements, catalogues, and what is complete.</summary>
public class WordListsTests
{
    [Theory]
    [InlineData("44", true)]
    [InlineData("33, 4401", true)]
    [InlineData("33,,44", true)]
    [InlineData("4402", false)]
    [InlineData("", false)]
    [InlineData(",", false)]
    [InlineData("4401001", false)]
    public void A_place_or_a_trade_lies_under_one_of_some_codes(string prefixes, bool expected)
    {
        Assert.Equal(expected, new FacilityFact { Id = "A", Name = "甲", Region = "440100" }.RegionIn(prefixes));
        Assert.Equal(expected, new FacilityFact { Id = "A", Name = "甲", Industry = "440100" }.IndustryIn(prefixes));
        Assert.False(new FacilityFact { Id = "A", Name = "甲" }.RegionIn(prefixes));
        Assert.False(new FacilityFact { Id = "A", Name = "甲", Region = "440100" }.IndustryIn(prefixes));
    }

    [Fact]
    public void An_indicator_is_that_of_the_year()
    {
        var indicators = new IndicatorFacts([new("spills", 2024, 5m, null, TestFacts.Source), new("spills", 2023, 4m, null, TestFacts.Source), new("blank", 2024, null, null, TestFacts.Source)], 2024);
        Assert.Equal((5m, 4m, null, null), (indicators.Value("spills"), indicators.ValueIn("spills", 2023), indicators.ValueIn("spills", 2022), indicators.Value("other")));
        Assert.Equal((true, false, false), (indicators.Has("spills"), indicators.Has("blank"), indicators.Has("other")));
        Assert.Equal((2024, 2023, null), (indicators.Find("spills")!.Year, indicators.Find("spills", 2023)!.Year, indicators.Find("other")));
        Assert.NotNull(indicators.Find("blank"));
    }

    [Fact]
    public void The_latest_judgement_of_a_topic_prevails()
    {
        DiscretionRecord Said(string topic, string value, int day) => new(new("A"), topic, value, "某局", new(2024, 12, day), "核查", TestFacts.Source);
        var facts = new DiscretionFacts([Said("t", "true", 3), Said("t", "false", 1), Said("u", "false", 2), Said("u", "true", 2)]);
        Assert.Equal(("true", "true", null, null), (facts.Value("t"), facts.Value("u"), facts.Value("v"), facts.Value(null!)));
        Assert.Equal((true, false), (facts.Recorded("t"), facts.Recorded("v")));
        Assert.Equal((3, null), (facts.Find("t")!.DecidedOn.Day, facts.Find("v")));
        Assert.Equal("", facts.AllRecords);
    }

    [Fact]
    public void While_a_judgement_was_refused_none_is_certain()
    {
        var facts = new DiscretionFacts([new(new("A"), "t", "true", "某局", new(2024, 12, 1), "核查", TestFacts.Source)], "discretion");
        Assert.Equal((null, null, true), (facts.AllRecords, facts.Value("t"), facts.Recorded("t")));
    }

    [Fact]
    public void A_list_knows_whether_it_is_complete()
    {
        FactList<string> whole = new(["a", "b"]), partly = new(["a"], "monitoring");
        Assert.Equal((2, "b", true, null), (whole.Count, whole[1], whole.IsComplete, whole.Missing));
        Assert.Equal((1, false, "monitoring"), (partly.Count, partly.IsComplete, partly.Missing));
        Assert.Equal(["a", "b"], whole.ToArray());
        var items = ((System.Collections.IEnumerable)whole).GetEnumerator();
        Assert.True(items.MoveNext());
        Assert.Equal("a", items.Current);
        Assert.Equal((false, true), (new AuditFacts([]).IsUnknown, new AuditFacts([], "audits").IsUnknown));
    }

    [Fact]
    public void Of_nothing_reported_every_list_is_incomplete()
    {
        var facts = new FacilityFacts
        {
            Facility = new() { Id = "A", Name = "甲" }, Period = new() { Year = 2024, From = new(2024, 1, 1), To = new(2024, 12, 31) }, Indicators = new([], 2024), Discretion = new([]),
        };
        IFactList[] lists = [facts.Monitoring, facts.Discharges, facts.Quotas, facts.Substances, facts.Energy, facts.Audits];
        Assert.Equal(["monitoring", "discharges", "quotas", "substances", "energy", "audits"], lists.Select(l => l.Missing));
        Assert.All(lists, l => Assert.False(l.IsComplete));
        Assert.Equal("operating", facts.Facility.Status);
    }

    [Fact]
    public void A_substance_is_in_the_catalogues_that_name_it()
    {
        var substance = new SubstanceFact { Name = "氰化钠", Role = "used", Catalogues = new HashSet<string> { "toxic" } };
        Assert.Equal((true, false, "氰化钠"), (substance.InCatalogue("toxic"), substance.InCatalogue("other"), substance.Subject));
    }
}
