using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Lists.Review;

/// <summary>States, acts, departments and levels in words for people.</summary>
public static class ReviewWords
{
    /// <summary>A department by its side; its name changes over time.</summary>
    public static Wording Of(Department department) => department switch
    {
        Department.Environment => new("生态环境（环境保护）部门", "environmental department"),
        Department.Development => new("发展改革（经济贸易、清洁生产综合协调）部门", "development-and-reform department"),
        Department.Energy => new("节能主管部门", "energy-saving department"),
        _ => new("非政府部门", "no department"),
    };

    /// <summary>A level of government.</summary>
    public static Wording Of(AdministrativeLevel level) => level switch
    {
        AdministrativeLevel.Nation => new("国家级", "national"),
        AdministrativeLevel.Province => new("省级", "provincial"),
        AdministrativeLevel.City => new("市级", "city"),
        _ => new("县级", "county"),
    };

    /// <summary>A state.</summary>
    public static Wording Of(EntryState state) => state switch
    {
        EntryState.Screened => new("初筛", "screened"),
        EntryState.Proposed => new("已提出", "proposed"),
        EntryState.Verified => new("已审核", "verified"),
        EntryState.Fixed => new("已核定", "fixed"),
        EntryState.Published => new("已公布", "published"),
        EntryState.LeftOut => new("不列入", "left out"),
        _ => new("已撤回", "withdrawn"),
    };

    /// <summary>An act.</summary>
    public static Wording Of(EntryAct act) => act switch
    {
        EntryAct.Open => new("登记", "open"),
        EntryAct.Include => new("人工列入", "include"),
        EntryAct.Exclude => new("人工排除", "exclude"),
        EntryAct.Propose => new("提出", "propose"),
        EntryAct.Verify => new("审核", "verify"),
        EntryAct.Fix => new("核定", "fix"),
        EntryAct.Refuse => new("退回", "refuse"),
        EntryAct.Withdraw => new("撤回", "withdraw"),
        EntryAct.Redetermine => new("重新判定", "redetermine"),
        EntryAct.Publish => new("公布", "publish"),
        _ => new("结束", "close"),
    };

    /// <summary>An act on a list as a whole.</summary>
    public static Wording Of(Publication.ListAct act) => act switch
    {
        Publication.ListAct.Open => new("开始编制", "open"),
        Publication.ListAct.Sign => new("会签", "sign"),
        Publication.ListAct.RefuseSignature => new("拒绝会签", "refuse to sign"),
        Publication.ListAct.Publish => new("公布", "publish"),
        _ => new("放弃", "give up"),
    };

    /// <summary>A step.</summary>
    public static Wording Of(ReviewStep step) => Of(step switch
    {
        ReviewStep.Propose => EntryAct.Propose,
        ReviewStep.Verify => EntryAct.Verify,
        _ => EntryAct.Fix,
    });
}
