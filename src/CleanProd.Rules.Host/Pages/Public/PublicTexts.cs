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
}
