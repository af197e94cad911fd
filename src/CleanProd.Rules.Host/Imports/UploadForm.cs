using System.Globalization;
using System.Text;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Merging;
using CleanProd.Rules.Host.Cli;
using CleanProd.Rules.Storage.Imports;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace CleanProd.Rules.Host.Imports;

/// <summary>
/// A data set as it is uploaded: files of any length and a few words about them, in any order. Files go to the store as they come in; none is
/// ever whole in memory.
/// </summary>
/// <param name="Files">The files.</param>
/// <param name="Fields">The words.</param>
internal sealed record UploadForm(IReadOnlyList<GivenFile> Files, IReadOnlyDictionary<string, string> Fields)
{
    private const int MostFiles = 500, MostFieldBytes = 4096;

    /// <summary>The words that may be given, with what they mean.</summary>
    internal static readonly (string Field, string Meaning)[] Known =
    [
        ("year", "The year the data is for, where a column map asks for one."),
        ("map", "Name of the column map by which the files are read; without it they bear the names and headings of the tables."),
        ("region", "Code of the jurisdiction that gives the data, where the officer acts for several."),
        ("mode", "adds (the default): what is not told again stays; replaces: it is taken away in the years and tables that are given."),
        ("label", "What people call the import."),
    ];

    internal string? Label => Fields.GetValueOrDefault("label");

    internal string? Map => Fields.GetValueOrDefault("map");

    internal int? Year => YearOf(Fields.GetValueOrDefault("year"));

    internal RegionCode? Region => Fields.GetValueOrDefault("region") is { } code ? RegionCode.Of(code) : null;

    internal ImportMode Mode => ModeOf(Fields.GetValueOrDefault("mode"));

    /// <exception cref="BadInputException">It is no year.</exception>
    internal static int? YearOf(string? text) => text is null ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2199 ? year
        : throw new BadInputException($"年度“{text}”应为四位数字，如 2024。 Give a year such as 2024.");

    /// <exception cref="BadInputException">It is no mode.</exception>
    internal static ImportMode ModeOf(string? text) => text switch
    {
        null or "adds" => ImportMode.Adds,
        "replaces" => ImportMode.Replaces,
        _ => throw new BadInputException($"mode“{text}”应为 adds 或 replaces。 The mode is adds or replaces."),
    };

    /// <summary>Reads the body of a request.</summary>
    /// <exception cref="BadInputException">It is no such form.</exception>
    internal static async Task<UploadForm> ReadAsync(HttpRequest request, ImportDesk desk, CancellationToken ct)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = null;
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != "multipart/form-data" || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary)
            throw new BadInputException("请以 multipart/form-data 上传数据文件。 Upload the files as multipart/form-data.");
        try
        {
            return await ReadAsync(new MultipartReader(boundary, request.Body), desk, ct);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new BadInputException($"上传内容不完整或格式有误：{e.Message} The upload is cut off or malformed.");
        }
    }

    private static async Task<UploadForm> ReadAsync(MultipartReader reader, ImportDesk desk, CancellationToken ct)
    {
        var (files, fields) = (new List<GivenFile>(), new Dictionary<string, string>(StringComparer.Ordinal));
        while (await reader.ReadNextSectionAsync(ct) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var part))
                throw new BadInputException("上传内容的某一部分没有名称。 A part of the upload bears no name.");
            if ((part.FileNameStar.HasValue ? part.FileNameStar : part.FileName).Value is { Length: > 0 } file)
            {
                var name = HeaderUtilities.RemoveQuotes(file).Value!.Replace('\\', '/').Split('/')[^1];
                if (files.Count == MostFiles) throw new BadInputException($"一次最多上传 {MostFiles} 个文件。 At most {MostFiles} files at once.");
                if (files.Exists(f => f.Name == name)) throw new BadInputException($"文件名重复：{name}。 Two files bear one name.");
                files.Add(await desk.KeepAsync(name, section.Body, ct));
            }
            else
            {
                var name = HeaderUtilities.RemoveQuotes(part.Name).Value ?? "";
                if (Known.All(k => k.Field != name))
                    throw new BadInputException($"未知的字段“{name}”，可用：{string.Join("、", Known.Select(k => k.Field))}。 There is no such field.");
                var text = await TextAsync(section.Body, ct);
                if (text.Length > 0) fields[name] = text;
            }
        }

        return files.Count > 0 ? new(files, fields) : throw new BadInputException("没有上传任何文件。 No file was uploaded.");
    }

    private static async Task<string> TextAsync(Stream from, CancellationToken ct)
    {
        var bytes = new byte[MostFieldBytes + 1];
        var length = await from.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        return length <= MostFieldBytes ? Encoding.UTF8.GetString(bytes, 0, length).Trim() : throw new BadInputException("字段过长。 A field is too long.");
    }
}
