using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using CleanProd.Rules.Host.Cli;
using CleanProd.Rules.Storage;

namespace CleanProd.Rules.Host.Screen;

/// <summary>
/// The output folder: everything is written beside it first and moved in at the end, so that a run that fails or is stopped leaves what
/// was there before. Files of others in the folder are left alone.
/// </summary>
internal sealed class OutputFolder : IDisposable
{
    private const string Partial = ".partial";

    private readonly string _final;
    private readonly string _staging;

    internal OutputFolder(string path)
    {
        _final = Path.GetFullPath(path);
        if (File.Exists(_final)) throw new BadInputException($"--out {path} 是一个文件，应为文件夹。 --out is a file; name a folder.");
        var beside = _final.TrimEnd(Path.DirectorySeparatorChar);
        _staging = $"{beside}.{Environment.MachineName}-{Environment.ProcessId}{Partial}";
        try
        {
            RemoveAbandoned(beside);
            Directory.CreateDirectory(_staging);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"不能写入 {path}：{e.Message} The output folder cannot be written.");
        }
    }

    // What a process of this machine left that was killed. On a shared disk, those of other machines may still be at work.
    private static void RemoveAbandoned(string beside)
    {
        var (parent, begin) = (Path.GetDirectoryName(beside), $"{Path.GetFileName(beside)}.{Environment.MachineName}-");
        if (parent is null || !Directory.Exists(parent)) return;
        foreach (var folder in Directory.EnumerateDirectories(parent, $"{begin}*{Partial}"))
        {
            if (int.TryParse(Path.GetFileName(folder)[begin.Length..^Partial.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var process) && !IsAlive(process))
                Directory.Delete(folder, recursive: true);
        }
    }

    private static bool IsAlive(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Opens a new file under the folder.</summary>
    internal Stream Create(string relative)
    {
        var path = Path.Combine(_staging, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return WholeFile.Create(path);
    }

    /// <summary>What was written so far, by path with forward slashes, with its SHA-256.</summary>
    internal IEnumerable<(string Name, string Sha256)> Hashes() => Hashes(_staging);

    /// <summary>The files of a folder, in ordinal order, with their SHA-256.</summary>
    internal static IEnumerable<(string Name, string Sha256)> Hashes(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).OrderBy(f => f, StringComparer.Ordinal))
        {
            using var bytes = File.OpenRead(file);
            yield return (Path.GetRelativePath(folder, file).Replace('\\', '/'), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
    }

    /// <summary>
    /// Makes what was written the folder's content; <paramref name="last"/> is moved last, so that it vouches for the rest, and that of an earlier run
    /// goes first: it vouches for nothing any more.
    /// </summary>
    internal void Publish(string last)
    {
        Directory.CreateDirectory(_final);
        RemoveEarlierNotices(Path.Combine(_final, last));
        File.Delete(Path.Combine(_final, last));
        foreach (var folder in Directory.EnumerateDirectories(_staging))
        {
            var target = Directory.CreateDirectory(Path.Combine(_final, Path.GetFileName(folder))).FullName;
            foreach (var file in Directory.EnumerateFiles(folder)) WholeFile.Move(file, Path.Combine(target, Path.GetFileName(file)), replace: true);
        }

        foreach (var file in Directory.EnumerateFiles(_staging).OrderBy(f => Path.GetFileName(f) == last))
            WholeFile.Move(file, Path.Combine(_final, Path.GetFileName(file)), replace: true);
    }

    // Notices of an earlier run, by its own record of them; a file of somebody else's stays.
    private void RemoveEarlierNotices(string record)
    {
        if (!File.Exists(record)) return;
        try
        {
            using var run = JsonDocument.Parse(File.ReadAllText(record));
            foreach (var output in run.RootElement.GetProperty("outputs").EnumerateObject().Where(o => o.Name.StartsWith("notices/", StringComparison.Ordinal)))
                File.Delete(Path.Combine(_final, "notices", Path.GetFileName(output.Name)));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // The record is not one of ours: nothing is removed on its word.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(_staging)) Directory.Delete(_staging, recursive: true);
    }
}
