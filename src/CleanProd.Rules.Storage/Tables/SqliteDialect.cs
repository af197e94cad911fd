using System.Data.Common;
using System.Globalization;
using System.Text;
using CleanProd.Rules.Facts;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CleanProd.Rules.Storage.Tables;

/// <summary>SQLite: one prepared insert, days as ISO text, decimals as text in plain notation.</summary>
internal sealed class SqliteDialect : StoreDialect
{
    internal override Task<RowWriter> WriteAsync(DbConnection connection, DbTransaction transaction, StoreTable table, CancellationToken ct) =>
        Task.FromResult<RowWriter>(new InsertWriter((SqliteConnection)connection, (SqliteTransaction)transaction, table));

    internal override decimal Number(DbDataReader reader, int place) =>
        decimal.Parse(reader.GetString(place), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    internal override string Text(DbDataReader reader, int place, string? before)
    {
        var bytes = raw.sqlite3_column_blob(((SqliteDataReader)reader).Handle, place);
        return before is not null && Ascii.Equals(bytes, before) ? before : Encoding.UTF8.GetString(bytes);
    }

    internal override DateOnly Day(DbDataReader reader, int place) =>
        DateOnly.ParseExact(reader.GetString(place), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal override string OneOf(string column, int parameter) => $"{column} IN (SELECT value FROM json_each(${parameter}))";

    internal override string Holds(string column, int parameter) => $"instr({column}, ${parameter}) > 0";

    internal override object List<T>(IEnumerable<T> values) => System.Text.Json.JsonSerializer.Serialize(values);

    private sealed class InsertWriter : RowWriter
    {
        private readonly SqliteCommand _command;

        internal InsertWriter(SqliteConnection connection, SqliteTransaction transaction, StoreTable table)
        {
            _command = connection.CreateCommand();
            _command.Transaction = transaction;
#pragma warning disable CA2100 // Names come from this program's own descriptions of its tables.
            _command.CommandText = $"INSERT INTO \"{table.Name}\" ({string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""))}) " +
                $"VALUES ({string.Join(", ", table.Columns.Select((_, i) => "$" + i))})";
#pragma warning restore CA2100
            for (var i = 0; i < table.Columns.Count; i++)
                _command.Parameters.Add(new SqliteParameter("$" + i, TypeOf(table.Columns[i].Kind)));
            _command.Prepare();
        }

        internal override ValueTask WriteAsync(object?[] values, CancellationToken ct)
        {
            ct.ThrowIfCancellationRequested();
            for (var i = 0; i < values.Length; i++)
            {
                _command.Parameters[i].Value = values[i] switch
                {
                    null => DBNull.Value,
                    decimal number => PlainNumber.Text(number),
                    DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    bool flag => flag ? 1 : 0,
                    var other => other,
                };
            }

            _command.ExecuteNonQuery();
            return ValueTask.CompletedTask;
        }

        internal override ValueTask CompleteAsync(CancellationToken ct) => ValueTask.CompletedTask;

        public override ValueTask DisposeAsync() => _command.DisposeAsync();

        private static SqliteType TypeOf(ColumnKind kind) => kind switch
        {
            ColumnKind.Whole or ColumnKind.Large or ColumnKind.Flag => SqliteType.Integer,
            ColumnKind.Bytes => SqliteType.Blob,
            _ => SqliteType.Text,
        };
    }
}
