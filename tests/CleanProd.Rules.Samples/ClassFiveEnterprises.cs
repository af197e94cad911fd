namespace CleanProd.Rules.Samples;

/// <summary>The open fifth class of toxic substances: a candidate counts only when people have judged it, and unjudged it is not known.</summary>
internal static class ClassFiveEnterprises
{
    public static IEnumerable<Enterprise> All() =>
    [
        new Enterprise(140, "440606", "定论", Sectors.Furniture).Monitored().Substance("甲醛", "used", "6.4", "t", "胶黏剂")
            .Judged("class5_toxic", "true", "甲醛列入有毒有害大气污染物名录，用量大且无组织排放，认定为第五类有毒物质")
            .Triggered("G3", "使用甲醛6.4吨，属其他具有毒性、可能污染环境的物质（第五类），已由生态环境局2024-12-20认定；监测值均在限值内。"),
        new Enterprise(141, "441303", "待定", Sectors.Foam).Monitored().Substance("二氯甲烷", "used", "21", "t", "发泡剂")
            .Undetermined("G3", "使用二氯甲烷21吨，是第五类的候选物质，但尚无人认定其是否属于有毒有害物质；监测值均在限值内。"),
        new Enterprise(142, "445103", "认否", Sectors.Printing).Monitored().Substance("三氯乙烯", "used", "0.02", "t", "设备清洗")
            .Judged("class5_toxic", "false", "三氯乙烯年用量20千克且密闭回收，不作为第五类认定")
            .NotTriggered("使用三氯乙烯0.02吨，是第五类的候选物质，已由生态环境局2024-12-20认定不作为有毒有害物质；监测值均在限值内。"),
    ];
}
