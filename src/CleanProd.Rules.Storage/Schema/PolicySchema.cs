using CleanProd.Rules.Storage.Policy;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Schema;

internal static class PolicySchema
{
    internal static void Configure(ModelBuilder model)
    {
        model.Entity<DraftRow>(e =>
        {
            e.ToTable("rule_drafts").HasKey(d => d.Id);
            e.HasIndex(d => d.Region);
            e.HasIndex(d => d.PackId);
        });
        model.Entity<DraftEventRow>(e =>
        {
            e.ToTable("rule_draft_events").HasKey(a => new { a.Aggregate, a.Seq });
            e.HasOne<DraftRow>().WithMany().HasForeignKey(a => a.Aggregate).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<PackRow>(e =>
        {
            e.ToTable("rule_packs").HasKey(p => p.Id);
            e.HasIndex(p => p.PackId).IsUnique();
        });
        model.Entity<PackEventRow>(e =>
        {
            e.ToTable("rule_pack_events").HasKey(a => new { a.Aggregate, a.Seq });
            e.HasOne<PackRow>().WithMany().HasForeignKey(a => a.Aggregate).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<BureauKeyRow>(e => e.ToTable("bureau_keys").HasKey(k => k.Fingerprint));
        model.Entity<TrustedKeyRow>(e =>
        {
            e.ToTable("trusted_keys").HasKey(k => k.Id);
            e.HasIndex(k => k.Fingerprint).IsUnique();
        });
        model.Entity<TrustEventRow>(e =>
        {
            e.ToTable("trusted_key_events").HasKey(a => new { a.Aggregate, a.Seq });
            e.HasOne<TrustedKeyRow>().WithMany().HasForeignKey(a => a.Aggregate).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
