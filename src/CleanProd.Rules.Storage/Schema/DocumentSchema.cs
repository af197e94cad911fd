using CleanProd.Rules.Storage.Documents;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Schema;

internal static class DocumentSchema
{
    internal static void Configure(ModelBuilder model) => model.Entity<StoredDocument>(e => e.ToTable("documents").HasKey(d => d.Sha256));
}
