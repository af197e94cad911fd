namespace CleanProd.Rules.Tests.Host;

/// <summary>The commands that the README shows.</summary>
internal static class Readme
{
    /// <summary>Lines of its blocks of code.</summary>
    internal static IEnumerable<string> CodeLines()
    {
        var inside = false;
        foreach (var line in Shipped.Text("README.md").Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal)) inside = !inside;
            else if (inside && line.Trim().Length > 0) yield return line.Trim();
        }
    }

    /// <summary>Commands that begin so, as arguments of <c>cleanprod</c>.</summary>
    internal static IEnumerable<string[]> Commands(string beginning) =>
        CodeLines().Where(l => l.StartsWith(beginning, StringComparison.Ordinal)).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..]);
}
