namespace CleanProd.Rules.Samples;

/// <summary>Ground 1, first half: values over a concentration limit, each by another road.</summary>
internal static class ExceedingEnterprises
{
    public static IEnumerable<Enterprise> All() =>
    [
        new Enterprise(58, "440113", "浊流", Sectors.Dyeing).Monitored().Found("DW001", "化学需氧量", 7, "96.4").Total("化学需氧量", "60", "52.3").NoSubstances()
            .Indicator("complaint_count", "5", "次")
            .Judged("severe_pollution", "true", "2024年被群众投诉5次且直排内河涌，认定为污染严重企业")
            .Triggered("G1a", "自行监测DW001化学需氧量7月日均值96.4毫克/升，超过80毫克/升（1.205倍）；总量52.3吨未超过60吨。"),
        new Enterprise(59, "440204", "骤雨", Sectors.Slaughter).Monitored().NoSubstances()
            .Value("DW001", "化学需氧量", "2024-06-18T10:20", "instant", "132", "mg/L", "supervision")
            .Judged("severe_pollution", "false", "单次超标，已在7日内整改完毕")
            .Triggered("G1a", "2024-06-18执法监测DW001化学需氧量瞬时样132毫克/升，超过90毫克/升；自行监测日均值均达标，执法数据优先。"),
        new Enterprise(60, "440310", "酸雨", Sectors.Circuits).Monitored().Found("DW001", "pH值", 8, "5.6").NoSubstances()
            .Triggered("G1a", "DW001的pH值8月为5.6，低于下限6。"),
        new Enterprise(61, "440784", "碱蓬", Sectors.Paper).Monitored().Energy("脱墨废纸浆 自用浆", "45000", "adt", "8550").Found("DW001", "pH值", 11, "9.1").NoSubstances()
            .Triggered("G1a", "DW001的pH值11月为9.1，高于上限9。"),
        new Enterprise(62, "441324", "溢程", Sectors.Beer).Monitored().Found("DW001", "化学需氧量", 3, ">800").NoSubstances()
            .Indicator("spill_count", "1", "次")
            .Judged("severe_pollution", "true", "3月污水处理站停运期间直接排放")
            .Triggered("G1a", "DW001化学需氧量3月结果为“>800”毫克/升，超出方法量程，必然超过80毫克/升。"),
        new Enterprise(63, "440902", "烟岚", Sectors.Cogeneration).Monitored().Found("DA001", "氮氧化物", 2, "127").Energy("亚临界 300 MW级", "90000", "万kWh", "279000").NoSubstances()
            .Triggered("G1a", "DA001氮氧化物2月小时均值127毫克/立方米，超过100；供电煤耗279000吨标准煤÷90000万千瓦时＝310，未超过323克标准煤/千瓦时。"),
        new Enterprise(64, "445102", "窑变", Sectors.TableCeramics).Monitored().Energy("日用陶瓷", "9800", "t", "5390").NoSubstances()
            .Value("DA001", "二氧化硫", "2024-04-01", "month", "58.6", "mg/m3", "automatic", "N")
            .Triggered("G1a", "DA001二氧化硫4月月均值58.6毫克/立方米，超过50。"),
        new Enterprise(65, "441602", "年鉴", Sectors.Food).Monitored().NoSubstances()
            .Summary("DW001", "化学需氧量", "", "90", "mg/L", "365", "7", "141", "52")
            .Triggered("G1a", "2024年DW001化学需氧量年度汇总365个有效值中7个超过90毫克/升，最高141毫克/升。"),
        new Enterprise(66, "441900", "彩浆", Sectors.Dyeing).Monitored().NoSubstances().Total("化学需氧量", "150", "149.2")
            .Daily("DW001", "化学需氧量", "2024-09-02", "71.2", "78.8", "83.5", "91.7", "88.1", "79.9", "80", "76.4")
            .Judged("severe_pollution", "false", "连续3日小幅超标，未造成明显环境影响")
            .Triggered("G1a", "DW001化学需氧量日均值2024-09-04至09-06连续三日为83.5、91.7、88.1毫克/升，超过80；09-08恰为80不计。"),
        new Enterprise(67, "442000", "漆影", Sectors.Furniture).Monitored().Found("DA001", "非甲烷总烃", 6, "104.2").NoSubstances()
            .Triggered("G1a", "DA001非甲烷总烃6月104.2毫克/立方米，超过80（1.3025倍）。"),
        new Enterprise(68, "440811", "旧证", Sectors.Sugar).Monitored().NoSubstances().LimitUntil("DW001", "化学需氧量", "2024-03-31", 60)
            .Found("DW001", "化学需氧量", 1, "51").Found("DW001", "化学需氧量", 2, "88").Found("DW001", "化学需氧量", 3, "47")
            .Triggered("G1a", "许可限值2024-03-31以前为60毫克/升，此后换证为100毫克/升；DW001化学需氧量2月为88毫克/升，超过当日有效的60毫克/升。"),
        new Enterprise(69, "440281", "自带", Sectors.Beer).Monitored().NoSubstances()
            .Value("DW001", "悬浮物", "2024-05-14", "day", "92", "mg/L", limitHigh: "70")
            .Triggered("G1a", "DW001悬浮物2024-05-14为92毫克/升，超过随监测数据填报的限值70毫克/升（许可证未载明该项）。"),
        new Enterprise(70, "441781", "标记", Sectors.Cement).Monitored().NoSubstances().Energy("通用硅酸盐水泥", "900000", "t", "77400")
            .Value("DA001", "氮氧化物", "2024-03-11T08:00", "hour", "512", "mg/m3", "automatic", "D")
            .Value("DA001", "氮氧化物", "2024-03-12T15:00", "hour", "346", "mg/m3", "automatic", "N")
            .Triggered("G1a", "DA001氮氧化物2024-03-12 15时小时均值346毫克/立方米，标记正常，超过320；03-11的512毫克/立方米标记为设备故障（D），不作判定依据；能耗77400吨标准煤÷90万吨＝86千克标准煤/吨，低于94。"),
    ];
}
