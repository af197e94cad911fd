using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using CleanProd.Rules.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Upkeep.Backup;

/// <summary>
/// Copies a store into one file while the service goes on: every table of the model at one moment, as lines of JSON, with a manifest. The file
/// is the same from either database and can be restored into either. It holds everything that the store holds: password hashes, hashes of keys,
/// data of enterprises. Queues are not in it: what should be running is in the tables.
/// </summary>
public static class StoreBackup
{
    /// <summary>Writes a backup; the file is there when it is whole, or not at all. Only its owner may read it.</summary>
    /// <exception cref="IOException">The file is there already, or cannot be written.</exception>
    public static async Task<BackupManifest> WriteAsync(Store store, string file, CancellationToken ct = default)
    {
        if (File.Exists(file)) throw new IOException($"{file} 已存在，备份从不覆盖旧备份。 The file is there already; a backup never overwrites another.");
        BackupManifest? manifest = null;
        await WholeFile.WriteAsync(file, async to => manifest = await WriteAsync(store, to, ct), replace: false, ownerOnly: true);
        return manifest!;
    }

    private static async Task<BackupManifest> WriteAsync(Store store, Stream to, CancellationToken ct)
    {
        await using var snapshot = await StoreSnapshot.TakeAsync(store, ct);
        var context = snapshot.Context;
        using var archive = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        // The first question fixes the moment.
        var lines = await context.Journal.LongCountAsync(ct);
        var takenAt = Store.Moment(store.Clock.GetUtcNow());
        var head = await context.Journal.OrderByDescending(l => l.Seq).Select(l => l.Hash).FirstOrDefaultAsync(ct) ?? JournalLine.Beginning;
        var tables = new List<BackupTable>();
        foreach (var table in StoreModel.Tables(context))
        {
            var last = await TableCopy.LastNumberAsync(context, table, ct);
            var copied = new BackupTable(table.Name, [.. table.Columns.Select(BackupColumn.Of)], 0, "", last);
            await using var entry = archive.CreateEntry(copied.EntryName, CompressionLevel.Fastest).Open();
            var (rows, sha256) = await TableCopy.WriteAsync(context, table, entry, ct);
            tables.Add(copied with { Rows = rows, Sha256 = sha256 });
        }

        var manifest = new BackupManifest(BackupManifest.CurrentFormat, Program, takenAt, StoreModel.Versions(context), lines, head, tables);
        var json = manifest.ToJson();
        await using (var entry = archive.CreateEntry(BackupManifest.EntryName).Open()) await entry.WriteAsync(json, ct);
        archive.Comment = Convert.ToHexStringLower(SHA256.HashData(json));
        return manifest;
    }

    private static string Program =>
        typeof(StoreBackup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
