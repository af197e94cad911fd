using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Screenings;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.Playwright;

namespace CleanProd.Rules.Browser;

/// <summary>What takes long says so, can be left and can be stopped: here with nobody who does it, so that it stands still to be looked at.</summary>
public class LongActTests
{
    [Fact]
    public async Task An_import_and_a_screening_show_that_they_are_under_way_and_are_stopped_on_the_page()
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite, SampleScreening.Now, o => o.Worker = false);
        await SampleScreening.ImportAsync(service.Store, SampleScreening.Now.AddDays(-20));
        var (_, name, password) = await service.EnrolAsync(Role.Officer);
        await using var officer = await Visitor.ComeAsync(service.Address);
        await officer.SignInAsync(name, password);
        var page = officer.Page;

        await officer.GoAsync("/imports");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "facilities.csv", MimeType = "text/csv", Buffer = "facility_id,name,region\n91440103YL00001014,荔湾纸厂,440103\n"u8.ToArray() });
        await page.GetByText("facilities.csv").WaitForAsync();
        await officer.ClickAsync("交送并检查");
        await MustStopAsync(officer, "long-import", "收回");

        await officer.GoAsync("/screenings");
        await page.GetByLabel("筛查年度").FillAsync("2024");
        await officer.ClickAsync("立即筛查");
        await officer.ConfirmAsync("立即筛查");
        await MustStopAsync(officer, "long-screening", "停止筛查", "年度选错");
    }

    private static async Task MustStopAsync(Visitor officer, string picture, string act, string? reason = null)
    {
        var progress = officer.Page.Locator(".progress");
        await progress.Locator("progress").WaitForAsync();
        await progress.GetByText("可以离开本页").WaitForAsync();
        await officer.PictureAsync(picture);
        // Whoever leaves and comes back finds it as it is.
        var here = new Uri(officer.Page.Url).PathAndQuery;
        await officer.GoAsync("/reference");
        await officer.GoAsync(here);
        await progress.GetByRole(AriaRole.Button, new() { Name = "停止" }).ClickAsync();
        if (reason is not null) await officer.Page.Locator(".mud-dialog textarea").FillAsync(reason);
        await officer.ConfirmAsync(act);
        await Assertions.Expect(progress).ToHaveCountAsync(0);
        Assert.Equal(0, await officer.Page.Locator(".notice-error").CountAsync());
        await officer.SeesAsync(reason is null ? "已收回" : "已停止");
    }
}
