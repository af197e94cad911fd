using System.Globalization;
using CleanProd.Rules.Lists;
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
        var desk = new StoreAtHand(service);
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

        Cleanprod.Result Run(params string[] arguments) => desk.Run(arguments);
        string Done(params string[] arguments) => desk.Done(arguments);
        void Refused(string why, params string[] arguments) => desk.Refused(why, arguments);
    }

    [Fact]
    public async Task Lists_are_given_up_and_amended_and_notices_served_at_the_command_line()
    {
        await using var service = await InventedRun.ServiceAsync(StoreKind.Sqlite, TimeProvider.System.GetUtcNow());
        var desk = new StoreAtHand(service);
        var officer = await service.AsAsync(Role.Officer, "44");
        await service.AsAsync(Role.Approver, "44");
        await service.AsAsync(Role.Approver, "44");
        await service.AsAsync(Role.Enterprise, "", facility: InventedRun.Furniture);
        var (proposer, verifier, fixer, plant) = ("Officer-a1", "Approver-a2", "Approver-a3", "Enterprise-a4");
        var run = Text(await service.RunAsync(InventedRun.Paper(InventedRun.Over), InventedRun.Wood(InventedRun.Over)));
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["proof.txt"], "送达回证");

        // A list that is given up makes room for another.
        var first = desk.Done("lists", "open", run, "--as", proposer).Trim();
        desk.Refused("reason_required", "lists", "abandon", first, "--as", fixer);
        Assert.Contains("已放弃", desk.Done("lists", "abandon", first, "--reason", "数据有误", "--as", fixer), StringComparison.Ordinal);
        var list = desk.Done("lists", "open", run, "--as", proposer).Trim();
        desk.Refused("not_found", "lists", "add", list, "NOBODY", "double_over", "--reason", "举报核实", "--document", folder["proof.txt"], "--as", proposer);
        Assert.Equal("0", desk.Done("lists", "roll-over", list, "--as", proposer).Trim());
        Publish(list, "粤环〔2026〕1号");

        // Its notices: served with proof, confirmed, issued anew.
        var organ = Text(await officer.OrganAsync());
        Assert.Contains("粤环清审", desk.Done("notices", "organs"), StringComparison.Ordinal);
        var batch = desk.Done("notices", "batch", list, "--organ", organ, "--as", proposer).Split('\t')[1];
        await service.WorkAsync(long.Parse(batch, CultureInfo.InvariantCulture));
        var notice = desk.Done("notices", "list", "--list", list).Split('\n').Single(l => l.Contains(InventedRun.Furniture, StringComparison.Ordinal)).Split('\t')[0];
        var today = desk.Done("notices", "show", notice).Split('\n')[0].Split('\t')[4];
        desk.Refused("document_required", "notices", "serve", notice, "--on", today, "--by", "direct", "--as", proposer);
        Assert.Equal(2, desk.Run("notices", "serve", notice, "--on", today, "--by", "pigeon", "--as", proposer).ExitCode);
        Assert.Contains("已送达", desk.Done("notices", "serve", notice, "--on", today, "--by", "direct", "--proof", folder["proof.txt"], "--as", proposer), StringComparison.Ordinal);
        desk.Refused("reason_required", "notices", "serve", notice, "--on", today, "--by", "direct", "--proof", folder["proof.txt"], "--as", proposer);
        desk.Refused("not_permitted", "notices", "acknowledge", notice, "--as", proposer);
        Assert.Contains("已签收", desk.Done("notices", "acknowledge", notice, "--as", plant), StringComparison.Ordinal);
        Assert.Contains(today, desk.Done("notices", "show", notice), StringComparison.Ordinal);
        desk.Refused("mail_not_configured", "notices", "mail", notice, "--to", "a@example.org", "--as", proposer);
        var other = desk.Done("notices", "list", "--list", list).Split('\n').Single(l => l.Contains(InventedRun.PaperMill, StringComparison.Ordinal)).Split('\t')[0];
        desk.Refused("reason_required", "notices", "reissue", other, "--as", proposer);
        Assert.Contains("3号", desk.Done("notices", "reissue", other, "--reason", "地址有误", "--as", proposer), StringComparison.Ordinal);

        // A correction: the difference by name, the amendment, the list in force.
        var corrected = Text(await service.RunAsync(InventedRun.Paper(InventedRun.Not("G1a")), InventedRun.Wood(InventedRun.Over), InventedRun.Plating(InventedRun.Over)));
        var difference = desk.Done("screenings", "difference", run, corrected, "--lang", "en");
        Assert.Contains($"leaves\t广州南粤纸业有限公司\t{InventedRun.PaperMill}\tdouble_over", difference, StringComparison.Ordinal);
        Assert.Contains("joins\t深圳市宝安精密电镀厂", difference, StringComparison.Ordinal);
        desk.Refused("nothing_differs", "lists", "amend", list, "--run", run, "--as", proposer);
        var amendment = desk.Done("lists", "amend", list, "--run", corrected, "--as", proposer).Split('\n')[0];
        Publish(amendment, "粤环〔2026〕2号");
        var current = desk.Done("lists", "current", list);
        Assert.Contains("粤环〔2026〕1号 粤环〔2026〕2号", current, StringComparison.Ordinal);
        Assert.Equal((false, true, true), (current.Contains(InventedRun.PaperMill, StringComparison.Ordinal), current.Contains(InventedRun.PlatingWorks, StringComparison.Ordinal), current.Contains(InventedRun.Furniture, StringComparison.Ordinal)));

        void Publish(string what, string number)
        {
            desk.Done("lists", "propose", what, "--as", proposer);
            desk.Done("lists", "verify", what, "--as", verifier);
            desk.Done("lists", "fix", what, "--as", fixer);
            desk.Done("lists", "publish", what, "--number", number, "--as", fixer);
        }
    }

    [Fact]
    public async Task The_second_department_signs_or_declines_at_the_command_line()
    {
        await using var service = await InventedRun.ServiceAsync(StoreKind.Sqlite, InventedRun.In2005);
        var desk = new StoreAtHand(service);
        var officer = await service.AsAsync(Role.Officer, "44");
        await service.AsAsync(Role.Cosigner, "44", Department.Development);
        var list = Text(await officer.OpenAsync(await service.RunAsync(InventedRun.Paper(InventedRun.Toxic))));
        desk.Refused("no class", "lists", "sign", list, "energy", "--as", "Cosigner-a2");
        desk.Refused("reason_required", "lists", "decline", list, "toxic", "--as", "Cosigner-a2");
        desk.Refused("not_permitted", "lists", "decline", list, "toxic", "--reason", "材料不足", "--as", "Officer-a1");
        desk.Done("lists", "decline", list, "toxic", "--reason", "材料不足", "--as", "Cosigner-a2");
        Assert.Contains("!", desk.Done("lists", "show", list), StringComparison.Ordinal);
        desk.Done("lists", "sign", list, "toxic", "--as", "Cosigner-a2");
    }

    [Fact]
    public async Task Screenings_and_the_voluntary_track_are_worked_at_the_command_line()
    {
        await using var service = await InventedRun.ServiceAsync(StoreKind.Sqlite, TimeProvider.System.GetUtcNow());
        var desk = new StoreAtHand(service);
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["facilities.csv"], $"facility_id,name,region\n{InventedRun.Furniture},天河木器厂,440106\n");
        Assert.Equal(0, desk.Run("import", folder["facilities.csv"]).ExitCode);
        await service.AsAsync(Role.Officer, "44");
        await service.AsAsync(Role.Approver, "44");
        await service.AsAsync(Role.Officer, "33");
        var (officer, publisher, stranger) = ("Officer-a1", "Approver-a2", "Officer-a3");

        desk.Refused("outside_region", "screenings", "order", "44", "--year", "2025", "--as", stranger);
        var run = desk.Done("screenings", "order", "44", "--year", "2025", "--as-of", "2026-01-15", "--dry", "--as", officer).Split('\t')[0];
        Assert.Contains($"{run}\tdry\t44\t2025\t2026-01-15\t", desk.Done("screenings", "list"), StringComparison.Ordinal);
        desk.Refused("outside_region", "screenings", "cancel", run, "--as", stranger);
        Assert.Contains("\tcancelled\t", desk.Done("screenings", "cancel", run, "--reason", "年度有误", "--as", officer), StringComparison.Ordinal);
        Assert.Contains("result_sha256", desk.Done("screenings", "show", run), StringComparison.Ordinal);
        desk.Refused("illegal_transition", "screenings", "rerun", run, "--as", officer);

        var audit = desk.Done("voluntary", "apply", InventedRun.Furniture, "--as", officer).Split('\t')[0];
        desk.Refused("outside_region", "voluntary", "apply", InventedRun.Furniture, "--as", stranger);
        desk.Done("voluntary", "act", audit, "accepted_on_site", "--as", officer);
        Assert.Contains("粤清001", desk.Done("voluntary", "act", audit, "recognised", "--list", "R1", "--certificate", "粤清001", "--as", officer), StringComparison.Ordinal);
        Assert.Contains("R1\t粤清001", desk.Done("voluntary", "list"), StringComparison.Ordinal);
        desk.Refused("not_permitted", "voluntary", "publish", "R1", "--region", "44", "--number", "粤工信〔2026〕1号", "--as", officer);
        var published = desk.Done("voluntary", "publish", "R1", "--region", "44", "--number", "粤工信〔2026〕1号", "--as", publisher).Trim().Split('\t');
        Assert.Equal(("粤工信〔2026〕1号", "1"), (published[0], published[3]));
        desk.Refused("list_published", "voluntary", "publish", "R1", "--region", "44", "--number", "粤工信〔2026〕2号", "--as", publisher);
        Assert.Contains(published[2], desk.Done("call", "GET", "/public/recognition-lists"), StringComparison.Ordinal);
        Assert.Equal(0, desk.Run("verify").ExitCode);
    }

    [Fact]
    public async Task Any_operation_of_the_service_can_be_called_at_the_command_line_under_its_rules()
    {
        await using var service = await InventedRun.ServiceAsync(StoreKind.Sqlite, TimeProvider.System.GetUtcNow());
        var desk = new StoreAtHand(service);
        await service.AsAsync(Role.Officer, "44");
        using var folder = new TemporaryFolder();
        const string organ = """{"region":"44","name_zh":"广东省生态环境厅","name_en":"Department of Ecology","word":"粤环清审"}""";
        await File.WriteAllTextAsync(folder["organ.json"], organ.Replace("粤环清审", "粤环清通", StringComparison.Ordinal));

        desk.Refused("--as", "call", "POST", "/notice-organs", "--body", organ);
        desk.Refused("--as", "call", "DELETE", "/schedules/1");
        desk.Refused("not_permitted", "call", "POST", "/accounts", "--body", "{}", "--as", "Officer-a1");
        Assert.Contains("粤环清审", desk.Done("call", "POST", "/notice-organs", "--body", organ, "--as", "Officer-a1"), StringComparison.Ordinal);
        desk.Done("call", "POST", "/notice-organs", "--file", folder["organ.json"], "--out", folder["answer.json"], "--as", "Officer-a1");
        Assert.Contains("粤环清通", await File.ReadAllTextAsync(folder["answer.json"]), StringComparison.Ordinal);
        Assert.Contains("粤环清通", desk.Done("call", "GET", "/notice-organs?limit=10"), StringComparison.Ordinal);
        desk.Refused("bad_request", "call", "POST", "/notice-organs", "--body", """{"region":"44"}""", "--as", "Officer-a1");
        desk.Refused("no_such_path", "call", "GET", "/nothing");
        Assert.Equal(2, desk.Run("call", "PATCH", "/lists").ExitCode);
    }

    /// <summary>The command line over the store of a service that runs.</summary>
    private sealed class StoreAtHand(TestService service)
    {
        private readonly string _store = $"{(service.Store.Address.Kind == StoreKind.Sqlite ? "sqlite" : "postgres")}:{service.Store.Address.Connection}";

        internal Cleanprod.Result Run(params string[] arguments) => Cleanprod.Run([.. arguments, "--store", _store]);

        internal string Done(params string[] arguments)
        {
            var result = Run(arguments);
            Assert.True(result.ExitCode == 0, $"{string.Join(' ', arguments)}: {result.ExitCode} {result.Error}");
            return result.Output;
        }

        internal void Refused(string why, params string[] arguments)
        {
            var result = Run(arguments);
            Assert.True(result.ExitCode == 2, $"{string.Join(' ', arguments)}: {result.ExitCode} {result.Output} {result.Error}");
            Assert.Contains(why, result.Error, StringComparison.Ordinal);
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
