namespace CleanProd.Rules.Facts.Limits;

/// <summary>Which rows of one standard bind in a world.</summary>
internal sealed class RowConditions(DischargeStandard standard, LimitWorld world, bool named)
{
    private readonly IReadOnlyList<DischargeLimit> _rows = world.Library.Of(standard);

    /// <summary>
    /// Whether the standard covers the unit: one of its rows, whatever the pollutant, is in force, of its period and of its trade. A plant
    /// that was there before keeps its older standard until the newer one's date for existing plants.
    /// </summary>
    internal bool Covers()
    {
        if (named) return true;
        if (!standard.IsAtHand) return Asked(standard.Scope) && InScope(standard.Scope, standard.Title.Zh, []);
        if (!Asked(standard.Scope)) return false;
        var rows = _rows.Where(r => r.IsInForce(world.Question.SampledOn) && r.Kind is (LimitKind.Concentration or LimitKind.Rate)).ToArray();
        foreach (var trade in rows.GroupBy(r => r.Scope))
        {
            if (!InScope(trade.First().Conditions, trade.Key, rows)) continue;
            if (trade.Select(r => (r.Conditions.EiaFrom, r.Conditions.EiaTo)).Distinct().Any(p => InPeriod(p.EiaFrom, p.EiaTo))) return true;
        }

        // What is not at hand may be all that the standard has for the unit.
        return world.Library.Gaps.Any(g => g.Standard == standard.Number && world.Needed is null && InForce(g) && InPeriod(g.Conditions.EiaFrom, g.Conditions.EiaTo))
            && _rows.GroupBy(r => r.Scope).Any(t => InScope(t.First().Conditions, t.Key, [.. _rows]));
    }

    /// <summary>What is not at hand of the standard and would bind; null when nothing is.</summary>
    internal Wording? Gap()
    {
        if (!standard.IsAtHand)
            return new($"{standard.Number} 的限值未收录", $"The limits of {standard.Number} are not at hand");
        return world.Library.Gaps.FirstOrDefault(g => g.Standard == standard.Number && InForce(g) && DischargesAs(g.Conditions)
            && InPeriod(g.Conditions.EiaFrom, g.Conditions.EiaTo) && Asked(g.Conditions))?.Reason;
    }

    /// <summary>The rows that bind.</summary>
    internal List<DischargeLimit> Binding()
    {
        var question = world.Question;
        var rows = _rows.Where(r => r.IsInForce(question.SampledOn) && r.Codes.Contains(question.Pollutant) && question.Kinds.Contains(r.Kind)
            && (question.Unit is null || r.Unit.ConvertsTo(question.Unit))).ToArray();
        var grades = rows.Select(r => r.Conditions.Grade).OfType<string>().Distinct().ToArray();
        return [.. rows.Where(r => Place(r, grades) && Trade(r, rows))];
    }

    private bool Place(DischargeLimit row, string[] grades) =>
        DischargesAs(row.Conditions) && world.IsAt(row.Conditions.Point, standard) && world.HasGrade(row.Conditions.Grade, standard, grades)
        && world.IsIn(row.Conditions.Region) && InPeriod(row.Conditions.EiaFrom, row.Conditions.EiaTo);

    private bool Trade(DischargeLimit row, DischargeLimit[] rows)
    {
        if (world.Needed is not null || !InScope(row.Conditions, row.Scope, rows) || !Asked(row.Conditions)) return false;
        // 其他排污单位: whatever no other row of the same table, pollutant and grade names.
        return !row.Conditions.Otherwise || !rows.Any(o => !o.Conditions.Otherwise && o.Table == row.Table && o.Kind == row.Kind && o.StackHeightM == row.StackHeightM
            && o.Conditions.Grade == row.Conditions.Grade && o.Conditions.Discharge.SequenceEqual(row.Conditions.Discharge)
            && InScope(o.Conditions, o.Scope, rows) && Asked(o.Conditions));
    }

    // Industry codes tell where they can; within an industry that only may be meant, a person says.
    private bool InScope(LimitConditions conditions, string scope, DischargeLimit[] rows)
    {
        if (conditions.Industries is ["*"]) return true;
        if (named && IsOneTrade) return true;
        var industry = world.Question.Industry;
        if (industry is not null && Begins(conditions.Industries, industry)) return !IsChosenOtherwise(scope);
        if (!Maybe(conditions)) return false;
        var scopes = rows.Length == 0 ? [scope] : rows.Where(r => Maybe(r.Conditions)).Select(r => r.Scope).Distinct().ToArray();
        return world.Scope(standard, scopes) == scope;

        bool Maybe(LimitConditions c) => c.Industries is not ["*"] && (industry is null || Begins(c.MaybeIndustries, industry) || (named && !AnyRowMentions(industry)));
    }

    private bool IsChosenOtherwise(string scope) => world.Question.Facts.TryGetValue($"scope[{standard.Number}]", out var given) && given != scope;

    private bool IsOneTrade => !standard.IsAtHand || _rows.Select(r => (string.Join('|', r.Conditions.Industries), string.Join('|', r.Conditions.MaybeIndustries))).Distinct().Take(2).Count() == 1;

    private bool AnyRowMentions(string industry) =>
        _rows.Any(r => r.Conditions.Industries is ["*"] || Begins(r.Conditions.Industries, industry) || Begins(r.Conditions.MaybeIndustries, industry));

    private bool Asked(LimitConditions conditions)
    {
        foreach (var ask in conditions.Asks)
            if (!world.Holds(ask)) return false;
        return true;
    }

    private bool DischargesAs(LimitConditions conditions) =>
        conditions.Discharge.Count == 0 || conditions.Discharge.Contains(world.Discharge(standard));

    private bool InPeriod(DateOnly? from, DateOnly? to) =>
        (from is not { } first || world.ApprovedSince(first)) && world.Needed is null && (to is not { } last || !world.ApprovedSince(last.AddDays(1))) && world.Needed is null;

    private bool InForce(LimitGap gap) => world.Question.SampledOn >= gap.From && !(world.Question.SampledOn > gap.To);

    private static bool Begins(IReadOnlyList<string> prefixes, string code) => prefixes.Any(p => code.StartsWith(p, StringComparison.Ordinal));
}
