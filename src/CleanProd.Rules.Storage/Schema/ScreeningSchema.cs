using CleanProd.Rules.Storage.Screenings;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Schema;

internal static class ScreeningSchema
{
    internal static void Configure(ModelBuilder model)
    {
        model.Entity<ScreeningEntry>(e =>
        {
            e.ToTable("screenings").HasKey(r => r.Id);
            // Whatever fires an occurrence of a schedule, it is screened once.
            e.HasIndex(r => r.Occurrence).IsUnique();
            e.HasIndex(r => r.State);
            e.HasOne<ScreeningEntry>().WithMany().HasForeignKey(r => r.BaseRun).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<RosterEntry>(e =>
        {
            e.ToTable("screening_roster").HasKey(f => new { f.RunId, f.FacilityNo });
            e.HasIndex(f => new { f.RunId, f.FacilityId }).IsUnique();
            e.HasOne<ScreeningEntry>().WithMany().HasForeignKey(f => f.RunId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ShardEntry>(e =>
        {
            e.ToTable("screening_shards").HasKey(s => new { s.RunId, s.ShardNo });
            e.HasOne<ScreeningEntry>().WithMany().HasForeignKey(s => s.RunId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<DeterminationEntry>(e =>
        {
            e.ToTable("screening_determinations").HasKey(d => new { d.RunId, d.FacilityNo });
            e.HasIndex(d => new { d.RunId, d.FacilityId }).IsUnique();
            e.HasOne<RosterEntry>().WithMany().HasForeignKey(d => new { d.RunId, d.FacilityNo }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ScheduleEntry>(e => e.ToTable("schedules").HasKey(s => s.Id));
    }
}
