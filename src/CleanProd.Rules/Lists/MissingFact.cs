using CleanProd.Rules.Facts;
namespace CleanProd.Rules.Lists;

/// <summary>A fact that would decide and is absent, in words, with who could supply it.</summary>
/// <param name="Text">The fact as the determination names it: <c>discharges[化学需氧量].Discharged</c>.</param>
/// <param name="Words">The same for people.</param>
/// <param name="Supplier">Who could supply it.</param>
public sealed record MissingFact(string Text, Wording Words, Wording Supplier)
{
    private static readonly Wording Anyone = new("企业、所在地生态环境部门", "Enterprise, local environmental department");

    private static readonly Dictionary<string, (Wording Name, Wording Supplier)> Tables = new(StringComparer.OrdinalIgnoreCase)
    {
        ["monitoring"] = (new("监测数据", "monitoring data"), new("企业自行监测、生态环境监测站", "Enterprise's own monitoring, monitoring station")),
        ["measurements"] = (new("监测数据", "monitoring data"), new("企业自行监测、生态环境监测站", "Enterprise's own monitoring, monitoring station")),
        ["outlets"] = (new("排放口信息", "outlet data"), new("企业、核发排污许可证的生态环境部门", "Enterprise, permit authority")),
        ["discharges"] = (new("实际排放量", "discharged quantity"), new("企业（排污许可执行报告）", "Enterprise (permit report)")),
        ["quotas"] = (new("总量控制指标", "total-quantity quota"), new("核发排污许可证的生态环境部门", "Environmental department that issues the permit")),
        ["substances"] = (new("有毒有害物质申报", "declaration of toxic substances"), new("企业申报", "Declaration by the enterprise")),
        ["energy"] = (new("能源消耗数据", "energy data"), new("节能主管部门、企业", "Energy-saving department, enterprise")),
        ["audits"] = (new("清洁生产审核记录", "audit records"), new("清洁生产主管部门", "Cleaner-production department")),
        ["indicators"] = (new("指标", "indicator"), new("企业、报送该指标的单位", "Enterprise, body that reports the indicator")),
        ["limits"] = (new("适用限值", "applicable limit"), new("企业、所在地生态环境部门", "Enterprise, local environmental department")),
        ["discretion"] = (new("认定", "judgement"), new("作出认定的主管部门", "Department that makes the judgement")),
        ["facility"] = (new("企业基本信息", "facility data"), Anyone),
        ["p"] = (new("规则参数", "parameter of the rule"), new("规则维护人员", "Policy staff")),
    };

    private static readonly Dictionary<string, Wording> Members = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Discharged"] = new("实际排放量", "discharged quantity"),
        ["Quota"] = new("总量控制指标", "quota"),
        ["Rolling12MonthMaximum"] = new("连续十二个月排放量", "rolling twelve-month quantity"),
        ["LimitHigh"] = new("适用限值", "applicable limit"),
        ["LimitLow"] = new("适用下限", "applicable lower limit"),
        ["LimitUnknown"] = new("适用限值", "applicable limit"),
        ["ExceedanceCount"] = new("能够判定的监测值", "values that can be judged"),
        ["ValidCount"] = new("有效数据数", "number of valid values"),
        ["MaxValue"] = new("监测值", "measured value"),
        ["MaxRatio"] = new("监测值与限值之比", "value over limit"),
        ["UnitConsumption"] = new("单位产品能耗", "energy per unit of product"),
        ["Limit"] = new("限额", "limit"),
        ["Ratio"] = new("与限额之比", "ratio to the limit"),
        ["Quantity"] = new("数量", "quantity"),
        ["ToxicClass"] = new("有毒有害类别", "toxic class"),
        ["Industry"] = new("行业代码", "industry code"),
        ["Region"] = new("所在地区", "region"),
        ["severe_pollution"] = new("是否污染严重", "whether it pollutes severely"),
        ["class5_toxic"] = new("是否属于第五类有毒有害物质", "whether a substance is toxic of class 5"),
        ["residual"] = new("是否属于国家规定的其他情形", "whether it is one of the other cases the state names"),
    };

    /// <summary>Reads what a determination says is missing; a text of another form stands for itself.</summary>
    public static MissingFact Of(string text)
    {
        var end = text.IndexOfAny(['[', '.', '(', ' ', ':', '：']);
        var word = end < 0 ? text : text[..end];
        if (!Tables.TryGetValue(word, out var table)) return new(text, Wording.Same(text), Anyone);
        var close = text.LastIndexOf(']');
        var subject = end >= 0 && text[end] == '[' && close > end ? text[(end + 1)..close].Trim('"') : "";
        var dot = end >= 0 && text[end] == ' ' ? -1 : text.IndexOf('.', close > end ? close : Math.Max(end, 0));
        var member = dot < 0 ? "" : text[(dot + 1)..].Trim();
        var words = Describe(table.Name, subject, member);
        // "energy (energy.csv:7)": a row of the table was refused; which one is for the person who corrects it.
        var refused = end >= 0 && text[end] == ' ' ? text[end..].Trim() : "";
        return new(text, refused.Length == 0 ? words : new($"{words.Zh}{refused.Replace('(', '（').Replace(')', '）')}", $"{words.En} {refused}"), table.Supplier);
    }

    private static Wording Describe(Wording table, string subject, string member)
    {
        var topic = Members.TryGetValue(subject, out var known) ? known : Wording.Same(subject);
        var detail = member.Length == 0 ? Wording.None : Members.TryGetValue(member, out var name) ? name : Wording.Same(member);
        var what = detail.IsEmpty || detail == table ? table : new Wording($"{table.Zh}的{detail.Zh}", $"{detail.En} ({table.En})");
        if (subject.Length == 0) return what;
        if (member.Length == 0 && known is null)
            return subject.Length == 4 && subject.All(char.IsAsciiDigit) ? new($"{subject}年{table.Zh}", $"{table.En} of {subject}") : new($"{subject}的{table.Zh}", $"{table.En} of {subject}");
        return detail == table || detail.IsEmpty
            ? new($"{topic.Zh}（{table.Zh}）", $"{topic.En} ({table.En})")
            : new($"{topic.Zh}：{detail.Zh}（{table.Zh}）", $"{topic.En}: {detail.En} ({table.En})");
    }
}
