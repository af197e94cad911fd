using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Cli;
using CleanProd.Rules.Import;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Imports;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace CleanProd.Rules.Host.Imports;

/// <summary>
/// Rows of one table as a machine pushes them. What is no JSON or names no row is refused at the door, before anything is kept; what is wrong
/// within a row is a finding of its import.
/// </summary>
/// <param name="Name">The file it is kept as: the table, and the push's own key.</param>
/// <param name="Body">Its bytes.</param>
/// <param name="Key">The push, for knowing it again.</param>
internal sealed record PushedRows(string Name, byte[] Body, PushKey Key)
{
    /// <summary>The header that names a push.</summary>
    internal const string KeyHeader = "Idempotency-Key";

    private const int LongestKey = 200;

    /// <summary>Reads the body of a request.</summary>
    /// <exception cref="KeyNotFoundException">There is no such table.</exception>
    /// <exception cref="RefusedActException"><c>idempotency_key_required</c>, or <c>bad_idempotency_key</c>.</exception>
    /// <exception cref="BadInputException">It is neither JSON nor CSV, or empty.</exception>
    /// <exception cref="ImportException">The JSON is no array of rows.</exception>
    internal static async Task<PushedRows> ReadAsync(string table, string? key, RegionCode region, HttpRequest request, CancellationToken ct)
    {
        if (FactTables.All.All(t => t.Name != table)) throw new KeyNotFoundException($"There is no table '{table}'.");
        if (string.IsNullOrWhiteSpace(key))
            throw new RefusedActException("idempotency_key_required", new(
                $"请在请求头 {KeyHeader} 中给出本次推送自己的标识：重发时用同一个，新数据用新的。", $"Name the push in the header {KeyHeader}: the same when it is sent again, a new one for new data."));
        if (key.Length > LongestKey || key.Any(c => c is < '!' or > '~'))
            throw new RefusedActException("bad_idempotency_key", new(
                $"{KeyHeader} 最多 {LongestKey} 个字符，只能是字母、数字和英文标点。", $"{KeyHeader} has at most {LongestKey} characters: letters, digits and punctuation."));
        var type = MediaTypeHeaderValue.TryParse(request.ContentType, out var given) ? given.MediaType.Value?.ToLowerInvariant() : null;
        var ending = type switch
        {
            MediaTypeNames.Application.Json => "json",
            MediaTypeNames.Text.Csv => "csv",
            _ => throw new BadInputException("请以 application/json（行的数组）或 text/csv 推送。 Push application/json (an array of rows) or text/csv."),
        };
        var body = await BytesAsync(request, ct);
        var name = $"{table}-{string.Concat(key.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_'))}.{ending}";
        if (ending == "json" && JsonSheetReader.Count(new SourceFile(name, () => new MemoryStream(body, writable: false))) == 0)
            throw new BadInputException("没有一行数据。 There is no row in it.");
        var content = Convert.ToHexStringLower(SHA256.HashData(body));
        var whole = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{table}\n{region.Value}\n{type}\n{content}")));
        return new(name, body, new PushKey(key, whole, table));
    }

    private static async Task<byte[]> BytesAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = JsonSheetReader.MostBytes;
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, ct);
        return bytes.Length > 0 ? bytes.ToArray() : throw new BadInputException("请求没有内容。 The request is empty.");
    }
}
