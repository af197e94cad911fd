using System.Globalization;
using System.Linq.Expressions;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Proving;

namespace CleanProd.Rules.Determinations.Proving;

/// <summary>
/// Looks at packs without any facts: conditions that always or never hold, parts that decide nothing, rules said twice, gaps and overlaps of days, clauses
/// without a rule and rules without a clause, names that are used nowhere.
/// </summary>
public static partial class PackAnalysis
{
    /// <summary>All findings of packs that are used together, in the order of files and places.</summary>
    /// <param name="packs">The packs.</param>
    /// <param name="reference">Reference data, to know the catalogues by; null to leave them.</param>
    /// <exception cref="PackException">A condition is refused: what cannot be read cannot be analysed.</exception>
    public static IReadOnlyList<PackFinding> Of(IReadOnlyList<RulePack> packs, ReferenceData? reference)
    {
        var findings = new List<PackFinding>();
        foreach (var pack in packs)
        {
            var found = new List<PackFinding>();
            Dates(pack, found);
            Clauses(pack, found);
            Cases(pack, found);
            // Without a value on its first day a parameter cannot be read, nor the conditions that use it.
            if (!found.Exists(f => f.Code == "parameter_gap")) Conditions(pack, reference, found);
            findings.AddRange(found);
        }

        findings.AddRange(PackDates(packs));
        var accepted = findings.Select(f => f with { Accepted = packs.First(p => p.FileName == f.File).Accepted.FirstOrDefault(a => Accepts(a, f))?.Reason }).ToList();
        foreach (var pack in packs)
            accepted.AddRange(pack.Accepted.Where(a => !findings.Exists(f => f.File == pack.FileName && Accepts(a, f)))
                .Select(a => new PackFinding(pack.FileName, a.Position, "nothing_accepted", new($"“{a.Code}”已不再出现，请删除这条说明", $"'{a.Code}' is found no more; remove the explanation"))));
        return [.. accepted.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Position.Line).ThenBy(f => f.Position.Column)];
    }

    private static bool Accepts(AcceptedFinding accepted, PackFinding finding) => accepted.Code == finding.Code && finding.Message.En.Contains(accepted.At, StringComparison.Ordinal);

    private static void Dates(RulePack pack, List<PackFinding> found)
    {
        foreach (var parameter in pack.Parameters)
        {
            var next = PackCheck.FirstDay(pack);
            foreach (var value in parameter.Values)
            {
                if (value.From > next) Gap(parameter, next, value.From.AddDays(-1));
                if (value.To is not { } to || to == DateOnly.MaxValue)
                {
                    next = DateOnly.MaxValue;
                    break;
                }

                if (to >= next) next = to.AddDays(1);
            }

            if (next != DateOnly.MaxValue && (pack.GovernsTo is not { } end || next <= end)) Gap(parameter, next, pack.GovernsTo);
        }

        void Gap(PackParameter parameter, DateOnly from, DateOnly? to)
        {
            if (pack.GovernsTo is { } end && from > end) return;
            found.Add(new(pack.FileName, parameter.Position, "parameter_gap",
                new($"参数“{parameter.Id}”在 {Day(from)} 至 {Day(to)} 没有数值", $"parameter '{parameter.Id}' has no value from {Day(from)} to {Day(to)}")));
        }
    }

    // Packs of one place that are used together: each day has one.
    private static IEnumerable<PackFinding> PackDates(IReadOnlyList<RulePack> packs)
    {
        foreach (var place in packs.GroupBy(p => p.Jurisdiction).Where(g => g.Count() > 1))
        {
            var ordered = place.OrderBy(p => p.GovernsFrom).ThenBy(p => p.FileName, StringComparer.Ordinal).ToArray();
            for (var i = 1; i < ordered.Length; i++)
            {
                var (before, after) = (ordered[i - 1], ordered[i]);
                if (before.GovernsTo is not { } end || end >= after.GovernsFrom)
                    yield return new(after.FileName, new(1, 1), "pack_overlap", new($"自 {Day(after.GovernsFrom)} 起，{before.Id} 与 {after.Id} 同时适用", $"{before.Id} and {after.Id} both govern from {Day(after.GovernsFrom)}"));
                else if (end < after.GovernsFrom.AddDays(-1))
                    yield return new(after.FileName, new(1, 1), "pack_gap", new($"{Day(end.AddDays(1))} 至 {Day(after.GovernsFrom.AddDays(-1))} 没有规则包适用", $"no pack governs from {Day(end.AddDays(1))} to {Day(after.GovernsFrom.AddDays(-1))}"));
            }
        }
    }

    private static void Clauses(RulePack pack, List<PackFinding> found)
    {
        if (pack.Clauses.Count == 0)
        {
            found.Add(new(pack.FileName, new(1, 1), "no_clauses", new("没有列出文件的条款（clauses），无法判断是否有遗漏", "the clauses of the instrument are not listed, so that nobody can tell what is left out")));
            return;
        }

        foreach (var clause in pack.Clauses)
        {
            foreach (var name in clause.Rules)
            {
                var rule = pack.Rules.FirstOrDefault(r => r.Name == name);
                if (rule is null)
                    found.Add(new(pack.FileName, clause.Position, "clause_without_rule", new($"“{clause.Clause.Zh}”所列规则“{name}”不存在或未启用", $"{clause.Clause.En} names the rule '{name}', which does not exist or is not enabled")));
                else if (!rule.Citation.Zh.Contains(clause.Clause.Zh, StringComparison.Ordinal) && !rule.Citation.En.Contains(clause.Clause.En, StringComparison.Ordinal))
                    found.Add(new(pack.FileName, rule.Position, "clause_not_cited", new($"规则“{name}”未引用“{clause.Clause.Zh}”", $"rule '{name}' does not cite {clause.Clause.En}")));
            }
        }

        foreach (var rule in pack.Rules.Where(r => !pack.Clauses.Any(c => c.Rules.Contains(r.Name, StringComparer.Ordinal))))
            found.Add(new(pack.FileName, rule.Position, "rule_without_clause", new($"规则“{rule.Name}”没有对应的条款", $"rule '{rule.Name}' belongs to no clause")));
    }

    private static void Cases(RulePack pack, List<PackFinding> found)
    {
        foreach (var example in pack.Cases)
        {
            foreach (var expected in example.ExpectedRules.Where(e => !pack.Rules.Any(r => r.Name == e.Rule || r.Ground == e.Rule)))
                found.Add(new(pack.FileName, example.Position, "case_of_no_rule", new($"案例“{example.Name}”期望的规则“{expected.Rule}”不存在", $"case '{example.Name}' expects something of '{expected.Rule}', which is no rule")));
            if (!pack.Governs(example.AsOf))
                found.Add(new(pack.FileName, example.Position, "case_not_governed", new($"案例“{example.Name}”的判定日期 {Day(example.AsOf)} 不在本规则包适用期内", $"case '{example.Name}' is determined on {Day(example.AsOf)}, which the pack does not govern")));
        }

        foreach (var twice in pack.Cases.GroupBy(c => c.Name).Where(g => g.Count() > 1))
            found.Add(new(pack.FileName, twice.Last().Position, "case_name_twice", new($"有两个案例都叫“{twice.Key}”", $"two cases are called '{twice.Key}'")));
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "…";
}
