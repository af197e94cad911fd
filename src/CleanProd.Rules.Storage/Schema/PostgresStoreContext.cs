using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CleanProd.Rules.Storage.Schema;

/// <summary>The schema on PostgreSQL; its migrations are in <c>Migrations/Postgres</c>.</summary>
internal sealed class PostgresStoreContext(DbContextOptions options) : StoreContext(options)
{
    /// <summary>Lets the migration tool build the model; it never opens this store.</summary>
    internal sealed class Factory : IDesignTimeDbContextFactory<PostgresStoreContext>
    {
        public PostgresStoreContext CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder().UseNpgsql("Host=localhost").Options);
    }
}
