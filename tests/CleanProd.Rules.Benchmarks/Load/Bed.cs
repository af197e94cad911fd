using CleanProd.Rules.Benchmarks.Data;
using CleanProd.Rules.Benchmarks.Engines;
using Npgsql;

namespace CleanProd.Rules.Benchmarks.Load;

/// <summary>A store in a temporary folder or a database of its own, filled with a data set by <c>cleanprod import</c>.</summary>
internal sealed class Bed : IDisposable
{
    private readonly PrivatePostgres? _server;
    private readonly string? _database;
    private string? _password;

    private Bed(string folder, string store, PrivatePostgres? server, string? database) => (Folder, Store, _server, _database) = (folder, store, server, database);

    internal string Folder { get; }

    /// <summary>As <c>--store</c> takes it.</summary>
    internal string Store { get; }

    /// <summary>Processor time of the database server; null on SQLite.</summary>
    internal TimeSpan? Database => _server?.Processor();

    /// <summary>The officer of the province; the account is made at the first host that runs on the store.</summary>
    internal async Task<Officer> OfficerAsync(HostProcess host)
    {
        var officer = _password is null ? await Officer.FirstAsync(host) : await Officer.AgainAsync(host, _password);
        _password = officer.Password;
        return officer;
    }

    /// <summary>A store on SQLite.</summary>
    internal static Bed Sqlite(DataSet data)
    {
        var folder = Directory.CreateTempSubdirectory("cleanprod-load-").FullName;
        return Filled(new(folder, $"sqlite:{Path.Combine(folder, "load.db")}", null, null), data);
    }

    /// <summary>A database on a server of PostgreSQL; a server of our own when its processor time is asked for.</summary>
    /// <exception cref="EngineMissingException">There is no PostgreSQL.</exception>
    internal static Bed Postgres(DataSet data, bool ownServer)
    {
        var server = PrivatePostgres.Start(ownServer);
        var name = $"cleanprod_load_{Guid.NewGuid():N}";
        using (var connection = new NpgsqlConnection(server.Connection))
        {
            connection.Open();
            using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
            create.ExecuteNonQuery();
        }

        var address = new NpgsqlConnectionStringBuilder(server.Connection) { Database = name };
        return Filled(new(Directory.CreateTempSubdirectory("cleanprod-load-").FullName, $"postgres:{address}", server, name), data);
    }

    private static Bed Filled(Bed bed, DataSet data)
    {
        HostProcess.Run(bed.Folder, "import", data.Folder, "--store", bed.Store, "--region", "44");
        return bed;
    }

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        if (_server is null) return;
        using (var connection = new NpgsqlConnection(_server.Connection))
        {
            connection.Open();
            using var drop = new NpgsqlCommand($"DROP DATABASE {_database} WITH (FORCE)", connection);
            drop.ExecuteNonQuery();
        }

        _server.Dispose();
    }
}
