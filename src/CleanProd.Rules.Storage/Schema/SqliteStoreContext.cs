using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CleanProd.Rules.Storage.Schema;

/// <summary>The schema on SQLite; its migrations are in <c>Migrations/Sqlite</c>.</summary>
internal sealed class SqliteStoreContext(DbContextOptions options) : StoreContext(options)
{
    /// <summary>Lets the migration tool build the model; it never opens this store.</summary>
    internal sealed class Factory : IDesignTimeDbContextFactory<SqliteStoreContext>
    {
        public SqliteStoreContext CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder().UseSqlite("Data Source=:memory:").Options);
    }
}
