using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Host.Pages.Mine;

/// <summary>Words of an enterprise's own pages.</summary>
internal static class MineTexts
{
    internal static readonly Wording Menu = new("我的企业", "My enterprise");
    internal static readonly Wording Title = new("我的企业", "My enterprise");
    internal static readonly Wording Choose = new("企业", "Enterprise");
    internal static readonly Wording NoEnterprise = new("您的账号没有关联企业。请联系负责的生态环境主管部门。", "No enterprise belongs to your account. Ask the environmental bureau in charge.");
    internal static readonly Wording Status = new("概况", "Where you stand");
    internal static readonly Wording Notices = new("通知书", "Notices");
    internal static readonly Wording Objections = new("异议", "Objections");
    internal static readonly Wording Progress = new("进度报告", "Progress");
    internal static readonly Wording History = new("历年", "Earlier years");

    internal static readonly Wording Listed = new("贵企业在{0}公布的强制性清洁生产审核名单上，应当实施清洁生产审核。", "Your enterprise stands on the list published on {0} and must undergo a cleaner-production audit.");
    internal static readonly Wording Done = new("本轮清洁生产审核已通过验收（{0}），目前不需要做什么。", "This round of the audit was accepted ({0}); there is nothing to do now.");
    internal static readonly Wording TakenOff = new("贵企业已于{0}移出名单，不再承担该名单上的审核义务。", "Your enterprise was taken off the list on {0} and no longer owes its audit.");
    internal static readonly Wording Ended = new("该案件已结束：{0}。", "That case has ended: {0}.");
    internal static readonly Wording Reached = new("{0} 年的数据达到列入条件，名单尚未公布；公布之前没有义务。", "The data of {0} meet the conditions of listing; the list is not published, and until it is nothing is owed.");
    internal static readonly Wording Undetermined = new("{0} 年的数据不足，未能判定。缺少的数据见下方，请联系主管部门补充。", "The data of {0} are not enough to decide. What is missing stands below; ask the bureau how to supply it.");
    internal static readonly Wording NotListed = new("{0} 年没有达到列入条件，不需要做什么。", "In {0} the conditions of listing are not met; there is nothing to do.");
    internal static readonly Wording NotJudged = new("还没有判定结果。主管部门筛查之后，在这里查看。", "Nothing was determined yet. Look here after the bureau has screened.");
    internal static readonly Wording NextIs = new("下一项：{0}，{1}之前。", "Next: {0}, by {1}.");
    internal static readonly Wording LateIs = new("已经逾期：{0}（期限 {1}）。请尽快完成并报告。", "Overdue: {0} (last day {1}). Do it and report it without delay.");

    internal static readonly Wording ToDo = new("要做什么、什么时候之前", "What to do, and by when");
    internal static readonly Wording NothingToDo = new("目前没有要做的事。", "There is nothing to do now.");
    internal static readonly Wording DaysLeft = new("还有 {0} 天", "{0} days left");
    internal static readonly Wording DaysLate = new("已逾期 {0} 天", "{0} days late");
    internal static readonly Wording Today = new("今天到期", "due today");
    internal static readonly Wording By = new("{0}之前", "by {0}");
    internal static readonly Wording Report = new("完成后在此报告", "Report it here once it is done");
    internal static readonly Wording Correct = new("责令改正 {0}：{1} 之前改正", "Order {0}: correct by {1}");
    internal static readonly Wording Acknowledge1 = new("签收通知书 {0}", "Confirm receipt of notice {0}");

    internal static readonly Wording Why = new("为什么（{0} 年数据）", "Why (data of {0})");
    internal static readonly Wording AsDetermined = new("判定日：{0}", "Determined as of {0}");
    internal static readonly Wording Evidence = new("下载证据包", "Download the evidence");
    internal static readonly Wording EvidenceHint = new("证据包含判定所用的全部数据和规则，任何人都可以据此重新得出同样的结果。", "The evidence holds all data and rules of the determination: anybody can reach the same result from it.");
    internal static readonly Wording Disagree = new("认为数据有误？", "Are the data wrong?");
    internal static readonly Wording ToObjection = new("提出异议", "Object");

    internal static readonly Wording NoNotices = new("没有通知书。", "There is no notice.");
    internal static readonly Wording Download = new("下载（Word）", "Download (Word)");
    internal static readonly Wording Read = new("查看", "Read");
    internal static readonly Wording Acknowledge = new("签收", "Confirm receipt");
    internal static readonly Wording AcknowledgeTitle = new("签收通知书 {0}", "Confirm receipt of notice {0}");
    internal static readonly Wording AcknowledgeServes = new("签收即为送达：自今日起，以送达为起点的期限开始计算。", "Receipt proves service: periods that count from service run from today.");
    internal static readonly Wording AcknowledgeRights = new("签收不表示同意，不影响提出异议、申请复议或者提起诉讼。", "It is no consent: objection, reconsideration and action before the court remain open.");
    internal static readonly Wording Acknowledged = new("已签收。", "Receipt is confirmed.");

    internal static readonly Wording ObjectHead = new("提出异议", "Object to the listing");
    internal static readonly Wording ObjectHint = new("说明哪些数据不正确、应当是多少，并附证据。主管部门核实后更正数据、重新判定；异议期间各项期限照常计算。", "Say which data are wrong, what is right, and attach proof. The bureau corrects the data and determines again; periods go on meanwhile.");
    internal static readonly Wording ObjectReason = new("哪些数据不正确，应当是多少", "Which data are wrong, and what is right");
    internal static readonly Wording ObjectFile = new("证据文件", "Proof");
    internal static readonly Wording File = new("提交异议", "File the objection");
    internal static readonly Wording Filed = new("异议已提交，主管部门答复后在这里查看。", "The objection is filed; the answer will stand here.");
    internal static readonly Wording ObjectionOpen = new("异议正在处理，答复之前不能再次提出。", "An objection waits for its answer; until then there is no second one.");
    internal static readonly Wording NothingToObject = new("目前没有可以提出异议的名单事项。", "There is no listing to object to.");
    internal static readonly Wording Withdraw = new("撤回异议", "Take the objection back");
    internal static readonly Wording WithdrawConsequence = new("主管部门不再处理这项异议；以后仍可再次提出。", "The bureau no longer deals with it; you may object again later.");
    internal static readonly Wording Withdrawn = new("异议已撤回。", "The objection is withdrawn.");
    internal static readonly Wording ObjectionOn = new("{0}提出的异议", "Objection of {0}");
    internal static readonly Wording RemoveFile = new("移除", "Remove");

    internal static readonly Wording NoCase = new("目前没有在办的审核事项。", "There is no audit under way.");
    internal static readonly Wording ReportHead = new("报告进度", "Report progress");
    internal static readonly Wording MustAnnounce = new("应当公布的内容", "What must be published");
    internal static readonly Wording SoFar = new("已经办理的事项", "What was done so far");

    internal static readonly Wording YearLine = new("{0} 年", "{0}");
    internal static readonly Wording OnList = new("名单：{0}", "List: {0}");
    internal static readonly Wording CaseStood = new("案件：{0}", "Case: {0}");
    internal static readonly Wording NoHistory = new("没有历年记录。", "There is nothing of earlier years.");
}
