using System.Collections.Concurrent;
using System.Diagnostics;
using CleanProd.Rules.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace CleanProd.Rules.Tests.Host.Faults;

/// <summary>What fails.</summary>
public enum Fault
{
    /// <summary>The n-th call (command, begin or commit) never reaches the database.</summary>
    CallLost,

    /// <summary>The n-th commit is done, and its answer is lost.</summary>
    CommitUnanswered,
}

/// <summary>
/// Lets the n-th call to one database fail as if the database had gone away. EF Core tells of every call before and after it; whoever listens may
/// throw. The product knows nothing of it.
/// </summary>
internal sealed class DatabaseFaults : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly DatabaseFaults Instance = new();
    private static readonly ConcurrentDictionary<string, Plan> Plans = new(StringComparer.Ordinal);

    // EF Core asks anew once a second whether anybody listens.
    private static readonly Lazy<Task> Listening = new(() =>
    {
        DiagnosticListener.AllListeners.Subscribe(Instance);
        return Task.Delay(TimeSpan.FromSeconds(1.2));
    });

    /// <summary>Waits until calls are heard.</summary>
    internal static Task ReadyAsync() => Listening.Value;

    /// <summary>Plans that the n-th call fails, once.</summary>
    internal static Plan Nth(StoreAddress address, Fault fault, int n)
    {
        var plan = new Plan(fault, n, KeyOf(address));
        Plans[plan.Key] = plan;
        return plan;
    }

    /// <summary>Plans that something happens, once, just before the n-th call.</summary>
    internal static Plan Before(StoreAddress address, int n, Action happens)
    {
        var plan = new Plan(Fault.CallLost, n, KeyOf(address), happens);
        Plans[plan.Key] = plan;
        return plan;
    }

    public void OnNext(DiagnosticListener listener)
    {
        if (listener.Name == DbLoggerCategory.Name) listener.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> told)
    {
        if (Plans.IsEmpty || told.Value is not DbContextEventData { Context: { } context }) return;
        var call = told.Value is CommandEventData and not CommandEndEventData && told.Key == RelationalEventId.CommandExecuting.Name
            || told.Key == RelationalEventId.TransactionStarting.Name || told.Key == RelationalEventId.TransactionCommitting.Name;
        var committed = told.Key == RelationalEventId.TransactionCommitted.Name;
        if (!call && !committed) return;
        var connection = context.Database.GetDbConnection();
        if (!Plans.TryGetValue(connection is SqliteConnection ? connection.DataSource : connection.Database, out var plan)) return;
        if (!plan.Meets(committed ? Fault.CommitUnanswered : Fault.CallLost)) return;
        if (plan.Happens is { } happens)
        {
            happens();
            return;
        }

        // A connection that broke is not used again.
        if (connection is NpgsqlConnection && call) throw new NpgsqlException("injected: the connection is gone", new IOException("injected"));
        throw connection is SqliteConnection ? new SqliteException("injected: disk I/O error", 10) : new NpgsqlException("injected: the answer is lost", new IOException("injected"));
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private static string KeyOf(StoreAddress address) =>
        address.Kind == StoreKind.Sqlite ? address.Connection : new NpgsqlConnectionStringBuilder(address.Connection).Database!;

    /// <summary>A fault that is to come.</summary>
    internal sealed class Plan(Fault fault, int n, string key, Action? happens = null) : IDisposable
    {
        private int _met;

        /// <summary>What happens in place of a failure; null when the call fails.</summary>
        internal Action? Happens => happens;

        internal string Key => key;

        /// <summary>Whether it came.</summary>
        internal bool Came => _met >= n;

        internal bool Meets(Fault met) => met == fault && Interlocked.Increment(ref _met) == n;

        public void Dispose() => Plans.TryRemove(new(key, this));
    }
}
