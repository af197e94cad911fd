using CleanProd.Rules.Cases.Duties;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists.Publication;
using CleanProd.Rules.Notices;

namespace CleanProd.Rules.Host.Pages.Enterprises;

/// <summary>Words of the pages about enterprises.</summary>
internal static class EnterpriseTexts
{
    internal static readonly Wording Menu = new("企业", "Enterprises");
    internal static readonly Wording Title = new("企业", "Enterprises");
    internal static readonly Wording Lead = new("按名称、代码或拼音首字母查找企业。", "Find an enterprise by name, code or the initials of its pinyin.");
    internal static readonly Wording Search = new("名称、代码", "Name or code");
    internal static readonly Wording SearchDo = new("查找", "Search");
    internal static readonly Wording City = new("地市", "City");
    internal static readonly Wording AnyCity = new("全部地市", "All cities");
    internal static readonly Wording Industry = new("行业代码以此开头", "Industry code begins with");
    internal static readonly Wording Status = new("运行状态", "Status");
    internal static readonly Wording AnyStatus = new("全部状态", "Any status");
    internal static readonly Wording Name = new("企业", "Enterprise");
    internal static readonly Wording Code = new("代码", "Code");
    internal static readonly Wording Place = new("所在地", "Place");
    internal static readonly Wording IndustryHead = new("行业", "Industry");
    internal static readonly Wording Outcome = new("{0} 年判定", "Outcome of {0}");
    internal static readonly Wording NoneFound = new("没有符合条件的企业。放宽条件，或先导入数据。", "No enterprise fits. Ask for less, or import data first.");
    internal static readonly Wording Further = new("后续企业", "Further enterprises");
    internal static readonly Wording FromStart = new("回到开头", "Back to the beginning");
    internal static readonly Wording OutcomeHead = new("判定", "Outcome");
    internal static readonly Wording NotJudged = new("未判定", "Not judged");
    internal static readonly Wording Print = new("打印", "Print");
    internal static readonly Wording EvidencePack = new("证据包", "Evidence pack");
    internal static readonly Wording EvidencePackHint = new("一个文件，任何人可据此独立复核本判定", "One file from which anybody can reach this determination again");
    internal static readonly Wording YearLine = new("{0} 年度 · 判定日期 {1} · 第 {2} 号筛查{3}", "Year {0} · determined as of {1} · screening {2}{3}");
    internal static readonly Wording DryMark = new("（试运行，不产生名单）", " (dry run: it makes no list)");
    internal static readonly Wording BecauseOf = new("依据 {0} 条情形：", "On {0} grounds:");
    internal static readonly Wording NearestLine = new("最接近界线的是{0}：{1} 倍", "Nearest to its line is {0}: ×{1}");
    internal static readonly Wording MissingLead = new("缺少能决定结论的事实 {0} 项：{1}", "Facts that would decide are missing ({0}): {1}");
    internal static readonly Wording NotListedLead = new("已知事实齐全，法定情形均不成立。", "The facts are complete, and no ground of the law holds.");
    internal static readonly Wording NotApplicableLead = new("法定情形均不涉及该企业。", "No ground of the law concerns the enterprise.");
    internal static readonly Wording ErrorLead = new("规则出错，结论无效；修正后重新筛查。", "A rule failed, and nothing was decided: mend it and screen again.");
    internal static readonly Wording NeverJudged = new("{0} 年度没有对该企业的判定。", "Nothing was determined about the enterprise for {0}.");
    internal static readonly Wording NoScreening = new("还没有完成的筛查涉及该企业。数据导入后运行筛查，这里会列出结论与理由。", "No finished screening concerns the enterprise yet. Import its data and run a screening; the outcome and its reasons then stand here.");
    internal static readonly Wording Reasons = new("判定理由", "Reasons");
    internal static readonly Wording ReasonsLead = new("法条 → 情形 → 条件 → 数值与限值 → 来源行。成立或缺事实的分支已展开。", "Law → ground → condition → value and limit → source row. Branches that hold or lack a fact are open.");
    internal static readonly Wording Charts = new("监测值与限值", "Values against their limits");
    internal static readonly Wording ChartsLead = new("按判定时的数据、标准与限值绘制；▲ 为超标，点击可到来源行。", "Drawn from the data, standards and limits of the determination; ▲ marks a value over its limit and leads to its source row.");
    internal static readonly Wording AllCharts = new("显示全部 {0} 个序列", "Show all {0} series");
    internal static readonly Wording FewCharts = new("只显示有超标的序列", "Show those that matter only");
    internal static readonly Wording NoSeries = new("没有逐项监测数据。", "There are no measured values.");
    internal static readonly Wording ShowValues = new("全部 {0} 个值", "All {0} values");
    internal static readonly Wording HideValues = new("收起数值", "Hide the values");
    internal static readonly Wording When = new("时间", "When");
    internal static readonly Wording Standing = new("评判", "Standing");
    internal static readonly Wording Remarks = new("说明", "Remarks");
    internal static readonly Wording Flag = new("标记", "Flag");
    internal static readonly Wording ChartLimits = new("限值依据：{0}", "Limits: {0}");
    internal static readonly Wording Completeness = new("数据完整性", "Completeness of the data");
    internal static readonly Wording CompletenessLead = new("各月有效数据个数；自动监测另列应有个数，不足四分之三者标出。", "Valid values by month; for automatic monitoring also how many were due, marked below three quarters.");
    internal static readonly Wording Series = new("序列", "Series");
    internal static readonly Wording Whole = new("全年", "Year");
    internal static readonly Wording Incomplete = new("不足", "short");
    internal static readonly Wording RefusedRows = new("下列资料有行被拒绝，已知不完整：{0}", "Rows of these tables were refused; they are known to be incomplete: {0}");
    internal static readonly Wording History = new("历年判定", "Over the years");
    internal static readonly Wording Year = new("年度", "Year");
    internal static readonly Wording Run = new("筛查", "Screening");
    internal static readonly Wording AsOf = new("判定日期", "As of");
    internal static readonly Wording Grounds = new("列入情形", "Grounds");
    internal static readonly Wording WhatCame = new("后续", "What came of it");
    internal static readonly Wording ListEntry = new("{0} 年名单第 {1} 号：{2}{3}", "List of {0}, entry {1}: {2}{3}");
    internal static readonly Wording NotIncluded = new("（未列入）", " (not included)");
    internal static readonly Wording Why = new("为何与 {0} 年不同", "Why otherwise than in {0}");
    internal static readonly Wording WhyLead = new("分别把法律、数据、期间换成另一年的，看哪一项改变结论。", "Law, data and period are exchanged one at a time for those of the other year; what changes the answer made the difference.");
    internal static readonly Wording WhyWhat = new("取自 {0} 年", "Taken from {0}");
    internal static readonly Wording WhyNone = new("（全部取自 {0} 年）", "(everything from {0})");
    internal static readonly Wording WhyAll = new("法律、数据、期间全部", "Law, data and period");
    internal static readonly Wording WhyOutcome = new("则结论为", "Then the outcome is");
    internal static readonly Wording WhyShow = new("与 {0} 年比较", "Compare with {0}");
    internal static readonly Wording Case = new("审核进度", "The audit case");
    internal static readonly Wording NoCase = new("没有审核个案。名单公布后自动建立。", "There is no case. It is opened when a list is published.");
    internal static readonly Wording Duty = new("义务", "Duty");
    internal static readonly Wording DueOn = new("期限", "Due");
    internal static readonly Wording StateHead = new("状态", "State");
    internal static readonly Wording CaseLine = new("第 {0} 号个案", "Case {0}");
    internal static readonly Wording NoticeLine = new("通知书 {0}：{1}", "Notice {0}: {1}");
    internal static readonly Wording ServedOn = new("，{0} 送达", ", served {0}");
    internal static readonly Wording Facts = new("已知事实", "What is known");
    internal static readonly Wording FactsLead = new("截至 {0} 已知，每项注明来源。", "As known at {0}, each with its source.");
    internal static readonly Wording Column = new("项目", "Item");
    internal static readonly Wording Value = new("内容", "Value");
    internal static readonly Wording Source = new("来源", "Source");
    internal static readonly Wording OutletFacts = new("排放口 {0}", "Outlet {0}");
    internal static readonly Wording TableRows = new("{0}（{1} 行）", "{0} ({1} rows)");
    internal static readonly Wording FormerNames = new("曾用名：{0}", "Formerly {0}");
    internal static readonly Wording DaysLate = new("{0} 天", "{0} days");

    /// <summary>How a duty stands.</summary>
    internal static Wording Of(DutyState state) => state switch
    {
        DutyState.Open => new("未到期", "open"),
        DutyState.DoneInTime => new("按期完成", "done in time"),
        DutyState.DoneLate => new("逾期完成", "done late"),
        DutyState.Overdue => new("逾期未完成", "overdue"),
        DutyState.Paused => new("停产期间顺延", "paused while production stands still"),
        _ => new("不再要求", "no longer owed"),
    };

    /// <summary>Where a notice stands.</summary>
    internal static Wording Of(NoticeState state) => state switch
    {
        NoticeState.Numbered => new("已编号", "numbered"),
        NoticeState.Issued => new("已制发", "issued"),
        NoticeState.Sent => new("已寄出", "sent"),
        NoticeState.Served => new("已送达", "served"),
        NoticeState.Acknowledged => new("企业已确认", "acknowledged"),
        NoticeState.Replaced => new("已被替换", "replaced"),
        _ => new("已撤回", "withdrawn"),
    };

    /// <summary>Where a list stands.</summary>
    internal static Wording Of(ListState state) => state switch
    {
        ListState.Open => new("编制中", "being drawn up"),
        ListState.Published => new("已公布", "published"),
        _ => new("已放弃", "given up"),
    };

    /// <summary>Whether the plant runs.</summary>
    internal static Wording Of(FacilityStatus status) => status switch
    {
        FacilityStatus.Operating => new("在产", "running"),
        FacilityStatus.Suspended => new("停产", "stopped"),
        FacilityStatus.Closed => new("关闭", "closed"),
        _ => new("状态未说明", "status not stated"),
    };

    /// <summary>The time a value stands for.</summary>
    internal static Wording Of(AveragingWindow window) => window switch
    {
        AveragingWindow.Instant => new("瞬时", "samples"),
        AveragingWindow.Hour => new("小时均值", "hourly means"),
        AveragingWindow.Day => new("日均值", "daily means"),
        AveragingWindow.Month => new("月均值", "monthly means"),
        _ => new("年度", "yearly"),
    };

    /// <summary>Who measured.</summary>
    internal static Wording Of(DataOrigin origin) => origin switch
    {
        DataOrigin.Automatic => new("自动监测", "automatic"),
        DataOrigin.Self => new("自行监测", "own samples"),
        DataOrigin.Supervision => new("执法监测", "the authority's samples"),
        _ => new("来源未说明", "origin not stated"),
    };

    /// <summary>How a value is judged.</summary>
    internal static Wording Of(CleanProd.Rules.Facts.Building.PointStanding standing) => standing switch
    {
        CleanProd.Rules.Facts.Building.PointStanding.Within => new("达标", "within"),
        CleanProd.Rules.Facts.Building.PointStanding.Exceeds => new("超标", "over"),
        CleanProd.Rules.Facts.Building.PointStanding.Indeterminate => new("无法判定", "cannot be told"),
        CleanProd.Rules.Facts.Building.PointStanding.ByAnother => new("以其他值为准", "by another value"),
        _ => new("不评判", "not judged"),
    };
}
