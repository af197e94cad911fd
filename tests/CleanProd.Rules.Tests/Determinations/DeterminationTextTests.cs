using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Tests.Determinations.Foresight;
using CleanProd.Rules.Tests.Determinations.Proving;

namespace CleanProd.Rules.Tests.Determinations;

/// <summary>What is kept of a determination is what it was made of, and what follows from that is not kept beside it.</summary>
public class DeterminationTextTests
{
    private static readonly Determination Listed = new(new FacilityRecord(new("A"), "甲", new SourceRef("a.csv", null, 2)), 2024, [new("rule", Outcome.Triggered) { Citation = "第一条" }]);

    [Fact]
    public void The_outcome_of_a_plant_follows_from_its_rules_and_is_not_written()
    {
        var text = DeterminationRecord.Write(Listed);
        Assert.Contains("\"rules\":[{\"rule\":\"rule\",\"outcome\":\"triggered\"", text, StringComparison.Ordinal);
        Assert.Equal(text.IndexOf("\"outcome\"", StringComparison.Ordinal), text.LastIndexOf("\"outcome\"", StringComparison.Ordinal));
        Assert.Equal(Outcome.Triggered, DeterminationRecord.Read(text).Outcome);
    }

    [Theory]
    [InlineData("\"triggered\"", "3")]
    [InlineData("\"triggered\"", "\"3\"")]
    [InlineData("\"triggered\"", "\"listed\"")]
    [InlineData("\"year\"", "\"jahr\"")]
    public void An_outcome_is_one_of_its_words_and_no_member_is_unknown(string written, string instead) =>
        Assert.StartsWith("This is no determination: ", Assert.Throws<InvalidDataException>(() => DeterminationRecord.Read(DeterminationRecord.Write(Listed).Replace(written, instead, StringComparison.Ordinal))).Message, StringComparison.Ordinal);

    [Fact]
    public void Nothing_is_no_determination() => Assert.Contains("not null", Assert.Throws<InvalidDataException>(() => DeterminationRecord.Read("null")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_case_asks_of_the_rule_of_that_name_and_only_else_of_the_one_with_that_ground()
    {
        RuleDetermination byGround = new("first", Outcome.Triggered) { Ground = "G1" }, byName = new("G1", Outcome.NotTriggered) { Ground = "G2" };
        PackCase Expecting(string rule, string outcome) => new("case", new(2025, 1, 15), 2024, [], null, [new(rule, outcome, null, [])], new(1, 1));
        var judged = Listed with { Rules = [byGround, byName] };
        Assert.Empty(PackCaseRunner.Differences(Expecting("G1", "not_triggered"), judged));
        Assert.Empty(PackCaseRunner.Differences(Expecting("G2", "not_triggered"), judged));
        Assert.Equal(["G1: expected triggered, got not_triggered"], PackCaseRunner.Differences(Expecting("G1", "triggered"), judged));
    }

    private static readonly FactSet Plants = new InventedYear().Plant("A").Indicator("A", "x", "12").Plant("B").Indicator("B", "x", "3").Set();

    private static RulePack Two(string other) => SmallPack.Of([SmallPack.Rule("indicators.Value(\"x\") > 10"), SmallPack.Rule("indicators.Value(\"x\") > 100", name: "far")], []) with
    {
        Workflows = SmallPack.Of([SmallPack.Rule(other), SmallPack.Rule("indicators.Value(\"x\") > 100", name: "far")], []).Workflows,
    };

    // The second reader takes its time to begin: once for all of these tests.
    private static readonly Screening Seldom = Of(new(int.MaxValue)), Every = Of(CrossCheck.All), None = Of(new(0));

    private static Screening Of(CrossCheck check) => new([Two("indicators.Value(\"x\") <= 10")], Shipped.Reference, Plants.TablesGiven, 2024, InventedYear.AsOf, check);

    [Fact]
    public void One_rule_that_lists_is_enough_to_be_read_twice_and_none_is_read_twice_beyond_the_sample()
    {
        Assert.Equal([Outcome.Error, Outcome.NotTriggered], Seldom.Judge(Plants.Facilities[0]).Rules.Select(r => r.Outcome));
        Assert.Equal([Outcome.NotTriggered, Outcome.NotTriggered], Seldom.Judge(Plants.Facilities[1]).Rules.Select(r => r.Outcome));
        Assert.Equal([Outcome.Error, Outcome.NotTriggered], Every.Judge(Plants.Facilities[1]).Rules.Select(r => r.Outcome));
        Assert.Equal([Outcome.Error, Outcome.NotTriggered], None.Judge(Plants.Facilities[1]).Rules.Select(r => r.Outcome));
    }

    [Fact]
    public void What_cannot_be_read_is_an_error_of_every_rule_that_says_why()
    {
        var unreadable = Seldom.Unreadable(Plants.Facilities[0].Facility, "damaged");
        Assert.Equal((Outcome.Error, 2024, 2), (unreadable.Outcome, unreadable.Year, unreadable.Rules.Count));
        Assert.All(unreadable.Rules, r => Assert.Equal(["error: damaged"], r.Missing));
    }

    private sealed class Heard : IProgress<int>
    {
        internal List<int> Numbers { get; } = [];

        public void Report(int value) => Numbers.Add(value);
    }

    [Fact]
    public void How_far_a_screening_is_is_told_at_its_end()
    {
        var heard = new Heard();
        Assert.Equal(["A", "B"], Seldom.Judge(Plants.Facilities, heard).Select(d => d.Facility.Id.Value));
        Assert.Equal([2], heard.Numbers);
        Assert.ThrowsAny<OperationCanceledException>(() => Seldom.Judge(Plants.Facilities, null, new CancellationToken(canceled: true)));
    }
}
