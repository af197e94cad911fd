using System.Globalization;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Lists;
using CleanProd.Rules.Tests.Host.Notices;
using CleanProd.Rules.Tests.Host.Service;
using ClosedXML.Excel;

namespace CleanProd.Rules.Tests.Host;

/// <summary>Lists, notices and cases at the command line, against a store that a service works on.</summary>
public class StoreVerbsTests
{
    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_list_is_reviewed_published_and_followed_up_at_the_command_line_under_the_rules_of_the_service(StoreKind kind)
    {
        // The command line acts by the clock of the machine.
        await using var service = await InventedRun.ServiceAsync(kind, TimeProvider.System.GetUtcNow());
        var store = $"{(kind == StoreKind.Sqlite ? "sqlite" : "postgres")}:{service.Store.Address.Connection}";
        var officer = await service.AsAsync(Role.Officer, "44");
        await service.AsAsync(Role.Approver, "44");
        await service.AsAsync(Role.Approver, "44");
        await service.AsAsync(Role.Officer, "33");
        var run = await service.RunAsync(InventedRun.Paper(InventedRun.Over), InventedRun.Wood(InventedRun.Over));
        var (proposer, verifier, fixer, stranger) = ("Officer-a1", "Approver-a2", "Approver-a3", "Officer-a4");

        Refused("--as", "lists", "open", Text(run));
        Refused("NOBODY", "lists", "open", Text(run), "--as", "NOBODY");
        Refused("outside_region", "lists", "open", Text(run), "--as", stranger);
        var list = Done("lists", "open", Text(run), "--as", proposer).Trim();
        Assert.Contains("2", Done("lists", "propose", list, "--as", proposer), StringComparison.Ordinal);
        Refused("not_permitted", "lists", "verify", list, "--as", proposer, "--entry", "1", "2");
        Done("lists", "verify", list, "--as", verifier);
        var twice = Run("lists", "fix", list, "--as", verifier, "--entry", "1");
        Assert.Equal(1, twice.ExitCode);
        Assert.Contains("four_eyes", twice.Error, StringComparison.Ordinal);
        Refused("publication_blocked", "lists", "publish", list, "--number", "粤环〔2025〕1号", "--as", fixer);
        Done("lists", "fix", list, "--as", fixer);
        Done("lists", "publish", list, "--number", "粤环〔2025〕1号", "--as", fixer);

        var line = Done("lists", "list").Split('\n')[1].Split('\t');
        Assert.Equal((list, "已公布", "粤环〔2025〕1号"), (line[0], line[2], line[3]));
        Assert.Contains("\tpublished\t", Done("lists", "list", "--lang", "en"), StringComparison.Ordinal);
        Assert.Contains(InventedRun.PaperMill, Done("lists", "show", list), StringComparison.Ordinal);
        Assert.DoesNotContain("粤环", Done("lists", "list", "--as", stranger), StringComparison.Ordinal);
        Refused("outside_region", "lists", "show", list, "--as", stranger);
        using var folder = new TemporaryFolder();
        Done("lists", "export", list, folder["list.xlsx"], "--lang", "en");
        using (var workbook = new XLWorkbook(folder["list.xlsx"])) Assert.Contains("Summary", workbook.Worksheets.Select(w => w.Name));
        Done("lists", "export", list, folder["list.csv"]);
        Assert.Contains(InventedRun.PaperMill, await File.ReadAllTextAsync(folder["list.csv"]), StringComparison.Ordinal);
        Refused("format", "lists", "export", list, folder["list.doc"]);

        var batch = Done("notices", "batch", list, "--organ", Text(await officer.OrganAsync()), "--as", proposer).Split('\t')[1];
        await service.WorkAsync(long.Parse(batch, CultureInfo.InvariantCulture));
        Assert.Contains("清审", Done("notices", "list", "--list", list), StringComparison.Ordinal);
        Done("notices", "export", folder["notices"], "--list", list);
        Assert.Equal(2, Directory.GetFiles(folder["notices"], "*.docx").Length);
        Assert.Contains("南粤纸业", Done("notices", "show", "1") + Done("notices", "show", "2"), StringComparison.Ordinal);

        string[] cases = [];
        for (var left = 100; cases.Length < 2 && left > 0; left--)
        {
            await Task.Delay(100);
            cases = [.. Done("cases", "list").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)];
        }

        var first = cases[0].Split('\t')[0];
        Assert.Contains("started", Done("cases", "show", first), StringComparison.Ordinal);
        Refused("closing", "cases", "act", first, "closing", "--as", proposer);
        Refused("illegal_transition", "cases", "act", first, "closed", "--as", proposer);
        Refused("not_permitted", "cases", "act", first, "started", "--as", verifier);
        Assert.Contains("审核中", Done("cases", "act", first, "started", "--as", proposer), StringComparison.Ordinal);
        Assert.Equal(0, Run("cases", "overdue").ExitCode);
        Refused("not_found", "cases", "show", "999");

        Cleanprod.Result Run(params string[] arguments) => Cleanprod.Run([.. arguments, "--store", store]);

        string Done(params string[] arguments)
        {
            var result = Run(arguments);
            Assert.True(result.ExitCode == 0, $"{string.Join(' ', arguments)}: {result.ExitCode} {result.Error}");
            return result.Output;
        }

        void Refused(string why, params string[] arguments)
        {
            var result = Run(arguments);
            Assert.True(result.ExitCode == 2, $"{string.Join(' ', arguments)}: {result.ExitCode} {result.Output} {result.Error}");
            Assert.Contains(why, result.Error, StringComparison.Ordinal);
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
