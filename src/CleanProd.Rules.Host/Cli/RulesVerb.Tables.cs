using System.CommandLine;
using CleanProd.Rules.Documents;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Authoring;
using CleanProd.Rules.Host.Screen;

namespace CleanProd.Rules.Host.Cli;

/// <summary><c>rules parameters|table|import</c>: packs beside spreadsheets and other engines.</summary>
internal static partial class RulesVerb
{
    private const string ParameterTable = "parameters.csv", Decisions = "decisions.csv";

    private static Command Parameters()
    {
        var (pack, output) = (Pack(), Out());
        var from = new Option<string?>("--from") { Description = "从 CSV 或 Excel 读入参数 / takes the parameters from CSV or Excel" };
        var command = new Command("parameters", "参数导出为表格（CSV 或 Excel），或从表格读回 / parameters as a table (CSV or Excel), and back") { pack, from, output };
        command.SetAction(parsed =>
        {
            var file = parsed.GetValue(pack)!;
            if (parsed.GetValue(from) is { } table) return Write(parsed.GetValue(output) ?? file, ParameterSheet.Read(Text(file), file, Table(table), table));
            return WriteTable(parsed.GetValue(output), ParameterTable, ParameterSheet.Write(Text(file), file));
        });
        return command;
    }

    private static Command Table()
    {
        var (pack, output) = (Pack(), Out());
        var form = new Option<string>("--as") { Description = "md | csv | xlsx", DefaultValueFactory = _ => "md" };
        form.AcceptOnlyFromAmong("md", "csv", "xlsx");
        var command = new Command("table", "判定逻辑导出为供阅读的表格 / the decision logic as a table for reading") { pack, form, output };
        command.SetAction(parsed =>
        {
            var rows = DecisionTable.Of(PackReader.Read(Text(parsed.GetValue(pack)!), parsed.GetValue(pack)!));
            if (parsed.GetValue(form) == "md") return Write(parsed.GetValue(output), DecisionTable.Markdown(rows));
            if (parsed.GetValue(form) == "xlsx" && parsed.GetValue(output) is not { Length: > 0 }) throw new BadInputException("xlsx 须给出 --out。 Give --out with xlsx.");
            return WriteTable(parsed.GetValue(output), Decisions, ReferenceCsv.Write(rows), parsed.GetValue(form) == "xlsx");
        });
        return command;
    }

    private static Command Import()
    {
        var workflow = new Argument<string>("WORKFLOW") { Description = "RulesEngine 工作流文件 / a RulesEngine workflow file" };
        var id = new Option<string>("--id") { Description = "新规则包的标识 / identity of the new pack", Required = true };
        var output = Out();
        var command = new Command("import", "导入已有的 RulesEngine 工作流文件，逐条报告取舍 / takes an existing RulesEngine workflow file, and reports what was refused and why") { workflow, id, output };
        command.SetAction(parsed =>
        {
            var file = parsed.GetValue(workflow)!;
            var (pack, report) = WorkflowImport.Read(Text(file), file, parsed.GetValue(id)!);
            foreach (var part in report) Console.Error.WriteLine($"{part.Verdict,-8} {file}:{part.Position}  {part.Rule}  {part.Reason}".TrimEnd());
            Console.Error.WriteLine($"{report.Count(p => p.Verdict == "taken")} taken, {report.Count(p => p.Verdict == "refused")} refused");
            if (pack is null) return ExitCode.BadInput;
            Write(parsed.GetValue(output), pack);
            return report.Any(p => p.Verdict != "taken") ? ExitCode.Attention : ExitCode.Done;
        });
        return command;
    }

    // A workbook holds one sheet of texts, so that no program makes a date or a number of a code.
    private static byte[] Table(string path)
    {
        if (!File.Exists(path)) throw new BadInputException($"找不到表格：{path}。 No such table.");
        if (!path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)) return File.ReadAllBytes(path);
        using var workbook = File.OpenRead(path);
        return ReferenceWorkbook.Read(workbook).TryGetValue(ParameterTable, out var table)
            ? table
            : throw new BadInputException($"工作簿中没有 {ParameterTable}：{path}。 The workbook holds no {ParameterTable}.");
    }

    private static int WriteTable(string? path, string name, byte[] csv, bool asWorkbook = false)
    {
        if (path is null)
        {
            Console.Out.Write(System.Text.Encoding.UTF8.GetString(csv));
            return ExitCode.Done;
        }

        if (!asWorkbook && !path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)) Storage.WholeFile.Write(path, csv);
        else
        {
            using var workbook = new MemoryStream();
            ReferenceWorkbook.Write(new Dictionary<string, byte[]> { [name] = csv }, workbook);
            Storage.WholeFile.Write(path, workbook.ToArray());
        }

        return ExitCode.Done;
    }
}
