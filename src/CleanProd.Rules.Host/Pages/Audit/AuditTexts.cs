using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Host.Pages.Audit;

/// <summary>Words of the audit trail.</summary>
internal static class AuditTexts
{
    internal static readonly Wording Menu = new("操作记录", "Audit trail");
    internal static readonly Wording Title = new("操作记录", "Audit trail");
    internal static readonly Wording Lead = new("谁办理了什么，谁查看了什么。记录前后相扣，不能更改。", "Who did what, and who read what. Every line is chained to the one before and is never changed.");
    internal static readonly Wording Acts = new("办理记录", "Acts");
    internal static readonly Wording Reads = new("访问记录", "Access");
    internal static readonly Wording Subject = new("对象（如 list/3、case/12）", "Subject (such as list/3, case/12)");
    internal static readonly Wording Path = new("地址开头（如 /lists）", "Beginning of the address (such as /lists)");
    internal static readonly Wording Find = new("查找", "Find");
    internal static readonly Wording From = new("自", "From");
    internal static readonly Wording To = new("至", "To");
    internal static readonly Wording Verify = new("核对记录链", "Verify the chain");
    internal static readonly Wording Intact = new("记录链完整：{0} 条，逐条核对无误。", "The chain is intact: {0} lines, each checked.");
    internal static readonly Wording Broken = new("记录链有误（共 {0} 条）：{1}", "The chain is broken ({0} lines): {1}");
    internal static readonly Wording None = new("没有记录。", "There is nothing.");
    internal static readonly Wording Seq = new("序号", "No.");
    internal static readonly Wording When = new("时间", "When");
    internal static readonly Wording Who = new("人员", "Who");
    internal static readonly Wording What = new("事项", "What");
    internal static readonly Wording About = new("对象", "About");
    internal static readonly Wording Content = new("内容", "Content");
    internal static readonly Wording Hidden = new("（管理员不查看企业事务的内容）", "(administrators do not see what is about enterprises)");
    internal static readonly Wording Roles = new("角色", "Roles");
    internal static readonly Wording Status = new("结果", "Result");
    internal static readonly Wording Refused = new("已拒绝（{0}）", "refused ({0})");
    internal static readonly Wording Allowed = new("允许（{0}）", "allowed ({0})");
    internal static readonly Wording Nobody = new("（未知账号）", "(nobody known)");
    internal static readonly Wording System = new("系统", "the program");
    internal static readonly Wording More = new("显示更多", "Show more");
}
