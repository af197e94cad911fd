using CleanProd.Rules.Facts;
using CleanProd.Rules.Rules.Proving;

namespace CleanProd.Rules.Rules.Comparing;

// Rules: added, removed, tightened, loosened, cited otherwise.
public static partial class PackDifference
{
    private static IEnumerable<PackChange> Rules(RulePack a, RulePack b)
    {
        var (old, now) = (Compiled(a), Compiled(b));
        foreach (var gone in old.Where(r => now.All(n => n.Rule.Name != r.Rule.Name)))
            yield return new(PackChangeKind.RuleRemoved, gone.Rule.Name, new($"删去规则 {gone.Rule.Name}（{gone.Rule.Citation.Zh}）：{ConditionPrinter.Print(gone.Condition.Expression)}", $"the rule {gone.Rule.Name} ({gone.Rule.Citation.En}) was removed: {ConditionPrinter.Print(gone.Condition.Expression)}"));
        foreach (var rule in now)
        {
            if (old.FirstOrDefault(r => r.Rule.Name == rule.Rule.Name) is { } earlier)
                foreach (var change in Rule(earlier, rule)) yield return change;
            else
                yield return new(PackChangeKind.RuleAdded, rule.Rule.Name, new($"新增规则 {rule.Rule.Name}（{rule.Rule.Citation.Zh}）：{ConditionPrinter.Print(rule.Condition.Expression)}", $"a rule {rule.Rule.Name} ({rule.Rule.Citation.En}) was added: {ConditionPrinter.Print(rule.Condition.Expression)}"));
        }
    }

    // As both stand at the end, when every announced value is in force; what changes on the way is told of the parameters.
    private static IReadOnlyList<CompiledRule> Compiled(RulePack pack) => CompiledPack.Compile(pack, LastChange(pack)).Rules;

    private static DateOnly LastChange(RulePack pack) =>
        ((DateOnly[])[PackCheck.FirstDay(pack), .. pack.Parameters.SelectMany(p => p.Values).Select(v => v.From).Where(pack.Governs)]).Max();

    private static IEnumerable<PackChange> Rule(CompiledRule a, CompiledRule b)
    {
        var name = b.Rule.Name;
        PackChange Says(PackChangeKind kind, string zh, string en) => new(kind, name, new(zh, en));
        if (Condition(a, b) is { } condition) yield return condition;
        if (!RuleEquality.Says(a.AppliesWhen?.Expression, b.AppliesWhen?.Expression))
            yield return Says(Kind(a.AppliesWhen?.Expression, b.AppliesWhen?.Expression), $"规则 {name} 的适用条件由“{Print(a.AppliesWhen)}”改为“{Print(b.AppliesWhen)}”", $"{name} applies when '{Print(b.AppliesWhen)}', was '{Print(a.AppliesWhen)}'");
        var (asked, asks) = (string.Join("; ", a.Requires.Select(r => r.Text)), string.Join("; ", b.Requires.Select(r => r.Text)));
        if (asked != asks) yield return Says(PackChangeKind.Condition, $"规则 {name} 必须已知的事实由“{asked}”改为“{asks}”", $"{name} requires '{asks}', was '{asked}'");
        foreach (var change in Exceptions(a, b)) yield return change;
        if (a.Rule.Citation != b.Rule.Citation) yield return Says(PackChangeKind.Citation, $"规则 {name} 的依据由“{a.Rule.Citation.Zh}”改为“{b.Rule.Citation.Zh}”", $"{name} cites '{b.Rule.Citation.En}', was '{a.Rule.Citation.En}'");
        if (a.Rule.Ground != b.Rule.Ground) yield return Says(PackChangeKind.Words, $"规则 {name} 的情形由 {a.Rule.Ground ?? "无"} 改为 {b.Rule.Ground ?? "无"}", $"the ground of {name} is {b.Rule.Ground ?? "none"}, was {a.Rule.Ground ?? "none"}");
        if (a.Rule.Sentence != b.Rule.Sentence) yield return Says(PackChangeKind.Words, $"规则 {name} 的理由由“{a.Rule.Sentence.Zh}”改为“{b.Rule.Sentence.Zh}”", $"{name} says '{b.Rule.Sentence.En}', was '{a.Rule.Sentence.En}'");
        if (a.Rule.Overlay != b.Rule.Overlay) yield return Says(PackChangeKind.Words, $"规则 {name} 与上级规则的关系已改", $"how {name} stands to a wider rule changed");
    }

    private static PackChange? Condition(CompiledRule a, CompiledRule b)
    {
        var (old, now) = (a.Condition.Expression, b.Condition.Expression);
        if (RuleEquality.Says(old, now)) return null;
        var name = b.Rule.Name;
        // The text stands as it was: what it names has changed.
        var byParameter = Text(a) == Text(b);
        var (x, y) = byParameter ? (ConditionPrinter.Print(old), ConditionPrinter.Print(now)) : (Text(a), Text(b));
        var (zh, en) = byParameter ? ("因参数变化", "by its parameters ") : ("", "");
        return Kind(old, now) switch
        {
            PackChangeKind.Tightened => new(PackChangeKind.Tightened, name, new($"规则 {name} {zh}从严（原列入的仍列入，可能增加）：“{x}”改为“{y}”", $"{name} is {en}tightened (whoever was listed still is, others may be): '{x}' becomes '{y}'")),
            PackChangeKind.Loosened => new(PackChangeKind.Loosened, name, new($"规则 {name} {zh}从宽（原未列入的仍不列入，可能减少）：“{x}”改为“{y}”", $"{name} is {en}loosened (whoever was not listed still is not, others may go): '{x}' becomes '{y}'")),
            _ => new(PackChangeKind.Condition, name, new($"规则 {name} 的条件{zh}由“{x}”改为“{y}”", $"the condition of {name} is {en}'{y}', was '{x}'")),
        };
    }

    private static PackChangeKind Kind(System.Linq.Expressions.Expression? old, System.Linq.Expressions.Expression? now)
    {
        var (wider, narrower) = (ConditionOrder.Implies(old, now), ConditionOrder.Implies(now, old));
        return wider == narrower ? PackChangeKind.Condition : wider ? PackChangeKind.Tightened : PackChangeKind.Loosened;
    }

    private static IEnumerable<PackChange> Exceptions(CompiledRule a, CompiledRule b)
    {
        var name = b.Rule.Name;
        foreach (var (gone, when) in a.Exceptions.Where(x => b.Exceptions.All(y => !RuleEquality.Says(x.When.Expression, y.When.Expression))))
            yield return new(PackChangeKind.Tightened, name, new($"规则 {name} 删去例外（{gone.Citation.Zh}）：{Text(when)}", $"{name} loses the exception ({gone.Citation.En}): {Text(when)}"));
        foreach (var (added, when) in b.Exceptions.Where(y => a.Exceptions.All(x => !RuleEquality.Says(x.When.Expression, y.When.Expression))))
            yield return new(PackChangeKind.Loosened, name, new($"规则 {name} 新增例外（{added.Citation.Zh}）：{Text(when)}", $"{name} gains the exception ({added.Citation.En}): {Text(when)}"));
        foreach (var (old, now) in b.Exceptions.SelectMany(y => a.Exceptions.Where(x => RuleEquality.Says(x.When.Expression, y.When.Expression)).Take(1).Select(x => (x.Exception, y.Exception))))
        {
            if (old.Citation != now.Citation) yield return new(PackChangeKind.Citation, name, new($"规则 {name} 的例外的依据由“{old.Citation.Zh}”改为“{now.Citation.Zh}”", $"an exception of {name} cites '{now.Citation.En}', was '{old.Citation.En}'"));
            if (old.Sentence != now.Sentence) yield return new(PackChangeKind.Words, name, new($"规则 {name} 的例外的理由由“{old.Sentence.Zh}”改为“{now.Sentence.Zh}”", $"an exception of {name} says '{now.Sentence.En}', was '{old.Sentence.En}'"));
        }
    }

    private static string Print(CompiledCondition? condition) => condition is null ? "—" : Text(condition);

    private static string Text(CompiledRule rule) => rule.Condition.Text;

    private static string Text(CompiledCondition condition) => condition.Text;
}
