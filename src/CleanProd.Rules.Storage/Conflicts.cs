using Microsoft.Data.Sqlite;
using Npgsql;

namespace CleanProd.Rules.Storage;

/// <summary>What stands behind an error of a database when two wrote at once.</summary>
internal static class Conflicts
{
    // idle_in_transaction_session_timeout: this process stood still so long that its transaction was ended; none of it was kept.
    private const string StoodStill = "25P03";

    // SQLITE_BUSY, SQLITE_LOCKED, SQLITE_CONSTRAINT
    private const int Busy = 5, Locked = 6, Constraint = 19;

    // SQLITE_IOERR, SQLITE_FULL, SQLITE_CANTOPEN
    private const int InputOutput = 10, Full = 13, CannotOpen = 14;

    // SQLITE_CORRUPT, SQLITE_NOTADB
    private const int Corrupt = 11, NotADatabase = 26;

    // SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE
    private const int PrimaryKey = 1555, Unique = 2067;

    /// <summary>Another transaction stood in the way; the same act may succeed when done again.</summary>
    internal static bool IsPassing(Exception e) => Cause(e) switch
    {
        SqliteException s => s.SqliteErrorCode is Busy or Locked,
        PostgresException p => p.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
        _ => false,
    };

    /// <summary>A unique key is taken: somebody wrote the same thing first.</summary>
    internal static bool IsTaken(Exception e) => Cause(e) switch
    {
        SqliteException s => s.SqliteErrorCode == Constraint && s.SqliteExtendedErrorCode is PrimaryKey or Unique,
        PostgresException p => p.SqlState == PostgresErrorCodes.UniqueViolation,
        _ => false,
    };

    /// <summary>The database could not be asked, or broke off: it says nothing of what was asked.</summary>
    internal static bool IsUnreachable(Exception e)
    {
        for (Exception? cause = e; cause is not null; cause = cause.InnerException)
        {
            var away = cause switch
            {
                // Connection, resources, an administrator's hand, a conflict of transactions.
                PostgresException p => p.SqlState[..2] is "08" or "53" or "57" or "40" || p.SqlState == StoodStill,
                SqliteException s => s.SqliteErrorCode is Busy or Locked or InputOutput or Full or CannotOpen,
                NpgsqlException or System.Net.Sockets.SocketException or TimeoutException => true,
                _ => false,
            };
            if (away) return true;
        }

        return false;
    }

    /// <summary>The file of a store is not whole or was written over: only a backup helps.</summary>
    internal static bool IsDamaged(Exception e) => Cause(e) is SqliteException { SqliteErrorCode: Corrupt or NotADatabase };

    private static Exception? Cause(Exception? e)
    {
        while (e is not (null or SqliteException or PostgresException)) e = e.InnerException;
        return e;
    }
}
