using System.Diagnostics;
using CleanProd.Rules.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CleanProd.Rules.Tests.Host.Faults;

/// <summary>Lets a SQLite store grow by so many pages and no more: SQLite itself answers then that the disk is full.</summary>
internal sealed class FullDisk : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string _file;
    private readonly long _most;
    private readonly List<IDisposable> _heard = [];

    private FullDisk(string file, long most) => (_file, _most) = (file, most);

    internal static FullDisk Leave(StoreAddress address, int pages)
    {
        SqliteConnection.ClearAllPools();
        using var connection = new SqliteConnection($"Data Source={address.Connection};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA page_count";
        var disk = new FullDisk(address.Connection, (long)command.ExecuteScalar()! + pages);
        disk._heard.Add(DiagnosticListener.AllListeners.Subscribe(disk));
        // EF Core asks anew once a second whether anybody listens.
        Thread.Sleep(1200);
        return disk;
    }

    public void OnNext(DiagnosticListener listener)
    {
        if (listener.Name == DbLoggerCategory.Name) _heard.Add(listener.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> told)
    {
        if (told.Key != RelationalEventId.ConnectionOpened.Name || told.Value is not ConnectionEndEventData { Connection: SqliteConnection connection } || connection.DataSource != _file) return;
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A number.
        command.CommandText = FormattableString.Invariant($"PRAGMA max_page_count = {_most}");
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var heard in _heard) heard.Dispose();
        // Connections that were kept keep the limit.
        SqliteConnection.ClearAllPools();
    }
}
