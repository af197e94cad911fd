using System.Globalization;
using CleanProd.Rules.Benchmarks.Data;
using Microsoft.Data.Sqlite;
using Sylvan.Data.Csv;

namespace CleanProd.Rules.Benchmarks.Engines;

/// <summary>SQLite with one row per value: what a store without packed series would be. One transaction, one prepared statement, no waiting for the disk.</summary>
internal sealed class SqliteRows(string folder) : IEngine
{
    private readonly string _path = Path.Combine(folder, "peer.sqlite");
    private SqliteConnection? _connection;

    internal const string Title = "SQLite rows";

    public string Name => Title;

    public void Import(DataSet data)
    {
        Dispose();
        _connection = new SqliteConnection($"Data Source={_path};Pooling=False");
        _connection.Open();
        Run("PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; PRAGMA cache_size=-262144; PRAGMA temp_store=MEMORY");
        Run("""
            CREATE TABLE measurements (facility_id TEXT, outlet_id TEXT, pollutant TEXT, "at" TEXT, "window" TEXT, value INTEGER, said TEXT, unit TEXT, origin TEXT, flag TEXT);
            CREATE TABLE permit_limits (facility_id TEXT, outlet_id TEXT, pollutant TEXT, limit_high INTEGER, PRIMARY KEY (facility_id, outlet_id, pollutant)) WITHOUT ROWID
            """);
        using var transaction = _connection.BeginTransaction();
        Fill(data.Measurements, "INSERT INTO measurements VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9)", (csv, p) =>
        {
            var said = csv.GetString(5);
            var number = Thousandths(said);
            (p[0].Value, p[1].Value, p[2].Value, p[3].Value, p[4].Value) = (csv.GetString(0), csv.GetString(1), csv.GetString(2), csv.GetString(3), csv.GetString(4));
            (p[5].Value, p[6].Value) = (number ?? (object)DBNull.Value, number is null ? said : DBNull.Value);
            (p[7].Value, p[8].Value, p[9].Value) = (csv.GetString(6), csv.GetString(7), csv.GetString(8));
        });
        Fill(data.Limits, "INSERT INTO permit_limits VALUES ($0, $1, $2, $3)", (csv, p) =>
            (p[0].Value, p[1].Value, p[2].Value, p[3].Value) = (csv.GetString(0), csv.GetString(1), csv.GetString(2), Thousandths(csv.GetString(3))!));
        transaction.Commit();
    }

    public Exceedances Screen()
    {
        using var command = _connection!.CreateCommand();
        command.CommandText = """
            SELECT m.facility_id, m.outlet_id, m.pollutant, count(*)
            FROM measurements m JOIN permit_limits l ON l.facility_id = m.facility_id AND l.outlet_id = m.outlet_id AND l.pollutant = m.pollutant
            WHERE m.flag = '' AND m.value > l.limit_high
            GROUP BY m.facility_id, m.outlet_id, m.pollutant
            """;
        using var reader = command.ExecuteReader();
        var found = new Exceedances();
        while (reader.Read()) found.Add(new(reader.GetString(0), reader.GetString(1), reader.GetString(2)), reader.GetInt32(3));
        return found;
    }

    // SQLite has no decimals: whole thousandths compare to the last digit.
    private static object? Thousandths(string said) =>
        decimal.TryParse(said, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? (long)(number * 1_000) : null;

    private void Fill(string file, string insert, Action<CsvDataReader, SqliteParameter[]> row)
    {
        using var csv = CsvDataReader.Create(file, new CsvDataReaderOptions { BufferSize = 1 << 16 });
        using var command = _connection!.CreateCommand();
        command.CommandText = insert;
        var parameters = Enumerable.Range(0, insert.Count(c => c == '$')).Select(i => command.Parameters.AddWithValue($"${i}", "")).ToArray();
        command.Prepare();
        while (csv.Read())
        {
            row(csv, parameters);
            command.ExecuteNonQuery();
        }
    }

    private void Run(string sql)
    {
        using var command = _connection!.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        _connection?.Dispose();
        _connection = null;
        File.Delete(_path);
    }
}
