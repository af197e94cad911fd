using CleanProd.Rules.Facts.Limits;

namespace CleanProd.Rules.Facts.Building;

/// <summary>
/// The limits of standards for the values of one facility, asked where neither value nor permit brings one. Only for a place that the
/// register of Chinese divisions knows: a foreign plant has no Chinese limit.
/// </summary>
internal sealed class StandardLimits(FacilityRecords records, ReferenceData reference, DateOnly asOf, IEnumerable<SeriesKey> measured, EquivalentStacks stacks, LimitAnswers known)
{
    private readonly Dictionary<(SeriesKey Key, Unit Unit, int Epoch), LimitAnswer> _answers = [];
    private readonly Dictionary<(SeriesKey Key, Unit Unit, int Epoch), StandardLimit?> _found = [];
    private (SeriesKey? Key, Unit? Unit, int Epoch, StandardLimit? Limit) _last;
    private readonly Dictionary<OutletId, Dictionary<string, string>> _facts = [];
    private readonly (IReadOnlyList<MixedProduction> Productions, IReadOnlyList<string> Unreadable) _mixed = MixedProduction.Read(records.Discretion, asOf);
    private readonly SortedSet<string> _missing = new(StringComparer.Ordinal);
    private static readonly LimitAnswer Unjudged = new([], []);
    private readonly bool _isAsked = reference.Limits.Limits.Count > 0 && records.Facility.Region is { } region && reference.Regions.CodeOf(region) is not null;

    /// <summary>Facts that were missing to judge a value, for the list of what is missing.</summary>
    internal IEnumerable<string> Missing => [.. _missing, .. _mixed.Unreadable.Concat(stacks.Unreadable).Select(t => $"discretion[{t}]")];

    /// <summary>
    /// How a value stands to the standard's limit, with the limit to show; free when no limit applies to it. Null where no standard is asked
    /// or nothing is known of the outlet.
    /// </summary>
    internal StandardJudgement? Judge(SeriesKey key, in ReadValue value) => Of(key, value.Unit, DateOnly.FromDateTime(value.Point.At)) is not { } limit ? null
        : limit is { Stacks: { } group, Open: null, IsFree: false } ? Summed(key, limit, group, value)
        : Judge(key, value.Unit, limit, value.Point.Value, value.Oxygen);

    /// <summary>How all plain values of a day stand, and of those until <see cref="NextChange"/>; null where each has to be judged.</summary>
    internal SpanLimit? OfSpan(SeriesKey key, Unit unit, DateOnly day)
    {
        if (Of(key, unit, day) is not { } limit) return new(SpanStanding.Indeterminate, default);
        if (limit.IsFree) return new(SpanStanding.Free, default);
        if (limit.Open is { } why)
        {
            Open(key, why);
            return new(SpanStanding.Indeterminate, default);
        }

        return limit.IsPlain ? new SpanLimit(SpanStanding.ByLimit, limit.Applied) : null;
    }

    /// <summary>The first day after a day on which another limit of a standard may be in force.</summary>
    internal DateOnly NextChange(DateOnly day) => _isAsked ? reference.Limits.NextChange(day) : DateOnly.MaxValue;

    private StandardJudgement Judge(SeriesKey key, Unit unit, StandardLimit limit, MeasuredValue value, decimal? oxygen)
    {
        if (limit.IsFree) return new(Standing.Compliant, null, default, true);
        if (limit.Open is { } why) return Open(key, why);
        // A limit at reference oxygen says nothing of a value that may not be converted to it and cannot be.
        if (limit.AsksOxygen && !limit.IsConverted && oxygen is null) return Open(key, reference.Limits.Facts["reported_at_reference_oxygen"].Question);
        var answer = limit.Answer;
        var toConvert = limit.IsConverted ? null : oxygen;
        var standing = LimitComparison.Stand(value, unit, answer, toConvert);
        if (standing == Standing.Indeterminate && answer.Standing == LimitStanding.Missing)
            foreach (var fact in answer.Missing) Note(key, fact.Question.Zh);
        if (answer.Standing == LimitStanding.Missing && standing != Standing.Exceeds)
            return new(standing, null, default, false) { Open = standing == Standing.Indeterminate && answer.Missing.Count > 0 ? answer.Missing[0].Question : null };
        var (shown, applied) = (limit.Shown, limit.Applied);
        if (toConvert is not { } o || shown.ReferenceOxygen is not { } at || ConvertedConcentration.ToReferenceOxygen(value, o, at) is not { } converted)
            return new(standing, ValueJudgement.Judge(value, applied.Low, applied.High).Ratio, applied, false);
        return new(standing, ValueJudgement.Judge(converted, applied.Low, applied.High).Ratio, applied, false)
        {
            Converted = converted,
            Remark = new($"实测{value}，含氧量{PlainNumber.Text(o)}%，折算到{PlainNumber.Text(at)}%", $"measured {value} at {PlainNumber.Text(o)} % oxygen, converted to {PlainNumber.Text(at)} %"),
        };
    }

    // Two stacks that count as one are judged once, at the first; the second by itself only where the first is not judged with it.
    private StandardJudgement Summed(SeriesKey key, StandardLimit limit, StackGroup group, in ReadValue value)
    {
        var (unit, own, other) = (value.Unit, value.Point.Value, group.Other(key.OutletId));
        var beside = stacks.RateAt(other, key, value.Point.At, unit);
        if (key.OutletId == group.Pair.Second && beside is { } judged && !stacks.HasOwnLimit(other, judged, key.Pollutant))
            return new(Standing.Compliant, null, default, true) { Remark = new($"与 {other} 为等效排气筒，并入 {other} 的排放速率判定", $"one equivalent stack with {other}: judged with its rate") };
        var with = beside is { } there ? new MeasuredValue(there.Point.Value.Qualifier, there.Unit.Convert(there.Point.Value.Number, unit)) : MeasuredValue.Missing;
        var sum = SummedRate.Of(own, with);
        var (height, distance) = (PlainNumber.Text(group.HeightM!.Value), PlainNumber.Text(group.Pair.DistanceM));
        var how = new Wording(
            $"等效排气筒 {group.Pair.First}、{group.Pair.Second}（相距{distance} m，小于高度之和；附录A）：速率 {own}＋{(beside is null ? "未知" : with)}＝{sum} {unit.Symbol}，等效高度{height} m",
            $"equivalent stack of {group.Pair.First} and {group.Pair.Second} ({distance} m apart, less than the sum of heights; annex A): rates {own} + {(beside is null ? "unknown" : with)} = {sum} {unit.Symbol}, height {height} m");
        if (sum.Told(unit, limit.Answer) is { } told) return Judge(key, unit, limit, told, null) with { Converted = told, Remark = how };
        return Open(key, beside is null
            ? new($"等效排气筒：{other} 同一时段的排放速率", $"equivalent stacks: the rate of {other} at the same time")
            : new($"等效排气筒：{other} 与本排气筒速率之和是否超过限值（检出限或量程所限）", $"equivalent stacks: whether the sum with {other} is over, beyond what was detected")) with { Remark = how };
    }

    // What holds all values of a series between two changes of the law; null where no standard has a say.
    private StandardLimit? Of(SeriesKey key, Unit unit, DateOnly day)
    {
        if (!_isAsked) return null;
        var epoch = reference.Limits.EpochOf(day);
        if (ReferenceEquals(_last.Key, key) && ReferenceEquals(_last.Unit, unit) && _last.Epoch == epoch) return _last.Limit;
        if (!_found.TryGetValue((key, unit, epoch), out var found)) _found[(key, unit, epoch)] = found = Find(key, unit, day);
        _last = (key, unit, epoch, found);
        return found;
    }

    private StandardLimit? Find(SeriesKey key, Unit unit, DateOnly day)
    {
        // A misspelt pollutant is not one without a limit: nothing can be said of it.
        if (reference.Pollutants.Find(key.Pollutant.Value) is null || Describe(key) is not { } outlet || (records.Facility.Industry is null && outlet.Standard is null && !_mixed.Productions.Any(p => p.Outlet == outlet.Id))) return null;
        var group = stacks.Of(key, unit);
        if (group?.Open is { } open) return new(Unjudged, unit) { Open = open };
        var answer = Answer(key, unit, day, outlet);
        foreach (var load in LoadsBeside(key, day, answer)) Note(key, load.Zh);
        return answer.Standing switch
        {
            // The library has gaps: that it knows no limit is no proof that there is none.
            LimitStanding.NoLimit => null,
            LimitStanding.OtherWindow when measured.Any(k => IsJudgedInstead(k, key, day, outlet)) => new(answer, unit) { IsFree = true },
            LimitStanding.OtherWindow => new(answer, unit) { Open = answer.Reason },
            _ => new(answer, unit) { Stacks = group, IsConverted = FactsOf(key.OutletId).GetValueOrDefault("reported_at_reference_oxygen") == "yes" },
        };
    }

    // GB 31572-2015 limits the mass per product of a whole plant beside the concentration of each stack; how the stacks and unorganised sources are added up is
    // not at hand. A person may have found it within (topic load_within[GB 31572-2015]).
    private IEnumerable<Wording> LoadsBeside(SeriesKey key, DateOnly day, LimitAnswer answer)
    {
        var (name, facts) = (reference.Pollutants.NameOf(key.Pollutant), FactsOf(key.OutletId));
        return answer.Possible.SelectMany(p => p.Limits).Select(l => l.Standard).Distinct()
            .Where(s => facts.GetValueOrDefault($"load_within[{s}]") != "yes")
            .Select(s => reference.Limits.Limits.FirstOrDefault(l => l.Standard == s && l.Kind == LimitKind.Load && l.IsInForce(day) && l.Pollutant.Contains(name, StringComparison.Ordinal)
                && !l.Conditions.Asks.Any(a => facts.TryGetValue(a.Fact, out var known) && !a.Values.Contains(known))))
            .OfType<DischargeLimit>().Select(l => new Wording(
                $"{l.Standard} {l.Pollutant}是否达标（全厂，认定事项 load_within[{l.Standard}]）", $"whether the plant is within the load per product of {l.Standard}"));
    }

    private StandardJudgement Open(SeriesKey key, Wording why)
    {
        Note(key, why.Zh);
        return new(Standing.Indeterminate, null, default, false) { Open = why };
    }

    // A single sample of one's own is not judged where the mean of the window the limit is read against was measured too (DB44/26-2001 5.2.2).
    private bool IsJudgedInstead(SeriesKey other, SeriesKey key, DateOnly day, OutletRecord outlet) =>
        other.OutletId == key.OutletId && other.Pollutant == key.Pollutant && other.Origin == key.Origin && other.Window != key.Window
        && Answer(other, other.Unit, day, outlet).Standing == LimitStanding.Applies;

    // The answer is the same for all days between two changes of the law.
    private LimitAnswer Answer(SeriesKey key, Unit unit, DateOnly day, OutletRecord outlet)
    {
        var slot = (key, unit, reference.Limits.EpochOf(day));
        return _answers.TryGetValue(slot, out var answer) ? answer : _answers[slot] = known.Resolve(Question(key, unit, day, outlet), slot.Item3);
    }

    private LimitQuestion Question(SeriesKey key, Unit unit, DateOnly day, OutletRecord outlet) => new(key.Pollutant, MediumOf(outlet, key.Pollutant), day)
    {
        Region = records.Facility.Region,
        Industry = records.Facility.Industry,
        EiaApprovedOn = records.Facility.EiaApprovedOn,
        Discharge = outlet.Discharge,
        Workshop = outlet.Workshop,
        Grade = outlet.Grade,
        Standard = outlet.Standard,
        StackHeightM = stacks.Of(key, unit)?.HeightM ?? outlet.StackHeightM,
        Unit = unit,
        Window = key.Window,
        Origin = key.Origin,
        Facts = stacks.Of(key, unit) is { HeightM: not null } group ? OfBoth(group.Pair) : FactsOf(key.OutletId),
        Productions = MediumOf(outlet, key.Pollutant) == Medium.Water ? [.. _mixed.Productions.Where(p => p.Outlet == key.OutletId)] : [],
    };

    private OutletRecord? Describe(SeriesKey key) => records.Outlets.FirstOrDefault(o => o.Id == key.OutletId);

    private Medium MediumOf(OutletRecord outlet, PollutantCode pollutant) =>
        outlet.Medium == Medium.Unspecified ? reference.Pollutants.MediumOf(pollutant) : outlet.Medium;

    // Recorded judgements whose topic is a fact of limit_facts.csv: yes or no to special_area, yes to fuel=coal; DA001.fuel=coal of one outlet.
    private Dictionary<string, string> FactsOf(OutletId outlet)
    {
        if (_facts.TryGetValue(outlet, out var facts)) return facts;
        _facts[outlet] = facts = new(StringComparer.Ordinal);
        var prefix = outlet.Value + ".";
        foreach (var said in records.Discretion.Where(d => d.DecidedOn <= asOf).OrderBy(d => d.Topic.StartsWith(prefix, StringComparison.Ordinal)).ThenBy(d => d.DecidedOn))
        {
            var topic = said.Topic.StartsWith(prefix, StringComparison.Ordinal) ? said.Topic[prefix.Length..] : said.Topic;
            // Days, outages and productions are read elsewhere; in brackets only standards are named here.
            if (topic.Contains('[', StringComparison.Ordinal) && !topic.StartsWith("scope[", StringComparison.Ordinal) && !topic.StartsWith("load_within[", StringComparison.Ordinal)) continue;
            var sign = topic.IndexOf('=', Math.Max(0, topic.IndexOf(']', StringComparison.Ordinal)));
            if (sign < 0) facts[topic] = said.Value == "true" ? "yes" : "no";
            else if (said.Value == "true") facts[topic[..sign]] = topic[(sign + 1)..];
        }

        return facts;
    }

    // Two stacks that count as one stand high enough above the buildings only if both do.
    private Dictionary<string, string> OfBoth(StackPair pair)
    {
        const string high = "stack_5_m_above_buildings";
        var facts = new Dictionary<string, string>(FactsOf(pair.First), StringComparer.Ordinal);
        var (first, second) = (facts.GetValueOrDefault(high), FactsOf(pair.Second).GetValueOrDefault(high));
        facts.Remove(high);
        if (first == "no" || second == "no") facts[high] = "no";
        else if (first == "yes" && second == "yes") facts[high] = "yes";
        return facts;
    }

    private void Note(SeriesKey key, string what) => _missing.Add($"limits[{key.OutletId} {reference.Pollutants.NameOf(key.Pollutant)}：{what}]");
}
