namespace CleanProd.Rules.Facts.Limits;

/// <summary>
/// Finds the limit of a value (permit, then local before national, sector before general). A fact that is not known is
/// tried with each of its values; it is missing only if the answers differ. Pure: the same question has the same answer.
/// </summary>
internal sealed class LimitResolver(LimitLibrary library, RegionRegister regions)
{
    /// <summary>More ways than this for the missing facts to turn out are not followed: the answer is then that it cannot be told.</summary>
    public const int MostPossibilities = 600;

    /// <summary>The limits of a value; or that none applies; or which fact is missing to tell.</summary>
    public LimitAnswer Resolve(LimitQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (PermitLimit.Strictest(question) is { } permit) return new([new(LimitStanding.Applies, [permit], Wording.None)], []);
        if (question.Region is not { } region || regions.CodeOf(region) is not { } place)
            return Cannot("facilities.region", new("所在地区（行政区划代码）", "Region"));
        if (question.Productions.Count > 0) return new MixedOutlet(library, Resolve).Answer(question);
        if (question.Industry is null && question.Standard is not { Length: > 0 })
            return Cannot("facilities.industry", new("行业代码或排放口执行的标准", "Industry code, or the standard of the outlet"));

        var tried = 0;
        var missing = new SortedDictionary<string, MissingLimitFact>(StringComparer.Ordinal);
        var possible = Try(question with { Region = place }, new Dictionary<string, string>(StringComparer.Ordinal), missing, ref tried);
        return new([.. possible.Values], [.. missing.Values]);
    }

    private SortedDictionary<string, PossibleAnswer> Try(
        LimitQuestion question, Dictionary<string, string> assumed, SortedDictionary<string, MissingLimitFact> missing, ref int tried)
    {
        var answers = new SortedDictionary<string, PossibleAnswer>(StringComparer.Ordinal);
        if (++tried > MostPossibilities)
        {
            var many = new PossibleAnswer(LimitStanding.Missing, [], new("未知的事实过多，无法判定适用限值", "Too many facts are missing"));
            answers[many.Key] = many;
            return answers;
        }

        var world = new LimitWorld(question, library, regions, assumed);
        var answer = new StandardChoice(world).Choose();
        if (world.Needed is not { } need)
        {
            answers[answer.Key] = answer;
            if (answer.Standing == LimitStanding.Missing) missing.TryAdd("limits " + answer.Reason.En, new("limits: " + answer.Reason.En, answer.Reason));
            return answers;
        }

        var differs = false;
        foreach (var value in need.Values)
        {
            var branch = Try(question, new(assumed, StringComparer.Ordinal) { [need.Key] = value }, missing, ref tried);
            differs |= answers.Count > 0 && !answers.Keys.SequenceEqual(branch.Keys);
            foreach (var (key, outcome) in branch) answers[key] = outcome;
        }

        if (differs) missing.TryAdd(need.Fact.Name, need.Fact);
        return answers;
    }

    private static LimitAnswer Cannot(string fact, Wording question) =>
        new([new(LimitStanding.Missing, [], new($"缺少：{question.Zh}", $"Missing: {question.En}"))], [new(fact, question)]);
}
