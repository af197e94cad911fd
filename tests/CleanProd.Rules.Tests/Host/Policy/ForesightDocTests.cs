namespace CleanProd.Rules.Tests.Host.Policy;

/// <summary>The commands that the workbench's manual shows for looking ahead, comparing and overlays are run.</summary>
public class ForesightDocTests
{
    [Fact]
    public void The_commands_work_as_written()
    {
        var section = Shipped.Text("docs/workbench.md").Split("<!-- foresee -->")[1].Split("<!-- /foresee -->")[0];
        var commands = section.Split('\n').Where(l => l.StartsWith("cleanprod ", StringComparison.Ordinal)).ToArray();
        Assert.True(commands.Length >= 8);
        foreach (var command in commands)
        {
            var run = Cleanprod.Run(command["cleanprod ".Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
            Assert.True(run.ExitCode == 0, $"{command}: {run.Error}");
            Assert.NotEmpty(run.Output);
        }
    }
}
