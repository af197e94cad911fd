namespace CleanProd.Rules.Samples;

/// <summary>Plants of the east wing, the west wing and the mountain region with complete records and nothing over any limit.</summary>
internal static class CleanElsewhere
{
    public static IEnumerable<Enterprise> All() =>
    [
        new Enterprise(24, "440224", "赭岭", Sectors.Sewage).Monitored().Found("DW001", "总磷", 5, "0.42").Total("化学需氧量", "146", "101.7").NoSubstances()
            .NotTriggered("DW001总磷最高0.42毫克/升（限值0.5）；化学需氧量101.7吨，低于146吨；申报无有毒有害物质。"),
        new Enterprise(25, "440205", "炉岚", Sectors.Iron).Monitored().Found("DA001", "二氧化硫", 5, "168").Total("二氧化硫", "900", "655.4")
            .Energy("高炉工序", "1200000", "t", "480000").Energy("烧结工序", "1800000", "t", "90000").NoSubstances()
            .NotTriggered("DA001二氧化硫最高168毫克/立方米（限值200）；排放655.4吨，低于900吨；高炉工序480000吨标准煤÷120万吨＝400（限定值435），烧结工序90000÷180万＝50（限定值55）千克标准煤/吨；申报无有毒有害物质。"),
        new Enterprise(26, "440511", "帆影", Sectors.Dyeing).Monitored().Found("DW001", "化学需氧量", 4, "69.7").Total("化学需氧量", "75", "58.8").NoSubstances()
            .NotTriggered("DW001化学需氧量最高69.7毫克/升（限值80）；排放58.8吨，低于75吨；申报无有毒有害物质。"),
        new Enterprise(27, "440515", "珠玩", Sectors.Foam).Monitored().Found("DA001", "非甲烷总烃", 8, "44.1").NoSubstances()
            .NotTriggered("DA001非甲烷总烃最高44.1毫克/立方米（限值60）；未核定总量指标；申报无有毒有害物质。"),
        new Enterprise(28, "440823", "甘榕", Sectors.Sugar).Monitored().Found("DW001", "化学需氧量", 1, "86").Total("化学需氧量", "66", "40.9", "manual").NoSubstances()
            .NotTriggered("DW001化学需氧量最高86毫克/升（限值100）；排放40.9吨，低于66吨；申报无有毒有害物质。"),
        new Enterprise(29, "440804", "潮汐", Sectors.Power).Monitored().Found("DA001", "二氧化硫", 2, "42").Total("二氧化硫", "980", "744.1").Total("氮氧化物", "1400", "1163.5")
            .Energy("超超临界 1000 MW级", "520000", "万kWh", "1456000").NoSubstances()
            .NotTriggered("DA001二氧化硫最高42毫克/立方米（限值50）；二氧化硫744.1吨、氮氧化物1163.5吨均低于总量指标；供电煤耗1456000吨标准煤÷520000万千瓦时＝280克标准煤/千瓦时，低于285；申报无有毒有害物质。"),
        new Enterprise(30, "440904", "椰风", Sectors.Sewage).Monitored().Found("DW001", "总氮", 2, "12.6").Total("化学需氧量", "240", "177.3").Total("氨氮", "30", "11.4").NoSubstances()
            .NotTriggered("DW001总氮最高12.6毫克/升（限值15）；化学需氧量177.3吨、氨氮11.4吨均低于总量指标；申报无有毒有害物质。"),
        new Enterprise(31, "440982", "橘井", Sectors.Pharmacy).Monitored().Found("DA001", "非甲烷总烃", 8, "49.5").Substance("乙醇", "used", "310", "t", "提取溶剂")
            .NotTriggered("DA001非甲烷总烃最高49.5毫克/立方米（限值60）；未核定总量指标；申报的乙醇不属于第一至四类有毒有害物质。"),
        new Enterprise(32, "441403", "客岚", Sectors.Beer).Monitored().Found("DW001", "氨氮", 8, "12.7").NoSubstances()
            .NotTriggered("DW001氨氮最高12.7毫克/升（限值15）；未核定总量指标；申报无有毒有害物质。"),
        new Enterprise(33, "441427", "蕉雨", Sectors.Cement).Monitored().Found("DA001", "颗粒物", 11, "16.4").Total("氮氧化物", "2600", "2214")
            .Energy("通用硅酸盐水泥", "2000000", "t", "170000").NoSubstances()
            .NotTriggered("DA001颗粒物最高16.4毫克/立方米（限值20）；氮氧化物2214吨，低于2600吨；单位产品综合能耗170000吨标准煤÷200万吨＝85千克标准煤/吨，低于水泥限定值94；申报无有毒有害物质。"),
        new Enterprise(34, "441521", "汕月", Sectors.Furniture).Monitored().Found("DA001", "非甲烷总烃", 12, "61.8").NoSubstances()
            .NotTriggered("DA001非甲烷总烃最高61.8毫克/立方米（限值80）；未核定总量指标；申报无有毒有害物质。"),
        new Enterprise(35, "441581", "红屿", Sectors.Sewage).Monitored().Found("DW001", "化学需氧量", 9, "31.8").Total("化学需氧量", "180", "122.6").NoSubstances()
            .NotTriggered("DW001化学需氧量最高31.8毫克/升（限值40）；排放122.6吨，低于180吨；申报无有毒有害物质。"),
        new Enterprise(36, "441621", "槎溪", Sectors.Coatings).Monitored().Found("DA001", "非甲烷总烃", 5, "66.9").Total("非甲烷总烃", "15", "10.02", "balance").NoSubstances()
            .NotTriggered("DA001非甲烷总烃最高66.9毫克/立方米（限值80）；挥发性有机物10.02吨，低于15吨；申报无有毒有害物质。"),
        new Enterprise(37, "441625", "碧湫", Sectors.Beer).Monitored().Found("DW001", "化学需氧量", 5, "59.6").Total("化学需氧量", "52", "33.7").NoSubstances()
            .NotTriggered("DW001化学需氧量最高59.6毫克/升（限值80）；排放33.7吨，低于52吨；申报无有毒有害物质。"),
        new Enterprise(38, "441704", "沙扉", Sectors.Dairy).Monitored().Found("DW001", "氨氮", 5, "7.9").NoSubstances()
            .NotTriggered("DW001氨氮最高7.9毫克/升（限值10）；未核定总量指标；申报无有毒有害物质。"),
        new Enterprise(39, "441821", "佛溪", Sectors.Paper).Monitored().Found("DW001", "氨氮", 11, "6.6").Total("化学需氧量", "95", "64.9").Energy("脱墨废纸浆 自用浆", "52000", "adt", "9880").NoSubstances()
            .NotTriggered("DW001氨氮最高6.6毫克/升（限值8）；化学需氧量64.9吨，低于95吨；脱墨废纸浆9880吨标准煤÷52000风干吨＝190千克标准煤/风干吨，低于限定值210；申报无有毒有害物质。"),
        new Enterprise(40, "441881", "英砾", Sectors.Cement).Monitored().Found("DA001", "二氧化硫", 2, "83").Total("二氧化硫", "300", "207.7")
            .Energy("通用硅酸盐水泥", "3600000", "t", "324000").NoSubstances()
            .NotTriggered("DA001二氧化硫最高83毫克/立方米（限值100）；排放207.7吨，低于300吨；单位产品综合能耗324000吨标准煤÷360万吨＝90千克标准煤/吨，低于水泥限定值94；申报无有毒有害物质。"),
        new Enterprise(41, "445103", "韩釉", Sectors.TableCeramics).Monitored().Found("DA001", "颗粒物", 2, "24.3").Energy("日用陶瓷", "21000", "t", "10500").NoSubstances()
            .NotTriggered("DA001颗粒物最高24.3毫克/立方米（限值30）；单位产品能耗10500吨标准煤÷21000吨＝500千克标准煤/吨，日用陶瓷未列限额标准；申报无有毒有害物质。"),
        new Enterprise(42, "445122", "饶帆", Sectors.Food).Monitored().Found("DW001", "化学需氧量", 2, "73.8").NoSubstances()
            .NotTriggered("DW001化学需氧量最高73.8毫克/升（限值90）；未核定总量指标；申报无有毒有害物质。"),
        new Enterprise(43, "445281", "普梭", Sectors.Dyeing).Monitored().Found("DW001", "悬浮物", 5, "41.2").Total("化学需氧量", "160", "129.9").Total("氨氮", "16", "10.4").NoSubstances()
            .NotTriggered("DW001悬浮物最高41.2毫克/升（限值50）；化学需氧量129.9吨、氨氮10.4吨均低于总量指标；申报无有毒有害物质。"),
        new Enterprise(44, "445302", "云砺", Sectors.Cement).Monitored().Found("DA001", "氮氧化物", 2, "271").Total("氮氧化物", "1300", "1010.6")
            .Energy("通用硅酸盐水泥", "1100000", "t", "95700").NoSubstances()
            .NotTriggered("DA001氮氧化物最高271毫克/立方米（限值320）；排放1010.6吨，低于1300吨；单位产品综合能耗95700吨标准煤÷110万吨＝87千克标准煤/吨，低于水泥限定值94；申报无有毒有害物质。"),
        new Enterprise(45, "445321", "新禾", Sectors.Slaughter).Monitored().Found("DW001", "化学需氧量", 11, "70.1").Total("氨氮", "6", "3.35").NoSubstances()
            .NotTriggered("DW001化学需氧量最高70.1毫克/升（限值90）；氨氮3.35吨，低于6吨；申报无有毒有害物质。"),
    ];
}
