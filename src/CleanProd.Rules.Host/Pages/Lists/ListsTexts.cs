using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists.Publication;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Storage.Lists;

namespace CleanProd.Rules.Host.Pages.Lists;

/// <summary>Words of the pages about lists.</summary>
internal static class ListsTexts
{
    internal static readonly Wording Menu = new("名单", "Lists");
    internal static readonly Wording Title = new("名单", "Lists");
    internal static readonly Wording Lead = new("县级提出、市级审核、省级核定、部门会签，然后公布。", "The county proposes, the city verifies, the province fixes, departments sign, then it is published.");
    internal static readonly Wording ForMe = new("等待我办理", "What waits for me");
    internal static readonly Wording NothingForMe = new("没有等待您办理的名单事项。", "No list waits for you.");
    internal static readonly Wording WaitingEntries = new("{0} 项待办理", "{0} entries");
    internal static readonly Wording WaitingSignature = new("“{0}”部分（{1} 家）待会签", "Part “{0}” ({1} enterprises) to be signed");
    internal static readonly Wording AllLists = new("全部名单", "All lists");
    internal static readonly Wording None = new("还没有名单。完成筛查后，在这里从筛查结果编制名单。", "There is no list yet. Once a screening has finished, make one of it here.");
    internal static readonly Wording NoneSuch = new("没有符合条件的名单。", "No list is like that.");
    internal static readonly Wording Kind = new("种类", "Kind");
    internal static readonly Wording State = new("状态", "State");
    internal static readonly Wording Any = new("全部", "All");
    internal static readonly Wording ScreenedYear = new("排污年度", "Year screened");
    internal static readonly Wording List = new("名单", "List");
    internal static readonly Wording Progress = new("进度（项）", "Progress (entries)");
    internal static readonly Wording Signed = new("会签", "Signatures");
    internal static readonly Wording SignedOf = new("{0} / {1}", "{0} / {1}");
    internal static readonly Wording NoSignature = new("不需要", "none needed");
    internal static readonly Wording Number = new("文号", "Number");
    internal static readonly Wording PublishedOn = new("公布日期", "Published on");
    internal static readonly Wording More = new("显示更多", "Show more");

    internal static readonly Wording OpenList = new("编制名单", "Make a list");
    internal static readonly Wording OpenFrom = new("依据的筛查", "Screening behind it");
    internal static readonly Wording RunLine = new("{0} 号 · {1} · {2} 年 · {3} 判定 · 应列入 {4} 家", "No. {0} · {1} · {2} · as of {3} · {4} listed");
    internal static readonly Wording NoRun = new("没有可用的筛查：先完成一次正式筛查。", "There is no screening to make it of: finish one first.");
    internal static readonly Wording Batch = new("批次", "Batch");
    internal static readonly Wording Jurisdiction = new("公布的行政区", "Jurisdiction that publishes");
    internal static readonly Wording Classes = new("类别（不选为全部）", "Classes (all where none is chosen)");
    internal static readonly Wording Open = new("开始编制", "Open the list");

    internal static readonly Wording ListLead = new("{0} · {1} 年排污情况，{2}判定 · {3} · {4}公布", "{0} · year {1}, determined as of {2} · {3} · published by the {4}");
    internal static readonly Wording Export = new("导出 Excel", "Excel");
    internal static readonly Wording ExportCsv = new("导出 CSV", "CSV");
    internal static readonly Wording Amends = new("被调整的名单", "The list that is amended");
    internal static readonly Wording Step = new("{0} {1}", "{0} {1}");
    internal static readonly Wording Chain = new("环节", "Steps");
    internal static readonly Wording Next = new("接下来由谁办理", "Who is next");
    internal static readonly Wording NextLine = new("{0}{1}{2}", "{0} {1}: {2}");
    internal static readonly Wording NextCount = new("：{0} 项", ", {0} entries");
    internal static readonly Wording YourTurn = new("轮到您：{0} 项", "your turn: {0}");
    internal static readonly Wording NobodyNext = new("没有待办理的企业。", "No enterprise waits for anybody.");
    internal static readonly Wording Blocks = new("公布前还须", "What blocks publication");
    internal static readonly Wording NothingBlocks = new("没有障碍，可以公布。", "Nothing stands against publication.");
    internal static readonly Wording ShowThem = new("逐项查看", "One by one");
    internal static readonly Wording Procedure = new("谁来编制（{0}）", "Who makes it ({0})");

    internal static readonly Wording Signatures = new("会签", "Signatures");
    internal static readonly Wording Class = new("类别", "Class");
    internal static readonly Wording Included = new("列入（家）", "Listed");
    internal static readonly Wording SignedBy = new("{0} 已会签（{1}，{2}）", "signed by the {0} ({1}, {2})");
    internal static readonly Wording RefusedBy = new("{0} 拒绝会签（{1}，{2}）：{3}", "refused by the {0} ({1}, {2}): {3}");
    internal static readonly Wording VoidBy = new("{0} 会签后内容有变，须重新会签", "changed since the {0} answered: to be signed again");
    internal static readonly Wording MissingBy = new("{0} 尚未会签", "not yet signed by the {0}");
    internal static readonly Wording NobodySigns = new("本类别无须会签。", "Nobody signs this class.");
    internal static readonly Wording Sign = new("会签", "Sign");
    internal static readonly Wording SignTitle = new("会签“{0}”部分（{1} 家）", "Sign part “{0}” ({1} enterprises)");
    internal static readonly Wording SignConsequence = new("您所在的部门对这 {0} 家企业的列入负共同责任。", "Your department answers jointly for the listing of these {0} enterprises.");
    internal static readonly Wording SignFixed = new("会签的是此刻的内容；之后有变动，会签自动失效，须重新会签。", "What is signed is the content as it stands; once it changes the signature is void and must be given again.");
    internal static readonly Wording RefuseToSign = new("拒绝会签", "Refuse to sign");
    internal static readonly Wording RefuseTitle = new("拒绝会签“{0}”部分", "Refuse to sign part “{0}”");
    internal static readonly Wording RefuseConsequence = new("名单在此部分重新会签之前不能公布，牵头部门会看到您的理由。", "The list cannot be published until this part is signed; the leading department reads your reason.");
    internal static readonly Wording SignedNow = new("已会签。", "Signed.");
    internal static readonly Wording RefusedNow = new("已拒绝会签，理由已告知牵头部门。", "Refused; the leading department is told why.");

    internal static readonly Wording Entries = new("企业", "Enterprises");
    internal static readonly Wording Tab = new("{0}（{1}）", "{0} ({1})");
    internal static readonly Wording AllClasses = new("全部", "All");
    internal static readonly Wording Search = new("名称或代码", "Name or code");
    internal static readonly Wording Find = new("查找", "Find");
    internal static readonly Wording Decision = new("决定", "Decision");
    internal static readonly Wording MineOnly = new("只看轮到我的", "Only those that wait for me");
    internal static readonly Wording NoEntries = new("没有符合条件的企业。", "No enterprise is like that.");
    internal static readonly Wording NoEntriesAtAll = new("本名单在您的辖区内没有企业。", "No enterprise of the list lies in your region.");
    internal static readonly Wording SelectAll = new("全选", "Select all");
    internal static readonly Wording SelectOne = new("选择 {0}", "Select {0}");
    internal static readonly Wording Selected = new("已选 {0} 项", "{0} selected");
    internal static readonly Wording SelectFirst = new("选中企业后批量办理。", "Select enterprises to act on many at once.");
    internal static readonly Wording ActOn = new("{0}（{1}）", "{0} ({1})");
    internal static readonly Wording Enterprise = new("企业", "Enterprise");
    internal static readonly Wording Reason = new("理由", "Why");
    internal static readonly Wording Evidence = new("证据（条）", "Evidence");
    internal static readonly Wording Stands = new("环节与签署", "Step and signatures");
    internal static readonly Wording NextStep = new("下一步", "Next");
    internal static readonly Wording ByMachine = new("按判定", "as determined");
    internal static readonly Wording IncludedByHand = new("人工列入", "listed by hand");
    internal static readonly Wording ExcludedByHand = new("人工排除", "kept off by hand");
    internal static readonly Wording NotIncluded = new("不列入", "not listed");
    internal static readonly Wording Returned = new("{0} 退回：{1}", "sent back by {0}: {1}");
    internal static readonly Wording DidStep = new("{0}：{1}", "{0}: {1}");
    internal static readonly Wording Nothing = new("—", "—");

    internal static readonly Wording DoTitle = new("{0}：{1} 项", "{0}: {1} entries");
    internal static readonly Wording DoIncluded = new("其中列入 {0} 项，不列入 {1} 项。", "{0} of them are listed, {1} are not.");
    internal static readonly Wording AfterPropose = new("提出后由{0}审核，提出人不能审核。", "Then the {0} verifies them; whoever proposed may not.");
    internal static readonly Wording AfterVerify = new("审核后由{0}核定，审核人不能核定。", "Then the {0} fixes them; whoever verified may not.");
    internal static readonly Wording AfterFix = new("核定后只待会签和公布；再改须先退回。", "Then only signatures and publication are left; a change needs sending back.");
    internal static readonly Wording AfterInclude = new("列入的企业须依法实施审核；由另一账号核定。", "Whoever is listed owes an audit by law; another account must fix it.");
    internal static readonly Wording AfterExclude = new("排除后不公布、不通知；判定结果和理由一并存档，由另一账号核定。", "Whoever is kept off is neither published nor notified; the determination is kept beside your reason, and another account must fix it.");
    internal static readonly Wording AfterRefuse = new("退回上一环节，并告知理由。", "They go back a step, with your reason.");
    internal static readonly Wording AfterWithdraw = new("撤回后不再列入本名单。", "They leave this list.");
    internal static readonly Wording Done = new("{0}：已办理 {1} 项。", "{0}: done for {1}.");
    internal static readonly Wording Refused = new("未办理 {0} 项：", "Not done for {0}:");
    internal static readonly Wording Working = new("{0}：正在逐项办理……", "{0}: one by one …");

    internal static readonly Wording AddByHand = new("人工增列企业", "List an enterprise by hand");
    internal static readonly Wording AddHint = new("筛查未判定应列入、但依据其他材料应当列入的企业。须写明理由并附文件。", "For one that the screening does not list but other evidence does. Reason and document are required.");
    internal static readonly Wording Code = new("统一社会信用代码", "Unified social credit code");
    internal static readonly Wording Add = new("增列", "Add");
    internal static readonly Wording Added = new("已增列，等待提出。", "Added; it waits to be proposed.");
    internal static readonly Wording RollOver = new("滚动列入", "Carry over");
    internal static readonly Wording RollOverHint = new("以往名单中评估、验收未通过或者逾期未报告的企业有 {0} 家，可滚动列入本名单。", "{0} enterprises of earlier lists failed or are overdue and may be carried into this list.");
    internal static readonly Wording RollOverDo = new("滚动列入（{0}）", "Carry over ({0})");
    internal static readonly Wording RollOverConsequence = new("列入后由县级提出，原案件在本名单公布之日转入新案件。", "They wait to be proposed; on the day of publication the old case goes on in a new one.");
    internal static readonly Wording RolledOver = new("已滚动列入 {0} 家。", "{0} carried over.");

    internal static readonly Wording Publish = new("公布", "Publish");
    internal static readonly Wording PublishHead = new("公布名单", "Publish the list");
    internal static readonly Wording PublishBlocked = new("仍有 {0} 项障碍，见上方“公布前还须”。", "{0} things still stand against it: see “What blocks publication” above.");
    internal static readonly Wording PublishTitle = new("公布{0}", "Publish {0}");
    internal static readonly Wording PublishFinal = new("公布不能撤销：更正只能另行编制调整名单。", "Publication cannot be taken back: corrections need an amendment.");
    internal static readonly Wording PublishOpens = new("{0} 家企业自 {1} 起承担法定义务，期限开始计算。", "{0} enterprises owe their duties from {1} on; periods begin to run.");
    internal static readonly Wording PublishPublic = new("名单立即在公开页面可查询、下载，不需要登录。", "Everybody can look the list up and download it at once, without signing in.");
    internal static readonly Wording PublishNotices = new("随后制发书面通知书。", "Written notices follow.");
    internal static readonly Wording Published = new("已公布。", "Published.");
    internal static readonly Wording ToNotices = new("制发通知书", "Issue the notices");
    internal static readonly Wording ToPublic = new("查看公开页面", "The public page");
    internal static readonly Wording Evaluation = new("验收前须先评估", "Audits are evaluated before acceptance");
    internal static readonly Wording EvaluationReason = new("按名单确定（2016 年办法第二十条）", "As said for the list (2016 Measures Art. 20)");
    internal static readonly Wording Abandon = new("放弃名单", "Give the list up");
    internal static readonly Wording AbandonConsequence = new("名单停止编制，不能恢复；同一批次可以重新编制。", "The list ends for good; its batch can be made again.");
    internal static readonly Wording Abandoned = new("已放弃。", "Given up.");
    internal static readonly Wording Amend = new("调整名单", "Amend the list");
    internal static readonly Wording AmendHint = new("依据更正数据后的筛查编制调整名单：增列、移出、更正理由。", "Makes an amendment of a screening of corrected data: who joins, who leaves, whose reason changes.");
    internal static readonly Wording AmendNoRun = new("没有比本名单更新的筛查。", "There is no screening later than the list.");
    internal static readonly Wording AmendDo = new("编制调整名单", "Make the amendment");
    internal static readonly Wording Amended = new("调整名单已开始编制。", "The amendment is open.");
    internal static readonly Wording Unsettled = new("因数据不足未能重新判定、暂留名单的企业：{0}", "Could not be decided again for want of data and stay on: {0}");
    internal static readonly Wording ToAmendment = new("打开调整名单", "Open the amendment");

    internal static readonly Wording InForce = new("现行名单", "The list in force");
    internal static readonly Wording InForceLine = new("{0}，共 {1} 家", "{0}: {1} enterprises");
    internal static readonly Wording History = new("名单记录", "History of the list");
    internal static readonly Wording When = new("时间", "When");
    internal static readonly Wording What = new("事项", "What");
    internal static readonly Wording Who = new("经办", "Who");
    internal static readonly Wording Remark = new("说明", "Remark");

    internal static readonly Wording EntryLead = new("{0} · {1}", "{0} · {1}");
    internal static readonly Wording MachineSays = new("机器判定", "What the machine says");
    internal static readonly Wording PeopleDecided = new("人工决定", "What people decided");
    internal static readonly Wording NoDecision = new("没有人工决定，按判定办理。", "Nobody decided by hand: the determination stands.");
    internal static readonly Wording Document = new("依据文件", "Document");
    internal static readonly Wording Values = new("决定性数值", "Deciding values");
    internal static readonly Wording ToEnterprise = new("查看企业和全部证据", "The enterprise with all evidence");
    internal static readonly Wording EntryHistory = new("办理记录", "History");
    internal static readonly Wording Acts = new("可以办理", "What you may do");
    internal static readonly Wording NoActs = new("此刻没有您可以办理的事项。下一步：{0}", "There is nothing for you to do now. Next: {0}");
    internal static readonly Wording ActedFor = new("代{0}办理", "acted for the {0} level");
    internal static readonly Wording BackToList = new("返回名单", "Back to the list");
    internal static readonly Wording OutletAndSubject = new("排放口和项目", "Outlet and subject");
    internal static readonly Wording DeterminationHash = new("判定指纹（SHA-256）", "Determination (SHA-256)");

    /// <summary>What a list is for.</summary>
    internal static Wording Of(ListKind kind) => kind switch
    {
        ListKind.Audit => new("审核名单", "Audit list"),
        ListKind.Amendment => new("调整名单", "Amendment"),
        ListKind.Polluters => new("超标超总量名单", "List of polluters"),
        _ => new("自愿审核名单", "Recognition list"),
    };

    /// <summary>Where a list stands.</summary>
    internal static Wording Of(ListState state) => state switch
    {
        ListState.Open => new("编制中", "open"),
        ListState.Published => new("已公布", "published"),
        _ => new("已放弃", "given up"),
    };

    /// <summary>How an entry came up; nothing to say of the usual way.</summary>
    internal static Wording? Of(EntryOrigin origin) => origin switch
    {
        EntryOrigin.Manual => new("人工增列", "put up by hand"),
        EntryOrigin.RolledOver => new("滚动列入", "carried over"),
        EntryOrigin.Removal => new("移出名单", "leaves the list"),
        EntryOrigin.Change => new("更正理由", "reason changes"),
        EntryOrigin.Recognition => new("自愿审核", "voluntary"),
        _ => null,
    };

    /// <summary>How an entry was decided.</summary>
    internal static Wording Of(EntryDecision decision) => decision switch
    {
        EntryDecision.Included => IncludedByHand,
        EntryDecision.Excluded => ExcludedByHand,
        _ => ByMachine,
    };

    /// <summary>Things that stand against publication, by code.</summary>
    internal static Wording OfBlock(string code) => code switch
    {
        "entry_not_fixed" => new("尚未核定的企业", "enterprises not yet fixed"),
        "entry_returned" => new("被退回的企业", "enterprises sent back"),
        "signature_missing" => new("待会签的部分", "parts not yet signed"),
        "signature_void" => new("会签后有变动、须重新会签的部分", "parts that changed since they were signed"),
        "signature_refused" => new("被拒绝会签的部分", "parts that were refused"),
        "rule_errors" => new("筛查中规则出错", "rules that failed in the screening"),
        "nothing_to_publish" => new("名单上没有企业", "nobody is on the list"),
        "list_closed" => new("名单已公布或者已放弃", "the list is closed"),
        _ => Wording.Same(code),
    };
}
