using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CleanProd.Rules.Storage.Schema;
using CleanProd.Rules.Storage.Tables;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CleanProd.Rules.Storage.Upkeep.Backup;

/// <summary>Makes a store from a backup, on either database: all of it or, when anything is wrong with the file, nothing.</summary>
public static class StoreRestore
{
    /// <summary>Restores into a store that is empty or not there yet, at the version of the backup, then upgrades it.</summary>
    /// <returns>The restored store. Its contents are those of the file; whether they agree among themselves <c>StoreChecks</c> says.</returns>
    /// <exception cref="InvalidDataException">The file is damaged (the message names the part), or a newer program wrote it.</exception>
    /// <exception cref="InvalidOperationException">The store is not empty or in use.</exception>
    public static async Task<Store> RunAsync(BackupFile file, StoreAddress address, TimeProvider clock, CancellationToken ct = default)
    {
        using var held = StoreLock.TryTake(address)
            ?? throw new InvalidOperationException($"存储 {address} 正由服务使用，请先停止服务。 A service is using the store: stop it first.");
        var store = new Store(address, clock);
        await using var context = store.NewContext();
        await context.Database.OpenConnectionAsync(ct);
        if (address.Kind == StoreKind.Sqlite) await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", ct);
        var tables = Tables(context, file.Manifest);
        await StoreUpgrade.RunAsync(context, StoreModel.MigrationOf(context, file.Manifest.Schema[^1]), ct);
        await using (var transaction = await BeginAsync(context, ct))
        {
            foreach (var table in tables)
            {
                if (!await TableCopy.IsEmptyAsync(context, table, ct))
                    throw new InvalidOperationException($"存储 {address} 不是空的（表 {table.Name} 中有数据）；只能恢复到空存储。 The store is not empty ({table.Name}): restore into an empty one.");
            }

            foreach (var (table, given) in tables.Zip(file.Manifest.Tables)) await LoadAsync(context, file, table, given, ct);
            await transaction.CommitAsync(ct);
        }

        await StoreUpgrade.RunAsync(context, to: null, ct);
        return store;
    }

    private static async Task LoadAsync(StoreContext context, BackupFile file, CopiedTable table, BackupTable given, CancellationToken ct)
    {
        var (rows, sha256) = await CopyAsync(context, file, table, given, ct);
        if (rows != given.Rows) throw BackupFile.Damaged(given.EntryName, $"有 {rows} 行，应为 {given.Rows} 行", $"it has {rows} rows instead of {given.Rows}");
        if (sha256 != given.Sha256) throw BackupFile.Damaged(given.EntryName, "内容已被改动", "its contents were changed");
        if (given.LastNumber is { } last) await TableCopy.GoOnFromAsync(context, table, last, ct);
        // What the database gives back must be what the file holds, byte for byte.
        var back = await TableCopy.WriteAsync(context, table, Stream.Null, ct);
        if (back != (given.Rows, given.Sha256)) throw BackupFile.Damaged(given.EntryName, "写入数据库后不一致", "the database gives it back otherwise than it was written");
    }

    private static async Task<(long Rows, string Sha256)> CopyAsync(StoreContext context, BackupFile file, CopiedTable table, BackupTable given, CancellationToken ct)
    {
        StoreDialect dialect = context.Database.IsNpgsql() ? new PostgresDialect() : new SqliteDialect();
        using var hash = SHA256.Create();
        var rows = 0L;
        try
        {
            await using var writer = await dialect.WriteAsync(context.Database.GetDbConnection(), context.Database.CurrentTransaction!.GetDbTransaction(), table, ct);
            await using var bytes = new CryptoStream(file.OpenTable(given), hash, CryptoStreamMode.Read);
            using var lines = new StreamReader(bytes, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false);
            var values = new object?[table.Columns.Count];
            while (await lines.ReadLineAsync(ct) is { } line)
            {
                rows++;
                BackupRow.Read(line, table.Columns, values);
                await writer.WriteAsync(values, ct);
            }

            await writer.CompleteAsync(ct);
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or FormatException or DecoderFallbackException or DbException { IsTransient: false })
        {
            var line = rows.ToString(CultureInfo.InvariantCulture);
            throw BackupFile.Damaged(given.EntryName, $"第 {line} 行附近无法读取：{e.Message}", $"near line {line}: {e.Message}", e);
        }

        return (rows, Convert.ToHexStringLower(hash.Hash!));
    }

    /// <summary>The tables that a backup of this version must have, in its order.</summary>
    private static IReadOnlyList<CopiedTable> Tables(StoreContext context, BackupManifest manifest)
    {
        var known = StoreModel.Versions(context);
        if (manifest.Schema.Count == 0 || !manifest.Schema.SequenceEqual(known.Take(manifest.Schema.Count), StringComparer.Ordinal))
        {
            throw new InvalidDataException(
                $"备份由更新版本的程序（{manifest.Program}）写成，请用该版本恢复。 A newer program ({manifest.Program}) wrote this backup: restore it with that one.");
        }

        var tables = StoreModel.Tables(context, manifest.Schema[^1]);
        foreach (var (table, given) in tables.Zip(manifest.Tables))
        {
            if (table.Name != given.Name || table.IsCounted != given.LastNumber.HasValue || !table.Columns.Select(BackupColumn.Of).SequenceEqual(given.Columns))
                throw BackupFile.Damaged(BackupManifest.EntryName, $"表 {given.Name} 与版本 {manifest.Schema[^1]} 不符", $"table {given.Name} is not that of version {manifest.Schema[^1]}");
        }

        return tables.Count == manifest.Tables.Count
            ? tables
            : throw BackupFile.Damaged(BackupManifest.EntryName, "表的数目不符", "tables are missing or too many");
    }

    private static async Task<IDbContextTransaction> BeginAsync(StoreContext context, CancellationToken ct)
    {
        if (context.Database.IsNpgsql()) return await context.Database.BeginTransactionAsync(ct);
        var immediate = ((SqliteConnection)context.Database.GetDbConnection()).BeginTransaction(IsolationLevel.Serializable, deferred: false);
        return (await context.Database.UseTransactionAsync(immediate, ct))!;
    }
}
