using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Host.Pages.Home;

/// <summary>Words of the bureau's first page.</summary>
internal static class HomeTexts
{
    internal static readonly Wording Menu = new("首页", "Home");
    internal static readonly Wording Title = new("{0} 年排污情况的审核判定", "Audit duty for the year {0}");
    internal static readonly Wording Lead = new("{0}，今天是 {1}。", "{0}; today is {1}.");
    internal static readonly Wording Funnel = new("从数据到验收", "From data to acceptance");
    internal static readonly Wording Imported = new("已导入", "Imported");
    internal static readonly Wording Screened = new("已筛查", "Screened");
    internal static readonly Wording Listed = new("应列入", "Listed");
    internal static readonly Wording Approved = new("已核定", "Fixed");
    internal static readonly Wording Published = new("已公布", "Published");
    internal static readonly Wording Notified = new("已送达", "Notified");
    internal static readonly Wording Started = new("已启动", "Started");
    internal static readonly Wording Accepted = new("已验收", "Accepted");
    internal static readonly Wording ForMe = new("等待我办理", "What waits for me");
    internal static readonly Wording NothingForMe = new("没有等待您办理的事项。", "Nothing waits for you.");
    internal static readonly Wording ImportsWait = new("导入待处理：{0} 批有问题待接受或退回", "Imports: {0} wait for their findings to be accepted or refused");
    internal static readonly Wording EntriesWait = new("{0}：{1} 项待办理", "{0}: {1} entries");
    internal static readonly Wording SignaturesWait = new("{0}：待会签", "{0}: to be signed");
    internal static readonly Wording ObjectionsWait = new("异议待处理：{0} 件", "Objections: {0} to be answered");
    internal static readonly Wording MessagesWait = new("未读提醒：{0} 条", "Reminders not read: {0}");
    internal static readonly Wording Deadlines = new("期限", "Deadlines");
    internal static readonly Wording NoDeadlines = new("七天内没有到期事项，也没有逾期。", "Nothing is due within seven days, and nothing is overdue.");
    internal static readonly Wording Overdue = new("已逾期 {0} 天", "{0} days overdue");
    internal static readonly Wording DueOn = new("{0} 到期", "due on {0}");
    internal static readonly Wording More = new("另有 {0} 项", "{0} more");
    internal static readonly Wording Outcomes = new("判定结果", "Outcomes");
    internal static readonly Wording ByCity = new("按地区", "By city");
    internal static readonly Wording ByGround = new("按列入情形", "By ground");
    internal static readonly Wording ByIndustry = new("按行业（应列入）", "By industry (listed)");
    internal static readonly Wording Place = new("地区", "Place");
    internal static readonly Wording Ground = new("情形", "Ground");
    internal static readonly Wording Industry = new("行业", "Industry");
    internal static readonly Wording UnknownIndustry = new("行业不明", "Industry not known");
    internal static readonly Wording Enterprises = new("企业数（家）", "Enterprises");
    internal static readonly Wording Changes = new("与上一年相比", "Compared with the year before");
    internal static readonly Wording Joined = new("新列入（{0}）", "Joined ({0})");
    internal static readonly Wording Left = new("不再列入（{0}）", "No longer listed ({0})");
    internal static readonly Wording OtherGrounds = new("情形变化（{0}）", "On other grounds ({0})");
    internal static readonly Wording NoneBefore = new("上一年没有筛查，无从比较。", "The year before was not screened: there is nothing to compare with.");
    internal static readonly Wording NoChange = new("与上一年相同。", "Nobody joined or left.");
    internal static readonly Wording NotJudged = new("未判定", "not judged");
    internal static readonly Wording Empty = new("{0} 年还没有完成的筛查。先导入数据，再运行筛查。", "No screening of {0} is finished yet. Import data first, then run a screening.");
    internal static readonly Wording ToImports = new("导入数据", "Import data");
    internal static readonly Wording ToScreenings = new("运行筛查", "Run a screening");
}
