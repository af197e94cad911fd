using CleanProd.Rules.Rules;
using FsCheck.Xunit;
using static CleanProd.Rules.Tests.TestFacts;

namespace CleanProd.Rules.Tests.Rules;

/// <summary>The compiled reading, its explanation, RulesEngine and a naive reader on random conditions and facts.</summary>
public class ReaderAgreementProperties
{
    private const int WorldsPerCondition = 12;

    [Property(MaxTest = 150)]
    public void All_readers_agree_on_complete_facts(int seed)
    {
        foreach (var each in Effort.Seeds(seed)) ReadComplete(each);
    }

    // 1,000 conditions, each over 500 complete and 500 incomplete facts with 4 completions of each: a million readings by each of our readers and by RulesEngine.
    [Fact]
    public void Readers_agree_on_a_million_readings()
    {
        var (conditions, worlds) = Effort.Rounds > 1 ? (1000, 500) : (10, 40);
        Parallel.For(0, conditions, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            ReadComplete(20261128 + i, worlds);
            ReadIncomplete(10261128 + i, worlds, 4);
        });
    }

    private static void ReadComplete(int seed, int worlds = WorldsPerCondition)
    {
        var random = new Random(seed);
        var condition = RandomCondition.Make(random);
        var pack = Compiled(condition.Text, parameters: RandomCondition.Parameters);
        var theirs = new RulesEngineReader(pack);
        for (var i = 0; i < worlds; i++)
        {
            var world = World.Make(random, complete: true);
            var facts = world.Facts();
            var expected = condition.Read(world) ? Truth.Yes : Truth.No;
            Assert.True(pack.Rules[0].Condition.Ask(facts) == expected, $"{condition.Text} over {world}: expected {expected}");
            Assert.Equal(expected, pack.Rules[0].Condition.Explain(facts).Ask(pack.Rules[0].Condition.Expression));
            Assert.Equal(expected == Truth.Yes, theirs.ReadAsync(facts).GetAwaiter().GetResult()["rule"]);
        }
    }

    [Property(MaxTest = 150)]
    public void No_completion_of_the_missing_facts_contradicts_the_answer(int seed)
    {
        foreach (var each in Effort.Seeds(seed)) ReadIncomplete(each);
    }

    private static void ReadIncomplete(int seed, int worlds = WorldsPerCondition, int completions = 8)
    {
        var random = new Random(seed);
        var condition = RandomCondition.Make(random);
        var pack = Compiled(condition.Text, parameters: RandomCondition.Parameters);
        var theirs = new RulesEngineReader(pack);
        for (var i = 0; i < worlds; i++)
        {
            var world = World.Make(random, complete: false);
            var facts = world.Facts();
            var answer = pack.Rules[0].Condition.Ask(facts);
            Assert.True(answer == pack.Rules[0].Condition.Explain(facts).Ask(pack.Rules[0].Condition.Expression), $"{condition.Text} over {world}: the explanation differs from {answer}");
            Assert.True(answer == pack.Rules[0].Condition.AskTwice(facts), $"{condition.Text} over {world}: the two readings differ from {answer}");
            for (var k = 0; k < completions; k++)
            {
                var completed = world.Complete(random);
                var truth = condition.Read(completed) ? Truth.Yes : Truth.No;
                Assert.True(answer == Truth.Unknown || answer == truth, $"{condition.Text} over {world} is {answer}, but {completed} makes it {truth}");
            }

            if (theirs.ReadAsync(facts).GetAwaiter().GetResult()["rule"] is not { } two) continue;
            Assert.True(two ? answer != Truth.No : answer != Truth.Yes, $"{condition.Text} over {world}: ours {answer}, RulesEngine {two}");
        }
    }

    [Property(MaxTest = 60)]
    public void An_open_answer_names_what_is_missing(int seed)
    {
        foreach (var each in Effort.Seeds(seed)) ReadOpen(each);
    }

    private static void ReadOpen(int seed)
    {
        var random = new Random(seed);
        var condition = RandomCondition.Make(random);
        var pack = Compiled(condition.Text, parameters: RandomCondition.Parameters);
        for (var i = 0; i < WorldsPerCondition; i++)
        {
            var facts = World.Make(random, complete: false).Facts();
            if (pack.Rules[0].Condition.Ask(facts) != Truth.Unknown) continue;
            Assert.NotEmpty(pack.Rules[0].Condition.Explain(facts).MissingIn(pack.Rules[0].Condition.Expression));
        }
    }
}
