using System.CommandLine;
using CleanProd.Rules.Documents;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Screen;

namespace CleanProd.Rules.Host.Cli;

/// <summary><c>reference list|export|import</c>: the reference data to look at, to take into Excel and to bring back.</summary>
internal static class ReferenceVerb
{
    internal static Command Command() => new("reference", "参考数据：限值、代码、名录、日历 / reference data: limits, codes, catalogues, calendar") { List(), Export(), Import() };

    private static Command List()
    {
        var folder = FolderOption();
        var asOf = new Option<string?>("--as-of") { Description = "按哪一天提醒（默认不提醒过期未复核）/ day to warn for" };
        var command = new Command("list", "各表的版本、复核日期和提醒 / editions, days of review and warnings") { folder, asOf };
        command.SetAction(parsed =>
        {
            var reference = ShippedFiles.Reference(parsed.GetValue(folder));
            var on = ScreenVerb.Date(parsed.GetValue(asOf)) ?? reference.Lists.Select(l => l.LastReviewed).DefaultIfEmpty().Max();
            var warned = 0;
            foreach (var list in reference.Lists)
            {
                Console.WriteLine($"{list.File,-26}{list.Edition,-20}{list.LastReviewed:yyyy-MM-dd}  {list.Title.Zh} / {list.Title.En}{(list.Note is { } note ? $"  {note}" : "")}");
                if (list.Warning(on) is not { } warning) continue;
                warned++;
                Console.WriteLine($"    提醒 warning: {warning.Zh} / {warning.En}");
            }

            return warned == 0 ? ExitCode.Done : ExitCode.Attention;
        });
        return command;
    }

    private static Command Export()
    {
        var file = new Argument<string>("FILE") { Description = "要写的工作簿 / workbook to write" };
        var folder = FolderOption();
        var command = new Command("export", "写成一个 Excel 工作簿 / writes one workbook") { file, folder };
        command.SetAction(parsed =>
        {
            var files = ShippedFiles.ReferenceFiles(parsed.GetValue(folder));
            using var bytes = new MemoryStream();
            ReferenceWorkbook.Write(files, bytes);
            Storage.WholeFile.Write(parsed.GetValue(file)!, bytes.ToArray());
            Console.WriteLine($"{files.Count} 个文件写入 {parsed.GetValue(file)}。 {files.Count} files written.");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Import()
    {
        var file = new Argument<string>("FILE") { Description = "导出的工作簿 / workbook that was exported" };
        var target = new Option<string>("--out") { Description = "写入的文件夹 / folder to write", Required = true };
        var command = new Command("import", "读回工作簿，核对后写成文件夹 / reads a workbook back, checks it, writes a folder for --reference") { file, target };
        command.SetAction(parsed =>
        {
            IReadOnlyDictionary<string, byte[]> files;
            using (var from = File.OpenRead(parsed.GetValue(file)!)) files = ReferenceWorkbook.Read(from);
            // Read as strictly as by a screening before anything is written.
            _ = ReferenceReader.Read(files);
            if (Directory.Exists(parsed.GetValue(target)!) && Directory.EnumerateFileSystemEntries(parsed.GetValue(target)!).Any())
                throw new BadInputException($"--out {parsed.GetValue(target)} 应为空文件夹，以免与旧表混在一起。 The folder is not empty: old tables would stand among the new.");
            using var output = new OutputFolder(parsed.GetValue(target)!);
            foreach (var (name, bytes) in files)
            {
                using var written = output.Create(name);
                written.Write(bytes);
            }

            output.Publish("lists.csv");
            Console.WriteLine($"{files.Count} 个文件核对无误，写入 {parsed.GetValue(target)}。 {files.Count} files are sound and written.");
            return ExitCode.Done;
        });
        return command;
    }

    internal static Option<string?> FolderOption() => new("--reference") { Description = "参考数据文件夹（默认随程序）/ folder of reference data" };
}
