namespace CleanProd.Rules.Samples;

/// <summary>Plants of the Pearl River Delta with complete records and nothing over any limit.</summary>
internal static class CleanDelta
{
    public static IEnumerable<Enterprise> All() =>
    [
        new Enterprise(1, "440114", "青梧", Sectors.Dyeing).Monitored().Found("DW001", "化学需氧量", 8, "74.2")
            .Total("化学需氧量", "45", "31.6").Total("氨氮", "4.5", "2.71").NoSubstances()
            .NotTriggered("DW001化学需氧量全年最高74.2毫克/升（8月），不超过80毫克/升；化学需氧量排放31.6吨、氨氮2.71吨，均低于总量指标45吨和4.5吨；申报无有毒有害物质。"),
        new Enterprise(2, "440112", "云岫", Sectors.Beer).Monitored().Found("DW001", "化学需氧量", 7, "66.8").Found("DW001", "总磷", 11, "2.41")
            .Total("化学需氧量", "96", "70.25").NoSubstances()
            .NotTriggered("DW001化学需氧量最高66.8毫克/升（限值80），总磷最高2.41毫克/升（限值3）；化学需氧量排放70.25吨，低于总量指标96吨；申报无有毒有害物质。"),
        new Enterprise(3, "440111", "汀兰", Sectors.Food).Monitored().Found("DW001", "化学需氧量", 6, "71.5").NoSubstances()
            .NotTriggered("DW001化学需氧量最高71.5毫克/升，不超过90毫克/升；未核定重点污染物总量指标；申报无有毒有害物质。"),
        new Enterprise(4, "440115", "望潮", Sectors.Cogeneration).Monitored().Found("DA001", "氮氧化物", 11, "92")
            .Total("二氧化硫", "420", "268.5").Total("氮氧化物", "800", "701.2").Energy("亚临界 300 MW级", "180000", "万kWh", "560000").NoSubstances()
            .NotTriggered("DA001氮氧化物最高92毫克/立方米（限值100）；二氧化硫268.5吨、氮氧化物701.2吨均低于总量指标；供电煤耗560000吨标准煤÷180000万千瓦时≈311.1克标准煤/千瓦时，不超过323；申报无有毒有害物质。"),
        new Enterprise(5, "440306", "屿光", Sectors.Printing).Monitored().Found("DA001", "非甲烷总烃", 9, "55.3").Total("非甲烷总烃", "12", "8.9", "balance").NoSubstances()
            .NotTriggered("DA001非甲烷总烃最高55.3毫克/立方米（限值70）；挥发性有机物排放8.9吨，低于总量指标12吨；申报无有毒有害物质。"),
        new Enterprise(6, "440311", "澄砂", Sectors.Sewage).Monitored().Found("DW001", "化学需氧量", 3, "34.1").Indicator("treated_volume", "26800000", "m3").Indicator("complaint_count", "0", "次")
            .Total("化学需氧量", "620", "488.3").Total("氨氮", "78", "41.9").NoSubstances()
            .NotTriggered("DW001化学需氧量最高34.1毫克/升（限值40）；化学需氧量488.3吨、氨氮41.9吨均低于总量指标620吨和78吨；申报无有毒有害物质。"),
        new Enterprise(7, "440307", "鹭岸", Sectors.Furniture).Monitored().Found("DA001", "非甲烷总烃", 4, "61.7")
            .Substance("水性聚氨酯漆", "used", "38.5", "t", "喷漆，全部改用水性漆")
            .NotTriggered("DA001非甲烷总烃最高61.7毫克/立方米（限值80）；申报物质仅为水性聚氨酯漆，不属于第一至四类有毒有害物质。"),
        new Enterprise(8, "440404", "白屿", Sectors.Pharmacy).Monitored().Found("DW001", "化学需氧量", 10, "98").Total("化学需氧量", "30", "24.12").NoSubstances()
            .NotTriggered("DW001化学需氧量最高98毫克/升（限值120）；排放24.12吨，低于总量指标30吨；申报无有毒有害物质。"),
        new Enterprise(9, "440605", "陶野", Sectors.BuildingCeramics).Monitored().Found("DA001", "二氧化硫", 8, "41")
            .Total("氮氧化物", "160", "118.6").Energy("建筑陶瓷(吸水率<=0.5%)", "8200000", "m2", "45920").NoSubstances()
            .Judged("energy_over_limit", "false", "节能主管部门核实，5.6千克标准煤/平方米未超过GB 21252限定值")
            .NotTriggered("DA001二氧化硫最高41毫克/立方米（限值50）；氮氧化物118.6吨，低于160吨；单位产品综合能耗45920吨标准煤÷820万平方米＝5.6千克标准煤/平方米，未超过基准7，节能主管部门认定未超过限额；申报无有毒有害物质。"),
        new Enterprise(10, "440606", "织岚", Sectors.Dyeing).Monitored().Found("DW001", "氨氮", 2, "8.3").Total("化学需氧量", "120", "97.4").NoSubstances()
            .NotTriggered("DW001氨氮最高8.3毫克/升（限值10）；化学需氧量排放97.4吨，低于总量指标120吨；申报无有毒有害物质。"),
        new Enterprise(11, "440607", "石泉", Sectors.Coatings).Monitored().Found("DW001", "化学需氧量", 5, "412")
            .Substance("碳酸钙", "used", "960", "t", "填料").Substance("水性丙烯酸乳液", "used", "1240", "t", "成膜物")
            .NotTriggered("DW001化学需氧量最高412毫克/升（间接排放限值500）；申报碳酸钙、水性丙烯酸乳液，均不属于第一至四类有毒有害物质。"),
        new Enterprise(12, "440608", "鸣窑", Sectors.SanitaryCeramics).Monitored().Found("DA001", "氮氧化物", 5, "151")
            .Energy("卫生陶瓷", "36000", "t", "18720").NoSubstances()
            .Judged("energy_over_limit", "false", "节能主管部门核实，520千克标准煤/吨未超过GB 21252限定值")
            .NotTriggered("DA001氮氧化物最高151毫克/立方米（限值180）；单位产品综合能耗18720吨标准煤÷36000吨＝520千克标准煤/吨，未超过基准630，节能主管部门认定未超过限额；申报无有毒有害物质。"),
        new Enterprise(13, "440705", "苇舟", Sectors.Paper).Monitored().Found("DW001", "化学需氧量", 12, "71.3").Total("化学需氧量", "210", "166.4").Total("氨氮", "18", "9.3").Energy("脱墨废纸浆 自用浆", "120000", "adt", "22800").NoSubstances()
            .NotTriggered("DW001化学需氧量最高71.3毫克/升（限值80）；化学需氧量166.4吨、氨氮9.3吨均低于总量指标210吨和18吨；脱墨废纸浆22800吨标准煤÷120000风干吨＝190千克标准煤/风干吨，低于限定值210；申报无有毒有害物质。"),
        new Enterprise(14, "440783", "禾声", Sectors.Food).Monitored().Found("DW001", "五日生化需氧量", 5, "16.8").NoSubstances()
            .NotTriggered("DW001五日生化需氧量最高16.8毫克/升（限值20）；未核定总量指标；申报无有毒有害物质。"),
        new Enterprise(15, "440785", "松脊", Sectors.Foam).Monitored().Found("DA001", "非甲烷总烃", 1, "48.9").Total("非甲烷总烃", "20", "13.45", "coefficient").NoSubstances()
            .NotTriggered("DA001非甲烷总烃最高48.9毫克/立方米（限值60）；挥发性有机物13.45吨，低于20吨；申报无有毒有害物质。"),
        new Enterprise(16, "441204", "墨溪", Sectors.Printing).Monitored().Found("DA001", "非甲烷总烃", 10, "57.2").Total("非甲烷总烃", "9.6", "7.18", "balance").NoSubstances()
            .NotTriggered("DA001非甲烷总烃最高57.2毫克/立方米（限值70）；挥发性有机物7.18吨，低于9.6吨；申报无有毒有害物质。"),
        new Enterprise(17, "441226", "岩桂", Sectors.Cement).Monitored().Found("DA001", "氮氧化物", 8, "287")
            .Total("氮氧化物", "1950", "1602.7").Energy("通用硅酸盐水泥", "1500000", "t", "132000").NoSubstances()
            .NotTriggered("DA001氮氧化物最高287毫克/立方米（限值320）；排放1602.7吨，低于1950吨；单位产品综合能耗132000吨标准煤÷150万吨＝88千克标准煤/吨，低于水泥限定值94；申报无有毒有害物质。"),
        new Enterprise(18, "441303", "碧漪", Sectors.Sewage).Monitored().Found("DW001", "氨氮", 11, "3.92").Total("化学需氧量", "365", "271.8").Total("氨氮", "45.6", "22.05").NoSubstances()
            .NotTriggered("DW001氨氮最高3.92毫克/升（限值5）；化学需氧量271.8吨、氨氮22.05吨均低于总量指标；申报无有毒有害物质。"),
        new Enterprise(19, "441322", "葭月", Sectors.Beer).Monitored().Found("DW001", "化学需氧量", 6, "63.9").Total("化学需氧量", "88", "51.3").NoSubstances()
            .NotTriggered("DW001化学需氧量最高63.9毫克/升（限值80）；排放51.3吨，低于88吨；申报无有毒有害物质。"),
        new Enterprise(20, "441900", "栈桥", Sectors.Printing).Monitored().Found("DA001", "非甲烷总烃", 7, "52.6").NoSubstances()
            .NotTriggered("DA001非甲烷总烃最高52.6毫克/立方米（限值70）；未核定总量指标；申报无有毒有害物质。"),
        new Enterprise(21, "441900", "纸鸢", Sectors.Paper).Monitored().Found("DA001", "二氧化硫", 2, "39").Total("化学需氧量", "540", "433.08").Total("氮氧化物", "150", "96.2").Energy("脱墨废纸浆 自用浆", "260000", "adt", "48100").NoSubstances()
            .NotTriggered("DA001二氧化硫最高39毫克/立方米（限值50）；化学需氧量433.08吨、氮氧化物96.2吨均低于总量指标540吨和150吨；脱墨废纸浆48100吨标准煤÷260000风干吨＝185千克标准煤/风干吨，低于限定值210；申报无有毒有害物质。"),
        new Enterprise(22, "442000", "灯渡", Sectors.Furniture).Monitored().Found("DA001", "颗粒物", 8, "97").NoSubstances()
            .NotTriggered("DA001颗粒物最高97毫克/立方米（限值120）；未核定总量指标；申报无有毒有害物质。"),
        new Enterprise(23, "442000", "香渚", Sectors.Dairy).Monitored().Found("DW001", "化学需氧量", 9, "68.4").Total("氨氮", "3", "1.86").NoSubstances()
            .NotTriggered("DW001化学需氧量最高68.4毫克/升（限值90）；氨氮排放1.86吨，低于3吨；申报无有毒有害物质。"),
    ];
}
