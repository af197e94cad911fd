namespace CleanProd.Rules.Samples;

/// <summary>Ground 3: toxic substances used, produced, discharged or in waste, one or more of each of the first four classes.</summary>
internal static class ToxicEnterprises
{
    public static IEnumerable<Enterprise> All() =>
    [
        new Enterprise(84, "440306", "银蝉", Sectors.Plating).Monitored().Substance("氰化钠", "used", "1.85", "t", "氰化镀银")
            .Triggered("G3", "使用氰化钠1.85吨（剧毒化学品，第二类）；监测值均在限值内。"),
        new Enterprise(85, "440606", "铬屏", Sectors.Plating).Monitored().Found("DW002", "六价铬", 6, "0.081").Substance("六价铬", "discharged", "0.9", "kg", "含铬废水").Substance("硫酸", "used", "24", "t", "酸洗")
            .Triggered("G3", "排放六价铬0.9千克（重金属铬，第三类）；车间排放口六价铬最高0.081毫克/升，未超过0.1。"),
        new Enterprise(86, "441322", "铅华", Sectors.Batteries).Monitored().Substance("铅", "used", "6200", "t", "极板")
            .Audit("mandatory", "2021-06-30", "2021-08-12", "2022-05-18", "2022-10-09", "合格")
            .Triggered("G3", "使用铅6200吨（第三类）；上一轮强制性审核已于2022-10-09验收合格，双有企业仍应定期审核。"),
        new Enterprise(87, "440703", "鞣光", Sectors.Leather).Monitored().Substance("铬及其化合物", "used", "86", "t", "铬鞣剂")
            .Triggered("G3", "使用铬及其化合物86吨（第三类）。"),
        new Enterprise(88, "441900", "印痕", Sectors.Circuits).Monitored().Substance("398-005-22", "waste", "142", "t", "蚀刻废液")
            .Triggered("G3", "产生危险废物398-005-22（含铜废物，第一类）142吨。"),
        new Enterprise(89, "440112", "炬明", Sectors.Incineration).Monitored().Substance("772-003-18", "waste", "5100", "t", "焚烧飞灰和残渣").Substance("多氯二苯并对二噁英和多氯二苯并呋喃", "discharged", "0.00041", "g", "焚烧烟气")
            .Triggered("G3", "产生危险废物772-003-18（第一类）5100吨，排放二噁英类（持久性有机污染物，第四类）。"),
        new Enterprise(90, "442000", "镀蓝", Sectors.Plating).Monitored().Substance("336-054-17", "waste", "63", "t", "镀镍污泥").Substance("143-33-9", "used", "0.4", "t", "按CAS号申报的氰化钠")
            .Triggered("G3", "产生危险废物336-054-17（第一类）63吨；使用CAS 143-33-9即氰化钠（第二类）0.4吨。"),
        new Enterprise(91, "440982", "农安", Sectors.Pesticide).Monitored().Substance("六氯丁二烯", "waste", "0.8", "t", "氯化工段副产")
            .Triggered("G3", "副产六氯丁二烯0.8吨（斯德哥尔摩公约附件A，第四类）。"),
        new Enterprise(92, "440204", "铅屿", Sectors.LeadZinc).Monitored().Energy("铅锌冶炼", "60000", "t", "24600").Judged("energy_over_limit", "false", "节能主管部门核实，410千克标准煤/吨未超过GB 21250限定值").Substance("铅及其化合物", "discharged", "410", "kg", "冶炼烟气").Substance("砷及其化合物", "waste", "22", "t", "砷渣")
            .Triggered("G3", "排放铅及其化合物410千克、废物含砷22吨（均为第三类）。"),
        new Enterprise(93, "440515", "彩丸", Sectors.Foam).Monitored().Substance("短链氯化石蜡", "used", "12", "t", "阻燃剂")
            .Triggered("G3", "使用短链氯化石蜡12吨（持久性有机污染物，第四类）。"),
        new Enterprise(94, "441284", "镉黄", Sectors.Coatings).Monitored().Substance("镉及其化合物", "used", "3.2", "t", "颜料").Substance("二氯甲烷", "used", "18", "t", "清洗溶剂")
            .Judged("class5_toxic", "true", "二氯甲烷列入有毒有害大气、水污染物名录，按第五类有毒物质认定")
            .Triggered("G3", "使用镉及其化合物3.2吨（第三类）；另有二氯甲烷18吨经认定为第五类。"),
        new Enterprise(95, "445203", "汞灯", Sectors.Chemistry).Monitored().Substance("汞", "used", "0.15", "t", "催化剂")
            .Triggered("G3", "使用汞0.15吨（重金属汞，第三类）。"),
    ];
}
