using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Notices;
using CleanProd.Rules.Storage.Notices;
using CleanProd.Rules.Tests.Host.Notices;
using CleanProd.Rules.Tests.Host.Service;
using CleanProd.Rules.Tests.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace CleanProd.Rules.Tests.Host.Access;

/// <summary>A notice of the county's organ to the facility, and the batch that made it.</summary>
internal sealed partial class MatrixWorld
{
    private async Task MakeNoticesAsync(TestService service)
    {
        const string name = "矩阵电镀厂", organName = "矩阵区生态环境局", word = "矩环清审";
        var batches = service.Services.GetRequiredService<NoticeBatchStore>();
        var organ = await service.Services.GetRequiredService<NoticeOrganStore>().AddAsync(
            new() { Region = County, NameZh = organName, NameEn = "", Word = word, WithdrawalWord = word, NumberFormat = NoticeNumberFormat.Usual.Pattern, Language = DocumentLanguage.Chinese },
            Officer.System);
        var listed = InventedPublications.Enterprise(Facility, County, name);
        var batch = await batches.OrderAsync(new(1_000_000, 1_000_000, new DateOnly(2025, 1, 2)), organ, [Facility], Officer.System);
        await batches.NumberAsync(batch, new Dictionary<int, NoticeCandidate>
        {
            [1] = new(Facility, name, County, true, (_, _) => NoticeDraft.Of(listed, new ListHeading(2024, new DateOnly(2024, 12, 20)), InventedTerms.Terms, new NoticeOffice())),
        });
        var notice = (await batches.UnwrittenAsync(batch.Id, 1)).Single();
        await batches.KeepAsync(batch.Id, [new(notice.Id, [1], [2])]);
        await batches.CloseAsync(batch.Id);
        _routes[Target.Notice] = new() { ["notice"] = $"{notice.Id}" };
        _routes[Target.NoticeBatch] = new() { ["batch"] = $"{batch.Id}" };
        Secrets.AddRange([name, organName, notice.Number]);
    }
}
