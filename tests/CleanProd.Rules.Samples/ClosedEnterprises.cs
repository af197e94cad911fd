namespace CleanProd.Rules.Samples;

/// <summary>Closed for good: the grounds do not apply, whatever the records say.</summary>
internal static class ClosedEnterprises
{
    public static IEnumerable<Enterprise> All() =>
    [
        new Enterprise(124, "440605", "熄窑", Sectors.BuildingCeramics, "closed")
            .NotApplicable("企业已关闭，不再适用强制性清洁生产审核。"),
        new Enterprise(125, "441900", "收工", Sectors.Plating, "closed").Value("DW002", "六价铬", "2024-01-09", "day", "0.44", "mg/L").Substance("氰化钠", "used", "0.1", "t", "关闭前使用")
            .NotApplicable("企业已关闭；1月的六价铬0.44毫克/升和氰化钠使用记录不再导致列入名单。"),
        new Enterprise(126, "441781", "冷炉", Sectors.Ferroalloy, "closed").Energy("锰硅合金 FeMn64Si18", "3000", "t", "3450")
            .NotApplicable("企业已关闭；关闭前单位产品综合能耗1150千克标准煤/吨不再判断。"),
        new Enterprise(127, "440306", "散场", Sectors.Circuits, "closed").Audit("mandatory", "2023-05-10", "", "", "", "")
            .NotApplicable("企业已关闭，2023-05-10列入的强制性审核不再滚动。"),
    ];
}
