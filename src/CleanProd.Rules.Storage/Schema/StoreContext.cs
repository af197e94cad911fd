using CleanProd.Rules.Storage.Journal;
using CleanProd.Rules.Storage.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanProd.Rules.Storage.Schema;

/// <summary>
/// The schema of a store. Small tables are entities; tables that are written in bulk are described once in <c>Tables/</c>, and
/// the schema is built from those descriptions.
/// </summary>
internal abstract class StoreContext(DbContextOptions options) : DbContext(options)
{
    internal DbSet<ImportEntry> Imports => Set<ImportEntry>();

    internal DbSet<ImportActEntry> ImportActs => Set<ImportActEntry>();

    internal DbSet<SourceEntry> Sources => Set<SourceEntry>();

    internal DbSet<JournalLine> Journal => Set<JournalLine>();

    /// <summary>Acts of which a line was written, whether or not the transaction is committed yet.</summary>
    internal List<string> Acts { get; } = [];

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ImportEntry>(e =>
        {
            // What holds or may hold is kept once; what was refused, undone, cancelled or could not be read may be given again.
            e.ToTable("imports").HasIndex(i => i.ContentKey).IsUnique().HasFilter("\"state\" IN ('queued', 'waiting', 'effective')");
        });
        modelBuilder.Entity<ImportActEntry>(e =>
        {
            e.ToTable("import_acts").HasKey(a => new { a.ImportId, a.Seq });
            e.HasOne<ImportEntry>().WithMany().HasForeignKey(a => a.ImportId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<SourceEntry>(e => e.ToTable("source_files").HasKey(s => s.Sha256));
        ImportSchema.Configure(modelBuilder);
        JournalSchema.Configure(modelBuilder);
        DocumentSchema.Configure(modelBuilder);
        PeopleSchema.Configure(modelBuilder);
        ScreeningSchema.Configure(modelBuilder);
        ListSchema.Configure(modelBuilder);
        NoticeSchema.Configure(modelBuilder);
        CaseSchema.Configure(modelBuilder);
        VoluntarySchema.Configure(modelBuilder);
        PolicySchema.Configure(modelBuilder);
        StoredWords.Apply(modelBuilder);

        foreach (var table in StoredTables.All)
        {
            if (table == StoredTables.Facilities)
                Bulk(modelBuilder, table, e =>
                {
                    e.HasIndex("import_id", "facility_id").IsUnique();
                    // The facts of a facility over all imports.
                    e.HasIndex("facility_id");
                }).HasOne(typeof(ImportEntry).FullName!, null).WithMany().HasForeignKey("import_id");
            else
                Bulk(modelBuilder, table).HasOne(StoredTables.Facilities.Name, null).WithMany().HasForeignKey("import_id", "facility_no");
        }

        Bulk(modelBuilder, ImportTables.Files).HasOne(typeof(ImportEntry).FullName!, null).WithMany().HasForeignKey("import_id");
        Bulk(modelBuilder, ImportTables.TablesGiven).HasOne(typeof(ImportEntry).FullName!, null).WithMany().HasForeignKey("import_id");
        Bulk(modelBuilder, ImportTables.YearsGiven).HasOne(typeof(ImportEntry).FullName!, null).WithMany().HasForeignKey("import_id");
        Bulk(modelBuilder, KnownTables.Facilities, e => e.HasIndex("region_code"))
            .HasOne(typeof(ImportEntry).FullName!, null).WithMany().HasForeignKey("last_import_id");
        Bulk(modelBuilder, ImportTables.Findings).HasOne(typeof(ImportEntry).FullName!, null).WithMany().HasForeignKey("import_id");
        Bulk(modelBuilder, ImportTables.SourceParts).HasOne(typeof(SourceEntry).FullName!, null).WithMany().HasForeignKey("sha256");
    }

    // The database must never be asked to make up a key: every one is the writer's.
    private static EntityTypeBuilder<Dictionary<string, object>> Bulk(
        ModelBuilder model, StoreTable table, Action<EntityTypeBuilder<Dictionary<string, object>>>? more = null)
    {
        var entity = model.SharedTypeEntity<Dictionary<string, object>>(table.Name);
        entity.ToTable(table.Name);
        foreach (var (place, column) in table.Columns.Index())
            entity.IndexerProperty(column.Type, column.Name).IsRequired(!column.Optional).ValueGeneratedNever().HasColumnOrder(place);
        entity.HasKey([.. table.Keys.Select(k => k.Name)]);
        more?.Invoke(entity);
        return entity;
    }
}
