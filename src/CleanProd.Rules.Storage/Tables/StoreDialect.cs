using System.Data.Common;

namespace CleanProd.Rules.Storage.Tables;

/// <summary>Where the two databases differ in bulk writing and in what they have no type for.</summary>
internal abstract class StoreDialect
{
    /// <summary>Starts writing rows of a table, within the transaction that the connection is in. One at a time.</summary>
    internal abstract Task<RowWriter> WriteAsync(DbConnection connection, DbTransaction transaction, StoreTable table, CancellationToken ct);

    internal abstract decimal Number(DbDataReader reader, int place);

    /// <summary>A text; the one of the row before where it is the same: most columns repeat a few words.</summary>
    internal abstract string Text(DbDataReader reader, int place, string? before);

    internal abstract DateOnly Day(DbDataReader reader, int place);

    /// <summary>The condition that a column is one of the values of a list, which is one parameter.</summary>
    internal abstract string OneOf(string column, int parameter);

    /// <summary>The condition that a column holds the text of a parameter somewhere.</summary>
    internal abstract string Holds(string column, int parameter);

    /// <summary>A list as the value of a parameter.</summary>
    internal abstract object List<T>(IEnumerable<T> values);
}

/// <summary>Takes rows in the order of the table's columns.</summary>
internal abstract class RowWriter : IAsyncDisposable
{
    /// <summary>Writes one row; the array may be used again afterwards.</summary>
    internal abstract ValueTask WriteAsync(object?[] values, CancellationToken ct);

    /// <summary>Makes the rows part of the transaction; without it they are dropped or the transaction is.</summary>
    internal abstract ValueTask CompleteAsync(CancellationToken ct);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
