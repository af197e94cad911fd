using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Lists;
using CleanProd.Rules.Storage.Screenings;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Schema;

internal static class ListSchema
{
    internal static void Configure(ModelBuilder model)
    {
        model.Entity<ListRow>(e =>
        {
            e.ToTable("lists").HasKey(l => l.Id);
            // A batch, or an amendment of it, is made once; what was given up may be made again.
            e.HasIndex(l => new { l.Kind, l.Jurisdiction, l.Year, l.Batch, l.Amendment }).IsUnique().HasFilter("\"state\" <> 'abandoned'");
            e.HasOne<ScreeningEntry>().WithMany().HasForeignKey(l => l.RunId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<ListRow>().WithMany().HasForeignKey(l => l.Amends).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ListEventRow>(e =>
        {
            e.ToTable("list_events").HasKey(v => new { v.ListId, v.Seq });
            e.HasOne<ListRow>().WithMany().HasForeignKey(v => v.ListId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ListEntryRow>(e =>
        {
            e.ToTable("list_entries").HasKey(n => new { n.ListId, n.EntryNo });
            e.HasIndex(n => new { n.ListId, n.FacilityId, n.ClassId }).IsUnique();
            e.HasOne<ListRow>().WithMany().HasForeignKey(n => n.ListId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ListEntryEventRow>(e =>
        {
            e.ToTable("list_entry_events").HasKey(v => new { v.ListId, v.EntryNo, v.Seq });
            e.HasOne<ListEntryRow>().WithMany().HasForeignKey(v => new { v.ListId, v.EntryNo }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<PublicationRow>(e =>
        {
            e.ToTable("publications").HasKey(p => p.Id);
            e.HasIndex(p => p.ListId).IsUnique();
            e.HasIndex(p => p.Sha256).IsUnique();
            e.HasIndex(p => new { p.Jurisdiction, p.Kind, p.Number }).IsUnique();
            e.HasOne<ListRow>().WithMany().HasForeignKey(p => p.ListId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<StoredDocument>().WithMany().HasForeignKey(p => p.Sha256).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<PublishedEntryRow>(e =>
        {
            e.ToTable("published_entries").HasKey(p => new { p.PublicationId, p.Line });
            e.HasIndex(p => p.FacilityId);
            e.HasOne<PublicationRow>().WithMany().HasForeignKey(p => p.PublicationId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
