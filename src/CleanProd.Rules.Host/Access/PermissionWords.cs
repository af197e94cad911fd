using CleanProd.Rules.Facts;
using CleanProd.Rules.Storage.People;

namespace CleanProd.Rules.Host.Access;

/// <summary>Roles and permissions as people read them.</summary>
internal static class PermissionWords
{
    /// <summary>What a role is.</summary>
    internal static Wording Of(Role role) => role switch
    {
        Role.Admin => new("系统管理员：管理账号、计划和系统，不经办企业事务", "Administrator: accounts, schedules and the system; decides nothing about enterprises"),
        Role.Officer => new("经办人：导入、筛查、审核、提名、办理后续", "Bureau officer: imports, screens, reviews, proposes, keeps cases"),
        Role.Approver => new("审批人：市级核实，省级确定并公布", "Approver: verifies for a city, fixes and publishes for a province"),
        Role.Cosigner => new("会签人：第二部门签署或退回其部分", "Co-signer: signs or refuses the second department's part"),
        Role.PolicyAuthor => new("规则编写人", "Policy author: writes rules"),
        Role.PolicyReleaser => new("规则发布人：发布他人编写的规则", "Policy releaser: releases rules that somebody else wrote"),
        Role.Enterprise => new("企业：查看并申报本企业事项", "Enterprise: reads and reports what concerns itself"),
        Role.Platform => new("监测平台：推送数据", "Monitoring platform: pushes data"),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    /// <summary>What a permission allows.</summary>
    internal static Wording Of(Permission permission) => permission switch
    {
        Permission.OwnAccount => new("管理本人账号", "Keep one's own account"),
        Permission.ReadEnterprises => new("查看企业数据、判定和历史", "Read data, determinations and history of enterprises"),
        Permission.ImportData => new("导入数据", "Bring data in"),
        Permission.SettleImports => new("接受或退回导入问题、撤销导入", "Accept or refuse findings, undo an import"),
        Permission.RunScreenings => new("运行、取消、重做筛查", "Start, cancel and repeat screenings"),
        Permission.ReadLists => new("查看筛查和审核中的名单", "Read screenings and lists under review"),
        Permission.ReviewEntries => new("建立名单、列入、剔除、提名", "Open a list; include, exclude and propose entries"),
        Permission.ApproveEntries => new("核实、确定、退回", "Verify, fix and refuse entries"),
        Permission.SignLists => new("会签或退回名单", "Sign or refuse the second department's part of a list"),
        Permission.PublishLists => new("公布名单", "Publish lists"),
        Permission.IssueNotices => new("制发、补发、送达通知书", "Issue, re-issue and serve notices"),
        Permission.ReadNotices => new("查看通知书", "Read notices"),
        Permission.AcknowledgeNotices => new("签收通知书", "Confirm receipt of notices"),
        Permission.KeepCases => new("办理个案：登记、评估、验收", "Record, evaluate and accept in cases"),
        Permission.ReadCases => new("查看个案", "Read cases"),
        Permission.ReportProgress => new("报告进度和审核情况", "Report progress and the audit's record"),
        Permission.Object => new("对列入提出异议", "Object to being listed"),
        Permission.AnswerObjections => new("处理异议", "Decide on objections"),
        Permission.Enforce => new("责令改正、登记处罚", "Order corrections, record penalties"),
        Permission.ApplyVoluntary => new("申请自愿审核认定", "Apply for recognition of a voluntary audit"),
        Permission.KeepVoluntary => new("办理自愿审核", "Decide on voluntary audits"),
        Permission.ManageSchedules => new("管理计划", "Change schedules"),
        Permission.ManagePeople => new("管理账号、角色和密钥", "Manage accounts, roles and keys"),
        Permission.ReadJournal => new("查看操作日志和访问日志", "Read the journal and the access log"),
        Permission.ManageSystem => new("备份、健康、模板、队列", "Backup, health, templates and queues"),
        Permission.ReadRules => new("查看规则和基准数据", "Read rules and reference data"),
        Permission.DraftRules => new("编写规则草案、送审", "Write drafts of rules and submit them"),
        Permission.ReadDrafts => new("查看规则草案", "Read drafts of rules"),
        Permission.ForeseeRules => new("预看规则对名单的影响（逐家）", "See by name what rules would do to a list"),
        Permission.ReleaseRules => new("签发、撤销、回退规则", "Sign and release, withdraw and roll back rules"),
        _ => throw new ArgumentOutOfRangeException(nameof(permission), permission, null),
    };
}
