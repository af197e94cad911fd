using System.Globalization;
using System.Text.Json;
using CleanProd.Rules.Host.Cli;
using CleanProd.Rules.Storage.EvidencePacks;

namespace CleanProd.Rules.Host.Screen;

/// <summary>Reaches the determination of an evidence pack again, from the pack alone, and names the first difference.</summary>
internal static class EvidenceVerification
{
    internal static async Task<int> RunAsync(string file)
    {
        EvidenceManifest manifest;
        EvidenceContent content;
        try
        {
            (manifest, content) = EvidencePack.Read(EvidencePack.Load(file));
        }
        catch (InvalidDataException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            Console.WriteLine("不相符。 Refused.");
            return ExitCode.Attention;
        }

        if (FirstDifference(content.Line, content.JudgeAgain()) is { } difference)
        {
            await Console.Error.WriteLineAsync(difference);
            Console.WriteLine("不相符。 Refused.");
            return ExitCode.Attention;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"相符：{content.Records.Facility.Name}（{manifest.FacilityId}）{manifest.Year} 年度的判定重新计算，逐字节相同（SHA-256 {manifest.LineSha256}）；引用 {content.Cited.Count} 行源数据。"));
        Console.WriteLine("Verified: reached again from the pack alone, to the same bytes.");
        return ExitCode.Done;
    }

    /// <summary>The member of a determination that differs first, with both values; null when the bytes are the same.</summary>
    internal static string? FirstDifference(byte[] given, byte[] computed)
    {
        if (given.AsSpan().SequenceEqual(computed)) return null;
        try
        {
            using var stated = JsonDocument.Parse(given);
            using var reached = JsonDocument.Parse(computed);
            return First("", stated.RootElement, reached.RootElement) ?? "determination.json 与重新计算的写法不同。 It is written otherwise than computed.";
        }
        catch (JsonException e)
        {
            return $"determination.json 无法读取：{e.Message} It cannot be read.";
        }
    }

    private static string? First(string path, JsonElement given, JsonElement computed)
    {
        switch (given.ValueKind, computed.ValueKind)
        {
            case (JsonValueKind.Object, JsonValueKind.Object):
                var (mine, other) = (given.EnumerateObject().ToArray(), computed.EnumerateObject().ToArray());
                for (var i = 0; i < Math.Min(mine.Length, other.Length); i++)
                {
                    if (mine[i].Name != other[i].Name) break;
                    if (First(path.Length == 0 ? mine[i].Name : $"{path}.{mine[i].Name}", mine[i].Value, other[i].Value) is { } found) return found;
                }

                return mine.Select(m => m.Name).SequenceEqual(other.Select(m => m.Name)) ? null : Told(path, given, computed);
            case (JsonValueKind.Array, JsonValueKind.Array):
                var most = Math.Min(given.GetArrayLength(), computed.GetArrayLength());
                for (var i = 0; i < most; i++)
                    if (First(string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), given[i], computed[i]) is { } found) return found;
                return given.GetArrayLength() == computed.GetArrayLength() ? null : Told(path, given, computed);
            default:
                return given.GetRawText() == computed.GetRawText() ? null : Told(path, given, computed);
        }
    }

    private static string Told(string path, JsonElement given, JsonElement computed) =>
        $"determination.json，{path}：证据包为 {Short(given)}，重新计算为 {Short(computed)}。 The pack says the first, the computation gives the second.";

    private static string Short(JsonElement value) => value.GetRawText() is { Length: > 120 } text ? text[..120] + "…" : value.GetRawText();
}
