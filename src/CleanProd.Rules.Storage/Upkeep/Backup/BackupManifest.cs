using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using CleanProd.Rules.Storage.Tables;

namespace CleanProd.Rules.Storage.Upkeep.Backup;

/// <summary>What a backup says of itself: which program and schema it comes from, and of every table how many rows and which hash.</summary>
/// <param name="Format">Always <see cref="CurrentFormat"/>.</param>
/// <param name="Program">Version of the program that wrote it.</param>
/// <param name="TakenAt">The moment that it shows.</param>
/// <param name="Schema">Versions of the schema, oldest first.</param>
/// <param name="JournalLines">Lines of the journal.</param>
/// <param name="JournalHead">Hash of its last line; zeros when it has none.</param>
/// <param name="Tables">The tables, each after those it refers to.</param>
public sealed record BackupManifest(
    string Format, string Program, DateTimeOffset TakenAt, IReadOnlyList<string> Schema, long JournalLines, string JournalHead, IReadOnlyList<BackupTable> Tables)
{
    /// <summary>Name and version of the file format.</summary>
    public const string CurrentFormat = "cleanprod-backup/1";

    internal const string EntryName = "manifest.json";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>Rows of all tables.</summary>
    [JsonIgnore]
    public long Rows => Tables.Sum(t => t.Rows);

    internal byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    /// <exception cref="JsonException">It is no manifest.</exception>
    internal static BackupManifest Of(byte[] json) => JsonSerializer.Deserialize<BackupManifest>(json, Options) ?? throw new JsonException("null");
}

/// <summary>A table of a backup.</summary>
/// <param name="Name">Name in the database.</param>
/// <param name="Columns">Its columns in the order of the values.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="Sha256">SHA-256 over its lines, lower-case hexadecimal.</param>
/// <param name="LastNumber">The last number that the database gave to a row of it; null when rows bring their keys.</param>
public sealed record BackupTable(string Name, IReadOnlyList<BackupColumn> Columns, long Rows, string Sha256, long? LastNumber)
{
    internal string EntryName => $"tables/{Name}.jsonl";
}

/// <summary>A column of a table of a backup.</summary>
/// <param name="Name">Name in the database.</param>
/// <param name="Kind">What it holds: text, number, whole, large, day, time, id, flag or bytes.</param>
public sealed record BackupColumn(string Name, string Kind)
{
    internal static BackupColumn Of(StoreColumn column) => new(column.Name, Words<ColumnKind>.Text(column.Kind));
}
