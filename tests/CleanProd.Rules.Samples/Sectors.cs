namespace CleanProd.Rules.Samples;

/// <summary>
/// The sectors of the sample. Limits are those of the standard named at the outlet; an invented permit may stand for a stricter or older
/// line of it.
/// </summary>
internal static class Sectors
{
    public static readonly Sector Dyeing = new("C1713", "印染", [Direct("GB 4287-2012")],
        [Cod(80), Ammonia(10), new("DW001", "悬浮物", null, 50), Ph()]);

    public static readonly Sector Plating = new("C3360", "电镀", [Direct("DB44/1597-2015"), Workshop("含铬废水车间排放口", "DB44/1597-2015")],
        [new("DW001", "化学需氧量", null, 80), new("DW001", "总铜", null, 0.5m), Ph(), new("DW002", "六价铬", null, 0.1m, 12), new("DW002", "总铬", null, 0.5m)]);

    public static readonly Sector Paper = new("C2221", "纸业", [Direct("GB 3544-2008"), Stack("锅炉废气排放口", "DB44/765-2019", "45")],
        [Cod(80), Ammonia(8), Ph(), .. Boiler()]);

    public static readonly Sector Cement = new("C3011", "水泥", [Stack("窑尾废气排放口", "GB 4915-2013", "100")], Gas(20, 100, 320));

    public static readonly Sector BuildingCeramics = new("C3071", "建筑陶瓷", [Stack("窑炉废气排放口", "GB 25464-2010", "25")], Gas(30, 50, 180));

    public static readonly Sector SanitaryCeramics = BuildingCeramics with { Industry = "C3072", Word = "卫浴陶瓷" };

    public static readonly Sector TableCeramics = BuildingCeramics with { Industry = "C3074", Word = "日用陶瓷" };

    public static readonly Sector Circuits = new("C3982", "线路板", [Direct("DB44/1597-2015"), Stack("有机废气排放口", "DB44/2367-2022", "25")],
        [new("DW001", "化学需氧量", null, 80), Ammonia(15), new("DW001", "总铜", null, 0.5m, 12), Ph(), Vocs(80)]);

    public static readonly Sector Batteries = new("C3843", "蓄电池",
        [Direct("GB 30484-2013"), Workshop("含铅废水车间排放口", "GB 30484-2013"), Stack("铅尘废气排放口", "GB 30484-2013", "20")],
        [new("DW001", "化学需氧量", null, 70), Ph(), new("DW002", "总铅", null, 0.5m, 12), new("DA001", "铅及其化合物", null, 0.5m)]);

    public static readonly Sector Pharmacy = new("C2710", "制药", [Direct("GB 21904-2008"), Stack("发酵及溶媒废气排放口", "GB 37823-2019", "25")],
        [Cod(120), Ammonia(25), Ph(), Vocs(60)]);

    public static readonly Sector Chemistry = new("C2614", "化工", [Direct("DB44/26-2001"), Stack("工艺废气排放口", "DB44/2367-2022", "25")],
        [Cod(90), Ammonia(10), new("DW001", "石油类", null, 5), Ph(), Vocs(80)]);

    public static readonly Sector Coatings = new("C2641", "涂料", [Indirect("DB44/26-2001"), Stack("调漆车间废气排放口", "DB44/2367-2022", "20")],
        [new("DW001", "化学需氧量", null, 500), Ph(), Vocs(80)]);

    public static readonly Sector Food = new("C1353", "食品", [Direct("DB44/26-2001")],
        [Cod(90), Ammonia(10), new("DW001", "五日生化需氧量", null, 20), Ph()]);

    public static readonly Sector Dairy = Food with { Industry = "C1441", Word = "乳业" };

    public static readonly Sector Sugar = new("C1340", "糖业", [Direct("GB 21909-2008")], [Cod(100), Ammonia(10), new("DW001", "悬浮物", null, 70), Ph()]);

    public static readonly Sector Slaughter = new("C1351", "肉联", [Direct("DB44/26-2001")], [Cod(90), Ammonia(10), new("DW001", "悬浮物", null, 60), Ph()]);

    public static readonly Sector Beer = new("C1513", "啤酒", [Direct("GB 19821-2005")], [Cod(80), Ammonia(15), new("DW001", "总磷", null, 3), Ph()]);

    public static readonly Sector Sewage = new("D4620", "水务", [Direct("DB44/26-2001 与 GB 18918-2002 一级A")],
        [Cod(40), Ammonia(5), new("DW001", "总磷", null, 0.5m), new("DW001", "总氮", null, 15), Ph()]);

    public static readonly Sector Power = new("D4411", "发电", [Stack("1号机组烟囱", "GB 13223-2011", "210")], Gas(20, 50, 100));

    public static readonly Sector Cogeneration = Power with { Industry = "D4412", Word = "热电" };

    public static readonly Sector Incineration = new("N7724", "环保处置", [Stack("焚烧炉烟囱", "GB 18484-2020", "50")],
        [.. Gas(30, 100, 300), new("DA001", "氯化氢", null, 60)]);

    public static readonly Sector Furniture = new("C2110", "家具", [Stack("喷漆废气排放口", "DB44/2367-2022", "15")], [Vocs(80, 12), new("DA001", "颗粒物", null, 120)]);

    public static readonly Sector Printing = new("C2319", "包装印刷", [Stack("印刷废气排放口", "GB 41616-2022", "15")], [Vocs(70, 12)]);

    public static readonly Sector Foam = new("C2924", "泡沫塑料", [Stack("发泡废气排放口", "GB 31572-2015", "15")], [Vocs(60, 12)]);

    public static readonly Sector Leather = new("C1910", "皮革", [Direct("GB 30486-2013"), Workshop("含铬废水车间排放口", "GB 30486-2013")],
        [new("DW001", "化学需氧量", null, 100), Ammonia(25), Ph(), new("DW002", "总铬", null, 1.5m, 12)]);

    public static readonly Sector Iron = new("C3110", "炼铁", [Stack("烧结机头废气排放口", "GB 28662-2012", "80")], Gas(50, 200, 300));

    public static readonly Sector Ferroalloy = new("C3140", "铁合金", [Stack("矿热炉废气排放口", "GB 28666-2012", "30")], [new("DA001", "颗粒物", null, 50, 12)]);

    public static readonly Sector FlatGlass = new("C3041", "玻璃", [Stack("熔窑废气排放口", "GB 26453-2022", "90")], Gas(30, 200, 400));

    public static readonly Sector LeadZinc = new("C3212", "铅锌冶炼", [Workshop("含铅废水车间排放口", "GB 25466-2010"), Stack("冶炼烟气排放口", "GB 25466-2010", "60")],
        [new("DW002", "总铅", null, 0.5m, 12), new("DA001", "二氧化硫", null, 400), new("DA001", "铅及其化合物", null, 8)]);

    public static readonly Sector Pesticide = Chemistry with { Industry = "C2631", Word = "农药" };

    private static OutletPlan Direct(string standard) => new("DW001", "废水总排放口", "direct", standard);

    private static OutletPlan Indirect(string standard) => new("DW001", "废水总排放口", "indirect", standard);

    private static OutletPlan Workshop(string name, string standard) => new("DW002", name, "indirect", standard) { Workshop = true };

    private static OutletPlan Stack(string name, string standard, string height) => new("DA001", name, "stack", standard) { StackHeight = height };

    private static Line Cod(decimal high) => new("DW001", "化学需氧量", null, high, 12);

    private static Line Ammonia(decimal high) => new("DW001", "氨氮", null, high);

    private static Line Ph() => new("DW001", "pH值", 6, 9);

    private static Line Vocs(decimal high, int timesAYear = 4) => new("DA001", "非甲烷总烃", null, high, timesAYear);

    private static Line[] Boiler() => Gas(20, 50, 150);

    private static Line[] Gas(decimal dust, decimal sulphur, decimal nitrogen) =>
        [new("DA001", "颗粒物", null, dust), new("DA001", "二氧化硫", null, sulphur), new("DA001", "氮氧化物", null, nitrogen)];
}
