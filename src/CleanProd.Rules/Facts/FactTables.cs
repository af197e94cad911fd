using static CleanProd.Rules.Facts.ColumnKind;

namespace CleanProd.Rules.Facts;

/// <summary>The twelve tables of a data set: the vocabulary that files, column maps, packs and documents share.</summary>
public static class FactTables
{
    /// <summary>Who may be screened.</summary>
    public static readonly FactTable Facilities = new("facilities", ["企业", "企业信息", "企业名单", "企业名录", "排污单位"],
    [
        Must("facility_id", Identity, "企业代码", "统一社会信用代码", "企业编码", "企业标识"),
        Must("name", Text, "企业名称", "单位名称", "名称"),
        May("region", Text, "行政区划", "所在地区", "地区", "行政区划代码"),
        May("address", Text, "地址", "详细地址", "企业地址"),
        May("industry", Text, "行业", "行业类别", "行业代码"),
        May("legal_representative", Text, "法定代表人", "法人代表"),
        May("permit_number", Text, "排污许可证编号", "许可证编号", "许可证号"),
        May("credit_code", Text, "信用代码", "社会信用代码"),
        May("eia_approved_on", Date, "环评批复日期", "环评批准日期"),
        May("key_source", YesNo, "重点排污单位", "是否重点排污单位"),
        May("status", Word, "运行状态", "生产状态", "状态"),
    ]);

    /// <summary>Where a facility discharges.</summary>
    public static readonly FactTable Outlets = new("outlets", ["排放口", "排放口信息", "排口"],
    [
        FacilityColumn(), Must("outlet_id", Identity, "排放口编号", "排口编号", "排放口代码"),
        May("name", Text, "排放口名称", "排口名称", "名称"),
        Must("medium", Word, "介质", "排放口类型", "排放介质"),
        May("discharge", Word, "排放方式", "排放去向"),
        May("workshop", YesNo, "车间排放口", "是否车间排放口"),
        May("grade", Text, "执行级别", "标准级别"),
        May("standard", Text, "执行标准", "排放标准"),
        May("stack_height_m", Number, "排气筒高度", "排气筒高度(m)", "排气筒高度米"),
    ]);

    /// <summary>Measured values.</summary>
    public static readonly FactTable Measurements = new("measurements", ["监测数据", "监测值", "监测记录"],
    [
        FacilityColumn(), Must("outlet_id", Identity, "排放口编号", "排口编号", "排放口代码"), PollutantColumn(),
        Must("at", Moment, "监测时间", "采样时间", "时间", "监测日期"),
        Must("window", Word, "统计时段", "数据类型", "均值类型"),
        Must("value", ColumnKind.MeasuredValue, "监测值", "监测结果", "浓度", "数值") with { MayBeBlank = true },
        Must("unit", ColumnKind.Unit, "单位", "计量单位"),
        May("origin", Word, "数据来源", "监测方式"),
        May("flag", Text, "数据标记", "标记"),
        May("limit_low", Number, "限值下限", "标准下限"),
        May("limit_high", Number, "限值上限", "标准限值", "限值", "标准值"),
        May("volume_m3", Number, "排放水量", "流量(m3)", "排放体积"),
        May("record", Text, "记录号", "报告编号"),
    ]);

    /// <summary>A year's count of exceedances, ready-made.</summary>
    public static readonly FactTable MonitoringSummaries = new("monitoring_summaries", ["监测汇总", "年度监测汇总", "监测年度汇总"],
    [
        FacilityColumn(), Must("outlet_id", Identity, "排放口编号", "排口编号", "排放口代码"), PollutantColumn(), YearColumn(),
        May("limit_low", Number, "限值下限", "标准下限"),
        May("limit_high", Number, "限值上限", "标准限值", "限值", "标准值"),
        Must("unit", ColumnKind.Unit, "单位", "计量单位"),
        May("valid_count", Count, "有效数据个数", "有效数", "监测次数"),
        Must("exceedance_count", Count, "超标次数", "超标个数") with { MayBeBlank = true },
        May("max", Number, "最大值"),
        May("median", Number, "中位数"),
    ]);

    /// <summary>Limits of the permit.</summary>
    public static readonly FactTable PermitLimits = new("permit_limits", ["许可限值", "许可排放限值", "许可浓度限值"],
    [
        FacilityColumn(), Must("outlet_id", Identity, "排放口编号", "排口编号", "排放口代码"), PollutantColumn(),
        May("limit_low", Number, "限值下限", "标准下限"),
        May("limit_high", Number, "限值上限", "许可限值", "限值", "标准值"),
        Must("unit", ColumnKind.Unit, "单位", "计量单位"),
        May("window", Word, "统计时段", "均值类型"),
        Must("from", Date, "起始日期", "生效日期", "开始日期"),
        May("to", Date, "终止日期", "失效日期", "结束日期"),
        May("source", Text, "依据", "限值来源", "执行标准"),
    ]);

    /// <summary>Reported quantities.</summary>
    public static readonly FactTable Discharges = new("discharges", ["排放量", "实际排放量", "污染物排放量"],
    [
        FacilityColumn(), PollutantColumn(), May("medium", Word, "介质", "排放介质"),
        Must("from", Date, "起始日期", "开始日期"),
        Must("to", Date, "终止日期", "结束日期"),
        Must("quantity", Number, "排放量", "实际排放量", "数量") with { MayBeBlank = true },
        Must("unit", ColumnKind.Unit, "单位", "计量单位"),
        May("method", Word, "核算方法", "计算方法"),
        May("record", Text, "记录号", "报告编号"),
    ]);

    /// <summary>Total-quantity quotas.</summary>
    public static readonly FactTable Quotas = new("quotas", ["总量指标", "总量控制指标", "许可排放量", "总量"],
    [
        FacilityColumn(), PollutantColumn(), May("medium", Word, "介质", "排放介质"),
        Must("from", Date, "起始日期", "开始日期", "生效日期"),
        May("to", Date, "终止日期", "结束日期", "失效日期"),
        Must("quantity", Number, "总量指标", "许可排放量", "指标", "数量") with { MayBeBlank = true },
        Must("unit", ColumnKind.Unit, "单位", "计量单位"),
        May("issuer", Text, "核定机关", "批准机关", "发证机关"),
        May("document", Text, "文号", "批准文号", "文件"),
    ]);

    /// <summary>Substances used, produced, discharged or wasted.</summary>
    public static readonly FactTable Substances = new("substances", ["物质", "有毒有害物质", "物质清单", "原辅材料"],
    [
        FacilityColumn(), YearColumn(),
        Must("substance", Text, "物质名称", "物质", "有毒有害物质", "CAS号"),
        Must("role", Word, "用途类别", "角色", "使用或排放"),
        May("quantity", Number, "数量", "年用量", "用量"),
        May("unit", ColumnKind.Unit, "单位", "计量单位"),
        May("purpose", Text, "用途", "说明"),
    ]);

    /// <summary>Energy per product.</summary>
    public static readonly FactTable Energy = new("energy", ["能耗", "能源消耗", "能源"],
    [
        FacilityColumn(), YearColumn(),
        Must("product", Text, "产品", "产品名称"),
        Must("output", Number, "产量") with { MayBeBlank = true },
        Must("output_unit", ColumnKind.Unit, "产量单位"),
        Must("energy", Number, "综合能耗", "能耗", "能源消耗量") with { MayBeBlank = true },
        Must("energy_unit", ColumnKind.Unit, "能耗单位"),
    ]);

    /// <summary>Earlier audits.</summary>
    public static readonly FactTable Audits = new("audits", ["清洁生产审核", "审核记录", "历次审核"],
    [
        FacilityColumn(), Must("kind", Word, "审核类型", "类型"),
        May("listed_on", Date, "列入名单日期", "公布日期"),
        May("started_on", Date, "启动日期", "开始日期"),
        May("reported_on", Date, "报告提交日期", "提交日期"),
        May("accepted_on", Date, "验收日期", "通过日期"),
        May("result", Text, "验收结果", "结果"),
    ]);

    /// <summary>Any other number that a rule judges.</summary>
    public static readonly FactTable Indicators = new("indicators", ["指标", "其他指标"],
    [
        FacilityColumn(), Must("indicator", Text, "指标名称", "指标"), YearColumn(),
        Must("value", Number, "指标值", "数值", "值") with { MayBeBlank = true },
        May("unit", Text, "单位", "计量单位"),
    ]);

    /// <summary>Judgements that the law leaves to people.</summary>
    public static readonly FactTable Discretion = new("discretion", ["认定", "人工认定", "裁量", "人工判断"],
    [
        FacilityColumn(), Must("topic", Text, "认定事项", "事项"),
        Must("value", Text, "认定结论", "结论"),
        Must("decided_by", Text, "认定单位", "认定人"),
        Must("decided_on", Date, "认定日期"),
        Must("reason", Text, "认定理由", "理由"),
    ]);

    /// <summary>
    /// Which data logger stands at which outlet: read with the logs of the devices, no fact itself. <c>crc</c> says <c>modbus</c> of a device that
    /// is known to compute the wrong check sum.
    /// </summary>
    public static readonly FactTable Devices = new("devices", ["数采仪", "监控点", "自动监测设备"],
    [
        Must("mn", Text, "MN", "MN号", "数采仪编号", "设备编号"), FacilityColumn(),
        Must("outlet_id", Identity, "排放口编号", "排口编号", "排放口代码"),
        May("crc", Word, "校验方式"),
    ]);

    /// <summary>All tables of facts, in the order in which they are documented.</summary>
    public static readonly IReadOnlyList<FactTable> All =
    [
        Facilities, Outlets, Measurements, MonitoringSummaries, PermitLimits, Discharges,
        Quotas, Substances, Energy, Audits, Indicators, Discretion,
    ];

    /// <summary>The table of an English name; null when there is none.</summary>
    public static FactTable? Find(string name) => All.FirstOrDefault(t => t.Name == name);

    private static FactColumn FacilityColumn() => Must("facility_id", Identity, "企业代码", "统一社会信用代码", "企业编码", "企业标识");

    private static FactColumn PollutantColumn() => Must("pollutant", ColumnKind.Pollutant, "污染物", "污染物名称", "污染物代码", "监测项目");

    private static FactColumn YearColumn() => Must("year", Year, "年份", "年度");

    private static FactColumn Must(string name, ColumnKind kind, params string[] chinese) => new(name, chinese, kind, true);

    private static FactColumn May(string name, ColumnKind kind, params string[] chinese) => new(name, chinese, kind, false);
}
