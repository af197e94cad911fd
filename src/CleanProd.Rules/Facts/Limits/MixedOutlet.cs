namespace CleanProd.Rules.Facts.Limits;

/// <summary>
/// The limit of an outlet that several productions share. Under DB44/26-2001 alone it is weighted with the base drainage (annex A); where another standard
/// binds one of them, the strictest of all binds (GB 4287-2012 4.5; GB 39731-2020 4.4).
/// </summary>
internal sealed class MixedOutlet(LimitLibrary library, Func<LimitQuestion, LimitAnswer> resolve)
{
    // The standard whose annex A weighs the limits of its own rows.
    private const string Weighing = "DB44/26-2001";

    internal LimitAnswer Answer(LimitQuestion question)
    {
        if (question.Productions.FirstOrDefault(p => !IsKnown(p, question.Medium)) is { } unknown) return Unknown(unknown);
        var parts = question.Productions.Select(p => new Part(p, resolve(Of(question, p)))).ToArray();
        return parts.All(p => library.Named(p.Production.Standard, question.Medium) is [{ Number: Weighing }]) ? Weighed(parts) : Joined(parts);
    }

    // A scope that a person chose comes before what the plant's main industry would tell.
    private static LimitQuestion Of(LimitQuestion question, MixedProduction production)
    {
        var asked = question with { Standard = production.Standard, Productions = [] };
        if (production.Scope is not { } scope) return asked;
        var facts = question.Facts.ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        facts[$"scope[{ScopeOwner(production)}]"] = scope;
        return asked with { Industry = null, Facts = facts };
    }

    // "DB44/26-2001 一级" holds the scopes of DB44/26-2001.
    private static string ScopeOwner(MixedProduction production) => production.Standard.Contains(Weighing, StringComparison.OrdinalIgnoreCase) ? Weighing : production.Standard;

    private bool IsKnown(MixedProduction production, Medium medium)
    {
        var named = library.Named(production.Standard, medium);
        if (production.Scope is not { } scope) return named.Count > 0;
        return named is [var only] && only.Number == ScopeOwner(production) && (scope == "other" || library.Of(only).Any(r => r.Scope == scope));
    }

    private static LimitAnswer Weighed(Part[] parts)
    {
        var answers = Array.ConvertAll(parts, p => p.Answer);
        if (Array.TrueForAll(answers, a => a.Standing is LimitStanding.NoLimit or LimitStanding.OtherWindow)) return Joined(parts);
        if (Array.Exists(answers, a => a.Standing != LimitStanding.Applies))
        {
            // What is open of one is open of all; a weighted limit lies between those of the productions, so that what is over or within all of them is over or within it.
            var open = answers.Where(a => a.Standing == LimitStanding.NoLimit).Select(_ => new MissingLimitFact(
                "mixed", new("混合排放的某类废水没有该污染物限值，加权限值无法计算", "One of the mixed waters has no limit for the pollutant, so that no limit can be weighted")));
            return new(Distinct(answers.SelectMany(a => a.Possible)), [.. answers.SelectMany(a => a.Missing).Concat(open).DistinctBy(m => m.Name)]);
        }

        // Ranges (pH) and "not detectable" have no mean: each binds.
        if (!Array.TrueForAll(answers, a => a.Limits is [{ Low: null, High: not null, NotDetectable: false, ReferenceOxygen: null } l] && l.Unit.ConvertsTo(answers[0].Limits[0].Unit))) return Joined(parts);
        var first = answers[0].Limits[0];
        var limits = Array.ConvertAll(answers, a => a.Limits[0].Unit.Convert(a.Limits[0].High!.Value, first.Unit));
        if (limits.Distinct().Count() > 1 && (Array.Exists(parts, p => p.Production.BaseVolume is null) || parts.Sum(p => p.Production.BaseVolume) == 0m))
        {
            return new(Distinct(answers.SelectMany(a => a.Possible)), [new("mixed", new(
                "混合排放各类产品的基准排水量与产量（附录A），记作 排放口.mixed[标准:类别]=基准排水量*产量", "Base drainage and output of each production that shares the outlet (annex A)"))]);
        }

        var high = limits.Distinct().Count() == 1 ? limits[0] : ConvertedConcentration.MixedOutletLimit([.. parts.Select((p, i) => (limits[i], p.Production.BasePerUnit!.Value, p.Production.Output!.Value))]);
        var terms = string.Join("、", parts.Select((p, i) => $"{p.Production.Name} {PlainNumber.Text(limits[i])} {first.Unit.Symbol}{(p.Production.BaseVolume is null ? "" : $"×{PlainNumber.Text(p.Production.BasePerUnit!.Value)}×{PlainNumber.Text(p.Production.Output!.Value)}")}"));
        return Applies([first with
        {
            High = high,
            Clause = $"{first.Clause}、附录A 混合排放（{terms}）",
            How = new($"混合排放限值 C=Σ(Ci·Qi·Yi)/Σ(Qi·Yi)：{terms}", $"limit of the mixed outlet C=Σ(Ci·Qi·Yi)/Σ(Qi·Yi): {terms}"),
        }]);
    }

    // Every way that the facts of each may turn out, with every way of the others.
    private static LimitAnswer Joined(Part[] parts)
    {
        IReadOnlyList<PossibleAnswer> joined = parts[0].Answer.Possible;
        foreach (var next in parts.Skip(1))
        {
            if (joined.Count * next.Answer.Possible.Count > LimitResolver.MostPossibilities)
                return new([new(LimitStanding.Missing, [], new("未知的事实过多，无法判定适用限值", "Too many facts are missing"))], [.. parts.SelectMany(p => p.Answer.Missing).DistinctBy(m => m.Name)]);
            joined = Distinct(joined.SelectMany(a => next.Answer.Possible.Select(b => Join(a, b))));
        }

        return new(joined, [.. parts.SelectMany(p => p.Answer.Missing).DistinctBy(m => m.Name)]);
    }

    private static PossibleAnswer Join(PossibleAnswer a, PossibleAnswer b)
    {
        // What is read against another window, or not limited, adds nothing to what binds.
        if (a.Standing != b.Standing && a.Standing != LimitStanding.Missing && b.Standing != LimitStanding.Missing) return Rank(a) > Rank(b) ? a : b;
        if (a.Standing == b.Standing && a.Standing != LimitStanding.Missing) return a with { Limits = StandardChoice.Strictest([.. a.Limits, .. b.Limits], true) };
        var known = new[] { a, b }.Where(p => p.Standing != LimitStanding.OtherWindow).SelectMany(p => p.Limits).ToList();
        return new(LimitStanding.Missing, StandardChoice.Strictest(known, true), a.Standing == LimitStanding.Missing ? a.Reason : b.Reason);
    }

    private static int Rank(PossibleAnswer answer) => answer.Standing switch { LimitStanding.Applies => 2, LimitStanding.OtherWindow => 1, _ => 0 };

    private static PossibleAnswer[] Distinct(IEnumerable<PossibleAnswer> answers) => [.. answers.DistinctBy(a => a.Key).OrderBy(a => a.Key, StringComparer.Ordinal)];

    private static LimitAnswer Applies(IReadOnlyList<ApplicableLimit> limits) => new([new(LimitStanding.Applies, limits, Wording.None)], []);

    private static LimitAnswer Unknown(MixedProduction production)
    {
        var reason = new Wording($"混合排放所列“{production.Name}”不是限值库中标准的类别", $"The mixed outlet names what is no standard or scope of the library: {production.Name}");
        return new([new(LimitStanding.Missing, [], reason)], [new("mixed", reason)]);
    }

    private sealed record Part(MixedProduction Production, LimitAnswer Answer);
}
