using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Schema;

internal static class CaseSchema
{
    internal static void Configure(ModelBuilder model)
    {
    }
}
