using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Notices;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Schema;

internal static class NoticeSchema
{
    internal static void Configure(ModelBuilder model)
    {
        model.Entity<NoticeOrgan>(e =>
        {
            e.ToTable("notice_organs");
            e.HasOne<StoredDocument>().WithMany().HasForeignKey(o => o.TemplateSha256).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<StoredDocument>().WithMany().HasForeignKey(o => o.WithdrawalTemplateSha256).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<NoticeSeries>(e =>
        {
            e.ToTable("notice_series").HasKey(s => new { s.OrganId, s.Year, s.Word });
            e.HasOne<NoticeOrgan>().WithMany().HasForeignKey(s => s.OrganId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Notice>(e =>
        {
            e.ToTable("notices");
            e.HasOne<NoticeOrgan>().WithMany().HasForeignKey(n => n.OrganId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Notice>().WithMany().HasForeignKey(n => n.SupersedesId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<StoredDocument>().WithMany().HasForeignKey(n => n.DocumentSha256).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<StoredDocument>().WithMany().HasForeignKey(n => n.TemplateSha256).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(n => n.Number).IsUnique();
            e.HasIndex(n => new { n.OrganId, n.Year, n.Word, n.RunningNumber }).IsUnique();
            // No enterprise gets two by a retry, and none is replaced twice.
            e.HasIndex(n => new { n.PublicationId, n.FacilityId, n.Issue }).IsUnique();
            e.HasIndex(n => n.SupersedesId).IsUnique();
            e.HasIndex(n => new { n.ListId, n.FacilityId });
            e.HasIndex(n => n.FacilityId);
            e.HasIndex(n => n.Region);
        });
        model.Entity<NoticeEvent>(e =>
        {
            e.ToTable("notice_events").HasKey(n => new { n.NoticeId, n.Seq });
            e.HasOne<Notice>().WithMany().HasForeignKey(n => n.NoticeId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<NoticeMail>(e =>
        {
            e.ToTable("notice_mails").HasOne<Notice>().WithMany().HasForeignKey(m => m.NoticeId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<StoredDocument>().WithMany().HasForeignKey(m => m.MessageSha256).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(m => new { m.NoticeId, m.Recipient, m.Purpose }).IsUnique();
            e.HasIndex(m => m.State);
        });
        model.Entity<NoticeBatch>(e =>
        {
            e.ToTable("notice_batches").HasOne<NoticeOrgan>().WithMany().HasForeignKey(b => b.OrganId).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(b => b.State);
            e.HasIndex(b => b.ListId);
        });
        model.Entity<NoticeBatchItem>(e =>
        {
            e.ToTable("notice_batch_items").HasKey(i => new { i.BatchId, i.Place });
            e.HasOne<NoticeBatch>().WithMany().HasForeignKey(i => i.BatchId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Notice>().WithMany().HasForeignKey(i => i.NoticeId).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(i => new { i.BatchId, i.FacilityId }).IsUnique();
        });
    }
}
