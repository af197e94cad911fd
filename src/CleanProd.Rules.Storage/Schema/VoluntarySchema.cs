using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Schema;

internal static class VoluntarySchema
{
    internal static void Configure(ModelBuilder model)
    {
    }
}
