namespace CleanProd.Rules.Tests.Rules.Fuzzing;

/// <summary>Packs that were made to do harm: each is refused with a reason, and the process that reads it lives.</summary>
public class HostilePackTests
{
    // Given to a process that is warm: what the runtime needs to start is no property of a pack.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private static readonly string Honest = Shipped.Text("rules/cn/measures-2016.json");

    [Fact]
    public void Each_hostile_pack_is_refused_for_its_fault_by_one_process_that_lives()
    {
        using var child = new CheckingChild();
        Assert.True(child.Ask("honest", Honest, Patience)!.Ok);
        var slow = new List<string>();
        foreach (var (name, code, text) in Files().Concat(Grown()))
        {
            var answer = child.Ask(name, text, Patience);
            Assert.True(answer is not null, $"{name}: the process died or hung");
            Assert.True(answer.Fault is null, $"{name}: {answer.Fault}");
            Assert.False(answer.Ok, $"{name} was accepted");
            Assert.True(code is null || answer.Errors.Any(e => e.Code == code), $"{name}: {string.Join(", ", answer.Errors.Select(e => $"{e.Code} {e.Message}"))}");
            if (answer.Milliseconds >= 1000) slow.Add($"{name} {answer.Milliseconds} ms");
        }

        Assert.True(child.Ask("honest", Honest, Patience)!.Ok);
        // Times are held on a machine that is left alone; elsewhere they say nothing.
        if (Effort.Rounds > 1) Assert.Empty(slow);
    }

    [Fact]
    public void There_are_hostile_packs_of_every_kind() => Assert.All(
        (string[])["reflection", "allocation", "loop", "culture", "regex", "cycle", "depth", "size", "homoglyph", "names", "number", "member", "growth", "hidden", "units", "clock", "static"],
        kind => Assert.Contains(Files(), f => f.Name.Contains($".{kind}-", StringComparison.Ordinal)));

    private static IEnumerable<(string Name, string? Code, string Text)> Files() =>
        Directory.EnumerateFiles(Shipped.PathOf("tests/CleanProd.Rules.Tests/Rules/Hostile"), "*.json").Order(StringComparer.Ordinal)
            .Select(f => (Path.GetFileName(f), (string?)Path.GetFileName(f).Split('.')[0], File.ReadAllText(f)));

    // Too large to be kept as files.
    private static IEnumerable<(string Name, string? Code, string Text)> Grown()
    {
        yield return ("five million characters", "too_large", new string(' ', 5_000_000));
        yield return ("a text of four million characters", null, TestFacts.PackText("true").Replace("测试", new string('a', 4_100_000), StringComparison.Ordinal));
        yield return ("a million numbers", "too_large", TestFacts.PackText("true").Replace("\"cases\": []", $"\"cases\": [{string.Join(',', Enumerable.Repeat("1", 1_000_000))}]", StringComparison.Ordinal));
        yield return ("fifty thousand wrong cases", "too_large", TestFacts.PackText("true").Replace("\"cases\": []", $"\"cases\": [{string.Join(',', Enumerable.Repeat("{}", 50_000))}]", StringComparison.Ordinal));
        yield return ("five thousand wrong cases", "schema", TestFacts.PackText("true").Replace("\"cases\": []", $"\"cases\": [{string.Join(',', Enumerable.Repeat("{}", 5_000))}]", StringComparison.Ordinal));
        yield return ("a thousand rules", null, TestFacts.PackText("true").Replace("\"Rules\": [", $"\"Rules\": [{string.Join(',', Enumerable.Range(0, 1000).Select(i => $"{{ \"RuleName\": \"r{i}\", \"Expression\": \"true\", \"Properties\": {{ \"citation\": {{ \"zh\": \"a\", \"en\": \"a\" }}, \"sentence\": {{ \"zh\": \"a\", \"en\": \"a\" }} }} }}"))},", StringComparison.Ordinal));
        yield return ("conditions of half a million characters", "too_large", TestFacts.PackText("true").Replace("\"Rules\": [", $"\"Rules\": [{string.Join(',', Enumerable.Range(0, 260).Select(i => $"{{ \"RuleName\": \"r{i}\", \"Expression\": \"{string.Join(" or ", Enumerable.Repeat("facility.KeySource == true", 60))}\", \"Properties\": {{ \"citation\": {{ \"zh\": \"a\", \"en\": \"a\" }}, \"sentence\": {{ \"zh\": \"a\", \"en\": \"a\" }} }} }}"))},", StringComparison.Ordinal));
        yield return ("brackets without end", "schema", TestFacts.PackText(new string('(', 100_000)));
        yield return ("arrays without end", "json", new string('[', 1_000_000));
        yield return ("unknown members", "schema", TestFacts.PackText("true").Replace("\"cases\": []", $"\"cases\": [], {string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"\"x{i}\": 1"))}", StringComparison.Ordinal));
        yield return ("a member with a name of a million characters", "schema", TestFacts.PackText("true").Replace("\"cases\": []", $"\"cases\": [], \"{new string('x', 1_000_000)}\": 1", StringComparison.Ordinal));
        yield return ("on one line", "not_allowed", TestFacts.PackText("facility.Name.ToUpper() == \"a\"").Replace("\n", new string(' ', 100_000), StringComparison.Ordinal));
    }
}
