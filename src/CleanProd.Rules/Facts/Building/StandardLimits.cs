using CleanProd.Rules.Facts.Limits;

namespace CleanProd.Rules.Facts.Building;

/// <summary>
/// The limits of standards for the values of one facility, asked where neither value nor permit brings one. Only for a place that the
/// register of Chinese divisions knows: a foreign plant has no Chinese limit.
/// </summary>
internal sealed class StandardLimits(FacilityRecords records, ReferenceData reference, DateOnly asOf, IReadOnlyCollection<SeriesKey> measured)
{
    private readonly LimitResolver _resolver = new(reference.Limits, reference.Regions);
    private readonly Dictionary<(SeriesKey Key, Unit Unit, int Epoch), LimitAnswer> _answers = [];
    private readonly Dictionary<OutletId, Dictionary<string, string>> _facts = [];
    private readonly SortedSet<string> _missing = new(StringComparer.Ordinal);
    private readonly bool _isAsked = reference.Limits.Limits.Count > 0 && records.Facility.Region is { } region && reference.Regions.CodeOf(region) is not null;

    /// <summary>Facts that were missing to judge a value, for the list of what is missing.</summary>
    internal IEnumerable<string> Missing => _missing;

    /// <summary>
    /// How a value stands to the standard's limit, with the limit to show; free when no limit applies to it. Null where no standard is asked
    /// or nothing is known of the outlet.
    /// </summary>
    internal StandardJudgement? Judge(SeriesKey key, Unit unit, DateOnly day, MeasuredValue value, decimal? oxygen)
    {
        // A misspelt pollutant is not one without a limit: nothing can be said of it.
        if (!_isAsked || reference.Pollutants.Find(key.Pollutant.Value) is null || Describe(key) is not { } outlet || (records.Facility.Industry is null && outlet.Standard is null)) return null;
        var answer = Answer(key, unit, day, outlet);
        switch (answer.Standing)
        {
            // The library has gaps: that it knows no limit is no proof that there is none.
            case LimitStanding.NoLimit:
                return null;
            case LimitStanding.OtherWindow when measured.Any(k => IsJudgedInstead(k, key, day, outlet)):
                return new(Standing.Compliant, null, default, true);
            case LimitStanding.OtherWindow:
                return Open(key, answer.Reason);
        }

        var limits = answer.Possible.SelectMany(p => p.Limits).ToArray();
        var isConverted = FactsOf(key.OutletId).GetValueOrDefault("reported_at_reference_oxygen") == "yes";
        // A limit at reference oxygen says nothing of a value that may not be converted to it and cannot be.
        if (limits.Any(l => l.ReferenceOxygen is not null) && !isConverted && oxygen is null)
            return Open(key, reference.Limits.Facts["reported_at_reference_oxygen"].Question);
        var toConvert = isConverted ? null : oxygen;
        var standing = LimitComparison.Stand(value, unit, answer, toConvert);
        if (standing == Standing.Indeterminate && answer.Standing == LimitStanding.Missing)
            foreach (var fact in answer.Missing) Note(key, fact.Question.Zh);
        if (answer.Standing == LimitStanding.Missing && standing != Standing.Exceeds)
            return new(standing, null, default, false) { Open = standing == Standing.Indeterminate && answer.Missing.Count > 0 ? answer.Missing[0].Question : null };
        // What is exceeded however the missing facts turn out is shown against its loosest possible limit.
        var shown = limits.Where(l => l.Unit.ConvertsTo(unit)).OrderByDescending(l => l.High is { } h ? l.Unit.Convert(h, unit) : 0m).First();
        var applied = new AppliedLimit(shown.Low is { } low ? shown.Unit.Convert(low, unit) : null, shown.High is { } high ? shown.Unit.Convert(high, unit) : null, shown.Citation) { Law = shown };
        if (toConvert is not { } o || shown.ReferenceOxygen is not { } at || ConvertedConcentration.ToReferenceOxygen(value, o, at) is not { } converted)
            return new(standing, ValueJudgement.Judge(value, applied.Low, applied.High).Ratio, applied, false);
        return new(standing, ValueJudgement.Judge(converted, applied.Low, applied.High).Ratio, applied, false)
        {
            Converted = converted,
            Remark = new($"实测{value}，含氧量{PlainNumber.Text(o)}%，折算到{PlainNumber.Text(at)}%", $"measured {value} at {PlainNumber.Text(o)} % oxygen, converted to {PlainNumber.Text(at)} %"),
        };
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
        return _answers.TryGetValue(slot, out var known) ? known : _answers[slot] = _resolver.Resolve(Question(key, unit, day, outlet));
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
        StackHeightM = outlet.StackHeightM,
        Unit = unit,
        Window = key.Window,
        Origin = key.Origin,
        Facts = FactsOf(key.OutletId),
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
            var sign = topic.IndexOf('=', Math.Max(0, topic.IndexOf(']', StringComparison.Ordinal)));
            if (sign < 0) facts[topic] = said.Value == "true" ? "yes" : "no";
            else if (said.Value == "true") facts[topic[..sign]] = topic[(sign + 1)..];
        }

        return facts;
    }

    private void Note(SeriesKey key, string what) => _missing.Add($"limits[{key.OutletId} {reference.Pollutants.NameOf(key.Pollutant)}：{what}]");
}

/// <summary>How a value stands to the limit of a standard.</summary>
internal readonly record struct StandardJudgement(Standing Standing, decimal? Ratio, AppliedLimit Limit, bool IsFree)
{
    /// <summary>The value at reference oxygen, where it was converted.</summary>
    internal MeasuredValue? Converted { get; init; }

    /// <summary>What is missing to tell.</summary>
    internal Wording? Open { get; init; }

    /// <summary>How it was converted.</summary>
    internal Wording? Remark { get; init; }
}
