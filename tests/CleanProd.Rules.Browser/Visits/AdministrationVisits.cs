using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Service;

namespace CleanProd.Rules.Browser.Visits;

/// <summary>Reference data and administration.</summary>
internal sealed class AdministrationVisits : IVisits
{
    private const string Nation = "";

    private Task<IReadOnlyList<Visit>>? _visits;

    public Task<IReadOnlyList<Visit>> OfAsync(Province province) => _visits ??= MakeAsync(province);

    private static async Task<IReadOnlyList<Visit>> MakeAsync(Province province)
    {
        var admin = await province.Service.AsAsync(Role.Admin, Nation, Department.None);
        var account = (await admin.PostAsync("/api/v1/accounts", new { user_name = "platform-7", display_name = "监测平台七号", is_machine = true, grants = new[] { new { role = "platform", region = "4401", department = "none" } } }).JsonAsync()).GetProperty("id").GetString();
        var officer = await province.Service.AsAsync(Role.Officer);
        await officer.PostAsync("/api/v1/schedules", new { name = "全省年度筛查", region = "44", month = 1, day = 15, hour = 2 }).JsonAsync();
        await officer.PostAsync("/api/v1/notice-organs", new { region = "44", name_zh = "广东省生态环境厅", name_en = "Department of Ecology of Guangdong", word = "粤环模审" }).JsonAsync();
        return
        [
            new("reference", "/reference", Role.Officer), new("reference-standards", "/reference?table=standards&q=DB44&on=2025-01-15", Role.PolicyAuthor), new("reference-energy", "/reference?table=energy&q=水泥", Role.Officer),
            new("reference-substances", "/reference?table=substances&q=铅", Role.Officer), new("reference-pollutants", "/reference?table=pollutants", Role.Officer), new("reference-industries", "/reference?table=industries&q=造纸", Role.Officer),
            new("reference-regions", "/reference?table=regions&q=广州", Role.Officer), new("reference-editions", "/reference?table=editions", Role.Officer), new("reference-nothing", "/reference?q=没有这种东西", Role.Officer),
            Admin("admin", "/administration"), Admin("admin-people", "/administration/people"), Admin("admin-account", $"/administration/people/{account}"), Admin("admin-schedules", "/administration/schedules"),
            Admin("admin-maps", "/administration/maps?map=us-npdes-dmr"),
            new("admin-templates", "/administration/templates", Role.Officer), new("admin-schedules-officer", "/administration/schedules", Role.Officer),
        ];
    }

    private static Visit Admin(string name, string path) => new(name, path, Role.Admin) { Region = Nation };
}
