using System.Text;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Screen;
using CleanProd.Rules.Import;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Imports;

namespace CleanProd.Rules.Host.Imports;

/// <summary>A column map as it is listed.</summary>
/// <param name="Name">What it is asked for by.</param>
/// <param name="Title">What it says of itself.</param>
/// <param name="Shipped">Whether it comes with the program and cannot be changed.</param>
/// <param name="Version">Version of a bureau's own map.</param>
/// <param name="Region">The jurisdiction a bureau's own map belongs to.</param>
/// <param name="By">Who saved it last.</param>
/// <param name="At">When.</param>
internal sealed record ListedMap(string Name, Wording Title, bool Shipped, int? Version, string? Region, string? By, DateTimeOffset? At);

/// <summary>Column maps: those that come with the program and those that bureaus saved.</summary>
internal sealed class MapShelf(ColumnMapStore own, ImportDesk desk)
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Shipped = new(() => Directory
        .EnumerateFiles(ShippedFiles.PathOf(Path.Combine("data", "maps")), "*.json")
        .ToDictionary(f => Path.GetFileNameWithoutExtension(f), File.ReadAllText, StringComparer.Ordinal));

    internal async Task<IReadOnlyList<ListedMap>> ListAsync(CancellationToken ct) =>
    [
        .. Shipped.Value.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => new ListedMap(m.Key, TitleOf(m.Value, m.Key), true, null, null, null, null)),
        .. (await own.ListAsync(ct)).Select(m => new ListedMap(m.Name, TitleOf(m.Json, m.Name), false, m.Version, m.Region.Value, m.By, m.At)),
    ];

    /// <summary>The text of a map.</summary>
    /// <exception cref="KeyNotFoundException">There is none of the name.</exception>
    internal async Task<string> TextAsync(string name, CancellationToken ct) =>
        Shipped.Value.GetValueOrDefault(name) ?? (await own.FindAsync(name, ct))?.Json ?? throw new KeyNotFoundException($"There is no column map '{name}'.");

    /// <summary>Keeps the text of a map beside the files it is to read, so that the import can be done again whatever becomes of the map.</summary>
    /// <exception cref="RefusedActException"><c>bad_map</c>: there is none of the name.</exception>
    internal async Task<GivenFile> KeepAsync(string name, CancellationToken ct)
    {
        string text;
        try
        {
            text = await TextAsync(name, ct);
        }
        catch (KeyNotFoundException)
        {
            throw new RefusedActException("bad_map", new($"没有名为“{name}”的列映射。", $"There is no column map '{name}'."));
        }

        return await KeepTextAsync(name, text, ct);
    }

    internal async Task<GivenFile> KeepTextAsync(string name, string text, CancellationToken ct)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await desk.KeepAsync(name, bytes, ct);
    }

    /// <summary>Saves a bureau's own map.</summary>
    /// <exception cref="ColumnMapException">The text is no column map.</exception>
    /// <exception cref="RefusedActException">The name is taken by a shipped map or by one of another jurisdiction, or it is none.</exception>
    internal async Task<KeptMap> SaveAsync(string name, string text, RegionCode region, Func<RegionCode, bool> mayChange, Officer by, CancellationToken ct)
    {
        if (name.Length > 100 || name.Any(c => !char.IsLetterOrDigit(c) && c is not ('-' or '_' or '.')))
            throw new RefusedActException("bad_map_name", new("名称只能由字母、数字、汉字和 - _ . 组成。", "A name consists of letters, digits and - _ . only."));
        if (Shipped.Value.ContainsKey(name))
            throw new RefusedActException("map_is_shipped", new("这是随程序提供的列映射，不能改动，请另取名称保存。", "This map comes with the program and cannot be changed; save yours under another name."));
        ColumnMapReader.Read(text, name);
        var kept = await KeepTextAsync(name, text, ct);
        return await own.SaveAsync(name, text, kept.Sha256, region, mayChange, by, ct);
    }

    private static Wording TitleOf(string json, string name)
    {
        var map = ColumnMapReader.Read(json, name);
        return new(map.Title, map.TitleEn);
    }
}
