using CleanProd.Rules.Cases;
using CleanProd.Rules.Cases.Duties;
using CleanProd.Rules.Cases.Objections;
using CleanProd.Rules.Cases.Penalties;
using CleanProd.Rules.Cases.Records;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Storage.Cases;

namespace CleanProd.Rules.Host.Pages.Cases;

/// <summary>Words of the pages about cases.</summary>
internal static class CasesTexts
{
    internal static readonly Wording Menu = new("进度", "Cases");
    internal static readonly Wording Title = new("审核进度", "Cases");
    internal static readonly Wording Lead = new("每家列入企业从公布到验收的案件，逾期的在前。", "Every listed enterprise from publication to acceptance, what is overdue first.");
    internal static readonly Wording Objections = new("异议", "Objections");
    internal static readonly Wording Reminders = new("提醒", "Reminders");
    internal static readonly Wording Statistics = new("统计", "Statistics");
    internal static readonly Wording Board = new("按状态", "By state");
    internal static readonly Wording Calendar = new("期限日历", "Calendar");
    internal static readonly Wording All = new("全部案件", "All cases");
    internal static readonly Wording None = new("还没有案件：名单公布后，每家列入企业自动立案。", "There is no case yet: publishing a list opens one for each enterprise on it.");
    internal static readonly Wording NoneSuch = new("没有符合条件的案件。", "No case is like that.");
    internal static readonly Wording Overdue = new("逾期", "Overdue");
    internal static readonly Wording OverdueHead = new("逾期事项（{0}）", "Overdue ({0})");
    internal static readonly Wording NothingOverdue = new("没有逾期事项。", "Nothing is overdue.");
    internal static readonly Wording DaysLate = new("逾期 {0} 天", "{0} days late");
    internal static readonly Wording DueOn = new("{0} 到期", "due {0}");
    internal static readonly Wording NextDue = new("最近期限", "Next last day");
    internal static readonly Wording NoDue = new("无", "none");
    internal static readonly Wording OnlyOverdue = new("只看逾期", "Only what is overdue");
    internal static readonly Wording Any = new("全部", "All");
    internal static readonly Wording Stage = new("状态", "State");
    internal static readonly Wording Region = new("地区", "Region");
    internal static readonly Wording Search = new("名称或代码", "Name or code");
    internal static readonly Wording Find = new("查找", "Find");
    internal static readonly Wording Enterprise = new("企业", "Enterprise");
    internal static readonly Wording Year = new("名单年度", "Year of the list");
    internal static readonly Wording PublishedOn = new("公布日期", "Published on");
    internal static readonly Wording More = new("显示更多", "Show more");
    internal static readonly Wording MoreInColumn = new("另有 {0} 家", "{0} more");
    internal static readonly Wording MonthBefore = new("上一月", "The month before");
    internal static readonly Wording MonthAfter = new("下一月", "The month after");
    internal static readonly Wording Month = new("{0}年{1}月", "{0}-{1}");
    internal static readonly Wording NothingDue = new("本月没有到期事项。", "Nothing is due this month.");
    internal static readonly Wording Day = new("日期", "Day");
    internal static readonly Wording Duty = new("事项", "Duty");
    internal static readonly Wording Weekdays = new("一二三四五六日", "MTWTFSS");

    internal static readonly Wording CaseLead = new("{0} · {1} · {2}公布", "{0} · {1} · published {2}");
    internal static readonly Wording Suspended = new("停产中，期限暂停", "production stopped: periods stand still");
    internal static readonly Wording Grounds = new("列入情形", "Grounds");
    internal static readonly Wording Classes = new("类别", "Classes");
    internal static readonly Wording Instrument = new("适用法律", "Law applied");
    internal static readonly Wording EvaluationRequired = new("验收前须评估", "Evaluated before acceptance");
    internal static readonly Wording Yes = new("是", "yes");
    internal static readonly Wording No = new("否", "no");
    internal static readonly Wording ToEnterprise = new("企业和全部证据", "The enterprise with all evidence");
    internal static readonly Wording ToNotices = new("通知书", "Notices");
    internal static readonly Wording ToList = new("名单", "The list");
    internal static readonly Wording Duties = new("义务和期限", "Duties and last days");
    internal static readonly Wording NoDuties = new("没有待履行的义务。", "Nothing is owed.");
    internal static readonly Wording Clause = new("依据", "Clause");
    internal static readonly Wording CountsFrom = new("起算日", "Counts from");
    internal static readonly Wording LastDay = new("最后期限", "Last day");
    internal static readonly Wording HolidaysUnknown = new("（节假日安排未公布，遇假日顺延）", "(holidays not yet announced: later if it is one)");
    internal static readonly Wording Orders = new("责令改正", "Orders to correct");
    internal static readonly Wording OrderLine = new("{0} · {1} · 改正期限 {2} · {3}", "{0} · {1} · correct by {2} · {3}");
    internal static readonly Wording MustAnnounce = new("企业应当公布的内容", "What the enterprise must publish");
    internal static readonly Wording History = new("办理记录", "History");
    internal static readonly Wording ByEnterprise = new("企业", "enterprise");
    internal static readonly Wording Record = new("审核档案", "The audit's record");
    internal static readonly Wording RecordNone = new("尚未填写方案。", "No measure is entered yet.");
    internal static readonly Wording RecordVersion = new("第 {0} 版，{1}，{2}", "version {0}, {1}, {2}");
    internal static readonly Wording Measure = new("方案", "Measure");
    internal static readonly Wording MeasureId = new("编号", "No.");
    internal static readonly Wording MeasureKind = new("类型", "Kind");
    internal static readonly Wording Cost = new("费用等级", "Cost class");
    internal static readonly Wording Investment = new("投资（万元）", "Investment (10,000 yuan)");
    internal static readonly Wording Benefit = new("年效益（万元）", "Benefit a year (10,000 yuan)");
    internal static readonly Wording Status = new("进展", "Status");
    internal static readonly Wording Output = new("当年产值（万元）", "Output value of the year (10,000 yuan)");
    internal static readonly Wording AddMeasure = new("增加一项", "Add a measure");
    internal static readonly Wording Remove = new("删除", "Remove");
    internal static readonly Wording SaveRecord = new("保存档案", "Save the record");
    internal static readonly Wording SavedRecord = new("已保存。", "Saved.");
    internal static readonly Wording EditRecord = new("填写档案", "Write the record");

    internal static readonly Wording Acts = new("办理", "What can be done");
    internal static readonly Wording NoActs = new("此刻没有您可以办理的事项。", "There is nothing for you to do now.");
    internal static readonly Wording Act = new("事项", "Act");
    internal static readonly Wording ChooseAct = new("请选择事项", "Choose");
    internal static readonly Wording On = new("行为日期", "Day of the act");
    internal static readonly Wording Reason = new("理由", "Reason");
    internal static readonly Wording Remark = new("说明", "Remark");
    internal static readonly Wording DoIt = new("办理：{0}", "Record: {0}");
    internal static readonly Wording DidIt = new("已办理：{0}。", "Recorded: {0}.");
    internal static readonly Wording NoticeNumber = new("通知书文号", "Number of the notice");
    internal static readonly Wording Method = new("送达方式", "How it was served");
    internal static readonly Wording Channel = new("公布渠道（报纸、网站、平台）", "Where (newspaper, website, platform)");
    internal static readonly Wording CoversGrounds = new("公布内容覆盖的情形", "Grounds whose contents were published");
    internal static readonly Wording Conforms = new("公布内容完整、真实", "What was published is complete and true");
    internal static readonly Wording Findings = new("存在的问题", "What is wrong");
    internal static readonly Wording OwnTeam = new("自行审核：小组成员（用顿号或逗号分开）", "Own team: members, divided by commas");
    internal static readonly Wording Consultancy = new("委托审核：咨询机构", "Consultancy");
    internal static readonly Wording Contract = new("合同编号", "Contract number");
    internal static readonly Wording Score = new("评分（0–100，可不填）", "Score (0–100, optional)");
    internal static readonly Wording OrderNumber = new("决定书文号", "Number of the order");
    internal static readonly Wording Provision = new("依据条款", "Clause");
    internal static readonly Wording BreachOf = new("违法行为", "Breach");
    internal static readonly Wording CorrectBy = new("改正期限", "To be corrected by");
    internal static readonly Wording Amount = new("罚款金额（元）", "Fine (yuan)");
    internal static readonly Wording AmountRange = new("{0} 至 {1} 元", "{0} to {1} yuan");
    internal static readonly Wording NoOrder = new("无须先责令", "no order needed");
    internal static readonly Wording Enforces = new("对应的义务", "Duty that it enforces");
    internal static readonly Wording ConfirmPunish = new("行政处罚和责令改正将记入案件并通知企业。", "Orders and fines are recorded in the case and told to the enterprise.");
    internal static readonly Wording ConfirmFinal = new("此事项结束本案的当前环节，不能撤回。", "This ends the step of the case and is not taken back.");

    internal static readonly Wording ObjectionsLead = new("企业对列入提出的异议：受理、更正数据、重新判定、答复。", "Objections to being listed: accepted, data corrected, determined again, answered.");
    internal static readonly Wording NoObjections = new("没有异议。", "There is no objection.");
    internal static readonly Wording ObjectionOf = new("{0}的异议", "Objection of {0}");
    internal static readonly Wording Filed = new("提出日期", "Filed on");
    internal static readonly Wording Files = new("企业提交的文件", "Files handed in");
    internal static readonly Wording NoFiles = new("没有提交文件。", "None.");
    internal static readonly Wording ToCase = new("查看案件", "The case");
    internal static readonly Wording Accept = new("受理并重新判定", "Accept and determine again");
    internal static readonly Wording AcceptHint = new("先导入并确认更正的数据，再选择该次导入；系统立即重新筛查该企业。", "Import the corrected data first, then choose the import; the enterprise is screened again at once.");
    internal static readonly Wording CorrectingImport = new("更正数据的导入", "Import that corrects the data");
    internal static readonly Wording ImportLine = new("{0} 号 · {1}", "No. {0} · {1}");
    internal static readonly Wording NoImports = new("没有已生效的导入。", "No import is in effect.");
    internal static readonly Wording Redetermining = new("正在重新筛查（{0} 号）。完成后可认定成立或者不成立。", "Being screened again (No. {0}); then uphold or dismiss.");
    internal static readonly Wording Redetermined = new("重新筛查（{0} 号）已完成：{1}", "Screened again (No. {0}): {1}");
    internal static readonly Wording Uphold = new("异议成立", "Uphold");
    internal static readonly Wording UpholdConsequence = new("重新判定改变的内容写入调整名单，按程序审核、公布后企业移出或者更正。", "What the determination changed goes into an amendment of the list, which is reviewed and published as any list.");
    internal static readonly Wording Dismiss = new("异议不成立", "Dismiss");
    internal static readonly Wording DismissConsequence = new("企业仍在名单上；理由告知企业，企业仍可申请复议或者提起诉讼。", "The enterprise stays listed and reads the reason; reconsideration and action before the court remain open.");
    internal static readonly Wording Withdraw = new("撤回异议", "Withdraw the objection");
    internal static readonly Wording Answered = new("已办理。", "Done.");
    internal static readonly Wording ToAmendment = new("调整名单 {0}", "Amendment {0}");
    internal static readonly Wording NoReminders = new("没有提醒。", "There is no reminder.");
    internal static readonly Wording RemindersLead = new("期限、立案、异议、证书的提醒，每人各自标记已读。", "Last days, cases, objections, certificates; everybody reads for himself.");
    internal static readonly Wording MarkRead = new("标为已读", "Read");
    internal static readonly Wording UnreadOnly = new("只看未读", "Only unread");
    internal static readonly Wording Read = new("已读", "read");

    /// <summary>How far a case has come.</summary>
    internal static Wording Of(CaseStage stage) => stage switch
    {
        CaseStage.Published => new("已公布", "Published"),
        CaseStage.Notified => new("已通知", "Notified"),
        CaseStage.Announced => new("已公布信息", "Announced"),
        CaseStage.PlanFiled => new("计划已备案", "Plan filed"),
        CaseStage.Started => new("审核中", "Audit under way"),
        CaseStage.ReportFiled => new("报告已报送", "Report filed"),
        CaseStage.EvaluationPassed => new("评估通过", "Evaluation passed"),
        CaseStage.EvaluationFailed => new("评估不通过", "Evaluation failed"),
        CaseStage.MeasuresDone => new("方案已完成", "Measures done"),
        CaseStage.Accepted => new("验收合格", "Accepted"),
        CaseStage.Rejected => new("验收不合格", "Acceptance failed"),
        CaseStage.Closed => new("已结案", "Closed"),
        CaseStage.RolledOver => new("滚入下一批", "Rolled over"),
        CaseStage.EnterpriseClosed => new("企业已关闭", "Enterprise closed"),
        _ => new("已移出名单", "Taken off the list"),
    };

    /// <summary>How a duty stands.</summary>
    internal static Wording Of(DutyState state) => state switch
    {
        DutyState.Open => new("待履行", "open"),
        DutyState.DoneInTime => new("按期完成", "done in time"),
        DutyState.DoneLate => new("逾期完成", "done late"),
        DutyState.Overdue => new("已逾期", "overdue"),
        DutyState.Paused => new("暂停", "paused"),
        _ => new("不再要求", "no longer owed"),
    };

    /// <summary>What became of an order.</summary>
    internal static Wording Of(OrderState state) => state switch
    {
        OrderState.Ordered => new("待改正", "running"),
        OrderState.Corrected => new("已改正", "corrected"),
        OrderState.Refused => new("拒不改正", "refused"),
        _ => new("已罚款", "fined"),
    };

    /// <summary>What an enterprise failed to do.</summary>
    internal static Wording Of(Breach breach) => breach switch
    {
        Breach.NotAnnounced => new("未按规定公布信息", "did not publish what the law asks"),
        Breach.NotAudited => new("未实施强制性清洁生产审核", "did not audit"),
        Breach.Falsified => new("在审核中弄虚作假", "falsified in the audit"),
        Breach.NotReported => new("未报告审核结果", "did not report the result"),
        _ => new("未如实报告审核结果", "did not report truthfully"),
    };

    /// <summary>What a measure costs.</summary>
    internal static Wording Of(CostClass cost) => cost switch
    {
        CostClass.None => new("无费", "no cost"),
        CostClass.Low => new("低费", "low"),
        CostClass.Medium => new("中费", "medium"),
        _ => new("高费", "high"),
    };

    /// <summary>How far a measure has come.</summary>
    internal static Wording Of(MeasureStatus status) => status switch
    {
        MeasureStatus.Planned => new("计划", "planned"),
        MeasureStatus.Underway => new("实施中", "under way"),
        MeasureStatus.Done => new("已完成", "done"),
        _ => new("放弃", "dropped"),
    };

    /// <summary>What a message is about.</summary>
    internal static Wording Of(MessageKind kind) => kind switch
    {
        MessageKind.Reminder => new("期限", "Last day"),
        MessageKind.Listing => new("名单", "Listing"),
        MessageKind.Objection => new("异议", "Objection"),
        _ => new("证书", "Certificate"),
    };
}
