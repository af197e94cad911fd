using CleanProd.Rules.Storage.Cases;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Schema;

internal static class CaseSchema
{
    internal static void Configure(ModelBuilder model)
    {
        model.Entity<CaseRow>(e =>
        {
            e.ToTable("cases").HasKey(c => c.Id);
            e.HasIndex(c => c.Key).IsUnique();
            e.HasIndex(c => c.FacilityId);
            e.HasIndex(c => c.Region);
            e.HasIndex(c => c.ListId);
            e.HasIndex(c => c.AcceptedOn);
            e.HasIndex(c => c.RemindedThrough);
        });
        model.Entity<CaseEventRow>(e =>
        {
            e.ToTable("case_events").HasKey(a => new { a.Aggregate, a.Seq });
            e.HasOne<CaseRow>().WithMany().HasForeignKey(a => a.Aggregate).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<CaseDutyRow>(e =>
        {
            e.ToTable("case_duties").HasKey(d => new { d.CaseId, d.Duty });
            e.HasIndex(d => d.DueOn);
            e.HasOne<CaseRow>().WithMany().HasForeignKey(d => d.CaseId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<CaseListRow>(e => e.ToTable("case_lists").HasKey(l => l.ListId));
        model.Entity<CaseTermsRow>(e => e.ToTable("case_terms").HasKey(t => new { t.ListId, t.Seq }));
        model.Entity<CaseRollOverRow>(e =>
        {
            e.ToTable("case_roll_overs").HasKey(r => new { r.CaseId, r.ListId });
            e.HasOne<CaseRow>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<AuditFileRow>(e => e.ToTable("audit_files").HasKey(f => new { f.Track, f.Audit, f.Version }));
        model.Entity<MessageRow>(e =>
        {
            e.ToTable("messages").HasKey(m => m.Id);
            e.HasIndex(m => m.Key).IsUnique();
            e.HasIndex(m => m.Region);
            e.HasIndex(m => m.FacilityId);
        });
        model.Entity<MessageReadRow>(e =>
        {
            e.ToTable("message_reads").HasKey(r => new { r.MessageId, r.AccountId });
            e.HasOne<MessageRow>().WithMany().HasForeignKey(r => r.MessageId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ObjectionRow>(e =>
        {
            e.ToTable("objections").HasKey(o => o.Id);
            e.HasIndex(o => o.Region);
            e.HasIndex(o => o.FacilityId);
            e.HasOne<CaseRow>().WithMany().HasForeignKey(o => o.CaseId).OnDelete(DeleteBehavior.Restrict);
            // Of one case one objection at a time.
            e.HasIndex(o => o.CaseId).IsUnique().HasFilter("\"state\" IN ('filed', 'under_redetermination')");
        });
        model.Entity<ObjectionEventRow>(e =>
        {
            e.ToTable("objection_events").HasKey(a => new { a.Aggregate, a.Seq });
            e.HasOne<ObjectionRow>().WithMany().HasForeignKey(a => a.Aggregate).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
