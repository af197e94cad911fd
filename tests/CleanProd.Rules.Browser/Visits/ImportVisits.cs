using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Imports;
using CleanProd.Rules.Tests.Host.Service;

namespace CleanProd.Rules.Browser.Visits;

/// <summary>Handing in, an import that holds, one whose findings wait beside their rows, one that could not be read, and its columns being lined up.</summary>
internal sealed class ImportVisits : IVisits
{
    private static readonly string Energy = "企业代码,年度,产品名称,产量,产量单位,能耗,能耗单位\n91440103YL0000001X,2024,布,十吨,t,5,tce\n91440103YL0000001X,2024,纱,12,t,五,tce\n91440103YL0000001X,2024,线,8,t,3,tce\n";

    private static readonly string Foreign = "某市排污单位台账,,\n统一代码,单位全称,行政区\n91440103YL0000001X,荔湾染整厂,440103\n91440104YL0000002X,越秀电镀厂,440104\n";

    public async Task<IReadOnlyList<Visit>> OfAsync(Province province)
    {
        // Handed in once: the same again is the same import.
        var officer = await province.Service.AsAsync(Role.Officer);
        var waiting = (await officer.ImportAsync([("能源.csv", Energy)], ("label", "第一季度能源补报"))).Id();
        // What could not be read is not kept as the same.
        var failed = (await officer.GetAsync("/api/v1/imports?state=failed").JsonAsync()).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetInt64()).ToArray();
        var unread = failed.Length > 0 ? failed[0] : (await officer.ImportAsync([("台账.csv", Foreign)], ("label", "区县台账"))).Id();
        return
        [
            new("imports", "/imports", Role.Officer), new("imports-waiting", "/imports?state=waiting", Role.Approver), new("imports-none", "/imports?state=undone", Role.Officer),
            new("import", "/imports/1", Role.Officer), new("import-row", "/imports/1?file=measurements.csv&row=96", Role.Approver),
            new("import-waiting", $"/imports/{waiting}?finding=0", Role.Officer), new("import-unread", $"/imports/{unread}", Role.Officer),
            new("import-columns", $"/imports/{unread}/columns", Role.Officer),
        ];
    }
}
