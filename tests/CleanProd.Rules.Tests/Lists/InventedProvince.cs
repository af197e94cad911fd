using CleanProd.Rules.Rules;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Lists;

namespace CleanProd.Rules.Tests.Lists;

/// <summary>Invented enterprises of Guangdong with determinations under the 2016 Measures, written out by hand.</summary>
internal static class InventedProvince
{
    internal static readonly ReferenceData Reference = new()
    {
        Regions = new(
        [
            new("440000", "广东省", null, null), new("440100", "广州市", "440000", "珠三角"), new("440106", "天河区", "440100", "珠三角"),
            new("440300", "深圳市", "440000", "珠三角"), new("440500", "汕头市", "440000", "东翼"), new("440800", "湛江市", "440000", "西翼"),
            new("441800", "清远市", "440000", "山区"), new("640000", "宁夏回族自治区", null, null),
        ]),
        Industries = new([new("C22", "造纸和纸制品业"), new("C2221", "机制纸及纸板制造"), new("C33", "金属制品业"), new("C3360", "金属表面处理及热处理加工"), new("C30", "非金属矿物制品业"), new("C3011", "水泥制造")]),
    };

    internal static readonly ListHeading Heading = new(2024, new DateOnly(2025, 1, 15))
    {
        Packs = [new("cn-measures-2016@1f3c9a0b", new("《清洁生产审核办法》（2016）", "Measures for Cleaner Production Audit (2016)"))],
        Instrument = new("《清洁生产审核办法》", "Measures for Cleaner Production Audit"),
        Jurisdiction = "CN-44",
        DataSet = "广东省2024年度数据（虚构）",
        Makers = [new(["G1a", "G1b", "G3"], new("生态环境主管部门", "Environmental department")), new(["G2"], new("节能主管部门", "Energy-saving department"))],
        Hashes = [new("facilities.csv", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")],
    };

    /// <summary>Paper mill of Guangzhou: over the standard and over the total; energy undetermined.</summary>
    internal const string PaperMill = "914401007000000018";

    /// <summary>Plating works of Shenzhen: over the standard and toxic.</summary>
    internal const string PlatingWorks = "91440300700000002X";

    /// <summary>Cement works of Qingyuan: energy.</summary>
    internal const string CementWorks = "914418007000000034";

    /// <summary>Dyer of Shantou: undetermined.</summary>
    internal const string Dyer = "00012345";

    internal static IReadOnlyList<Determination> Decided =>
    [
        Of(Facility(PaperMill, "广州南粤纸业有限公司", "440106", "C2221", "广州市天河区科韵路1号"),
            Exceeds(Cod("DW001", "2024-03-04", 132m, 12), Cod("DW001", "2024-03-05", 98.5m, 13), Cod("DW002", "2024-06-11", 91m, 240), Cod("DW001", "2024-07-01", 110m, 301), Cod("DW001", "2024-08-02", 101m, 333)),
            Triggered("G1b", new Evidence(new("discharges.csv", null, 5)) { Pollutant = "w01018", Name = "化学需氧量", At = "2024", Value = MeasuredValue.Of(12.6m), Limit = 12m, Unit = "t", Ratio = 1.05m, Basis = "粤环许〔2021〕8号" }) with { Margin = new(1.05m, "d.Discharged > d.Quota", "化学需氧量", "12.6", "12") },
            Undecided("G2", "energy"), No("G3")),
        Of(Facility(PlatingWorks, "深圳市宝安精密电镀厂", "440300", "C3360", "深圳市宝安区沙井街道2号"),
            Exceeds(new Evidence(new("2024年自行监测.xlsx", "measurements", 88)) { OutletId = "DW003", Pollutant = "w20117", Name = "总铬", At = "2024-11-20", Value = MeasuredValue.Of(1.8m), Limit = 0.5m, Unit = "mg/L", Ratio = 3.6m, Basis = "DB44/1597-2015 表2" }),
            NotApplicable("G1b"), NotApplicable("G2"),
            Triggered("G3", new Evidence(new("substances.csv", null, 4)) { Pollutant = "铬酸酐", Name = "铬酸酐（使用）", At = "2024", Value = MeasuredValue.Of(36m), Unit = "t", Basis = "第三类 含铬物质" })),
        Of(Facility(CementWorks, "清远北江水泥有限公司", "441800", "C3011", null),
            No("G1a", 0.93m), No("G1b", 0.5m),
            Triggered("G2", new Evidence(new("energy.csv", null, 9)) { Name = "水泥熟料", At = "2024", Value = MeasuredValue.Of(121m), Limit = 117m, Unit = "kgce/t", Ratio = 1.0341880341880341880341880342m, Basis = "GB 16780-2021" }), No("G3")),
        Of(Facility(Dyer, "汕头潮阳染整厂", "440500", "C17", "汕头市潮阳区"),
            Undecided("G1a", "monitoring"), Undecided("G1b", "discharges[化学需氧量].Discharged", "quotas"), No("G2"), Undecided("G3", "substances", "discretion[class5_toxic]")),
        Of(Facility("914408007000000042", "湛江海东家具有限公司", "440800", null, null), No("G1a", 0.999m), No("G1b"), No("G2"), No("G3")),
        Of(Facility("WY0000001", "地址不详的工厂", null, null, null), No("G1a", 0.2m), No("G1b"), No("G2"), No("G3")),
        Of(Facility("914401007000000050", "广州旧厂", "440100", "C2221", null) with { Status = FacilityStatus.Closed }, NotApplicable("G1a"), NotApplicable("G1b"), NotApplicable("G2"), NotApplicable("G3")),
    ];

    internal static CandidateList List => CandidateList.Of(Decided, Reference, Heading);

    internal static FacilityRecord Facility(string id, string name, string? region, string? industry, string? address) =>
        new(new(id), name, new("facilities.csv", null, 2)) { Region = region, Industry = industry, Address = address };

    internal static Determination Of(FacilityRecord facility, params RuleDetermination[] rules) => new(facility, 2024, rules);

    internal static RuleDetermination Triggered(string ground, params Evidence[] evidence) => Rule(ground, Outcome.Triggered) with { Evidence = evidence };

    internal static RuleDetermination Exceeds(params Evidence[] evidence) => Triggered("G1a", evidence);

    internal static RuleDetermination No(string ground, decimal? ratio = null) => Rule(ground, Outcome.NotTriggered) with
    {
        Margin = ratio is { } r ? new(r, "m.MaxRatio > 1", "DW001 化学需氧量", PlainNumber.Text(r * 90m), "90") : null,
    };

    internal static RuleDetermination Undecided(string ground, params string[] missing) => Rule(ground, Outcome.Undetermined) with { Missing = missing };

    internal static RuleDetermination NotApplicable(string ground) => Rule(ground, Outcome.NotApplicable);

    private static Evidence Cod(string outlet, string day, decimal value, int row) => new(new("measurements.csv", null, row))
    {
        OutletId = outlet, Pollutant = "w01018", Name = "化学需氧量", At = day, Value = MeasuredValue.Of(value), Limit = 90m, Unit = "mg/L", Ratio = value / 90m, Basis = "DB44/26-2001 第二时段一级",
    };

    private static RuleDetermination Rule(string ground, Outcome outcome) => new(ground, outcome)
    {
        Ground = ground,
        Citation = ground switch { "G1a" or "G1b" => "《清洁生产审核办法》第八条第一项", "G2" => "《清洁生产审核办法》第八条第二项", _ => "《清洁生产审核办法》第八条第三项" },
        CitationEn = ground switch { "G1a" or "G1b" => "Measures Art. 8(1)", "G2" => "Measures Art. 8(2)", _ => "Measures Art. 8(3)" },
        Sentence = ground switch
        {
            "G1a" => "污染物排放超过国家或者地方规定的排放标准", "G1b" => "超过重点污染物排放总量控制指标",
            "G2" => "超过单位产品能源消耗限额标准构成高耗能", _ => "使用有毒有害原料进行生产或者在生产中排放有毒有害物质",
        },
        SentenceEn = ground switch
        {
            "G1a" => "Discharge exceeds the national or local discharge standard", "G1b" => "Discharge exceeds the total-quantity quota for key pollutants",
            "G2" => "Energy per unit of product exceeds the limit", _ => "Toxic or hazardous materials are used or substances discharged",
        },
    };
}
