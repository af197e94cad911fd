namespace CleanProd.Rules.Samples;

/// <summary>
/// Rows as they come from the field. What can be read is read and reported; what cannot is refused, and a refused row makes its table
/// incomplete for the enterprise.
/// </summary>
internal static class DirtyEnterprises
{
    public static IEnumerable<Enterprise> All() =>
    [
        new Enterprise(128, "440112", "错码", Sectors.Food).Mistyped().Monitored().NoSubstances()
            .NotTriggered("统一社会信用代码校验位错误，只作提示不拒收；监测值均在限值内；申报无有毒有害物质。"),
        new Enterprise(129, "440514", "全角", Sectors.Dyeing).Monitored().Found("DW001", "化学需氧量", 8, "９６．５").Found("DW001", "化学需氧量", 9, "97.1").NoSubstances()
            .Triggered("G1a", "DW001化学需氧量8月以全角数字填写９６．５毫克/升，9月97.1毫克/升，均超过80。"),
        new Enterprise(130, "440115", "千分", Sectors.Power).Monitored().Found("DA001", "二氧化硫", 5, "68").Total("二氧化硫", "1,500", "1,234.5").Energy("超临界 600 MW级", "200,000", "万kWh", "590000").NoSubstances()
            .Triggered("G1a", "DA001二氧化硫5月68毫克/立方米，超过50；带千位分隔符的排放量1,234.5吨未超过1,500吨，供电煤耗590000÷200,000万千瓦时＝295未超过300。"),
        new Enterprise(131, "440785", "尾空", Sectors.Beer).Monitored().Found("DW001", "化学需氧量", 4, "62.4  ").Found("DW001", "氨氮", 5, " 9.8").Spaced("DW001", "化学需氧量", "2024-04-28", "61.9").NoSubstances()
            .NotTriggered("若干单元格和代码前后有空格，去空格后DW001化学需氧量62.4、61.9毫克/升（限值80）、氨氮9.8（限值15）均在限值内；申报无有毒有害物质。"),
        new Enterprise(132, "441324", "重行", Sectors.Furniture).Monitored().Found("DA001", "非甲烷总烃", 3, "41.5").Twice("DA001", "非甲烷总烃", "2024-03-29T10:00", "hour", "40.2", "40.2", "mg/m3").NoSubstances()
            .NotTriggered("2024-03-29非甲烷总烃40.2毫克/立方米一行完全重复，只计一次；监测值均在限值80内；申报无有毒有害物质。"),
        new Enterprise(133, "440604", "两说", Sectors.Dyeing).Monitored().Twice("DW001", "化学需氧量", "2024-05-30", "day", "71.0", "91.0", "mg/L").NoSubstances()
            .Undetermined("G1a", "DW001化学需氧量2024-05-30同一时刻有71.0和91.0两个相互矛盾的值，不能采用，限值80是否被超过无法判断。"),
        new Enterprise(134, "441625", "负值", Sectors.Printing).Monitored().Value("DA001", "非甲烷总烃", "2024-07-30T11:00", "hour", "-3.2", "mg/m3").NoSubstances()
            .Undetermined("G1a", "DA001非甲烷总烃出现负浓度-3.2毫克/立方米，不可能成立而被拒收，监测资料不完整；其余值在限值内。"),
        new Enterprise(135, "445122", "倒日", Sectors.TableCeramics).Monitored().Value("DA001", "颗粒物", "15/08/2024", "hour", "22.4", "mg/m3").Energy("日用陶瓷", "12000", "t", "6120").NoSubstances()
            .Undetermined("G1a", "一行颗粒物数据的日期写作15/08/2024，不是规定格式而被拒收，监测资料不完整；其余值在限值内。"),
        new Enterprise(136, "440403", "别名", Sectors.Leather).Monitored().Value("DW002", "总镐", "2024-06-12", "day", "0.02", "mg/L").NoSubstances()
            .Undetermined("G1a", "监测项目“总镐”（疑为总镉之误）不认识，没有限值可比，无法判断；其余值在限值内。"),
        new Enterprise(137, "441322", "异量", Sectors.Chemistry).Monitored().Value("DW001", "石油类", "2024-06-20", "day", "3.1", "毫克每斗").NoSubstances()
            .Undetermined("G1a", "石油类2024-06-20的单位“毫克每斗”无法换算为毫克/升，是否超过限值5无法判断；其余值在限值内。"),
        new Enterprise(138, "441704", "错字", Sectors.Slaughter).Monitored().Value("DW001", "化学需氧量", "2024-10-30", "day", "7O.5", "mg/L").NoSubstances()
            .Undetermined("G1a", "DW001化学需氧量2024-10-30填作“7O.5”（字母O），不是数字而被拒收，监测资料不完整。"),
        new Enterprise(139, "445381", "混填", Sectors.Coatings).Monitored().NoSubstances().Substance("黄色颜料", "堆放", "0.6", "t", "仓库存放")
            .Undetermined("G3", "物质申报中一行的用途类别“堆放”不认识而被拒收，申报不完整，是否使用有毒有害物质无法判断。"),
    ];
}
