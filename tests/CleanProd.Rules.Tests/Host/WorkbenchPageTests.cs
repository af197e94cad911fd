namespace CleanProd.Rules.Tests.Host;

/// <summary>The commands of docs/workbench.md are run, in their order, in an empty folder.</summary>
public sealed class WorkbenchPageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_command_works_as_written()
    {
        File.WriteAllText(_folder["workflow.json"], """{ "WorkflowName": "w", "Rules": [{ "RuleName": "r", "Expression": "energy.Any(e => e.Ratio > 1)" }] }""");
        var commands = Commands().ToArray();
        Assert.True(commands.Length > 20);
        foreach (var command in commands)
        {
            var run = Cleanprod.Run([.. Arguments(command).Select(Here)]);
            Assert.True(run.ExitCode == 0, $"{command}: {run.ExitCode} {run.Output} {run.Error}");
        }

        var proved = File.ReadAllText(_folder["local.json"]);
        Assert.Equal(proved, CleanProd.Rules.Rules.Authoring.PackFormat.Format(proved, "local.json"));
        Assert.True(new FileInfo(_folder["decisions.xlsx"]).Length > 1000);
    }

    [Fact]
    public void Every_verb_of_the_workbench_stands_on_the_page() => Assert.All(
        (string[])["new", "copy", "format", "form", "complete", "parameters", "table", "import", "check", "test", "coverage", "boundaries", "mutate", "analyse", "explain"],
        v => Assert.Contains(Commands(), c => c.StartsWith($"cleanprod rules {v} ", StringComparison.Ordinal)));

    // Files of its own go with the test; those of the project are read where they are.
    private string Here(string argument) => !argument.StartsWith("rules/", StringComparison.Ordinal) && Path.GetExtension(argument) is ".json" or ".csv" or ".xlsx" ? _folder[argument] : argument;

    private static IEnumerable<string> Commands()
    {
        var inside = false;
        foreach (var line in Shipped.Text("docs/workbench.md").Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal)) inside = !inside;
            else if (inside && line.Trim().Length > 0) yield return line.Trim();
        }
    }

    // As a shell takes them apart: blanks between, quotes around, a backslash before what is meant itself.
    private static string[] Arguments(string command)
    {
        var (arguments, word, quoted, begun) = (new List<string>(), new System.Text.StringBuilder(), false, false);
        for (var i = "cleanprod ".Length; i < command.Length; i++)
        {
            if (command[i] == '\\') word.Append(command[++i]);
            else if (command[i] == '"') (quoted, begun) = (!quoted, true);
            else if (command[i] == ' ' && !quoted)
            {
                if (word.Length > 0 || begun) arguments.Add(word.ToString());
                word.Clear();
                begun = false;
            }
            else word.Append(command[i]);
        }

        if (word.Length > 0) arguments.Add(word.ToString());
        return [.. arguments];
    }
}
