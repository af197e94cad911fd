namespace CleanProd.Rules.Samples;

/// <summary>Ground 1, second half: every concentration within its limit, but the year's total of a key pollutant over the quota.</summary>
internal static class QuotaEnterprises
{
    public static IEnumerable<Enterprise> All() =>
    [
        new Enterprise(71, "440605", "满溢", Sectors.Dyeing).Monitored().Total("化学需氧量", "42.5", "47.93").Total("氨氮", "4", "3.21").NoSubstances()
            .Judged("severe_pollution", "true", "总量超出12.8%，受纳河段水质不达标，认定为污染严重企业")
            .Triggered("G1b", "监测值均在限值内；化学需氧量全年排放47.93吨，超过总量指标42.5吨（1.128倍）；氨氮3.21吨未超过4吨。"),
        new Enterprise(72, "440115", "涨潮", Sectors.Sewage).Monitored().Total("化学需氧量", "310", "287.4").Total("氨氮", "39", "39.6").NoSubstances()
            .Triggered("G1b", "氨氮全年排放39.6吨，超过总量指标39吨；化学需氧量287.4吨未超过310吨。"),
        new Enterprise(73, "441781", "积雨", Sectors.Iron).Monitored().Total("氮氧化物", "640", "702.88").Total("二氧化硫", "300", "311.4").Energy("烧结工序", "1500000", "t", "78000").NoSubstances()
            .Triggered("G1b", "氮氧化物全年排放702.88吨，超过总量指标640吨；二氧化硫311.4吨也超过300吨，但“十四五”的重点污染物不含二氧化硫，不另构成事由；烧结工序能耗78000吨标准煤÷150万吨＝52千克标准煤/吨，未超过55。"),
        new Enterprise(74, "440781", "逾量", Sectors.Power).Monitored().Total("氮氧化物", "1200", null).Energy("超临界 600 MW级", "310000", "万kWh", "911400").NoSubstances()
            .Discharged("氮氧化物", "2024-01-01", "2024-03-31", "318.2", "t").Discharged("氮氧化物", "2024-04-01", "2024-06-30", "296500", "kg")
            .Discharged("氮氧化物", "2024-07-01", "2024-09-30", "305.7", "t").Discharged("氮氧化物", "2024-10-01", "2024-12-31", "0.0312", "万t", remark: "第四季度以万吨填报")
            .Triggered("G1b", "氮氧化物四个季度分别为318.2吨、296500千克、305.7吨、0.0312万吨，合计1232.4吨，超过总量指标1200吨；供电煤耗911400吨标准煤÷310000万千瓦时＝294，未超过300。"),
        new Enterprise(75, "442000", "溢香", Sectors.Printing).Monitored().Total("非甲烷总烃", "8", "11.06", "balance").NoSubstances()
            .Judged("severe_pollution", "false", "超量但周边无敏感目标")
            .Triggered("G1b", "挥发性有机物全年排放11.06吨，超过总量指标8吨（1.3825倍）。"),
        new Enterprise(76, "441303", "毫增", Sectors.Beer).Monitored().Total("化学需氧量", "55", "55.01").NoSubstances()
            .Triggered("G1b", "化学需氧量全年排放55.01吨，超过总量指标55吨，超出0.01吨仍属超过。"),
        new Enterprise(77, "440511", "月累", Sectors.Food).Monitored().Total("化学需氧量", "24", null).NoSubstances()
            .DischargedMonthly("化学需氧量", "1.9", "1.6", "2.05", "2.1", "2.2", "2.3", "2.35", "2.2", "2.1", "2.05", "1.98", "1.95")
            .Triggered("G1b", "化学需氧量十二个月合计24.78吨，超过总量指标24吨。"),
    ];
}
