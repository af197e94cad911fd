using System.Globalization;
using CleanProd.Rules.Storage.Schema;
using CleanProd.Rules.Storage.Tables;
using CleanProd.Rules.Storage.Upkeep;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Tests.Storage.Upkeep;

/// <summary>
/// A row for any table: each kind of column has one value everywhere, so that every reference finds what it refers to.
/// </summary>
internal static class InventedRow
{
    internal static async Task InsertAsync(StoreContext context, StoreTable table)
    {
        StoreDialect dialect = context.Database.IsNpgsql() ? new PostgresDialect() : new SqliteDialect();
        await using var transaction = await context.Database.GetDbConnection().BeginTransactionAsync();
        await using (var writer = await dialect.WriteAsync(context.Database.GetDbConnection(), transaction, table, default))
        {
            await writer.WriteAsync([.. table.Columns.Select(Value)], default);
            await writer.CompleteAsync(default);
        }

        await transaction.CommitAsync();
    }

    private static object Value(StoreColumn column) => column.Kind switch
    {
        // What opening a store reads must be words it knows.
        ColumnKind.Text when column.Name == "status" => "operating",
        ColumnKind.Text when column.Name == "region" => "440103",
        ColumnKind.Text => "词 \"a\"\n\\",
        ColumnKind.Number => 12345678901234567890.012345m,
        ColumnKind.Whole => 7,
        ColumnKind.Large => 7L,
        ColumnKind.Day => new DateOnly(2024, 2, 29),
        ColumnKind.Time => DateTime.Parse("2024-02-29T23:59:59.123456Z", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal),
        ColumnKind.Id => Guid.Parse("a1b2c3d4-0000-4000-8000-00000000000f"),
        ColumnKind.Flag => true,
        _ => new byte[] { 0, 255, 1, 10 },
    };
}
