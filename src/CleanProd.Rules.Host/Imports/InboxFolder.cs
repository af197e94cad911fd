using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Serve;
using CleanProd.Rules.Storage.Imports;

namespace CleanProd.Rules.Host.Imports;

/// <summary>
/// The watched folder. It has one folder for each jurisdiction, named by its division code; what lies in one of those, a file or a folder with
/// files, is one data set. Nothing in it is ever changed, moved or deleted.
/// </summary>
internal sealed class InboxFolder(ServiceOptions options)
{
    // Names that programs give to what they have not finished.
    private static readonly string[] Unfinished = [".part", ".tmp"];

    /// <summary>Where it is; null when none is watched.</summary>
    internal string? Path { get; } = options.Inbox is { Length: > 0 } given ? System.IO.Path.GetFullPath(given) : null;

    /// <summary>What lies in it now.</summary>
    /// <exception cref="IOException">The folder is not there or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    internal InboxContent Look()
    {
        var (items, strays) = (new List<InboxFind>(), new List<string>());
        foreach (var place in Entries(new DirectoryInfo(Path!)))
        {
            if (place is not DirectoryInfo { LinkTarget: null } folder || RegionOf(place.Name) is not { } region)
            {
                strays.Add(place.Name);
                continue;
            }

            foreach (var entry in Entries(folder))
            {
                if (entry.LinkTarget is not null) strays.Add($"{place.Name}/{entry.Name}");
                else if (Find(region, place.Name, entry) is { } item) items.Add(item);
            }
        }

        return new(items, strays);
    }

    /// <summary>The same item as it is now; null when it is gone or being written.</summary>
    internal InboxFind? Again(InboxFind item)
    {
        var path = System.IO.Path.Combine(Path!, item.Name);
        FileSystemInfo entry = Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path);
        return entry.Exists ? Find(item.Region, System.IO.Path.GetDirectoryName(item.Name)!, entry) : null;
    }

    private InboxFind? Find(RegionCode region, string place, FileSystemInfo entry)
    {
        var files = entry is DirectoryInfo folder ? Within(folder).ToArray() : [(FileInfo)entry];
        if (files.Length == 0 || files.Any(f => Unfinished.Any(u => f.Name.EndsWith(u, StringComparison.OrdinalIgnoreCase)))) return null;
        var from = entry is DirectoryInfo ? entry.FullName : System.IO.Path.GetDirectoryName(entry.FullName)!;
        var named = files.Select(f => (Name: System.IO.Path.GetRelativePath(from, f.FullName).Replace('\\', '/'), File: f)).OrderBy(f => f.Name, StringComparer.Ordinal).ToArray();
        var content = string.Concat(named.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Name}\n{f.File.Length}\n{f.File.LastWriteTimeUtc.Ticks}\n")));
        return new(
            region, $"{place}/{entry.Name}", [.. named.Select(f => (f.Name, f.File.FullName))], Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))));
    }

    private static IEnumerable<FileInfo> Within(DirectoryInfo folder) => Entries(folder).SelectMany(e => e switch
    {
        { LinkTarget: not null } => [],
        DirectoryInfo inner => Within(inner),
        _ => [(FileInfo)e],
    });

    // Notes that systems and office programs leave beside the files of people are none of theirs.
    private static IEnumerable<FileSystemInfo> Entries(DirectoryInfo folder) => folder.EnumerateFileSystemInfos()
        .Where(e => !e.Name.StartsWith('.') && !e.Name.StartsWith("~$", StringComparison.Ordinal)).OrderBy(e => e.Name, StringComparer.Ordinal);

    private static RegionCode? RegionOf(string name)
    {
        try
        {
            return RegionCode.Of(name) is { Value.Length: > 0 } region ? region : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

/// <summary>What lies in the inbox.</summary>
/// <param name="Items">Data sets, whether or not they were imported already.</param>
/// <param name="Strays">Names of what lies where nothing is taken: outside the folder of a jurisdiction, or a link.</param>
internal sealed record InboxContent(IReadOnlyList<InboxFind> Items, IReadOnlyList<string> Strays);

/// <summary>A data set in the inbox.</summary>
/// <param name="Region">The jurisdiction in whose folder it lies.</param>
/// <param name="Name">Folder of the jurisdiction and its own name.</param>
/// <param name="Files">Its files: name in the data set, and path.</param>
/// <param name="Fingerprint">SHA-256 over names, lengths and times of its files.</param>
internal sealed record InboxFind(RegionCode Region, string Name, IReadOnlyList<(string Name, string Path)> Files, string Fingerprint)
{
    /// <summary>As the store remembers it.</summary>
    internal InboxItem Item => new(Name, Fingerprint);

    /// <summary>As the store remembers that it could not be read: when it can, it is something else.</summary>
    internal InboxItem Unreadable => new(Name, Fingerprint + " unreadable");
}
