using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Schema;

internal static class ScreeningSchema
{
    internal static void Configure(ModelBuilder model)
    {
    }
}
