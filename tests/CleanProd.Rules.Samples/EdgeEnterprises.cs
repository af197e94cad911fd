namespace CleanProd.Rules.Samples;

/// <summary>On the line or just below it: 超过 means strictly more, so none of these is triggered.</summary>
internal static class EdgeEnterprises
{
    public static IEnumerable<Enterprise> All() =>
    [
        new Enterprise(46, "440118", "临界", Sectors.Dyeing).Monitored().Found("DW001", "化学需氧量", 7, "80").Found("DW001", "氨氮", 8, "10.0").NoSubstances()
            .NotTriggered("DW001化学需氧量7月恰为80毫克/升、氨氮8月恰为10.0毫克/升，等于限值而未超过；申报无有毒有害物质。"),
        new Enterprise(47, "440513", "双界", Sectors.Slaughter).Monitored().Found("DW001", "pH值", 5, "9.0").Found("DW001", "pH值", 11, "6.0").NoSubstances()
            .NotTriggered("DW001的pH值为6.0和9.0，正在限值6～9的两端，不属超过；申报无有毒有害物质。"),
        new Enterprise(48, "441284", "衡量", Sectors.Paper).Monitored().Total("化学需氧量", "128.5", "128.5").Total("氨氮", "11", "10.9").Energy("脱墨废纸浆 自用浆", "60000", "adt", "12600").NoSubstances()
            .NotTriggered("监测值均在限值内；化学需氧量排放128.5吨恰等于总量指标128.5吨，氨氮10.9吨低于11吨，脱墨废纸浆12600吨标准煤÷60000风干吨＝210千克标准煤/风干吨恰等于限定值，均未超过；申报无有毒有害物质。"),
        new Enterprise(49, "440881", "持平", Sectors.Power).Monitored().Total("二氧化硫", "300", "211.6").Energy("超临界 600 MW级", "240000", "万kWh", "720000").NoSubstances()
            .NotTriggered("供电煤耗720000吨标准煤÷240000万千瓦时＝300克标准煤/千瓦时，恰等于3级限定值300，未超过；二氧化硫211.6吨低于300吨；申报无有毒有害物质。"),
        new Enterprise(50, "441302", "毫厘", Sectors.Coatings).Monitored().Found("DW001", "化学需氧量", 8, "499").Found("DA001", "非甲烷总烃", 8, "79.8").NoSubstances()
            .NotTriggered("DW001化学需氧量最高499毫克/升（限值500，比值0.998），DA001非甲烷总烃最高79.8毫克/立方米（限值80，比值0.9975），接近但未超过；申报无有毒有害物质。"),
        new Enterprise(51, "440703", "将满", Sectors.Food).Monitored().Total("化学需氧量", "20", "19.86").Total("氨氮", "2.2", "2.15").NoSubstances()
            .NotTriggered("化学需氧量排放19.86吨（指标20吨，比值0.993）、氨氮2.15吨（指标2.2吨，比值0.977），接近但未超过；申报无有毒有害物质。"),
        new Enterprise(52, "441702", "近岸", Sectors.SanitaryCeramics).Monitored().Found("DA001", "氮氧化物", 11, "178").Energy("卫生陶瓷", "24000", "t", "14880").NoSubstances()
            .Judged("energy_over_limit", "false", "节能主管部门核实，620千克标准煤/吨接近但未超过限额")
            .NotTriggered("DA001氮氧化物最高178毫克/立方米（限值180，比值0.989）；单位产品综合能耗14880吨标准煤÷24000吨＝620千克标准煤/吨，未超过基准630，节能主管部门认定未超过限额；申报无有毒有害物质。"),
        new Enterprise(53, "440604", "隐痕", Sectors.Dairy).Monitored().Found("DW001", "氨氮", 2, "ND").Found("DW001", "氨氮", 5, "<0.02").Found("DW001", "氨氮", 8, "0").NoSubstances()
            .NotTriggered("DW001氨氮未检出、低于检出限0.02毫克/升和为0各一次，均不超过10毫克/升；其余监测值在限值内；申报无有毒有害物质。"),
        new Enterprise(54, "440117", "旁支", Sectors.Sewage).Monitored().Total("总磷", "3.6", "4.05").NoSubstances()
            .NotTriggered("总磷排放4.05吨，超过核定的3.6吨，但总磷不是国家总量控制的重点污染物，2012年起不构成第八条第一项的超总量（2012年以前的法律会得出相反结论）；监测值在限值内；申报无有毒有害物质。")
            .Judged("severe_pollution", "true", "总磷超过核定总量，受纳水体富营养化，按2004年办法认定为污染严重企业"),
        new Enterprise(55, "441422", "留白", Sectors.Printing).Monitored()
            .Audit("voluntary", "", "2022-03-01", "2022-11-20", "2023-02-17", "合格").NoSubstances()
            .NotTriggered("监测值均在限值内；仅有自愿性审核（2023-02-17验收合格），没有强制性审核任务；申报无有毒有害物质。"),
        new Enterprise(56, "441802", "另议", Sectors.Furniture).Monitored().NoSubstances()
            .Judged("residual", "true", "国家专项行动要求实施强制性清洁生产审核（样例）")
            .NotTriggered("监测值均在限值内；申报无有毒有害物质；“其他情形”的认定只在2026年8月15日起的生态环境法典第九百六十七条第三项下有效，按2016年办法不列入。"),
        new Enterprise(57, "445202", "折算", Sectors.Pharmacy).Monitored()
            .Value("DW001", "化学需氧量", "2024-10-26", "day", "0.1185", "g/L").Value("DW001", "COD", "2024-10-27", "day", "119000", "ug/L").NoSubstances()
            .NotTriggered("DW001化学需氧量0.1185克/升即118.5毫克/升、119000微克/升即119毫克/升，换算后均不超过120毫克/升；申报无有毒有害物质。"),
    ];
}
