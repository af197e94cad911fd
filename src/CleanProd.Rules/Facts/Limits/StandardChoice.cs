namespace CleanProd.Rules.Facts.Limits;

/// <summary>
/// Which standards bind in a world: local before national, sector before general, and the strictest where several do.
/// </summary>
internal sealed class StandardChoice(LimitWorld world)
{
    private readonly StandardReading _reading = new(world);

    internal PossibleAnswer Choose()
    {
        var question = world.Question;
        var standards = world.Library.Standards.Where(s => s.Medium == question.Medium && s.IsInForce(question.SampledOn, question.Region!)).ToArray();
        return question.Standard is { Length: > 0 } text ? OfNamed(text) : OfPlace(standards);
    }

    // The outlet's file names its standards: those bind, each of them.
    private PossibleAnswer OfNamed(string text)
    {
        var named = world.Library.Named(text, world.Question.Medium);
        if (named.Count == 0) return Unknown(new($"排放口所列标准“{text}”不在限值库中", $"The library does not know the standard the outlet names: {text}"));
        var expired = named.FirstOrDefault(s => !s.IsInForce(world.Question.SampledOn, world.Question.Region!));
        if (expired is not null)
            return Unknown(new($"{expired.Number} 在采样日或该地区不适用{(expired.SupersededBy is { } by ? $"，已由 {by} 代替" : "")}", $"{expired.Number} is not in force on the day or at the place"));
        return Answer(Together(named, true), named.Count > 1, new($"{string.Join('、', named.Select(s => s.Number))} 未规定该污染物在此排放口的限值", $"{string.Join(", ", named.Select(s => s.Number))} set no limit for the pollutant at this outlet"));
    }

    private PossibleAnswer OfPlace(DischargeStandard[] standards)
    {
        var localTrade = Covering(standards, s => s is { IsLocal: true, IsSector: true });
        var national = Covering(standards, s => s is { IsLocal: false, IsSector: true });
        if (world.Needed is not null) return Unknown(Wording.None);
        // Local before national, sector before general (环境保护法 Art. 16, recalled; supervision practice).
        var local = Together(localTrade, false);
        if (local.Binds) return Answer(local, Wording.None);
        var trade = Together(national, false);
        if (localTrade.Any(s => !s.Crosses)) return Answer(trade, NotCrossing(localTrade));
        var localGeneral = standards.Where(s => s is { IsLocal: true, IsSector: false }).ToArray();
        if (localGeneral.Length > 0)
        {
            var general = Together(localGeneral, false);
            if (!general.Binds) return trade.Binds ? Answer(trade, Wording.None) : national.Count > 0 ? Answer(trade, NotCrossing(national)) : OfGeneral(standards);
            // A later national standard binds where it is stricter (DB44/26-2001 6.3): with both, the strictest does.
            var later = Together([.. national.Where(s => s.Issued > localGeneral.Max(g => g.Issued))], false);
            return Answer(later.Binds ? general.And(later) : general, Wording.None);
        }

        return trade.Binds || national.Count > 0 ? Answer(trade, NotCrossing(national)) : OfGeneral(standards);
    }

    private PossibleAnswer OfGeneral(DischargeStandard[] standards)
    {
        DischargeStandard[] general = [.. standards.Where(s => s is { IsLocal: false, IsSector: false })];
        return Answer(Together(general, false), new("限值库中没有适用于该污染物的标准", "No standard of the library limits the pollutant here"));
    }

    private List<DischargeStandard> Covering(DischargeStandard[] standards, Func<DischargeStandard, bool> kind) =>
        [.. standards.Where(s => world.Needed is null && kind(s) && new RowConditions(s, world, false).Covers())];

    private Found Together(IReadOnlyList<DischargeStandard> standards, bool named)
    {
        var found = new Found([], null);
        foreach (var standard in standards)
        {
            if (world.Needed is not null) break;
            var (limits, gap) = _reading.Read(standard, named);
            found = found.And(new(limits, gap));
        }

        return found;
    }

    private PossibleAnswer Answer(Found found, Wording none) => Answer(found, false, none);

    private PossibleAnswer Answer(Found found, bool isMixed, Wording none)
    {
        if (found.Gap is { } gap) return new(LimitStanding.Missing, InWindow(found.Limits), gap);
        if (found.Limits.Count == 0) return new(LimitStanding.NoLimit, [], none);
        var read = InWindow(found.Limits);
        return read.Count > 0
            ? new(LimitStanding.Applies, Strictest(read, isMixed), Wording.None)
            : new(LimitStanding.OtherWindow, found.Limits, new("限值按另一种平均时间判定", "The limit is read against another averaging window"));
    }

    /// <summary>
    /// Of several upper bounds in one unit the lowest binds, of lower bounds the highest (GB 4287-2012 4.5; GB 39731-2020 4.4): the others add nothing. At an
    /// outlet of mixed waters those that bind name the others.
    /// </summary>
    internal static List<ApplicableLimit> Strictest(List<ApplicableLimit> limits, bool isMixed)
    {
        var binding = limits.Where(l => !limits.Any(o => !ReferenceEquals(o, l) && o.Unit.ConvertsTo(l.Unit) && Stricter(o, l)));
        return !isMixed ? [.. binding] : [.. binding.Select(l => l with
        {
            Beside = [.. l.Beside.Concat(limits.Where(o => !ReferenceEquals(o, l) && o.Unit.ConvertsTo(l.Unit)).SelectMany(o => o.Beside.Prepend(o.Named))).Where(n => n != l.Named).Distinct()],
        })];
    }

    private static bool Stricter(ApplicableLimit other, ApplicableLimit than)
    {
        if (other.ReferenceOxygen != than.ReferenceOxygen || (than.NotDetectable && !other.NotDetectable)) return false;
        var high = other.NotDetectable ? 0m : other.High is { } h ? other.Unit.Convert(h, than.Unit) : decimal.MaxValue;
        var low = other.Low is { } l ? other.Unit.Convert(l, than.Unit) : decimal.MinValue;
        var (thanHigh, thanLow) = (than.NotDetectable ? 0m : than.High ?? decimal.MaxValue, than.Low ?? decimal.MinValue);
        if (high > thanHigh || low < thanLow) return false;
        return high < thanHigh || low > thanLow || string.CompareOrdinal(other.RowId, than.RowId) < 0;
    }

    // Which mean a limit is read against depends on who measured (DB44/26-2001 5.2.2 and 5.2.3; DB44/765-2019 5.1.4).
    private List<ApplicableLimit> InWindow(List<ApplicableLimit> limits) =>
        world.Question.Window is not { } window ? limits : [.. limits.Where(l => IsReadAgainst(l, window))];

    private bool IsReadAgainst(ApplicableLimit limit, AveragingWindow window)
    {
        var row = world.Library.Row(limit.RowId);
        if (row.Conditions.Window is { } own) return own == window;
        var windows = world.Library.Standard(limit.Standard, world.Question.Medium).Windows;
        if (windows.Values.All(w => w.Contains(window))) return true;
        if (windows.Values.All(w => !w.Contains(window))) return false;
        return world.Origin() is { } origin && windows[origin].Contains(window);
    }

    private static Wording NotCrossing(IReadOnlyList<DischargeStandard> sector) => new(
        $"适用 {string.Join('、', sector.Select(s => s.Number))}，其中无此项限值；综合标准与行业标准不交叉执行",
        $"{string.Join(", ", sector.Select(s => s.Number))} apply and do not limit it; general standards do not hold beside a sector standard");

    private static PossibleAnswer Unknown(Wording reason) => new(LimitStanding.Missing, [], reason);

    private sealed record Found(List<ApplicableLimit> Limits, Wording? Gap)
    {
        internal bool Binds => Limits.Count > 0 || Gap is not null;

        internal Found And(Found other) => new([.. Limits, .. other.Limits], Gap ?? other.Gap);
    }
}
