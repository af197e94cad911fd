namespace CleanProd.Rules.Mutants;

/// <summary>Which tests take part: <c>tests.txt</c> names parts of names, with <c>+</c> those that do and with <c>-</c> those that do not after all.</summary>
internal static class ChosenTests
{
    public static Func<string, bool> Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var (with, without) = (After('+'), After('-'));
        return name => with.Any(p => name.Contains(p, StringComparison.Ordinal)) && !without.Any(p => name.Contains(p, StringComparison.Ordinal));

        string[] After(char sign) => [.. lines.Where(l => l.StartsWith(sign)).Select(l => l[1..])];
    }
}
