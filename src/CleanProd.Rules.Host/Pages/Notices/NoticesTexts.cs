using CleanProd.Rules.Facts;
using CleanProd.Rules.Notices;
using CleanProd.Rules.Storage.Notices;

namespace CleanProd.Rules.Host.Pages.Notices;

/// <summary>Words of the pages about notices.</summary>
internal static class NoticesTexts
{
    internal static readonly Wording Menu = new("通知书", "Notices");
    internal static readonly Wording Title = new("通知书", "Notices");
    internal static readonly Wording Lead = new("按名单成批制发，编号、送达、签收逐件登记。", "Issued by list in batches; number, service and receipt are recorded one by one.");
    internal static readonly Wording IssueHead = new("制发通知书", "Issue notices");
    internal static readonly Wording NoList = new("还没有公布的名单。名单公布后才能编号发文。", "No list is published yet: notices are numbered once one is.");
    internal static readonly Wording List = new("名单", "List");
    internal static readonly Wording ChooseList = new("请选择名单", "Choose a list");
    internal static readonly Wording Organ = new("发文机关", "Issuing organ");
    internal static readonly Wording NoOrgan = new("您的辖区还没有发文机关，请先登记。", "There is no issuing organ in your region: enter one first.");
    internal static readonly Wording ToNotify = new("您和该机关辖区内有 {0} 家企业，其中 {1} 家尚无通知书。", "{0} enterprises lie in your region and the organ's; {1} of them have no notice yet.");
    internal static readonly Wording Issue = new("制发（{0} 家）", "Issue ({0})");
    internal static readonly Wording IssueTitle = new("制发 {0} 家企业的通知书", "Issue the notices of {0} enterprises");
    internal static readonly Wording IssueDo = new("制发", "Issue");
    internal static readonly Wording IssueNumbers = new("按名单顺序连续编号（{0}），编号不能收回。", "They are numbered in the order of the list ({0}); a number is never taken back.");
    internal static readonly Wording IssueDated = new("成文日期为 {0}。", "They are dated {0}.");
    internal static readonly Wording IssueOnce = new("已有通知书的企业不重复制发。", "Whoever has one already gets no second one.");
    internal static readonly Wording PreviewOne = new("预览一件", "Preview one");
    internal static readonly Wording Preview = new("预览", "Preview");
    internal static readonly Wording Enterprise = new("企业", "Enterprise");
    internal static readonly Wording Batches = new("批次", "Batches");
    internal static readonly Wording BatchLine = new("第 {0} 批 · {1} · {2}", "Batch {0} · {1} · {2}");
    internal static readonly Wording All = new("全部通知书", "All notices");
    internal static readonly Wording None = new("没有符合条件的通知书。", "No notice is like that.");
    internal static readonly Wording Any = new("全部", "All");
    internal static readonly Wording State = new("状态", "State");
    internal static readonly Wording Kind = new("种类", "Kind");
    internal static readonly Wording Number = new("文号", "Number");
    internal static readonly Wording Find = new("查找", "Find");
    internal static readonly Wording IssuedOn = new("成文日期", "Dated");
    internal static readonly Wording Served = new("送达", "Served");
    internal static readonly Wording NotServed = new("未送达", "not served");
    internal static readonly Wording ServedLine = new("{0} · {1}", "{0} · {1}");
    internal static readonly Wording Document = new("文件", "Document");
    internal static readonly Wording Word = new("Word", "Word");
    internal static readonly Wording More = new("显示更多", "Show more");

    internal static readonly Wording NewOrgan = new("登记发文机关", "Enter an issuing organ");
    internal static readonly Wording Region = new("辖区", "Region");
    internal static readonly Wording NameZh = new("名称（中文）", "Name (Chinese)");
    internal static readonly Wording NameEn = new("名称（英文）", "Name (English)");
    internal static readonly Wording OrganWord = new("机关代字", "Organ word");
    internal static readonly Wording OrganWordHint = new("文号为“代字〔年份〕顺序号号”，例如 粤环清审〔2025〕1号", "Numbers are the word, the year in brackets and a running number");
    internal static readonly Wording WithdrawalWord = new("撤回通知的代字", "Word of withdrawals");
    internal static readonly Wording Contact = new("联系人", "Contact");
    internal static readonly Wording Telephone = new("电话", "Telephone");
    internal static readonly Wording Save = new("登记", "Enter it");

    internal static readonly Wording BatchTitle = new("通知书第 {0} 批", "Notices, batch {0}");
    internal static readonly Wording BatchLead = new("{0} · 成文日期 {1}", "{0} · dated {1}");
    internal static readonly Wording Making = new("正在编号、制作文件……", "Numbering and writing …");
    internal static readonly Wording BatchDone = new("全部完成：共 {0} 家，本批制作 {1} 件。", "All done: {0} enterprises, {1} notices made by this batch.");
    internal static readonly Wording BatchSkipped = new("{0} 家已移出名单且从未收到通知书，无须撤回。", "{0} left the list and never had a notice: there is nothing to take back.");
    internal static readonly Wording BatchIncomplete = new("{0} 件没有做成，原因如下。改正后再次制发，只补做缺少的。", "{0} could not be made, for the reasons below. Correct them and issue again: only what is missing is made.");
    internal static readonly Wording Zip = new("下载全部（ZIP）", "Download all (ZIP)");
    internal static readonly Wording Back = new("返回通知书", "Back to the notices");
    internal static readonly Wording Error = new("原因", "Reason");

    internal static readonly Wording PreviewTitle = new("通知书预览", "Preview of a notice");
    internal static readonly Wording PreviewLead = new("拟稿，未编号；编号和成文日期在制发时填入。", "A draft without number; number and date are entered when it is issued.");
    internal static readonly Wording DownloadDraft = new("下载拟稿（Word）", "Download the draft (Word)");
    internal static readonly Wording Download = new("下载（Word）", "Download (Word)");
    internal static readonly Wording Paper = new("通知书正文", "Text of the notice");
    internal static readonly Wording NotWritten = new("文件正在制作。", "The document is being written.");
    internal static readonly Wording Serve = new("登记送达", "Record service");
    internal static readonly Wording CorrectService = new("更正送达记录", "Correct the record of service");
    internal static readonly Wording ServedOn = new("送达日期", "Day of service");
    internal static readonly Wording Method = new("送达方式", "How");
    internal static readonly Wording Proof = new("送达回证、邮寄或者公告凭证", "Proof: signed record, postal receipt, announcement");
    internal static readonly Wording Remark = new("备注", "Remark");
    internal static readonly Wording ServeDo = new("登记", "Record it");
    internal static readonly Wording ServedNow = new("已登记送达，以送达为起点的期限开始计算。", "Service is recorded; periods that count from it run.");
    internal static readonly Wording Reissue = new("重新制发", "Issue anew");
    internal static readonly Wording ReissueGives = new("新通知书取得新的文号，代替 {0}。", "The new notice gets a number of its own and stands in place of {0}.");
    internal static readonly Wording ReissueVoids = new("原通知书作废，须另行送达新通知书。", "The old one is void; the new one must be served.");
    internal static readonly Wording Reissued = new("已重新制发：", "Issued anew:");
    internal static readonly Wording Mail = new("电子邮件发送", "Send by e-mail");
    internal static readonly Wording Recipient = new("收件地址", "E-mail address");
    internal static readonly Wording Send = new("发送", "Send");
    internal static readonly Wording Sent = new("已交邮件服务器发送。", "Handed over for sending.");
    internal static readonly Wording Supersedes = new("代替或者撤回的通知书", "The notice that it replaces or takes back");
    internal static readonly Wording History = new("办理记录", "History");
    internal static readonly Wording ProofOf = new("凭证：{0}", "Proof: {0}");
    internal static readonly Wording MailedTo = new("收件人：{0}", "To: {0}");

    internal static readonly Wording AddressedTo = new("{0}：", "To {0}:");
    internal static readonly Wording NoticeHead = new("实施强制性清洁生产审核通知书", "Notice of mandatory cleaner-production audit");
    internal static readonly Wording WithdrawalHead = new("撤回通知", "Notice of withdrawal");
    internal static readonly Wording Says = new(
        "根据{0}年排污情况（判定日 {1}），你单位列入{2}（公布日期：{3}；类别：{4}），应当实施清洁生产审核。",
        "On its discharge of {0} (as of {1}) your enterprise stands on {2} (published: {3}; class: {4}) and must undergo a cleaner-production audit.");
    internal static readonly Wording SaysLeft = new("你单位已移出{0}。", "Your enterprise has left {0}.");
    internal static readonly Wording Reasons = new("原因", "Reasons");
    internal static readonly Wording LegalBasis = new("法律依据", "Legal basis");
    internal static readonly Wording Duties = new("应当履行的义务和期限", "Duties and last days");
    internal static readonly Wording Consequences = new("不履行的后果", "Consequences");
    internal static readonly Wording Remedies = new("救济途径", "Remedies");
    internal static readonly Wording MoreFacts = new("共 {0} 条事实，此处列出最严重的 {1} 条。", "{0} facts; the most telling {1} are named.");
    internal static readonly Wording Asks = new("联系人：{0}　电话：{1}", "Contact: {0}, telephone: {1}");
    internal static readonly Wording Copies = new("抄送：{0}", "Copies: {0}");
    internal static readonly Wording CreditCode = new("统一社会信用代码：{0}", "Unified social credit code: {0}");
    internal static readonly Wording Address = new("地址：{0}", "Address: {0}");

    /// <summary>Where a notice stands.</summary>
    internal static Wording Of(NoticeState state) => state switch
    {
        NoticeState.Numbered => new("已编号", "numbered"),
        NoticeState.Issued => new("已制发", "issued"),
        NoticeState.Sent => new("已发送", "sent"),
        NoticeState.Served => new("已送达", "served"),
        NoticeState.Acknowledged => new("已签收", "acknowledged"),
        NoticeState.Replaced => new("已被代替", "replaced"),
        _ => new("已撤回", "withdrawn"),
    };

    /// <summary>What is done with a notice.</summary>
    internal static Wording Of(NoticeAct act) => act switch
    {
        NoticeAct.Number => new("编号", "numbered"),
        NoticeAct.Issue => new("制发", "issued"),
        NoticeAct.Send => new("电子邮件发送", "sent by e-mail"),
        NoticeAct.Serve => new("登记送达", "service recorded"),
        NoticeAct.CorrectService => new("更正送达", "service corrected"),
        NoticeAct.Acknowledge => new("企业签收", "acknowledged by the enterprise"),
        NoticeAct.Replace => new("被代替", "replaced"),
        _ => new("撤回", "withdrawn"),
    };

    /// <summary>What a notice is for.</summary>
    internal static Wording Of(NoticeKind kind) => kind switch
    {
        NoticeKind.Notice => new("通知书", "Notice"),
        NoticeKind.Reissue => new("重新制发", "Re-issue"),
        _ => new("撤回通知", "Withdrawal"),
    };

    /// <summary>How a document was served.</summary>
    internal static Wording Of(ServiceMethod method) => method switch
    {
        ServiceMethod.Direct => new("直接送达", "handed over"),
        ServiceMethod.Left => new("留置送达", "left at the address"),
        ServiceMethod.Mail => new("邮寄送达", "by post"),
        ServiceMethod.Entrusted => new("委托送达", "by another authority"),
        ServiceMethod.Electronic => new("电子送达", "electronically"),
        _ => new("公告送达", "by announcement"),
    };

    /// <summary>Where a batch stands.</summary>
    internal static Wording Of(NoticeBatchState state) => state switch
    {
        NoticeBatchState.Running => new("制作中", "being made"),
        NoticeBatchState.Done => new("已完成", "done"),
        _ => new("未全部完成", "incomplete"),
    };
}
