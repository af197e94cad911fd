using CleanProd.Rules.Benchmarks.Data;
using DuckDB.NET.Data;

namespace CleanProd.Rules.Benchmarks.Engines;

/// <summary>DuckDB on a file of its own: <c>read_csv</c> into a table, then one query. All cores, as it comes.</summary>
internal sealed class DuckDb(string folder) : IEngine
{
    private readonly string _path = Path.Combine(folder, "peer.duckdb");
    private DuckDBConnection? _connection;

    internal const string Title = "DuckDB";

    public string Name => Title;

    public void Import(DataSet data)
    {
        Dispose();
        _connection = new DuckDBConnection($"Data Source={_path}");
        _connection.Open();
        Run($"""
            CREATE TABLE measurements AS SELECT facility_id, outlet_id, pollutant, "at", "window",
              TRY_CAST(said AS DECIMAL(12,3)) AS value, CASE WHEN TRY_CAST(said AS DECIMAL(12,3)) IS NULL THEN said END AS said, unit, origin, flag
            FROM read_csv('{data.Measurements}', header = true, columns = {Columns("said")})
            """);
        Run($"CREATE TABLE permit_limits AS SELECT facility_id, outlet_id, pollutant, limit_high::DECIMAL(12,3) AS limit_high FROM read_csv('{data.Limits}', header = true, all_varchar = true)");
    }

    public Exceedances Screen() => Found("""
        SELECT m.facility_id, m.outlet_id, m.pollutant, count(*)
        FROM measurements m JOIN permit_limits l ON l.facility_id = m.facility_id AND l.outlet_id = m.outlet_id AND l.pollutant = m.pollutant
        WHERE m.flag IS NULL AND m.value > l.limit_high
        GROUP BY m.facility_id, m.outlet_id, m.pollutant
        """);

    /// <summary>The group-by alone, which holds nothing against a limit: count, largest and sum of every series.</summary>
    internal long GroupBy()
    {
        using var command = _connection!.CreateCommand();
        command.CommandText = "SELECT facility_id, outlet_id, pollutant, count(value), max(value), sum(value) FROM measurements WHERE flag IS NULL GROUP BY facility_id, outlet_id, pollutant";
        using var reader = command.ExecuteReader();
        var count = 0L;
        while (reader.Read()) count += reader.GetInt64(3);
        return count;
    }

    private static string Columns(string value) =>
        $"{{'facility_id': 'VARCHAR', 'outlet_id': 'VARCHAR', 'pollutant': 'VARCHAR', 'at': 'TIMESTAMP', 'window': 'VARCHAR', '{value}': 'VARCHAR', 'unit': 'VARCHAR', 'origin': 'VARCHAR', 'flag': 'VARCHAR'}}";

    private Exceedances Found(string query)
    {
        using var command = _connection!.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var found = new Exceedances();
        while (reader.Read()) found.Add(new(reader.GetString(0), reader.GetString(1), reader.GetString(2)), (int)reader.GetInt64(3));
        return found;
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
        foreach (var file in new[] { _path, _path + ".wal" }) File.Delete(file);
    }
}
