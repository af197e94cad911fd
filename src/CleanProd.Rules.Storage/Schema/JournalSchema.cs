using CleanProd.Rules.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Schema;

internal static class JournalSchema
{
    internal static void Configure(ModelBuilder model) => model.Entity<JournalLine>(e =>
    {
        e.ToTable("journal").HasKey(l => l.Seq);
        e.Property(l => l.Seq).ValueGeneratedNever();
        e.HasIndex(l => l.Subject);
    });
}
