using CleanProd.Rules.Benchmarks.Data;
using Npgsql;

namespace CleanProd.Rules.Benchmarks.Engines;

/// <summary>
/// PostgreSQL: COPY of the file into a table whose typed value is a generated column, then one query. The server reads the file itself where it
/// may; otherwise the client sends it.
/// </summary>
internal sealed class Postgres : IEngine
{
    private readonly NpgsqlConnection _connection;

    internal Postgres(string connection)
    {
        _connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { CommandTimeout = 0 }.ToString());
        _connection.Open();
    }

    internal const string Title = "PostgreSQL";

    public string Name => Title;

    public void Import(DataSet data)
    {
        Drop();
        // What is no number begins with a letter, < or >: all of them sort behind the digits.
        Run("""
            CREATE TEMPORARY TABLE bench_measurements (facility_id text, outlet_id text, pollutant text, "at" timestamp, "window" text, said text, unit text, origin text, flag text,
              value numeric GENERATED ALWAYS AS (CASE WHEN said COLLATE "C" < ':' THEN said::numeric END) STORED);
            CREATE TEMPORARY TABLE bench_limits (facility_id text, outlet_id text, pollutant text, limit_high numeric, unit text, "from" date, "to" date, source text)
            """);
        Copy("bench_measurements (facility_id, outlet_id, pollutant, \"at\", \"window\", said, unit, origin, flag)", data.Measurements);
        Copy("bench_limits", data.Limits);
    }

    public Exceedances Screen()
    {
        using var command = Command("""
            SELECT m.facility_id, m.outlet_id, m.pollutant, count(*)
            FROM bench_measurements m JOIN bench_limits l USING (facility_id, outlet_id, pollutant)
            WHERE m.flag IS NULL AND m.value > l.limit_high
            GROUP BY m.facility_id, m.outlet_id, m.pollutant
            """);
        using var reader = command.ExecuteReader();
        var found = new Exceedances();
        while (reader.Read()) found.Add(new(reader.GetString(0), reader.GetString(1), reader.GetString(2)), (int)reader.GetInt64(3));
        return found;
    }

    /// <summary>The group-by alone, which holds nothing against a limit: count, largest and sum of every series.</summary>
    internal long GroupBy()
    {
        using var command = Command("SELECT facility_id, outlet_id, pollutant, count(value), max(value), sum(value) FROM bench_measurements WHERE flag IS NULL GROUP BY facility_id, outlet_id, pollutant");
        using var reader = command.ExecuteReader();
        var count = 0L;
        while (reader.Read()) count += reader.GetInt64(3);
        return count;
    }

    private void Copy(string table, string file)
    {
        try
        {
            Run($"COPY {table} FROM '{file}' (FORMAT csv, HEADER true)");
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UndefinedFile or PostgresErrorCodes.InsufficientPrivilege)
        {
            using var copy = _connection.BeginTextImport($"COPY {table} FROM STDIN (FORMAT csv, HEADER true)");
            using var text = new StreamReader(file);
            var buffer = new char[1 << 16];
            for (var read = text.Read(buffer); read > 0; read = text.Read(buffer)) copy.Write(buffer, 0, read);
        }
    }

    private NpgsqlCommand Command(string sql) => new(sql, _connection);

    private void Run(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    private void Drop() => Run("DROP TABLE IF EXISTS bench_measurements; DROP TABLE IF EXISTS bench_limits");

    public void Dispose()
    {
        Drop();
        _connection.Dispose();
    }
}
