namespace CleanProd.Rules.Tests.Determinations.Proving;

/// <summary>Approved lines in sections, each headed <c>== name</c>, so that each is a test of its own; <c>CLEANPROD_APPROVE=1</c> writes them anew.</summary>
internal static class ApprovedSections
{
    internal static void Check(string file, string name, IEnumerable<string> lines)
    {
        string[] now = [.. lines];
        var path = Path.Combine(Repository.Root, file);
        var sections = ("\n" + (File.Exists(path) ? File.ReadAllText(path) : "")).ReplaceLineEndings("\n").Split("\n== ").Skip(1)
            .Select(s => s.TrimEnd('\n').Split('\n')).Select(s => (Name: s[0], Lines: s[1..])).ToList();
        if (Environment.GetEnvironmentVariable("CLEANPROD_APPROVE") == "1")
        {
            sections = [.. sections.Where(s => s.Name != name).Append((Name: name, Lines: now)).OrderBy(s => s.Name, StringComparer.Ordinal)];
            File.WriteAllText(path, string.Concat(sections.Select(s => $"== {s.Name}\n{string.Concat(s.Lines.Select(l => l + "\n"))}\n")));
        }

        Assert.Equal(Assert.Single(sections, s => s.Name == name).Lines, now);
    }
}
