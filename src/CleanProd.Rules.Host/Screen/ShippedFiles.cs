using System.Text;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Cli;
using CleanProd.Rules.Import;
using CleanProd.Rules.Notices;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Host.Screen;

/// <summary>Rule packs, reference tables, maps and templates, as given or as they travel with the executable.</summary>
internal static class ShippedFiles
{
    // Folders of packs that are in force nowhere here.
    private static readonly string[] OtherFolders = ["examples", "schema"];

    // What lies beside the program does not change while it runs.
    private static readonly Lazy<IReadOnlyList<RulePack>> National = new(() =>
        [.. Directory.EnumerateDirectories(PathOf("rules")).Where(f => !OtherFolders.Contains(Path.GetFileName(f))).Order(StringComparer.Ordinal).SelectMany(f => Files(f, "*.json")).Select(Pack)]);

    /// <summary>Path of something that ships in the project, under the executable.</summary>
    internal static string PathOf(string relative) => Path.Combine(AppContext.BaseDirectory, relative);

    /// <summary>The packs of a file or folder; the national packs with their provincial overlays when nothing is named.</summary>
    internal static (IReadOnlyList<RulePack> Packs, bool IsOneFile) Packs(string? given)
    {
        if (given is null) return (National.Value, false);
        if (File.Exists(given)) return ([Pack(given)], true);
        if (!Directory.Exists(given)) throw new BadInputException($"找不到规则包：{given}。 No such rule pack or folder.");
        var files = Files(given, "*.json");
        if (files.Length == 0) throw new BadInputException($"文件夹中没有规则包（*.json）：{given}。 The folder holds no rule pack.");
        return ([.. files.Select(Pack)], false);
    }

    /// <summary>Reads one pack.</summary>
    internal static RulePack Pack(string path) => PackReader.Read(File.ReadAllText(path), path.Replace('\\', '/'));

    /// <summary>The text of a pack that was read from a file, as it was hashed: without a byte order mark.</summary>
    internal static byte[] TextOf(RulePack pack) => Encoding.UTF8.GetBytes(File.ReadAllText(pack.FileName));

    /// <summary>The reference data of a folder; that which travels with the program when none is named.</summary>
    internal static ReferenceData Reference(string? folder = null) => ReferenceReader.Read(ReferenceFiles(folder));

    /// <summary>The files of the reference data by their paths under its folder.</summary>
    internal static IReadOnlyDictionary<string, byte[]> ReferenceFiles(string? folder = null)
    {
        var root = folder ?? PathOf(Path.Combine("data", "reference"));
        if (!Directory.Exists(root)) throw new BadInputException($"找不到参考数据文件夹：{root}。 There is no such folder of reference data.");
        return Directory.EnumerateFiles(root, "*.csv", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(root, f).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal);
    }

    /// <summary>Holidays and make-up working days.</summary>
    internal static WorkingCalendar Calendar()
    {
        using var table = new StreamReader(PathOf(Path.Combine("data", "reference", "cn_calendar.csv")));
        return WorkingCalendar.Read(table);
    }

    /// <summary>A column map, given as a path or as the name of a shipped one.</summary>
    internal static ColumnMap Map(string given) => (MapText(given) ?? MapText($"data/maps/{given}.json")) is { } text
        ? ColumnMapReader.Read(text, given.Replace('\\', '/'))
        : throw new BadInputException($"找不到列对照文件：{given}。请给出文件，或随程序提供的名称：{string.Join("、", MapNames)}。 No such column map; give a file or one of these names.");

    private static IEnumerable<string?> MapNames => Files(PathOf(Path.Combine("data", "maps")), "*.json").Select(Path.GetFileNameWithoutExtension);

    /// <summary>The text of a column map, given as a path or as the path of a shipped one; null when there is no such file.</summary>
    internal static string? MapText(string given)
    {
        var path = File.Exists(given) ? given : PathOf(given);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }

    /// <summary>The files of a data set: a single file, or the workbooks, CSV and JSON files and logs at the top of a folder, in ordinal order.</summary>
    internal static IReadOnlyList<SourceFile> DataSet(string data)
    {
        if (File.Exists(data)) return [new SourceFile(Path.GetFileName(data), () => File.OpenRead(data))];
        if (!Directory.Exists(data)) throw new BadInputException($"找不到数据：{data}。 No such file or folder.");
        var files = Directory.EnumerateFiles(data)
            .Where(f => Path.GetExtension(f).ToUpperInvariant() is ".CSV" or ".TXT" or ".TSV" or ".JSON" or ".XLSX" or ".XLSM" or ".XLS" or ".LOG" or ".DAT" or ".HJ212" or ".212")
            .Where(f => !Path.GetFileName(f).StartsWith("~$", StringComparison.Ordinal) && Path.GetFileName(f) != AcceptedFindings.FileName)
            .OrderBy(Path.GetFileName, StringComparer.Ordinal)
            .Select(f => new SourceFile(Path.GetFileName(f), () => File.OpenRead(f))).ToArray();
        return files.Length > 0
            ? files
            : throw new BadInputException($"文件夹中没有数据文件：{data}。请放入 facilities.csv、measurements.csv 等表或工作簿。 The folder holds no data file (CSV or workbook).");
    }

    /// <summary>What else lies in the folder of a data set and is not read: other files, and folders with a slash at the end.</summary>
    internal static IReadOnlyList<SourceFile> PassedOver(string data)
    {
        if (!Directory.Exists(data)) return [];
        var read = DataSet(data).Select(f => f.Name).Append(AcceptedFindings.FileName).ToHashSet(StringComparer.Ordinal);
        var others = Directory.EnumerateFiles(data).Select(Path.GetFileName).OfType<string>().Where(f => !read.Contains(f))
            .Concat(Directory.EnumerateDirectories(data).Select(f => Path.GetFileName(f) + "/"));
        return [.. others.Where(f => !f.StartsWith('.') && !f.StartsWith("~$", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(f => new SourceFile(f, () => Stream.Null))];
    }

    private static string[] Files(string folder, string pattern) =>
        [.. Directory.EnumerateFiles(folder, pattern).OrderBy(f => f, StringComparer.Ordinal)];
}
