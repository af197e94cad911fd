using Npgsql;

namespace CleanProd.Rules.Storage;

/// <summary>Which database a store lives in.</summary>
public enum StoreKind
{
    /// <summary>One file, one host process.</summary>
    Sqlite,

    /// <summary>A PostgreSQL database, any number of host processes.</summary>
    Postgres,
}

/// <summary>Where a store is: <c>sqlite:FILE</c> or <c>postgres:CONNECTION</c>.</summary>
/// <param name="Kind">Which database.</param>
/// <param name="Connection">Path of the file, or connection string.</param>
public sealed record StoreAddress(StoreKind Kind, string Connection)
{
    /// <summary>Reads an address as it is given to <c>--store</c>.</summary>
    /// <exception cref="FormatException">It names neither kind of database.</exception>
    public static StoreAddress Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var (kind, rest) = colon < 0 ? (text, "") : (text[..colon], text[(colon + 1)..]);
        return (kind, rest.Length > 0) switch
        {
            ("sqlite", true) => new(StoreKind.Sqlite, rest),
            ("postgres", true) => new(StoreKind.Postgres, rest),
            _ => throw new FormatException(
                $"存储地址“{text}”无法识别：应为 sqlite:文件 或 postgres:连接字符串。 No such store: give sqlite:FILE or postgres:CONNECTION."),
        };
    }

    /// <summary>
    /// The same store for a host among others: when it stands still in the middle of a transaction, the database ends that after a while. The
    /// locks it holds would keep all others waiting for as long as the process lives.
    /// </summary>
    /// <param name="after">How long nothing may come from it.</param>
    public StoreAddress LettingGo(TimeSpan after)
    {
        if (Kind == StoreKind.Sqlite) return this;
        var connection = new NpgsqlConnectionStringBuilder(Connection);
        connection.Options = FormattableString.Invariant($"{connection.Options} -c idle_in_transaction_session_timeout={(long)after.TotalMilliseconds}").Trim();
        return this with { Connection = connection.ToString() };
    }

    /// <summary>The address without passwords, for logs.</summary>
    public override string ToString() => Kind == StoreKind.Sqlite ? $"sqlite:{Connection}" : "postgres";
}
