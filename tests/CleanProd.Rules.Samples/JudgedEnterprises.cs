namespace CleanProd.Rules.Samples;

/// <summary>Where it depends on which values count, by what each is judged, and what it is converted to.</summary>
internal static class JudgedEnterprises
{
    public static IEnumerable<Enterprise> All() =>
    [
        new Enterprise(145, "440113", "故障", Sectors.Food).Monitored().Value("DW001", "化学需氧量", "2024-06-03", "day", "310", "mg/L", "automatic", "D").NoSubstances()
            .NotTriggered("自动监测6月3日化学需氧量日均值310毫克/升带故障标记D，不是排放的监测结果；其余监测值均在限值内；申报无有毒有害物质。"),
        new Enterprise(146, "440703", "超程", Sectors.Food).Monitored().Value("DW001", "化学需氧量", "2024-06-04", "day", "100", "mg/L", "automatic", "T").NoSubstances()
            .Undetermined("G1a", "自动监测6月4日化学需氧量带超量程标记T，真值只知不低于100毫克/升，数据存疑不能作为超标证据，也不能排除超标；食品行业不在标记规则之列。"),
        new Enterprise(147, "441881", "标记", Sectors.Cement).Monitored().Value("DA001", "氮氧化物", "2024-04-09T03:00", "hour", "702", "mg/m3", "automatic", "T").Energy("水泥熟料", "1800000", "t", "205200").NoSubstances()
            .NotTriggered("氮氧化物4月9日3时小时均值702毫克/立方米已按标记规则标记无效（水泥行业2023年起），不作为超标判定依据；能耗114千克标准煤/吨未超过117；其余监测值在限值内；申报无有毒有害物质。"),
        new Enterprise(148, "441302", "执法", Sectors.Food).Monitored().Value("DW001", "氨氮", "2024-09-12", "day", "11.6", "mg/L", "supervision").NoSubstances()
            .Triggered("G1a", "执法监测9月12日DW001氨氮11.6毫克/升，超过10。"),
        new Enterprise(149, "441625", "同日", Sectors.Food).Monitored()
            .Value("DW001", "氨氮", "2024-09-13", "day", "10.8", "mg/L").Value("DW001", "氨氮", "2024-09-13", "day", "8.9", "mg/L", "supervision").NoSubstances()
            .NotTriggered("9月13日企业自测氨氮10.8毫克/升，同日执法监测8.9毫克/升，两者不一致时以执法监测数据为准，8.9未超过10；其余监测值在限值内；申报无有毒有害物质。"),
        new Enterprise(150, "445122", "均酸", Sectors.Dyeing).Monitored().Value("DW001", "pH值", "2024-10-08", "day", "9.4", "无量纲").NoSubstances()
            .Undetermined("G1a", "10月8日报送pH值“日均值”9.4，pH值不计算平均值，不能据此判定达标或超标；其余监测值在限值内；申报无有毒有害物质。"),
        new Enterprise(151, "440785", "检修", Sectors.Beer).Monitored()
            .Value("DW001", "化学需氧量", "2024-05-21", "day", "188", "mg/L", "automatic", "N").Value("DW001", "化学需氧量", "2024-05-22", "day", "64", "mg/L", "automatic", "N")
            .Judged("DW001.maintenance[2024-05-20T20:00..2024-05-21T23:00]", "true", "企业报告化学需氧量分析仪更换，48小时以内").NoSubstances()
            .NotTriggered("5月21日化学需氧量188毫克/升处于已报告的仪器更换时段（27小时，未超过48小时），不作判定依据；其余监测值在限值内；申报无有毒有害物质。"),
        new Enterprise(152, "441427", "假停", Sectors.Dyeing).Monitored().Flowing("DW001", "化学需氧量", "2024-02-12", "97", "640")
            .Judged("shutdown[2024-02-08..2024-02-20]", "true", "企业报告春节停产").NoSubstances()
            .Triggered("G1a", "报告停产期间2月12日仍排放640立方米，化学需氧量97毫克/升超过80；停产而排放的照常判定。"),
        new Enterprise(153, "441324", "稀释", Sectors.Dyeing).Monitored().Value("DW001", "化学需氧量", "2024-11-06", "day", "68", "mg/L")
            .Judged("DW001.drainage_ratio[2024-11-06]=1.25", "true", "当日单位产品排水量为基准排水量的1.25倍").NoSubstances()
            .Triggered("G1a", "11月6日化学需氧量实测68毫克/升，单位产品排水量为基准的1.25倍，换算为85毫克/升，超过80。"),
        new Enterprise(154, "441621", "报文", Sectors.Dyeing).Monitored().Device("CPYL20240000000000000154", "DW001")
            .Sends("2061", "20240718090000", "w00000-Cou=61.2;w01018-Avg=71.4,w01018-Flag=N").Sends("2031", "20240718000000", "w00000-Cou=1402;w01018-Avg=86.5,w01018-Flag=N").NoSubstances()
            .Triggered("G1a", "数采仪上报7月18日化学需氧量日均值86.5毫克/升，超过80；同日9时小时均值71.4不单独判定。"),
        new Enterprise(155, "441704", "误码", Sectors.Dyeing).Monitored().Device("CPYL20240000000000000155", "DW001")
            .Sends("2031", "20240719000000", "w01018-Avg=55.2,w01018-Flag=N").SendsDamaged("2031", "20240720000000", "w01018-Avg=58.9,w01018-Flag=N").NoSubstances()
            .Undetermined("G1a", "数采仪7月20日报文校验码不符，整帧不采用，该日数据不完整；已采用的监测值均在限值内；申报无有毒有害物质。"),
        new Enterprise(156, "445102", "整点", Sectors.Pharmacy).Monitored().Device("CPYL20240000000000000156", "DA001")
            .SendsMinutes("20240830", 14, "a24088", "41.5", "42.0", "38.2", "77.9", "80.3", "44.1").NoSubstances()
            .NotTriggered("8月30日14时六个10分钟均值的算术平均为54毫克/立方米，未超过60；其中两个分钟均值超过60，分钟值不单独判定。"),
    ];
}
