using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Cases;
using CleanProd.Rules.Tests.Host.Lists;
using CleanProd.Rules.Tests.Host.Notices;
using CleanProd.Rules.Tests.Host.Screenings;
using CleanProd.Rules.Tests.Host.Service;
using CleanProd.Rules.Tests.Host.Year;
using Microsoft.Playwright;

namespace CleanProd.Rules.Browser;

/// <summary>An enterprise reads on its phone why it is listed, objects, and is taken off by an amendment; everybody sees it.</summary>
public class ObjectionJourneyTests
{
    private static readonly DateTimeOffset Begin = new(2025, 2, 10, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task An_enterprise_reads_why_it_is_listed_objects_and_is_taken_off_by_an_amendment()
    {
        await using var service = await TestService.StartAsync(StoreKind.Postgres, Begin);
        var (officer, approver) = (await service.AsAsync(Role.Officer), await service.AsAsync(Role.Approver));
        await SampleScreening.ImportAsync(service.Store, Begin.AddDays(-20), "44", Plants.Of2024);
        var run = (await officer.ScreenAsync()).GetProperty("id").GetInt64();
        var list = await officer.OpenAsync(run, more: new { kind = "audit", run, batch = 1, classes = (string[])["double_over"] });
        await service.ReviewAsync(list);
        await (await approver.PublishAsync(list, "粤环函〔2025〕18号")).MustBeDoneAsync();
        await officer.EndedAsync(await officer.OrderAsync(list, await officer.OrganAsync()));
        await UntilAsync(async () => (await officer.ItemsAsync("/api/v1/cases")).Length > 0);

        var (_, name, password) = await service.EnrolAsync(Role.Enterprise, "", facility: Plants.Dyer);
        await using var plant = await Visitor.ComeAsync(service.Address, new("zh-CN", 390));
        await plant.SignInAsync(name, password);
        await plant.GoAsync("/mine");
        await plant.SeesAsync("应当实施清洁生产审核");
        await plant.SeesAsync("污染物排放超过国家或者地方规定的排放标准");
        await plant.SeesAsync("625");
        await plant.PictureAsync("journey-mine");
        await plant.Page.GetByRole(AriaRole.Link, new() { Name = "签收通知书" }).ClickAsync();
        await plant.ClickAsync("签收");
        await plant.PictureAsync("journey-acknowledge");
        await plant.ConfirmAsync("签收");
        await plant.SeesAsync("已签收。");
        await plant.Page.GetByRole(AriaRole.Link, new() { Name = "异议", Exact = true }).ClickAsync();
        await plant.Page.GetByLabel("哪些数据不正确").FillAsync("5月6日化学需氧量应为62.5，小数点错位");
        await plant.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "监测报告.pdf", MimeType = "application/pdf", Buffer = [37, 80, 68, 70] });
        await plant.SeesAsync("监测报告.pdf");
        await plant.ClickAsync("提交异议");
        await plant.SeesAsync("异议已提交");

        await SampleScreening.ImportAsync(service.Store, service.Clock.GetUtcNow(), "44", Plants.Correction);
        var amendment = await UpholdAsync(service);
        await service.ReviewAsync(amendment);
        await (await approver.PublishAsync(amendment, "粤环函〔2025〕31号")).MustBeDoneAsync();
        await UntilAsync(async () => (await officer.ItemsAsync($"/api/v1/cases?facility={Plants.Dyer}&stage=withdrawn")).Length == 1);

        await plant.GoAsync("/mine");
        await plant.SeesAsync("移出名单，不再承担");
        await plant.GoAsync("/mine?tab=objections");
        await plant.SeesAsync("更正后未超标");

        await using var anybody = await Visitor.ComeAsync(service.Address);
        await anybody.GoAsync($"/?q={Plants.Dyer}");
        await anybody.SeesAsync("已移出");
        await anybody.Page.GetByRole(AriaRole.Link, new() { Name = "粤环函〔2025〕18号" }).First.ClickAsync();
        await anybody.SeesAsync("本名单已经调整");
        await anybody.SeesAsync("已移出");
    }

    private static async Task<long> UpholdAsync(TestService service)
    {
        var (_, name, password) = await service.EnrolAsync(Role.Officer);
        await using var officer = await Visitor.ComeAsync(service.Address);
        await officer.SignInAsync(name, password);
        await officer.GoAsync("/cases/objections");
        await officer.Page.GetByRole(AriaRole.Link, new() { Name = "越秀染整厂" }).ClickAsync();
        var proof = await officer.Page.RunAndWaitForDownloadAsync(() => officer.Page.GetByRole(AriaRole.Link, new() { Name = "监测报告.pdf" }).ClickAsync());
        Assert.Equal("监测报告.pdf", proof.SuggestedFilename);
        await officer.ClickAsync("受理并重新判定");
        await officer.SeesAsync("重新筛查（2 号）已完成：不列入");
        await officer.ClickAsync("异议成立");
        await officer.Page.Locator(".mud-dialog textarea").FillAsync("更正后未超标");
        await officer.ConfirmAsync("异议成立");
        await officer.Page.GetByRole(AriaRole.Link, new() { Name = "调整名单" }).ClickAsync();
        await officer.SeesAsync("移出名单");
        return long.Parse(new Uri(officer.Page.Url).Segments[^1], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task UntilAsync(Func<Task<bool>> come)
    {
        for (var left = 600; left > 0; left--)
        {
            if (await come()) return;
            await Task.Delay(100);
        }

        Assert.Fail("It did not come about.");
    }
}
