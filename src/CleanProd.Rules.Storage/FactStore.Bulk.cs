using System.Data.Common;
using System.Runtime.CompilerServices;
using CleanProd.Rules.Storage.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CleanProd.Rules.Storage;

// Rows by the hundred thousand go past the change tracker, inside its transaction.
public sealed partial class FactStore
{
    private DbConnection Connection => _context.Database.GetDbConnection();

    private DbTransaction? Transaction => _context.Database.CurrentTransaction?.GetDbTransaction();

    private async Task WriteAsync<T>(StoreTable<T> table, IEnumerable<(object[] Keys, T Record)> rows, CancellationToken ct)
    {
        await using var writer = await _dialect.WriteAsync(
            Connection, Transaction ?? throw new InvalidOperationException("Rows are written in a transaction."), table, ct);
        var values = new object?[table.Columns.Count];
        foreach (var (keys, record) in rows)
        {
            keys.CopyTo(values, 0);
            table.Fill(record, values);
            await writer.WriteAsync(values, ct);
        }

        await writer.CompleteAsync(ct);
    }

    /// <summary>Rows of one owner, in order of their number.</summary>
    private async IAsyncEnumerable<T> ReadAsync<T>(StoreTable<T> table, object owner, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = Select(table, $"\"{table.Keys[0].Name}\" = $1", owner);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var row = new StoreRow(table, reader, _dialect);
        while (await reader.ReadAsync(ct)) yield return table.Read(row);
    }

    private DbCommand Select(StoreTable table, string where, params object[] parameters) => Select(table, where, null, parameters);

    private DbCommand Select(StoreTable table, string where, int? most, object[] parameters) => Command(
        FormattableString.Invariant($"SELECT {Columns(table, "")} FROM \"{table.Name}\" WHERE {where} ORDER BY {Keys(table, "")}{(most is null ? "" : " LIMIT ")}{most}"),
        parameters);

    // The facilities come first, by their index, whatever a planner thinks of the tables: SQLite takes a cross join in the order written.
    private DbCommand Select(StoreTable table, FactSelection which)
    {
        if (!which.OfFacilities) return Select(table, which.Where(_dialect), which.Parameters(_dialect));
        var self = table == StoredTables.Facilities;
        var (alias, join, on) = self ? ("f.", "", "") : ("t.", $" CROSS JOIN \"{table.Name}\" t", " AND t.import_id = f.import_id AND t.facility_no = f.facility_no");
        return Command(
            $"SELECT {Columns(table, alias)} FROM facilities f{join} WHERE {which.Where(_dialect)}{on} ORDER BY {Keys(table, alias)}",
            which.Parameters(_dialect));
    }

    private static string Columns(StoreTable table, string alias) => string.Join(", ", table.Columns.Select(c => $"{alias}\"{c.Name}\""));

    private static string Keys(StoreTable table, string alias) => string.Join(", ", table.Keys.Select(k => $"{alias}\"{k.Name}\""));

    private DbCommand Command(string text, params object[] parameters)
    {
        var command = Connection.CreateCommand();
#pragma warning disable CA2100 // Names come from this program's own descriptions of its tables; values are parameters.
        command.CommandText = text;
#pragma warning restore CA2100
        command.Transaction = Transaction;
        foreach (var (place, value) in parameters.Index())
        {
            var parameter = command.CreateParameter();
            // SQLite knows a parameter by its name, PostgreSQL by its place.
            if (_dialect is SqliteDialect) parameter.ParameterName = "$" + (place + 1);
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
