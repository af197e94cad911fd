using CleanProd.Rules.Facts.Limits;

namespace CleanProd.Rules.Facts.Building;

/// <summary>Two stacks that count as one for a pollutant, or what is missing to tell.</summary>
/// <param name="Pair">The stacks.</param>
/// <param name="HeightM">Height of the equivalent stack, m; null where nothing can be told.</param>
/// <param name="Open">What is missing.</param>
internal sealed record StackGroup(StackPair Pair, decimal? HeightM, Wording? Open)
{
    internal OutletId Other(OutletId outlet) => outlet == Pair.First ? Pair.Second : Pair.First;
}

/// <summary>
/// The recorded pairs of stacks of one plant: closer than the sum of their heights they are judged as one, with the summed rate at the equivalent
/// height (DB44/27-2001 annex A). How a third stack is joined is not at hand: three in one row are not judged.
/// </summary>
internal sealed class EquivalentStacks(FacilityRecords records, ReferenceData reference, DateOnly asOf, IReadOnlyList<ReadSeries> series)
{
    private readonly (IReadOnlyList<StackPair> Pairs, IReadOnlyList<string> Unreadable) _said = StackPair.Read(records.Discretion, asOf);
    private readonly Dictionary<(OutletId, PollutantCode), StackGroup?> _groups = [];
    private readonly Dictionary<SeriesKey, Dictionary<DateTime, ReadValue>> _rates = [];

    /// <summary>Topics that begin like a pair of stacks and cannot be read.</summary>
    internal IReadOnlyList<string> Unreadable => _said.Unreadable;

    /// <summary>The stacks with which a rate is judged; null where it is judged by itself.</summary>
    internal StackGroup? Of(SeriesKey key, Unit unit)
    {
        if (_said.Pairs.Count == 0 || unit.Dimension != "mass/time") return null;
        if (_groups.TryGetValue((key.OutletId, key.Pollutant), out var group)) return group;
        StackPair[] pairs = [.. _said.Pairs.Where(p => IsOf(p, key.OutletId, key.Pollutant))];
        return _groups[(key.OutletId, key.Pollutant)] = pairs.Length == 0 ? null : Group(pairs[0], pairs.Any(p => Chains(p, key.Pollutant)));
    }

    /// <summary>The rate of a stack at the time of another's value, by the same who measured; null where none counts.</summary>
    internal ReadValue? RateAt(OutletId outlet, SeriesKey key, DateTime at, Unit unit)
    {
        var place = key with { OutletId = outlet, Unit = unit };
        if (!_rates.TryGetValue(place, out var rates))
        {
            _rates[place] = rates = [];
            foreach (var other in series.Where(s => s.Key.OutletId == outlet && s.Key.Pollutant == key.Pollutant && s.Key.Window == key.Window && s.Key.Origin == key.Origin))
                foreach (var value in other.Values.Where(v => v.By == JudgedBy.Itself && v.Unit.ConvertsTo(unit))) rates.TryAdd(value.Point.At, value);
        }

        return rates.TryGetValue(at, out var found) ? found : null;
    }

    /// <summary>Whether a rate has a limit of its own, reported or of the permit, by which it is judged alone.</summary>
    internal bool HasOwnLimit(OutletId outlet, in ReadValue value, PollutantCode pollutant)
    {
        var unit = value.Unit;
        return value.Point.LimitLow is not null || value.Point.LimitHigh is not null
            || records.PermitLimits.Any(l => l.OutletId == outlet && l.Pollutant == pollutant && l.Unit.ConvertsTo(unit));
    }

    private bool IsOf(StackPair pair, OutletId outlet, PollutantCode pollutant) =>
        (pair.First == outlet || pair.Second == outlet) && (pair.Pollutant is null || reference.Pollutants.Resolve(pair.Pollutant, Medium.Air) == pollutant);

    private bool Chains(StackPair pair, PollutantCode pollutant) => _said.Pairs.Any(p => p != pair && (IsOf(p, pair.First, pollutant) || IsOf(p, pair.Second, pollutant)));

    private StackGroup? Group(StackPair pair, bool isChain)
    {
        if (isChain) return Open(new("三根以上排气筒的等效（逐次等效所需的排气筒位置未记录）", "three or more stacks: where they stand, by which they are joined one after another, is not recorded"));
        var (first, second) = (Outlet(pair.First), Outlet(pair.Second));
        if (first?.StackHeightM is not { } h1) return Open(Height(pair.First));
        if (second?.StackHeightM is not { } h2) return Open(Height(pair.Second));
        if (StackRate.Equivalent((h1, 0m), (h2, 0m), pair.DistanceM) is not { } one) return null;
        if (first.Standard != second.Standard || first.Grade != second.Grade)
            return Open(new($"{pair.First} 与 {pair.Second} 执行的标准或级别不同，等效排气筒执行哪一个", $"which standard and grade binds {pair.First} and {pair.Second} as one: theirs differ"));
        return new(pair, one.HeightM, null);

        StackGroup Open(Wording why) => new(pair, null, why);
    }

    private static Wording Height(OutletId outlet) => new($"等效排气筒：{outlet} 的高度", $"equivalent stacks: the height of {outlet}");

    private OutletRecord? Outlet(OutletId id) => records.Outlets.FirstOrDefault(o => o.Id == id);
}
