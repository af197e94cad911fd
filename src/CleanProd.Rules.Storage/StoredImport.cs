using System.Security.Cryptography;
using System.Text;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Merging;
using CleanProd.Rules.Import;
using CleanProd.Rules.Lists;

namespace CleanProd.Rules.Storage;

/// <summary>How an import was given.</summary>
/// <param name="Region">The jurisdiction that gives it.</param>
/// <param name="Mode">What it does to the facts known before it.</param>
/// <param name="By">Who gives it.</param>
/// <param name="At">When.</param>
public sealed record ImportOrder(RegionCode Region, ImportMode Mode, Officer By, DateTimeOffset At)
{
    /// <summary>The year it is given for, where a column map asks for one.</summary>
    public int? Year { get; init; }

    /// <summary>What people call it.</summary>
    public string? Label { get; init; }

    /// <summary>Name of the column map; null when the files are the project's own.</summary>
    public string? Map { get; init; }

    /// <summary>SHA-256 of the column map's text, lower-case hexadecimal.</summary>
    public string? MapHash { get; init; }

    /// <summary>Name of the one table the files tell of, where it is not the files' own names that say so: the same rows mean something else in another.</summary>
    public string? Table { get; init; }

    /// <summary>What makes two imports the same: SHA-256 over the hashes of the files in order, of the map, mode, year, jurisdiction and table.</summary>
    /// <param name="files">SHA-256 of each file.</param>
    public string ContentKey(IEnumerable<string> files)
    {
        var text = string.Join('\n', files.Order(StringComparer.Ordinal)
            .Append($"map {MapHash}").Append($"mode {Mode}").Append(FormattableString.Invariant($"year {Year}")).Append($"region {Region}")
            .Concat(Table is null ? [] : [$"table {Table}"]));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}

/// <summary>An import as the store knows it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="KnownAt">When it came: the order in which imports supersede each other.</param>
/// <param name="Region">The jurisdiction that gave it.</param>
/// <param name="Mode">What it does to the facts known before it.</param>
/// <param name="State">Where it stands now.</param>
/// <param name="EffectiveAt">When its facts began to hold; null when they never did.</param>
/// <param name="UndoneAt">When it was undone.</param>
/// <param name="Actor">Account that gave it.</param>
/// <param name="Year">The year it was given for, where a column map asked for one.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Map">Name of the column map.</param>
public sealed record StoredImport(
    long Id, DateTimeOffset KnownAt, RegionCode Region, ImportMode Mode, ImportState State, DateTimeOffset? EffectiveAt, DateTimeOffset? UndoneAt,
    string Actor, int? Year, string? Label, string? Map)
{
    /// <summary>Whether its facts held, as far as was known at a time.</summary>
    public bool HeldAt(DateTimeOffset knownAt) => EffectiveAt <= knownAt && !(UndoneAt <= knownAt);
}

/// <summary>What became of files that were given.</summary>
/// <param name="Import">The import that holds them.</param>
/// <param name="Repeated">Whether the same files had been given the same way before: nothing was kept anew, and it is the earlier import.</param>
public sealed record ReceivedImport(StoredImport Import, bool Repeated);

/// <summary>An act upon an import.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Act">What was done.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
public sealed record ImportAct(int Number, ImportActKind Act, Officer By, DateTimeOffset At, string? Reason);
