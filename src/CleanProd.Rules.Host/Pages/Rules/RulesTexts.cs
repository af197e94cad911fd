using CleanProd.Rules.Facts;
using CleanProd.Rules.Rules.Comparing;
using CleanProd.Rules.Storage.Policy;

namespace CleanProd.Rules.Host.Pages.Rules;

/// <summary>Words of the pages on the rules in force.</summary>
internal static class RulesTexts
{
    internal static readonly Wording Menu = new("规则", "Rules");
    internal static readonly Wording Title = new("规则", "Rules");
    internal static readonly Wording Lead = new("判定日期 {0} 适用 {1} 个规则包。", "Determination date {0}: {1} packs apply.");
    internal static readonly Wording On = new("判定日期", "Determination date");
    internal static readonly Wording Today = new("今天", "Today");
    internal static readonly Wording TimeLine = new("法规时间线", "Time line of the instruments");
    internal static readonly Wording TimeLineHelp = new("横条为规则包适用的判定日期，实心者在所选日期适用；竖线为所选日期。", "Bars are the determination dates a pack governs; a solid bar applies on the chosen day, which the line marks.");
    internal static readonly Wording AppliesNow = new("适用", "in force");
    internal static readonly Wording Span = new("{0} 至 {1}", "{0} to {1}");
    internal static readonly Wording Open = new("今后", "open end");
    internal static readonly Wording InForce = new("所选日期适用的规则包", "Packs that apply on the chosen day");
    internal static readonly Wording NoneInForce = new("这一天没有规则包适用：不能筛查。", "No pack applies on this day: nothing can be screened.");
    internal static readonly Wording Pack = new("规则包", "Pack");
    internal static readonly Wording Instrument = new("法规", "Instrument");
    internal static readonly Wording Jurisdiction = new("适用地区", "Jurisdiction");
    internal static readonly Wording Version = new("版本", "Version");
    internal static readonly Wording VersionOf = new("第 {0} 版", "version {0}");
    internal static readonly Wording EffectiveFrom = new("起", "From");
    internal static readonly Wording EffectiveTo = new("止", "To");
    internal static readonly Wording Origin = new("来由", "Origin");
    internal static readonly Wording ReleasedBy = new("发布人", "Released by");
    internal static readonly Wording ReleasedAt = new("发布时间", "Released at");
    internal static readonly Wording ReasonOf = new("理由", "Reason");
    internal static readonly Wording Acts = new("操作", "Acts");
    internal static readonly Wording CopyToDraft = new("据此起草", "Draft from this");
    internal static readonly Wording Drafts = new("草案", "Drafts");
    internal static readonly Wording NoDrafts = new("没有草案。打开规则工作台，从现行规则包或空白开始起草。", "There are no drafts. Open the workbench and begin from a pack in force or from nothing.");
    internal static readonly Wording ToWorkbench = new("打开规则工作台", "Open the workbench");
    internal static readonly Wording State = new("状态", "State");
    internal static readonly Wording Author = new("起草人", "Author");
    internal static readonly Wording Updated = new("最近修改", "Last change");
    internal static readonly Wording DraftNo = new("草案 {0}", "Draft {0}");
    internal static readonly Wording Outdated = new("应当重新筛查", "To be screened again");
    internal static readonly Wording OutdatedHelp = new("下列筛查所用的规则包，已不是其判定日期现在适用的规则包。", "These screenings were judged with packs that are no longer those in force for their determination date.");
    internal static readonly Wording RunOf = new("第 {0} 号筛查：{1}，{2} 年度，判定日期 {3}", "Screening {0}: {1}, year {2}, as of {3}");
    internal static readonly Wording WasWith = new("当时：{0}", "then: {0}");
    internal static readonly Wording NowWith = new("现在：{0}", "now: {0}");
    internal static readonly Wording ScreenAgain = new("重新筛查", "Screen again");
    internal static readonly Wording ScreenAgainAsk = new("按现行规则重新筛查？", "Screen again under the rules in force?");
    internal static readonly Wording ScreenAgainFollows = new("以现行规则包和现有数据，对 {0} 的 {1} 年度重新判定；原筛查保留。", "Judges {0}, year {1}, anew with the packs in force and the data at hand; the earlier screening is kept.");
    internal static readonly Wording ListsStay = new("已公布的名单不会自动改变，须另行修订。", "Published lists do not change by it: they are amended separately.");
    internal static readonly Wording Ordered = new("已安排第 {0} 号筛查。", "Screening {0} is ordered.");
    internal static readonly Wording Versions = new("发布历史", "Released versions");
    internal static readonly Wording Compare = new("比较两个版本", "Compare two versions");
    internal static readonly Wording Before = new("原文本", "Before");
    internal static readonly Wording After = new("新文本", "After");
    internal static readonly Wording ShowDifference = new("显示不同", "Show the difference");
    internal static readonly Wording CompareTitle = new("规则的不同之处", "What the rules say otherwise");
    internal static readonly Wording CompareLead = new("{0} → {1}", "{0} → {1}");
    internal static readonly Wording Same = new("两个文本对任何企业的判定都相同，文字也没有需要说明的不同。", "Both say the same of every enterprise; nothing in their words differs.");
    internal static readonly Wording NothingToCompare = new("请选择要比较的两个版本。", "Choose two versions to compare.");
    internal static readonly Wording Withdraw = new("废止", "Withdraw");
    internal static readonly Wording WithdrawAsk = new("自 {0} 起废止 {1}？", "Withdraw {1} from {0} on?");
    internal static readonly Wording WithdrawFollows = new("判定日期在 {0} 及以后的筛查不再适用该规则包；以前的判定不变。", "Screenings with a determination date from {0} on no longer use it; what was judged before stays.");
    internal static readonly Wording RollBack = new("恢复此版", "Put back");
    internal static readonly Wording RollBackAsk = new("自 {0} 起恢复 {1} 第 {2} 版？", "Put version {2} of {1} back from {0} on?");
    internal static readonly Wording RollBackFollows = new("以新版本号重新发布该文本，自判定日期 {0} 起适用。", "Its text is released again under a new version number and applies to determination dates from {0} on.");
    internal static readonly Wording Touched = new("已完成的筛查若因此过时，会列为应当重新筛查。", "Finished screenings that this outdates are listed as to be screened again.");
    internal static readonly Wording FromDay = new("起算日期", "First day");
    internal static readonly Wording Done = new("已办理。", "Done.");
    internal static readonly Wording Search = new("查找", "Search");

    internal static readonly Wording PackLead = new("{0}，判定日期 {1}", "{0}, determination dates {1}");
    internal static readonly Wording AboutPack = new("规则包", "The pack");
    internal static readonly Wording Number = new("文号", "Number");
    internal static readonly Wording Promulgated = new("公布", "Promulgated");
    internal static readonly Wording InForceDays = new("施行", "In force");
    internal static readonly Wording Governs = new("适用的判定日期", "Governs determination dates");
    internal static readonly Wording Period = new("判定期间", "Judged period");
    internal static readonly Wording PeriodYear = new("自然年", "the calendar year");
    internal static readonly Wording PeriodMonths = new("截至判定月的 {0} 个月", "the {0} months that end with that of the determination date");
    internal static readonly Wording Basis = new("依据", "Basis");
    internal static readonly Wording Sourced = new("已核对原文", "read in the text of the law");
    internal static readonly Wording Recalled = new("凭记忆，未核对原文", "recalled, not yet checked against the text");
    internal static readonly Wording Hash = new("散列值 SHA-256", "SHA-256");
    internal static readonly Wording Clauses = new("条款与规则", "Clauses and rules");
    internal static readonly Wording NotJudged = new("不判定：{0}", "not judged: {0}");
    internal static readonly Wording Condition = new("条件", "Condition");
    internal static readonly Wording AppliesWhen = new("仅在以下情况适用", "Applies when");
    internal static readonly Wording Requires = new("必须具备的事实", "Facts that must be known");
    internal static readonly Wording Except = new("例外", "Except when");
    internal static readonly Wording AllOf = new("同时满足", "all of");
    internal static readonly Wording AnyOf = new("满足任一", "any of");
    internal static readonly Wording Where = new("其中", "where");
    internal static readonly Wording Overlay = new("与上位规则的关系", "To the wider rule");
    internal static readonly Wording Parameters = new("参数", "Parameters");
    internal static readonly Wording NoParameters = new("没有参数。", "It has no parameters.");
    internal static readonly Wording Parameter = new("参数", "Parameter");
    internal static readonly Wording Value = new("数值", "Value");
    internal static readonly Wording Unit = new("单位", "Unit");
    internal static readonly Wording Citation = new("条款", "Clause");
    internal static readonly Wording Cases = new("案例（{0} 个）", "Cases ({0})");
    internal static readonly Wording CaseName = new("案例", "Case");
    internal static readonly Wording Expected = new("应得结果", "Expected");
    internal static readonly Wording DownloadJson = new("下载 JSON", "Download JSON");
    internal static readonly Wording CompareWithBefore = new("与上一版比较", "Compare with the version before");
    internal static readonly Wording NoSuchPack = new("没有规则包“{0}”。", "There is no rule pack “{0}”.");
    internal static readonly Wording RulesOfPack = new("规则（{0} 条）", "Rules ({0})");

    internal static Wording Of(VersionOrigin origin) => origin switch
    {
        VersionOrigin.Shipped => new("随程序提供", "came with the program"),
        VersionOrigin.Draft => new("草案发布", "a draft"),
        VersionOrigin.RollBack => new("恢复旧版", "put back"),
        _ => new("废止", "withdrawal"),
    };

    internal static Wording Of(PackChangeKind kind) => kind switch
    {
        PackChangeKind.Instrument => new("法规", "Instrument"),
        PackChangeKind.Dates => new("适用日期", "Dates"),
        PackChangeKind.Parameter => new("参数", "Parameter"),
        PackChangeKind.RuleAdded => new("新增规则", "Rule added"),
        PackChangeKind.RuleRemoved => new("删除规则", "Rule removed"),
        PackChangeKind.Tightened => new("从严", "Tightened"),
        PackChangeKind.Loosened => new("从宽", "Loosened"),
        PackChangeKind.Condition => new("条件", "Condition"),
        PackChangeKind.Citation => new("引用条款", "Citation"),
        PackChangeKind.Words => new("文字", "Words"),
        PackChangeKind.Cases => new("案例", "Cases"),
        PackChangeKind.Notice => new("通知书", "Notice"),
        _ => new("程序", "Procedure"),
    };

    /// <summary>Whether a text was read in the law or is recalled.</summary>
    internal static Wording OfBasis(string basis) => basis == "sourced" ? Sourced : Recalled;
}
