using CleanProd.Rules.Storage.Voluntary;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Schema;

internal static class VoluntarySchema
{
    internal static void Configure(ModelBuilder model)
    {
        model.Entity<VoluntaryRow>(e =>
        {
            e.ToTable("voluntary_audits").HasKey(v => v.Id);
            e.HasIndex(v => v.Region);
            e.HasIndex(v => v.FacilityId);
            e.HasIndex(v => v.ValidThrough);
        });
        model.Entity<VoluntaryEventRow>(e =>
        {
            e.ToTable("voluntary_events").HasKey(a => new { a.Aggregate, a.Seq });
            e.HasOne<VoluntaryRow>().WithMany().HasForeignKey(a => a.Aggregate).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
