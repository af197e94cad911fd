using CleanProd.Rules.Facts;
using CleanProd.Rules.Determinations;

namespace CleanProd.Rules.Lists;

/// <summary>The ground of a rule as the unit that lists and statistics count by: its ground, or its name where the regime has none.</summary>
public static class GroundLabel
{
    /// <summary>Ground, or rule name.</summary>
    public static string KeyOf(RuleDetermination rule) => string.IsNullOrEmpty(rule.Ground) ? rule.Rule : rule.Ground;

    /// <summary>Name of a ground for people: the plain word beside the code.</summary>
    public static Wording NameOf(string key) => key switch
    {
        "G1a" => new("超标准", "Over the standard"),
        "G1b" => new("超总量", "Over the quota"),
        "G2" => new("高耗能", "Energy"),
        "G3" => new("有毒有害", "Toxic"),
        "G4" => new("其他情形", "Other cases"),
        // Guangdong: overdue or failed audits of an earlier list.
        "R1" => new("滚动列入", "Rolled over"),
        _ => Wording.Same(key),
    };

    /// <summary>What the threshold of a ground is called in a sentence.</summary>
    public static Wording LimitOf(string? ground) => ground switch
    {
        "G1a" => new("限值", "limit"),
        "G1b" => new("总量控制指标", "quota"),
        "G2" => new("能耗限额", "energy limit"),
        _ => new("阈值", "threshold"),
    };
}
