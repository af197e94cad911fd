using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace CleanProd.Rules.Storage.Tables;

/// <summary>PostgreSQL: binary COPY.</summary>
internal sealed class PostgresDialect : StoreDialect
{
    internal override async Task<RowWriter> WriteAsync(DbConnection connection, DbTransaction transaction, StoreTable table, CancellationToken ct)
    {
        var columns = string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""));
        var importer = await ((NpgsqlConnection)connection).BeginBinaryImportAsync($"COPY \"{table.Name}\" ({columns}) FROM STDIN (FORMAT BINARY)", ct);
        return new CopyWriter(importer, [.. table.Columns.Select(c => TypeOf(c.Kind))]);
    }

    internal override decimal Number(DbDataReader reader, int place) => reader.GetDecimal(place);

    internal override string Text(DbDataReader reader, int place, string? before) => reader.GetString(place);

    internal override DateOnly Day(DbDataReader reader, int place) => reader.GetFieldValue<DateOnly>(place);

    internal override string OneOf(string column, int parameter) => $"{column} = ANY(${parameter})";

    internal override string Holds(string column, int parameter) => $"strpos({column}, ${parameter}) > 0";

    internal override object List<T>(IEnumerable<T> values) => values.ToArray();

    private static NpgsqlDbType TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Number => NpgsqlDbType.Numeric,
        ColumnKind.Whole => NpgsqlDbType.Integer,
        ColumnKind.Large => NpgsqlDbType.Bigint,
        ColumnKind.Day => NpgsqlDbType.Date,
        ColumnKind.Time => NpgsqlDbType.TimestampTz,
        ColumnKind.Id => NpgsqlDbType.Uuid,
        ColumnKind.Flag => NpgsqlDbType.Boolean,
        ColumnKind.Bytes => NpgsqlDbType.Bytea,
        _ => NpgsqlDbType.Text,
    };

    private sealed class CopyWriter(NpgsqlBinaryImporter importer, NpgsqlDbType[] types) : RowWriter
    {
        internal override async ValueTask WriteAsync(object?[] values, CancellationToken ct)
        {
            await importer.StartRowAsync(ct);
            for (var i = 0; i < values.Length; i++)
            {
                if (values[i] is { } value) await importer.WriteAsync(value, types[i], ct);
                else await importer.WriteNullAsync(ct);
            }
        }

        internal override async ValueTask CompleteAsync(CancellationToken ct) => await importer.CompleteAsync(ct);

        public override ValueTask DisposeAsync() => importer.DisposeAsync();
    }
}
