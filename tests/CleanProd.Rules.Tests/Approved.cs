namespace CleanProd.Rules.Tests;

/// <summary>
/// What the engine says of many small things stands in a file that people read and approve, line by line: a change of any of it is seen in the commit that makes it.
/// <c>CLEANPROD_APPROVE=1</c> writes the file anew.
/// </summary>
internal static class Approved
{
    /// <summary>Whether approved files are written and not compared.</summary>
    internal static bool IsWriting => Environment.GetEnvironmentVariable("CLEANPROD_APPROVE") == "1";

    /// <summary>Compares with the approved lines.</summary>
    /// <param name="file">The file, from the root of the project.</param>
    /// <param name="lines">What is said now.</param>
    internal static void Check(string file, IEnumerable<string> lines)
    {
        string[] now = [.. lines.Select(l => l.ReplaceLineEndings(" ⏎ "))];
        if (IsWriting) File.WriteAllText(Path.Combine(Repository.Root, file), string.Concat(now.Select(l => l + "\n")));
        var approved = Repository.Text(file).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var differing = Enumerable.Range(0, Math.Max(now.Length, approved.Length)).Where(i => now.ElementAtOrDefault(i) != approved.ElementAtOrDefault(i)).Take(10)
            .Select(i => $"line {i + 1}\n- {approved.ElementAtOrDefault(i)}\n+ {now.ElementAtOrDefault(i)}");
        Assert.True(approved.SequenceEqual(now), $"CLEANPROD_APPROVE=1 writes {file} anew.\n{string.Join('\n', differing)}");
    }
}
