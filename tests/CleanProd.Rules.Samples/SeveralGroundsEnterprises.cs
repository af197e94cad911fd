namespace CleanProd.Rules.Samples;

/// <summary>Several grounds at once: each is listed, the duties add up.</summary>
internal static class SeveralGroundsEnterprises
{
    public static IEnumerable<Enterprise> All() =>
    [
        new Enterprise(96, "440311", "重镀", Sectors.Plating).Monitored().Found("DW002", "六价铬", 4, "0.36").Total("化学需氧量", "6", "7.42")
            .Substance("铬酸酐", "used", "9.5", "t", "镀铬").Substance("氰化钠", "used", "0.7", "t", "氰化镀铜").Substance("336-068-17", "waste", "31", "t", "镀铬污泥")
            .Judged("severe_pollution", "true", "车间六价铬超标2.6倍，直排内河涌")
            .Triggered("G1a;G1b;G3", "车间排放口六价铬4月0.36毫克/升，超过0.1；化学需氧量7.42吨超过总量指标6吨；使用氰化钠（第二类）并产生危险废物336-068-17（第一类）。"),
        new Enterprise(97, "441881", "双耗", Sectors.Cement).Monitored().Found("DA001", "颗粒物", 8, "27.5").Energy("水泥熟料", "700000", "t", "84700").NoSubstances()
            .Triggered("G1a;G2", "DA001颗粒物8月27.5毫克/立方米，超过20；单位产品综合能耗84700吨标准煤÷70万吨＝121千克标准煤/吨，超过熟料限定值117。"),
        new Enterprise(98, "440804", "双超", Sectors.Paper).Monitored().Found("DW001", "化学需氧量", 6, "103").Found("DW001", "化学需氧量", 7, "95.5").Total("化学需氧量", "180", "203.7").Energy("脱墨废纸浆 自用浆", "90000", "adt", "17100").NoSubstances()
            .Judged("severe_pollution", "true", "浓度总量双超，连续两月")
            .Triggered("G1a;G1b", "DW001化学需氧量6月103、7月95.5毫克/升，超过80；全年排放203.7吨，超过总量指标180吨。"),
        new Enterprise(99, "441302", "铅尘", Sectors.Batteries).Monitored().Found("DA001", "铅及其化合物", 5, "0.71").Substance("铅", "used", "3300", "t", "极板").Substance("384-004-31", "waste", "95", "t", "含铅污泥")
            .Triggered("G1a;G3", "DA001铅及其化合物5月0.71毫克/立方米，超过0.5；使用铅3300吨（第三类），产生危险废物384-004-31（第一类）。"),
        new Enterprise(100, "440205", "全项", Sectors.Iron).Monitored().Found("DA001", "二氧化硫", 11, "246").Total("氮氧化物", "1100", "1318").Energy("高炉工序", "2000000", "t", "890000").Substance("铬及其化合物", "discharged", "35", "kg", "含铬尘泥")
            .Triggered("G1a;G1b;G2;G3", "DA001二氧化硫11月246毫克/立方米，超过200；氮氧化物排放1318吨，超过总量指标1100吨；高炉工序890000÷200万＝445千克标准煤/吨，超过435；排放铬及其化合物35千克（第三类）。"),
        new Enterprise(101, "440608", "溶剂", Sectors.Pharmacy).Monitored().Total("非甲烷总烃", "16", "18.4", "balance").Substance("271-001-02", "waste", "12.6", "t", "发酵残渣")
            .Triggered("G1b;G3", "挥发性有机物18.4吨，超过总量指标16吨；产生危险废物271-001-02（医药废物，第一类）12.6吨。"),
        new Enterprise(102, "440118", "玻焰", Sectors.FlatGlass).Monitored().Found("DA001", "氮氧化物", 8, "437").Energy("平板玻璃(500-800 t/d)", "3000000", "重量箱", "36600").NoSubstances()
            .Judged("energy_over_limit", "false", "节能主管部门核实，12.2千克标准煤/重量箱未超过GB 21340限定值")
            .Triggered("G1a", "DA001氮氧化物8月437毫克/立方米，超过400；能耗36600吨标准煤÷300万重量箱＝12.2千克标准煤/重量箱，未超过基准13.5。"),
    ];
}
