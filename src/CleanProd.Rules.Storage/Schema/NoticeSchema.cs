using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Schema;

internal static class NoticeSchema
{
    internal static void Configure(ModelBuilder model)
    {
    }
}
