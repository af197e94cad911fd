namespace CleanProd.Rules.Tests.Rules.Fuzzing;

/// <summary>Damaged packs by the thousand: the process lives, every refusal has a reason, both readers agree on what is accepted.</summary>
public class PackFuzzerTests
{
    [Fact]
    public void No_damaged_pack_ends_the_process_or_finds_a_fault_of_the_program()
    {
        var isLong = Effort.Rounds > 1;
        var minutes = int.TryParse(Environment.GetEnvironmentVariable("CLEANPROD_FUZZ_MINUTES"), out var asked) ? asked : 60;
        var result = new PackFuzzer(isLong ? Environment.TickCount : 20261128).Run(isLong ? long.MaxValue : 500, isLong ? TimeSpan.FromMinutes(minutes) : TimeSpan.FromMinutes(5));
        var found = string.Join("\n\n", result.Faults.Take(20).Select(f => $"{f.Why}\n{f.Text}"));
        if (Environment.GetEnvironmentVariable("CLEANPROD_FUZZ_OUT") is { Length: > 0 } file)
            File.WriteAllText(file, $"{result.Tried} tried, {result.Accepted} accepted, {result.Kinds} kinds of answer, slowest {result.Slowest} ms, {result.Faults.Count} faults\n\nslowest:\n{result.SlowestText}\n\n{found}\n");
        Assert.True(result.Faults.Count == 0, found);
        Assert.True(result.Kinds > 20 && result.Accepted > 0 && result.Accepted < result.Tried, $"{result.Tried} {result.Accepted} {result.Kinds}");
    }

    [Fact]
    public void What_the_fuzzer_once_found_is_answered_now()
    {
        using var child = new CheckingChild(withCases: true);
        foreach (var file in Directory.EnumerateFiles(Shipped.PathOf("tests/CleanProd.Rules.Tests/Rules/Fuzzing/Seeds"), "*.json").Order(StringComparer.Ordinal))
        {
            var answer = child.Ask(file, File.ReadAllText(file), TimeSpan.FromSeconds(120));
            Assert.True(answer is not null && answer.Fault is null, $"{file}: {answer?.Fault ?? "no answer"}");
        }
    }
}
