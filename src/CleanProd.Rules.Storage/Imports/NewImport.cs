using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Merging;
using CleanProd.Rules.Import;
using CleanProd.Rules.Lists;

namespace CleanProd.Rules.Storage.Imports;

/// <summary>A data set that is handed in; the bytes of its files are kept already.</summary>
/// <param name="Region">The jurisdiction that gives it.</param>
/// <param name="Mode">What it does to the facts known before it.</param>
/// <param name="By">Who hands it in.</param>
/// <param name="Reach">The facilities it may tell of.</param>
/// <param name="Files">Its files.</param>
public sealed record NewImport(RegionCode Region, ImportMode Mode, Officer By, ImportReach Reach, IReadOnlyList<GivenFile> Files)
{
    /// <summary>The year it is for, where a column map asks for one.</summary>
    public int? Year { get; init; }

    /// <summary>What people call it.</summary>
    public string? Label { get; init; }

    /// <summary>The column map; null when the files are the project's own. Its text is kept as a file.</summary>
    public GivenFile? Map { get; init; }

    /// <summary>The push it came by.</summary>
    public PushKey? Push { get; init; }

    /// <summary>The place in the inbox it came from.</summary>
    public InboxItem? Inbox { get; init; }
}

/// <summary>A file by the content under which it is kept.</summary>
/// <param name="Name">Its name in the data set.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
public sealed record GivenFile(string Name, string Sha256);

/// <summary>A push of a platform.</summary>
/// <param name="Key">The platform's own key: the same key is the same push.</param>
/// <param name="BodySha256">SHA-256 over what was pushed: table, jurisdiction, media type and body.</param>
/// <param name="Table">Name of the table.</param>
public sealed record PushKey(string Key, string BodySha256, string Table);

/// <summary>Something lying in the inbox.</summary>
/// <param name="Name">Name of the folder or file.</param>
/// <param name="Fingerprint">SHA-256 over names, lengths and times of its files.</param>
public sealed record InboxItem(string Name, string Fingerprint);

/// <summary>What became of a data set that was handed in.</summary>
/// <param name="Import">Number of the import.</param>
/// <param name="Already">Whether the same had been handed in before: it is the earlier import.</param>
public sealed record GivenImport(long Import, bool Already);

/// <summary>An import to be read, for who holds its lease.</summary>
/// <param name="Import">Its number.</param>
/// <param name="Files">Its files.</param>
/// <param name="Map">Its column map.</param>
/// <param name="Year">The year it is for.</param>
/// <param name="Reach">The facilities it may tell of.</param>
/// <param name="Attempt">How often somebody began to read it, this time included.</param>
public sealed record ImportWork(long Import, IReadOnlyList<GivenFile> Files, GivenFile? Map, int? Year, ImportReach Reach, int Attempt);
