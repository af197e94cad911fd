using CleanProd.Rules.Facts;
using CleanProd.Rules.Determinations;

namespace CleanProd.Rules.Lists;

/// <summary>
/// One class of the list. Chinese practice publishes 双超, 高耗能 and 双有 apart because different departments lead; a regime
/// without grounds has one class per rule.
/// </summary>
/// <param name="Id"><c>double_over</c>, <c>energy</c>, <c>toxic</c>, <c>other</c>, or the name of a rule.</param>
/// <param name="Order">Place in the list; classes of one place keep the order of their rules.</param>
/// <param name="Name">Short name, for a tab.</param>
/// <param name="Title">What the class holds, in a phrase.</param>
public sealed record ListClass(string Id, int Order, Wording Name, Wording Title)
{
    /// <summary>双超: over the standard or over the total (grounds G1a, G1b).</summary>
    public static readonly ListClass DoubleOver = new("double_over", 1, new("双超", "Over limits"),
        new("第一类 “双超”企业（污染物排放超过排放标准或者总量控制指标）", "Class 1 — discharge over a standard or over the total-quantity quota"));

    /// <summary>高耗能: over the energy limit per unit of product (ground G2).</summary>
    public static readonly ListClass Energy = new("energy", 2, new("高耗能", "Energy"),
        new("第二类 “高耗能”企业（超过单位产品能源消耗限额标准）", "Class 2 — energy per unit of product over the limit"));

    /// <summary>双有: toxic or hazardous materials used or substances discharged (ground G3).</summary>
    public static readonly ListClass Toxic = new("toxic", 3, new("双有", "Toxic"),
        new("第三类 “双有”企业（使用有毒有害原料或者排放有毒有害物质）", "Class 3 — toxic or hazardous materials used or substances discharged"));

    /// <summary>其他: other cases that the state names (ground G4).</summary>
    public static readonly ListClass Other = new("other", 4, new("其他", "Other"),
        new("第四类 其他应当实施强制性审核的企业", "Class 4 — other cases in which an audit is mandatory"));

    /// <summary>Polluters over a standard, a quota or a control target, published beside the audit list (Law 2002 Art. 17).</summary>
    public static readonly ListClass Polluters = new("polluters", 6, new("超标超总量", "Polluters"),
        new("污染物排放超过排放标准、总量控制指标或者未达到控制指标的企业", "Enterprises over a standard, a total-quantity quota or a control target"));

    /// <summary>Enterprises of the voluntary track whose audit was accepted.</summary>
    public static readonly ListClass Recognition = new("recognition", 7, new("自愿审核", "Voluntary"),
        new("自愿实施清洁生产审核并通过验收的企业", "Enterprises whose voluntary audit was accepted"));

    private static readonly ListClass[] Known = [DoubleOver, Energy, Toxic, Other, Polluters, Recognition];

    /// <summary>The class of an id; an id that is none of the known ones is the name of a rule.</summary>
    public static ListClass Named(string id) => Known.FirstOrDefault(c => c.Id == id) ?? new(id, 5, Wording.Same(id), Wording.Same(id));

    /// <summary>
    /// Grounds that order the procedure of a class when no rule lists the enterprise, so that a listing by hand needs the same
    /// signatures as one by the machine.
    /// </summary>
    public static IReadOnlyList<string> GroundsOf(string id) => id switch
    {
        "double_over" or "polluters" => ["G1a", "G1b"],
        "energy" => ["G2"],
        "toxic" => ["G3"],
        "other" => ["G4"],
        _ => [id],
    };

    /// <summary>The class a rule lists into.</summary>
    public static ListClass Of(RuleDetermination rule) => rule.Ground switch
    {
        "G1a" or "G1b" => DoubleOver,
        "G2" => Energy,
        "G3" => Toxic,
        null or "" => new(rule.Rule, 5, Wording.Same(rule.Rule), new(Titled(rule.Rule, rule.Sentence), Titled(rule.Rule, rule.SentenceEn))),
        _ => Other,
    };

    private static string Titled(string rule, string sentence) => sentence.Length == 0 ? rule : $"{rule} — {sentence}";
}
