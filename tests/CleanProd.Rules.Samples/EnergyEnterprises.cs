namespace CleanProd.Rules.Samples;

/// <summary>Ground 2: energy per unit of product over the limit value of a mandatory standard.</summary>
internal static class EnergyEnterprises
{
    public static IEnumerable<Enterprise> All() =>
    [
        new Enterprise(78, "441881", "耗窑", Sectors.Cement).Monitored().Total("氮氧化物", "2100", "1744.5").Energy("水泥熟料", "1800000", "t", "221400").NoSubstances()
            .Triggered("G2", "单位产品综合能耗221400吨标准煤÷180万吨＝123千克标准煤/吨，超过GB 16780-2021熟料3级限定值117。"),
        new Enterprise(79, "440205", "炽炉", Sectors.Iron).Monitored().Energy("高炉工序", "800000", "t", "362400").Energy("烧结工序", "1100000", "t", "57200").NoSubstances()
            .Triggered("G2", "高炉工序362400吨标准煤÷80万吨＝453千克标准煤/吨，超过GB 21256-2013限定值435；烧结工序52未超过55。"),
        new Enterprise(80, "441821", "焙烧", Sectors.Iron).Monitored().Energy("烧结工序", "640000", "t", "36480").Energy("球团工序", "300000", "t", "10200").NoSubstances()
            .Triggered("G2", "烧结工序36480吨标准煤÷64万吨＝57千克标准煤/吨，超过GB 21256-2013限定值55；球团工序34未超过36。"),
        new Enterprise(81, "440904", "煤重", Sectors.Power).Monitored().Total("二氧化硫", "500", "402.2").Energy("亚临界 300 MW级", "150000", "万kWh", "492000").NoSubstances()
            .Triggered("G2", "供电煤耗492000吨标准煤÷150000万千瓦时＝328克标准煤/千瓦时，超过GB 21258-2017的3级限定值323。"),
        new Enterprise(82, "440224", "锰光", Sectors.Ferroalloy).Monitored().Energy("锰硅合金 FeMn64Si18", "42000", "t", "45360").NoSubstances()
            .Triggered("G2", "锰硅合金单位产品综合能耗45360吨标准煤÷42000吨＝1080千克标准煤/吨，超过GB 21341-2008限定值1030。"),
        new Enterprise(83, "445381", "微超", Sectors.Power).Monitored().Energy("超超临界 1000 MW级", "480000", "万kWh", "1368480").NoSubstances()
            .Triggered("G2", "供电煤耗1368480吨标准煤÷480000万千瓦时＝285.1克标准煤/千瓦时，超过3级限定值285（比值1.0004）。"),
        new Enterprise(143, "440823", "废浆", Sectors.Paper).Monitored().Energy("未脱墨废纸浆 自用浆", "30000", "adt", "2880").NoSubstances()
            .Triggered("G2", "未脱墨废纸浆2880吨标准煤÷30000风干吨＝96千克标准煤/风干吨，超过GB 31825-2015限定值90。"),
    ];
}
