using System.Globalization;
using System.Text.Json;
using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Host.Serve;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Upkeep.Backup;
using Hangfire;

namespace CleanProd.Rules.Host.Upkeep;

/// <summary>The backups in the configured folder. The folder is the list: what is not there is no backup.</summary>
internal sealed class Backups(ServiceOptions options, Store store, IBackgroundJobClient jobs)
{
    private const string Beginning = "cleanprod-", End = ".zip";

    /// <summary>The folder; null when none is configured.</summary>
    internal string? Folder => options.Backups;

    /// <summary>What is in the folder, the newest first.</summary>
    internal IReadOnlyList<BackupLine> List() => Folder is null || !Directory.Exists(Folder)
        ? []
        :
        [
            .. new DirectoryInfo(Folder).EnumerateFiles(Beginning + "*").Where(f => f.Name.EndsWith(End, StringComparison.Ordinal) || f.Name.EndsWith(WholeFile.PartSuffix, StringComparison.Ordinal))
                .OrderByDescending(f => f.Name, StringComparer.Ordinal).Select(Line),
        ];

    /// <summary>Queues a backup.</summary>
    /// <returns>Name of the file that it is going to be.</returns>
    /// <exception cref="RefusedActException"><c>no_backup_folder</c>.</exception>
    internal async Task<string> OrderAsync(Officer by, CancellationToken ct)
    {
        if (Folder is null)
        {
            throw new RefusedActException("no_backup_folder", new(
                "未设置备份文件夹（设置项 Backups）。", "No folder for backups is configured (setting Backups)."));
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"{Beginning}{TimeProvider.System.GetUtcNow().UtcDateTime:yyyyMMdd'T'HHmmss'Z'}-{Guid.NewGuid().ToString("N")[..4]}{End}");
        await store.WriteAsync(
            session =>
            {
                session.Record(by, "system.backup.order", $"backup/{name}", "{}");
                session.AfterCommit(() => jobs.Enqueue<BackupJob>(job => job.RunAsync(name, CancellationToken.None)));
                return Task.CompletedTask;
            },
            ct);
        return name;
    }

    /// <summary>Writes a backup that was ordered. What an earlier process left half-written goes.</summary>
    internal async Task WriteAsync(string name, CancellationToken ct)
    {
        Directory.CreateDirectory(Folder!);
        if (File.Exists(PathOf(name))) return;
        var manifest = await StoreBackup.WriteAsync(store, PathOf(name), ct);
        var content = JsonSerializer.Serialize(new { rows = manifest.Rows, journal_lines = manifest.JournalLines, journal_head = manifest.JournalHead }, ApiJson.Options);
        await store.WriteAsync(
            session =>
            {
                session.Record(Officer.System, "system.backup.done", $"backup/{name}", content);
                return Task.CompletedTask;
            },
            ct);
    }

    private string PathOf(string name) => Path.Combine(Folder!, name);

    private static BackupLine Line(FileInfo file)
    {
        if (file.Name.EndsWith(WholeFile.PartSuffix, StringComparison.Ordinal))
            return new(file.Name[..^WholeFile.PartSuffix.Length], BackupState.Running, file.Exists ? file.Length : 0, null, null, null);
        try
        {
            using var backup = BackupFile.Open(file.FullName);
            return new(file.Name, BackupState.Done, file.Length, backup.Manifest.TakenAt, backup.Manifest.Rows, backup.Manifest.JournalLines);
        }
        catch (InvalidDataException)
        {
            return new(file.Name, BackupState.Damaged, file.Length, null, null, null);
        }
    }
}

/// <summary>How a backup stands.</summary>
internal enum BackupState
{
    /// <summary>Being written, or left by a process that was killed.</summary>
    Running,

    /// <summary>Whole.</summary>
    Done,

    /// <summary>Its manifest cannot be read.</summary>
    Damaged,
}

/// <summary>One backup.</summary>
/// <param name="Name">Name of the file.</param>
/// <param name="State">How it stands.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="TakenAt">The moment that it shows.</param>
/// <param name="Rows">Rows of all tables.</param>
/// <param name="JournalLines">Lines of the journal.</param>
internal sealed record BackupLine(string Name, BackupState State, long Bytes, DateTimeOffset? TakenAt, long? Rows, long? JournalLines);
