using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Limits;
using static CleanProd.Rules.Tests.Facts.Limits.MadeUpLimits;

namespace CleanProd.Rules.Tests.Facts.Limits;

/// <summary>An answer that is kept is that of the same question alone.</summary>
public class KeptAnswersTests
{
    private static readonly LimitLibrary Plain = Library(
        [General("G"), General("H")],
        [
            Row("G", 10m, Everybody with { Asks = [new("plating", "=", ["yes"])] }), Row("G", 20m, Everybody with { Asks = [new("plating", "=", ["no"])] }), Row("H", 30m) with { Codes = [new("pH")] },
        ],
        facts: [YesNo("plating"), YesNo("fuel")]);

    [Fact]
    public void Questions_that_differ_in_what_a_person_said_have_their_own_answers()
    {
        var answers = new LimitAnswers(Plain, Regions);
        string[] expected = ["G=10", "G=20", "G=10 or G=20 asks plating", "G=10"];
        LimitQuestion[] questions = [Question.Given("plating=yes", "fuel=no"), Question.Given("plating=no", "fuel=no"), Question, Question.Given("fuel=no", "plating=yes")];
        for (var time = 0; time < 2; time++) Assert.Equal(expected, questions.Select(q => Said(answers.Resolve(q, 1))));
        Assert.Same(answers.Resolve(questions[0], 1), answers.Resolve(questions[3], 1));
        Assert.NotSame(answers.Resolve(questions[0], 1), answers.Resolve(questions[0], 2));
    }

    [Fact]
    public void Questions_that_differ_in_anything_else_have_their_own_answers()
    {
        var answers = new LimitAnswers(Plain, Regions);
        LimitQuestion[] questions =
        [
            Question, Question with { Pollutant = new("pH") }, Question with { Medium = Medium.Air }, Question with { Region = "330000" }, Question with { Industry = "C17" }, Question with { EiaApprovedOn = null }, Question with { Discharge = DischargeKind.Indirect },
            Question with { Workshop = true }, Question with { Grade = "一级" }, Question with { Standard = "H" }, Question with { StackHeightM = 15m }, Question with { Unit = Unit.Parse("kg/h") }, Question with { Window = AveragingWindow.Day },
            Question with { Origin = DataOrigin.Self }, Question with { Productions = [new(new("1"), "G", null, 1m, 1m)] }, Question with { Productions = [new(new("1"), "G", null, 1m, 2m)] }, Question with { Productions = [new(new("1"), "G", "x", 1m, 2m)] },
            Question with { Productions = [new(new("1"), "G", null, 2m, 2m)] },
        ];
        var kept = questions.Select(q => answers.Resolve(q, 1)).ToArray();
        Assert.Equal(questions.Length, kept.Distinct(ReferenceEqualityComparer.Instance).Count());
        Assert.Equal(questions.Select(q => Said(Plain, q)), questions.Select(q => Said(answers.Resolve(q, 1))));
        Assert.All(questions.Zip(kept), pair => Assert.Same(pair.Second, answers.Resolve(pair.First, 1)));
    }
}
