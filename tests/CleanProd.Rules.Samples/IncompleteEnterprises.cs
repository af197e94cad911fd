namespace CleanProd.Rules.Samples;

/// <summary>Something that decides is not known. Missing is never no.</summary>
internal static class IncompleteEnterprises
{
    public static IEnumerable<Enterprise> All() =>
    [
        new Enterprise(110, "440823", "无测", Sectors.Sugar).NoSubstances()
            .Undetermined("G1a", "2024年没有任何监测数据，无法判断是否超标；申报无有毒有害物质。"),
        new Enterprise(111, "441204", "缺口", Sectors.Paper).Monitored().NotMeasured("DA001").Energy("脱墨废纸浆 自用浆", "30000", "adt", "5700").NoSubstances()
            .Undetermined("G1a", "DW001监测值均在限值内，但锅炉废气排放口DA001全年没有监测数据。"),
        new Enterprise(112, "441403", "未报", Sectors.Beer).Monitored()
            .Undetermined("G3", "监测值均在限值内，但2024年未申报有毒有害物质使用和排放情况。"),
        new Enterprise(113, "440307", "旧报", Sectors.Furniture).Monitored().NoSubstances("2023")
            .Undetermined("G3", "只有2023年的“无”申报，2024年有毒有害物质情况未申报。"),
        new Enterprise(114, "440783", "有额", Sectors.Food).Monitored().Total("化学需氧量", "18", null).NoSubstances()
            .Undetermined("G1b", "核定化学需氧量总量指标18吨，但2024年没有排放量数据。"),
        new Enterprise(115, "441521", "三季", Sectors.Slaughter).Monitored().Total("氨氮", "5", null).NoSubstances()
            .Discharged("氨氮", "2024-01-01", "2024-03-31", "0.9", "t").Discharged("氨氮", "2024-04-01", "2024-06-30", "1.1", "t").Discharged("氨氮", "2024-07-01", "2024-09-30", "1.3", "t", remark: "四季度未填")
            .Undetermined("G1b", "氨氮总量指标5吨，前三季度已报3.3吨，第四季度未报，全年是否超过无法判断。"),
        new Enterprise(116, "445302", "盲窑", Sectors.Cement).Monitored().NoSubstances()
            .Undetermined("G2", "水泥制造有强制性能耗限额（GB 16780-2021），但2024年没有能源消耗数据；监测值均在限值内。"),
        new Enterprise(117, "440113", "限低", Sectors.Plating).Monitored().Found("DW002", "六价铬", 9, "<0.2").NoSubstances()
            .Undetermined("G1a", "车间排放口六价铬9月结果“<0.2”毫克/升，检出限0.2高于限值0.1，无法进行达标评价。"),
        new Enterprise(118, "441226", "无限", Sectors.Food).Monitored().NoLimit("DW001", "五日生化需氧量").NoSubstances()
            .NotTriggered("许可证和数据中没有五日生化需氧量限值；排放口执行DB44/26-2001，第二时段各级限值最严20毫克/升，最高12.4毫克/升，不超过；其余监测值在限值内。"),
        new Enterprise(119, "440404", "空格", Sectors.Coatings).Monitored().NoSubstances()
            .Found("DA001", "非甲烷总烃", 2, "").Found("DA001", "非甲烷总烃", 5, "").Found("DA001", "非甲烷总烃", 8, "").Found("DA001", "非甲烷总烃", 11, "")
            .Undetermined("G1a", "DA001非甲烷总烃四个季度的监测值均为空白，空白不等于0，是否超过80毫克/立方米无法判断；DW001监测值在限值内。"),
        new Enterprise(120, "441602", "双缺", Sectors.Chemistry).NoSubstances("2023")
            .Undetermined("G1a;G3", "2024年既没有监测数据，也没有有毒有害物质申报。"),
        new Enterprise(121, "441702", "停测", Sectors.Leather, "suspended").Monitored().NotMeasured("DW002").NoSubstances()
            .Undetermined("G1a", "企业停产，含铬废水车间排放口DW002全年没有监测数据；停产不等于关闭，仍需判断。"),
        new Enterprise(122, "445281", "量程", Sectors.Dyeing).Monitored().Found("DW001", "氨氮", 5, ">5").NoSubstances()
            .Undetermined("G1a", "DW001氨氮5月结果“>5”毫克/升，只知高于5而限值为10，是否超过无法判断；其余监测值在限值内。"),
        new Enterprise(123, "440881", "汇缺", Sectors.Sewage).NoSubstances().Total("化学需氧量", "90", "61.2")
            .Summary("DW001", "化学需氧量", "", "40", "mg/L", "360", "", "", "21.6")
            .Undetermined("G1a", "只有化学需氧量年度汇总且超标次数未填，无法判断是否超标；总量61.2吨未超过90吨。"),
        new Enterprise(144, "440607", "待核", Sectors.BuildingCeramics).Monitored().Energy("建筑陶瓷(吸水率<=0.5%)", "5000000", "m2", "36000").NoSubstances()
            .Undetermined("G2", "单位产品综合能耗36000吨标准煤÷500万平方米＝7.2千克标准煤/平方米，高于基准水平7，但GB 21252的限定值不在参考数据中，也无人认定是否超过限额；监测值均在限值内。"),
    ];
}
