using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Jobs;
using CleanProd.Rules.Storage.Notices;

namespace CleanProd.Rules.Host.Notices;

/// <summary>What the stage of notices registers.</summary>
internal static class NoticeServices
{
    internal static void AddNotices(this IServiceCollection services)
    {
        services.AddSingleton<NoticeStore>();
        services.AddSingleton<NoticeOrganStore>();
        services.AddSingleton<NoticeBatchStore>();
        services.AddSingleton<NoticeTemplates>();
        services.AddSingleton<TemplateOffice>();
        services.AddSingleton<IPublishedEntries, NoticeSource>();
        services.AddSingleton<NoticeDesk>();
        services.AddSingleton<NoticeOrders>();
        services.AddSingleton<NoticeMailStore>();
        services.AddSingleton<NoticeLetters>();
        services.AddTransient<NoticeJob>();
        services.AddTransient<MailJob>();
        services.AddSingleton<IUnfinishedWork, UnfinishedNotices>();
        services.AddSingleton<IUnfinishedWork, UnfinishedMail>();
        services.AddSingleton<ITargetPlaces, NoticePlaces>();
        services.AddSingleton<ITargetPlaces, NoticeBatchPlaces>();
    }
}
