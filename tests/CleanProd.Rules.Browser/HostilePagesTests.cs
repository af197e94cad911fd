using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Imports;
using CleanProd.Rules.Tests.Host.Lists;
using CleanProd.Rules.Tests.Host.Screenings;
using CleanProd.Rules.Tests.Host.Service;

namespace CleanProd.Rules.Browser;

/// <summary>Every text that can be imported or written by people is markup: in no page of a browser does it become any.</summary>
public class HostilePagesTests
{
    private const string Script = "<script>alert(1)</script>", Image = "\"><img src=x onerror=alert(1)>", Address = "javascript:alert(1)";

    [Fact]
    public async Task No_page_runs_what_the_data_says()
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite, SampleScreening.Now);
        var (officer, name, password) = await service.EnrolAsync(Role.Officer);
        var import = await officer.ImportAsync(
            [
                ("facilities.csv", $"facility_id,name,region,industry,address,legal_representative,permit_number\nA,{Script},440115,C1353,{Quoted(Image)},{Address},{Script}\nB,{Quoted(Image)},440115,C1353,{Script},x,{Address}\n"),
                ("substances.csv", $"facility_id,year,substance,role,quantity,unit,purpose\nA,2024,氰化钠,used,500,kg,{Script}\nB,2024,铅,used,3,t,{Quoted(Image)}\n"),
                ($"{Script.Replace('/', '|')}.csv", $"x,{Script}\n1,{Quoted(Image)}\n"),
            ],
            ("label", Script));
        if (import.State() == "waiting")
        {
            var errors = (await officer.GetAsync($"/api/v1/imports/{import.Id()}/findings?severity=error").JsonAsync()).GetProperty("items").EnumerateArray().Select(f => f.GetProperty("number").GetInt32()).ToArray();
            await officer.PostAsync($"/api/v1/imports/{import.Id()}/accept", new { reason = Image, findings = errors }).JsonAsync();
        }

        var run = (await officer.ScreenAsync()).GetProperty("id").GetInt64();
        var list = await officer.OpenAsync(run);
        var entry = (await officer.EntriesAsync(list)).First();
        var number = entry.GetProperty("entry").GetInt32();
        await officer.PostAsync($"/api/v1/lists/{list}/entries/{number}/exclude", new { version = entry.GetProperty("version").GetInt32(), reason = Script, document = await officer.DocumentAsync() }).JsonAsync();

        await using var visitor = await Visitor.ComeAsync(service.Address);
        await visitor.SignInAsync(name, password);
        var (dialogs, reached) = (0, 0);
        visitor.Page.Dialog += (_, dialog) =>
        {
            dialogs++;
            _ = dialog.DismissAsync();
        };
        foreach (var path in (string[])["/home", "/enterprises", "/enterprises/A", "/enterprises/B", $"/enterprises?search={Uri.EscapeDataString(Script)}", "/results", "/imports", $"/imports/{import.Id()}", "/lists", $"/lists/{list}", $"/lists/{list}/entries/{number}", $"/screenings/{run}", "/statistics"])
        {
            await visitor.GoAsync(path);
            // As text it may and should be seen.
            if ((await visitor.Page.Locator("body").InnerTextAsync()).Contains("alert(1)", StringComparison.Ordinal)) reached++;
            Assert.Equal((path, 0), (path, await visitor.Page.Locator("img[src='x'], script:not([src]), [onerror], a[href^='javascript:' i], form[action^='javascript:' i]").CountAsync()));
        }

        Assert.Equal(0, dialogs);
        Assert.True(reached >= 6, $"The texts reached {reached} pages only: this proves little.");
    }

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
