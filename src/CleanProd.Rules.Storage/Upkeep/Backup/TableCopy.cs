using System.Buffers;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using CleanProd.Rules.Storage.Schema;
using CleanProd.Rules.Storage.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CleanProd.Rules.Storage.Upkeep.Backup;

/// <summary>A table as lines, in an order that both databases agree on.</summary>
internal static class TableCopy
{
    /// <summary>Writes all rows; gives their number and the hash over their lines.</summary>
    internal static async Task<(long Rows, string Sha256)> WriteAsync(StoreContext context, CopiedTable table, Stream to, CancellationToken ct)
    {
        await using var command = Command(context, Select(context, table));
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(ct);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var line = new ArrayBufferWriter<byte>(1 << 16);
        var rows = 0L;
        while (await reader.ReadAsync(ct))
        {
            BackupRow.Write(reader, table.Columns, line);
            rows++;
            if (line.WrittenCount >= 1 << 15) await FlushAsync();
        }

        await FlushAsync();
        return (rows, Convert.ToHexStringLower(hash.GetHashAndReset()));

        async Task FlushAsync()
        {
            hash.AppendData(line.WrittenSpan);
            await to.WriteAsync(line.WrittenMemory, ct);
            line.ResetWrittenCount();
        }
    }

    /// <summary>Whether a table has no row.</summary>
    internal static async Task<bool> IsEmptyAsync(StoreContext context, CopiedTable table, CancellationToken ct)
    {
        await using var command = Command(context, $"SELECT 1 FROM \"{table.Name}\" LIMIT 1");
        return await command.ExecuteScalarAsync(ct) is null;
    }

    /// <summary>The last number that the database gave to a row; null when rows bring their keys.</summary>
    internal static async Task<long?> LastNumberAsync(StoreContext context, CopiedTable table, CancellationToken ct)
    {
        if (!table.IsCounted) return null;
        await using var command = Command(context, context.Database.IsNpgsql()
            ? $"SELECT coalesce(pg_sequence_last_value({Sequence(table)}::regclass), 0)"
            : $"SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = '{table.Name}'), 0)");
        return Convert.ToInt64(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
    }

    /// <summary>Lets the database go on numbering after a number.</summary>
    internal static async Task GoOnFromAsync(StoreContext context, CopiedTable table, long last, CancellationToken ct)
    {
        if (last == 0) return;
        await using var command = Command(context, context.Database.IsNpgsql()
            ? $"SELECT setval({Sequence(table)}, {last})"
            : $"DELETE FROM sqlite_sequence WHERE name = '{table.Name}'; INSERT INTO sqlite_sequence(name, seq) VALUES ('{table.Name}', {last})");
        await command.ExecuteNonQueryAsync(ct);
    }

    private static string Select(StoreContext context, CopiedTable table)
    {
        // Text by its bytes, whatever the language of the database.
        var bytes = context.Database.IsNpgsql() ? " COLLATE \"C\"" : "";
        return $"SELECT {string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""))} FROM \"{table.Name}\" " +
            $"ORDER BY {string.Join(", ", table.Keys.Select(k => $"\"{k.Name}\"{(k.Kind == ColumnKind.Text ? bytes : "")}"))}";
    }

    private static string Sequence(CopiedTable table) => $"pg_get_serial_sequence('\"{table.Name}\"', '{table.Keys[0].Name}')";

    private static DbCommand Command(StoreContext context, string text)
    {
        var command = context.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Names of the model of this program.
        command.CommandText = text;
#pragma warning restore CA2100
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }
}
