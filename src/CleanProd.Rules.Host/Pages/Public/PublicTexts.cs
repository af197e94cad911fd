using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Host.Pages.Public;

/// <summary>Words of the pages for everybody.</summary>
internal static class PublicTexts
{
    internal static readonly Wording Title = new("强制性清洁生产审核", "Cleaner-production audits required by law");
    internal static readonly Wording Lead = new(
        "哪些企业依法应当实施清洁生产审核，依据哪一条，由哪个机关公布：在这里查询、核对、下载。",
        "Which enterprises the law obliges to undergo a cleaner-production audit, under which clause, published by whom: look it up, check it, download it.");
    internal static readonly Wording Search = new("查询企业", "Look up an enterprise");
    internal static readonly Wording SearchHint = new("企业名称（至少两个字）或统一社会信用代码", "Name (at least two characters) or unified social credit code");
    internal static readonly Wording Find = new("查询", "Search");
    internal static readonly Wording TooShort = new("请至少输入两个字。", "Give at least two characters.");
    internal static readonly Wording NoHit = new("已公布的名单中没有“{0}”。名单之外不代表没有其他法定义务。", "No published list names “{0}”. That does not mean it has no other duty.");
    internal static readonly Wording Published = new("已公布的名单", "Published lists");
    internal static readonly Wording NonePublished = new("尚未公布名单。公布后在这里查询和下载。", "Nothing is published yet. Lists appear here as they are.");
    internal static readonly Wording Number = new("文号", "Number");
    internal static readonly Wording List = new("名单", "List");
    internal static readonly Wording PublishedOn = new("公布日期", "Published on");
    internal static readonly Wording Enterprises = new("企业数（家）", "Enterprises");
    internal static readonly Wording Download = new("下载", "Download");
    internal static readonly Wording Enterprise = new("企业", "Enterprise");
    internal static readonly Wording Place = new("所在地", "Place");
    internal static readonly Wording Why = new("列入理由", "Why");
    internal static readonly Wording InForce = new("现行名单", "Standing");
    internal static readonly Wording StillListed = new("在列", "on the list");
    internal static readonly Wording TakenOff = new("已移出", "taken off");
    internal static readonly Wording ForOffices = new("工作人员和企业请登录", "Officials and enterprises: sign in");
    internal static readonly Wording Fingerprint = new("SHA-256：{0}", "SHA-256: {0}");
    internal static readonly Wording AllLists = new("全部已公布的名单", "All published lists");
    internal static readonly Wording AllListsLead = new("每份名单按公布时的原文保存；文件的 SHA-256 就是它的名字，任何人都可以核对。", "Every list is kept as it was published; the SHA-256 of the file is its name, so that anybody can check it.");
    internal static readonly Wording Law = new("法律怎么规定", "What the law says");
    internal static readonly Wording LawLead = new("哪些企业应当实施强制性清洁生产审核，依据哪一条，何时起适用。", "Which enterprises must undergo an audit, under which clause, from when on.");
    internal static readonly Wording InForceFrom = new("施行日期", "In force from");
    internal static readonly Wording InForceTo = new("至", "until");
    internal static readonly Wording Governs = new("适用于判定日 {0} 起{1}", "Applied to determinations from {0}{1}");
    internal static readonly Wording GovernsTo = new("至 {0}", " until {0}");
    internal static readonly Wording Who = new("应当审核的情形", "Who must audit");
    internal static readonly Wording Clause = new("条款", "Clause");
    internal static readonly Wording Year = new("年度", "Year");
    internal static readonly Wording Kind = new("种类", "Kind");
    internal static readonly Wording Any = new("全部", "All");
    internal static readonly Wording Show = new("显示", "Show");
    internal static readonly Wording NoneSuch = new("没有符合条件的名单。", "No list is like that.");
    internal static readonly Wording Older = new("更早的名单", "Older lists");
    internal static readonly Wording Recognitions = new("自愿清洁生产审核名单", "Recognised voluntary audits");
    internal static readonly Wording ListLead = new("{0} · {1}公布 · {2}", "{0} · published {1} · {2}");
    internal static readonly Wording Csv = new("下载 CSV", "Download CSV");
    internal static readonly Wording Json = new("下载 JSON（原文）", "Download JSON (the original)");
    internal static readonly Wording CurrentJson = new("现行名单 JSON", "The list in force (JSON)");
    internal static readonly Wording Organs = new("公布机关", "Published by");
    internal static readonly Wording Instrument = new("适用法律", "Law applied");
    internal static readonly Wording Sha = new("原文 SHA-256", "SHA-256 of the original");
    internal static readonly Wording Amended = new("本名单已经调整：", "The list has been amended:");
    internal static readonly Wording AmendmentOf = new("本名单调整：", "It amends:");
    internal static readonly Wording FindIn = new("在本名单中查找", "Look for in this list");
    internal static readonly Wording NobodyHere = new("本名单中没有“{0}”。", "The list does not name “{0}”.");
    internal static readonly Wording Class = new("类别", "Class");
    internal static readonly Wording Standing = new("情况", "Standing");
    internal static readonly Wording Tab = new("{0}（{1}）", "{0} ({1})");
    internal static readonly Wording Page = new("第 {0} 页，共 {1} 页", "Page {0} of {1}");
    internal static readonly Wording Before = new("上一页", "Back");
    internal static readonly Wording After = new("下一页", "Next");
    internal static readonly Wording Joined = new("增列", "joins");
    internal static readonly Wording Left = new("移出", "leaves");
    internal static readonly Wording Changed = new("更正理由", "reason changes");
    internal static readonly Wording ToHome = new("返回首页", "Back to the start");
}
