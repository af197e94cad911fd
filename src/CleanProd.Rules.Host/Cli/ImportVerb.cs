using System.CommandLine;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Imports;
using CleanProd.Rules.Host.Screen;
using CleanProd.Rules.Host.Serve;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Imports;
using CleanProd.Rules.Storage.Upkeep;

namespace CleanProd.Rules.Host.Cli;

/// <summary><c>import DATA --store S</c>: imports a data set into a store, as the service does.</summary>
internal static class ImportVerb
{
    internal static Command Command()
    {
        var data = new Argument<string>("DATA") { Description = "数据文件夹或单个文件 / folder or file of the data set" };
        var store = StoreOption.Required();
        var map = new Option<string?>("--map") { Description = "列对照文件或其名称 / column map, as a file or by its name in the service" };
        var year = new Option<string?>("--year") { Description = "数据年度，使用列对照时必需 / year of the data, needed with a column map" };
        var account = new Option<string?>("--as") { Description = "以此账号的名义和权限导入；默认为系统 / account in whose name and reach it is imported; default: the system" };
        var region = new Option<string?>("--region") { Description = "行政区划代码：谁提供数据；默认为账号的辖区或全国 / jurisdiction that gives the data; default: that of the account, or the country" };
        var mode = new Option<string?>("--mode") { Description = "adds（默认）或 replaces / adds (default) or replaces" };
        var label = new Option<string?>("--label") { Description = "名称 / what people call it" };
        var reference = ReferenceVerb.FolderOption();
        var command = new Command("import", "导入到存储，与服务相同 / imports into a store, as the service does") { data, store, map, year, account, region, mode, label, reference };
        command.SetAction((parsed, ct) => RunAsync(
            new(parsed.GetValue(data)!, parsed.GetValue(map), UploadForm.YearOf(parsed.GetValue(year)), parsed.GetValue(account),
                parsed.GetValue(region) is { } code ? RegionCode.Of(code) : null, UploadForm.ModeOf(parsed.GetValue(mode)), parsed.GetValue(label)),
            new ServiceOptions { Store = parsed.GetValue(store)!, Reference = parsed.GetValue(reference) }, ct));
        return command;
    }

    private static async Task<int> RunAsync(StoreImportOrder order, ServiceOptions options, CancellationToken ct)
    {
        if (order is { Map: not null, Year: null }) throw new BadInputException("使用列对照时须指明 --year。 Say --year when a column map is used.");
        // Before the store is made or touched.
        var files = ShippedFiles.DataSet(order.Data);
        var store = await OpenAsync(options.Address, ct);
        await using var import = new StoreImport(store, options);
        var (given, view, errors) = await import.RunAsync(order, files, ct);
        Print(given, view, errors);
        return view.Import.State switch
        {
            ImportState.Effective => ExitCode.Done,
            ImportState.Waiting => ExitCode.Attention,
            _ => ExitCode.BadInput,
        };
    }

    // While a service has the file, it is not upgraded under it; the data itself takes any number of writers.
    private static async Task<Store> OpenAsync(StoreAddress address, CancellationToken ct)
    {
        using var held = StoreLock.TryTake(address);
        return held is null ? await Store.OpenExistingAsync(address, TimeProvider.System, ct) : await Store.OpenAsync(address, TimeProvider.System, ct);
    }

    private static void Print(GivenImport given, ImportView view, IReadOnlyList<NumberedFinding> errors)
    {
        var counts = FindingCounts.Of(view.Findings);
        if (view.Failure is { } failure) Console.Error.WriteLine($"导入失败，没有写入任何数据：{failure.Zh} The import failed; no facts were written.");
        foreach (var (_, f, _) in errors)
            Console.WriteLine($"{f.File}{(f.Sheet is null ? "" : $"[{f.Sheet}]")}:{f.Row} {f.Column} “{f.Value}” {f.Code}: {f.Message} {f.Action}");
        if (errors.Count < counts.Error) Console.WriteLine($"……另有 {counts.Error - errors.Count} 个错误。 … and more.");
        foreach (var file in view.Files) Console.WriteLine($"{file.Name}：采用 {file.RowsTaken} 行，未采用 {file.RowsRefused} 行。 Rows taken, rows refused.");
        Console.WriteLine($"发现：错误 {counts.Error}、提醒 {counts.Warning}、备注 {counts.Note}。 Findings: {counts.Error} errors, {counts.Warning} warnings, {counts.Note} notes.");
        var (number, already) = (given.Import, given.Already ? "此前已导入，这次没有改变任何内容。 Imported before: nothing was changed." : "");
        Console.WriteLine($"第 {number} 号导入：{StateOf(view.Import.State)} {already}".TrimEnd());
    }

    private static string StateOf(ImportState state) => state switch
    {
        ImportState.Effective => "已生效。 In effect.",
        ImportState.Waiting => "有错误，等待认可或退回后才生效。 It has errors and waits until they are accepted or it is refused.",
        ImportState.Cancelled => "已被取消。 It was cancelled.",
        _ => "未生效。 Not in effect.",
    };
}
