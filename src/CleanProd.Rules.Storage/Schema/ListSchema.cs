using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Schema;

internal static class ListSchema
{
    internal static void Configure(ModelBuilder model)
    {
    }
}
