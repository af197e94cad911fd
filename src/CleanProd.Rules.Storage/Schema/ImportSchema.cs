using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Schema;

/// <summary>What stands around imports: what was handed in and how far its reading is, column maps, pushes, the inbox.</summary>
internal static class ImportSchema
{
    internal static void Configure(ModelBuilder model)
    {
        model.Entity<ImportJobEntry>(e =>
        {
            e.ToTable("import_jobs").HasKey(j => j.ImportId);
            e.Property(j => j.ImportId).ValueGeneratedNever();
            e.HasOne<ImportEntry>().WithMany().HasForeignKey(j => j.ImportId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ImportUploadEntry>(e =>
        {
            e.ToTable("import_uploads").HasKey(u => new { u.ImportId, u.RowNo });
            e.HasOne<ImportEntry>().WithMany().HasForeignKey(u => u.ImportId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<SourceEntry>().WithMany().HasForeignKey(u => u.Sha256).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<AcceptedFindingEntry>(e =>
        {
            e.ToTable("accepted_findings").HasKey(f => new { f.ImportId, f.RowNo });
            e.HasOne<ImportEntry>().WithMany().HasForeignKey(f => f.ImportId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ColumnMapEntry>(e => e.ToTable("column_maps").HasKey(m => new { m.Name, m.Version }));
        model.Entity<PushEntry>(e =>
        {
            e.ToTable("pushes").HasKey(p => new { p.AccountId, p.IdempotencyKey });
            e.HasOne<ImportEntry>().WithMany().HasForeignKey(p => p.ImportId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<InboxEntry>(e =>
        {
            e.ToTable("inbox_items").HasKey(i => new { i.Name, i.Fingerprint });
            e.HasOne<ImportEntry>().WithMany().HasForeignKey(i => i.ImportId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

/// <summary>The reading of an import, as work: who has it, until when, and how far it is. Times are real time, never that of acts.</summary>
internal sealed class ImportJobEntry
{
    public required long ImportId { get; set; }

    /// <summary>Of who reads it now; null while nobody does.</summary>
    public string? Token { get; set; }

    /// <summary>When somebody else is to be woken, if there was no sign of life until then.</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>How often somebody began to read it.</summary>
    public int Attempts { get; set; }

    /// <summary>File being read.</summary>
    public string? File { get; set; }

    /// <summary>Rows read so far.</summary>
    public long Rows { get; set; }

    /// <summary>Why it could not be read, in Chinese and English; null when it could.</summary>
    public string? FailureZh { get; set; }

    public string? FailureEn { get; set; }

    /// <summary>JSON array of the division codes whose facilities it may tell of.</summary>
    public required string Regions { get; set; }

    /// <summary>JSON array of single facilities that it may tell of.</summary>
    public required string Facilities { get; set; }

    /// <summary>The text of the column map, kept as a file.</summary>
    public string? MapSha256 { get; set; }
}

/// <summary>A file that was handed in.</summary>
internal sealed class ImportUploadEntry
{
    public required long ImportId { get; set; }

    public required int RowNo { get; set; }

    public required string Name { get; set; }

    public required string Sha256 { get; set; }
}

/// <summary>A finding that somebody accepted; the act that did stands in the journal.</summary>
internal sealed class AcceptedFindingEntry
{
    public required long ImportId { get; set; }

    /// <summary>Number of the finding in its import.</summary>
    public required int RowNo { get; set; }

    public required string By { get; set; }

    public required DateTimeOffset At { get; set; }

    public required string Reason { get; set; }
}

/// <summary>A version of a bureau's column map; rows are only ever added.</summary>
internal sealed class ColumnMapEntry
{
    public required string Name { get; set; }

    public required int Version { get; set; }

    public required string Json { get; set; }

    public required string Sha256 { get; set; }

    public required string Region { get; set; }

    public required string ByName { get; set; }

    public required DateTimeOffset At { get; set; }
}

/// <summary>What a platform pushed under an idempotency key.</summary>
internal sealed class PushEntry
{
    public required string AccountId { get; set; }

    public required string IdempotencyKey { get; set; }

    /// <summary>SHA-256 over table, jurisdiction, media type and body.</summary>
    public required string BodySha256 { get; set; }

    public required long ImportId { get; set; }
}

/// <summary>What was found in the inbox.</summary>
internal sealed class InboxEntry
{
    public required string Name { get; set; }

    /// <summary>SHA-256 over names, lengths and times of its files.</summary>
    public required string Fingerprint { get; set; }

    public required long ImportId { get; set; }
}
