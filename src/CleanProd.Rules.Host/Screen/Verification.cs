using System.Security.Cryptography;
using System.Text.Json;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Host.Cli;

namespace CleanProd.Rules.Host.Screen;

/// <summary>Compares an output folder with its own hashes and with a fresh computation from its inputs.</summary>
internal static class Verification
{
    internal static async Task<int> RunAsync(string folder, string? data, CancellationToken cancellation)
    {
        using var again = await AgainAsync(folder, data, cancellation);
        foreach (var problem in again.Problems) await Console.Error.WriteLineAsync(problem);
        Console.WriteLine(again.Problems.Count == 0
            ? $"相符：{again.Screened.Determinations.Count:N0} 家企业重新计算，结果逐字节相同（SHA-256 {again.Hash}）。 Verified: recomputed to the same bytes."
            : "不相符。 Refused.");
        return again.Problems.Count == 0 ? ExitCode.Done : ExitCode.Attention;
    }

    /// <summary>Computes a folder again.</summary>
    /// <exception cref="BadInputException">It is no output folder.</exception>
    internal static async Task<Recomputation> AgainAsync(string folder, string? data, CancellationToken cancellation)
    {
        var runPath = Path.Combine(folder, RunFile.Name);
        var linesPath = Path.Combine(folder, ScreenOutput.DeterminationsFile);
        if (!File.Exists(runPath) || !File.Exists(linesPath))
            throw new BadInputException($"{folder} 中没有 {RunFile.Name} 和 {ScreenOutput.DeterminationsFile}，不是 screen 的输出。 Not an output folder of screen.");
        var run = Read(runPath);
        await using var lines = File.OpenRead(linesPath);
        var problems = new List<string>();
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(lines, cancellation));
        if (hash != run.GetProperty("result_sha256").GetString())
            problems.Add($"{ScreenOutput.DeterminationsFile} 已被改动：其 SHA-256 为 {hash}，与 {RunFile.Name} 记载不符。 The file was changed.");
        Compare("output", run.GetProperty("outputs").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!),
            OutputFolder.Hashes(folder).Where(f => f.Name != RunFile.Name).ToDictionary(f => f.Name, f => f.Sha256), problems);
        var job = new ScreenJob(Arguments(run, folder, data));
        try
        {
            var screened = await job.ScreenAsync(cancellation);
            Compare("pack", run.GetProperty("packs").EnumerateArray().ToDictionary(p => p.GetProperty("id").GetString()!, p => p.GetProperty("sha256").GetString()!),
                screened.Packs.ToDictionary(p => p.Id, p => p.Sha256), problems);
            Compare("input", run.GetProperty("inputs").EnumerateArray().ToDictionary(p => p.GetProperty("name").GetString()!, p => p.GetProperty("sha256").GetString()!),
                screened.Imported.Files.ToDictionary(f => f.Name, f => f.Sha256), problems);
            Compare("reference", run.GetProperty("reference").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!), screened.Reference.Hashes, problems);
            if (FirstDifference(lines, screened.Determinations) is { } line)
                problems.Add($"{ScreenOutput.DeterminationsFile} 第 {line:N0} 行与重新计算的结果不同。 Line {line} differs from the computation.");
            return new(job, screened, problems, hash);
        }
        catch
        {
            job.Dispose();
            throw;
        }
    }

    private static JsonElement Read(string path)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllText(path)).RootElement;
        }
        catch (JsonException e)
        {
            throw new BadInputException($"{path} 不是完整的 JSON：{e.Message} The file is damaged.");
        }
    }

    private static ScreenArguments Arguments(JsonElement run, string folder, string? data)
    {
        var a = run.GetProperty("arguments");
        string? Text(string name) => a.TryGetProperty(name, out var value) ? value.GetString() : null;
        string? Where(string name) => Text(name) is not { } given ? null : File.Exists(given) || Directory.Exists(given) ? given : Text(name + "_full_path");
        var year = a.GetProperty("year").GetInt32();
        return new(data ?? Where("data")!, year, ScreenVerb.Day(Text("as_of"), year), Where("map"), Where("rules"), folder, Text("lang") ?? "zh-CN", false, true) { Reference = Where("reference") };
    }

    private static void Compare(string kind, IReadOnlyDictionary<string, string> recorded, IReadOnlyDictionary<string, string> now, List<string> problems)
    {
        foreach (var name in recorded.Keys.Union(now.Keys).Order(StringComparer.Ordinal))
        {
            var (before, after) = (recorded.GetValueOrDefault(name), now.GetValueOrDefault(name));
            // A file of somebody else's in the folder is not ours to judge.
            if (kind == "output" && before is null) continue;
            if (before != after) problems.Add($"{kind} {name}: {before ?? "（无）"} → {after ?? "（无）"}");
        }
    }

    // Number of the first line of the file that is not the computed one; null when all are.
    private static int? FirstDifference(FileStream given, IReadOnlyList<Determination> computed)
    {
        given.Position = 0;
        var number = 1;
        var read = Array.Empty<byte>();
        foreach (var line in ScreenOutput.EachLine(computed))
        {
            if (read.Length < line.Length) read = new byte[line.Length * 2];
            var here = read.AsSpan(0, line.Length);
            if (given.ReadAtLeast(here, here.Length, throwOnEndOfStream: false) < here.Length || !here.SequenceEqual(line.Span)) return number;
            number++;
        }

        return given.ReadByte() < 0 ? null : number;
    }
}

/// <summary>An output folder computed again; what was computed may be read until this is disposed.</summary>
/// <param name="Job">The computation.</param>
/// <param name="Screened">What it found.</param>
/// <param name="Problems">What of the folder does not fit it.</param>
/// <param name="Hash">SHA-256 of the folder's lines, lower-case hexadecimal.</param>
internal sealed record Recomputation(ScreenJob Job, Screened Screened, IReadOnlyList<string> Problems, string Hash) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Job.Dispose();
}
