using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import;

/// <summary>The words of columns that take one of a list, in English and Chinese.</summary>
internal sealed class FactWords<T>(params (T Meaning, string[] Words)[] entries) where T : struct
{
    private readonly Dictionary<string, T> _words = entries
        .SelectMany(e => e.Words.Select(w => (Word: CellText.Fold(w), e.Meaning)))
        .ToDictionary(w => w.Word, w => w.Meaning, StringComparer.Ordinal);

    /// <summary>The first word of each meaning with its Chinese, for messages.</summary>
    internal string Listed { get; } = string.Join(", ", entries.Select(e => e.Words.Length > 1 ? $"{e.Words[0]}/{e.Words[1]}" : e.Words[0]));

    internal T? Find(string text) => _words.TryGetValue(CellText.Fold(text), out var meaning) ? meaning : null;
}

/// <summary>All word lists.</summary>
internal static class FactWords
{
    internal static readonly FactWords<Medium> Media = new(
        (Medium.Water, ["water", "废水", "水", "污水"]), (Medium.Air, ["air", "废气", "气", "大气"]));

    internal static readonly FactWords<DischargeKind> Discharges = new(
        (DischargeKind.Direct, ["direct", "直接排放", "直排"]), (DischargeKind.Indirect, ["indirect", "间接排放", "间排"]),
        (DischargeKind.Stack, ["stack", "有组织", "有组织排放"]), (DischargeKind.Fugitive, ["fugitive", "无组织", "无组织排放"]));

    internal static readonly FactWords<AveragingWindow> Windows = new(
        (AveragingWindow.Instant, ["instant", "瞬时", "瞬时值", "实时"]), (AveragingWindow.Hour, ["hour", "小时", "小时均值", "时均值"]),
        (AveragingWindow.Day, ["day", "日", "日均值"]), (AveragingWindow.Month, ["month", "月", "月均值"]));

    /// <summary>How a device computes check sums: whether by Modbus.</summary>
    internal static readonly FactWords<bool> Checks = new((false, ["standard", "标准"]), (true, ["modbus"]));

    internal static readonly FactWords<DataOrigin> Origins = new(
        (DataOrigin.Automatic, ["automatic", "自动监测", "自动", "在线监测"]), (DataOrigin.Self, ["self", "自行监测", "手工监测", "委托监测"]),
        (DataOrigin.Supervision, ["supervision", "执法监测", "监督性监测"]));

    internal static readonly FactWords<FacilityStatus> Statuses = new(
        (FacilityStatus.Operating, ["operating", "在产", "正常", "运行", "生产", "开业"]),
        (FacilityStatus.Suspended, ["suspended", "停产", "停运", "停业"]),
        (FacilityStatus.Closed, ["closed", "关闭", "关停", "注销", "拆除"]));

    internal static readonly FactWords<QuantityMethod> Methods = new(
        (QuantityMethod.Automatic, ["automatic", "自动监测"]), (QuantityMethod.Manual, ["manual", "手工监测"]),
        (QuantityMethod.Balance, ["balance", "物料衡算"]), (QuantityMethod.Coefficient, ["coefficient", "产排污系数", "系数法"]));

    internal static readonly FactWords<SubstanceRole> Roles = new(
        (SubstanceRole.Used, ["used", "使用", "原料", "辅料"]), (SubstanceRole.Produced, ["produced", "生产", "产品"]),
        (SubstanceRole.Discharged, ["discharged", "排放"]), (SubstanceRole.Waste, ["waste", "废物", "危险废物"]));

    internal static readonly FactWords<AuditKind> Audits = new(
        (AuditKind.Mandatory, ["mandatory", "强制性", "强制", "强制性审核"]), (AuditKind.Voluntary, ["voluntary", "自愿性", "自愿", "自愿性审核"]));

    internal static readonly FactWords<bool> YesNo = new(
        (true, ["true", "是", "yes", "y", "1", "有"]), (false, ["false", "否", "no", "n", "0", "无"]));
}
