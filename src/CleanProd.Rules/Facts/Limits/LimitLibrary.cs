namespace CleanProd.Rules.Facts.Limits;

/// <summary>All discharge limits with the standards they belong to. Immutable.</summary>
public sealed class LimitLibrary
{
    private readonly Dictionary<(string Standard, Medium Medium), DischargeLimit[]> _rows;
    private readonly Dictionary<(string Number, Medium Medium), DischargeStandard> _standards;
    private readonly Dictionary<string, DischargeLimit> _byId;
    private readonly DateOnly[] _boundaries;

    /// <summary>A library of these tables.</summary>
    public LimitLibrary(
        IReadOnlyList<DischargeStandard> standards, IReadOnlyList<DischargeLimit> limits, IReadOnlyList<LimitGap> gaps, IReadOnlyList<LimitFact> facts)
    {
        (Standards, Limits, Gaps) = (standards, limits, gaps);
        Facts = facts.ToDictionary(f => f.Name, StringComparer.Ordinal);
        _rows = limits.GroupBy(l => (l.Standard, l.Medium)).ToDictionary(g => g.Key, g => g.ToArray());
        _standards = standards.ToDictionary(s => (s.Number, s.Medium));
        _byId = limits.ToDictionary(l => l.RowId, StringComparer.Ordinal);
        _boundaries =
        [
            .. limits.SelectMany(l => Ends(l.From, l.To)).Concat(standards.SelectMany(s => Ends(s.From, s.To)))
                .Concat(gaps.SelectMany(g => Ends(g.From, g.To))).Concat(standards.Select(s => s.TownPlantDirectFrom ?? s.From)).Distinct().Order(),
        ];
    }

    /// <summary>A library that holds nothing and answers nothing.</summary>
    public static readonly LimitLibrary Empty = new([], [], [], []);

    /// <summary>Standards, those whose values are not at hand included.</summary>
    public IReadOnlyList<DischargeStandard> Standards { get; }

    /// <summary>Every limit.</summary>
    public IReadOnlyList<DischargeLimit> Limits { get; }

    /// <summary>What is known not to be at hand.</summary>
    public IReadOnlyList<LimitGap> Gaps { get; }

    /// <summary>Facts that limits ask for, by name.</summary>
    public IReadOnlyDictionary<string, LimitFact> Facts { get; }

    /// <summary>Limits of a standard for a medium.</summary>
    public IReadOnlyList<DischargeLimit> Of(DischargeStandard standard) => _rows.GetValueOrDefault((standard.Number, standard.Medium)) ?? [];

    /// <summary>The row of an identity.</summary>
    public DischargeLimit Row(string id) => _byId[id];

    /// <summary>A standard for a medium.</summary>
    public DischargeStandard Standard(string number, Medium medium) => _standards[(number, medium)];

    /// <summary>Days with the same number have the same limits in force, so that an answer for one holds for the other.</summary>
    public int EpochOf(DateOnly day)
    {
        var at = Array.BinarySearch(_boundaries, day);
        return at >= 0 ? at + 1 : ~at;
    }

    /// <summary>The first day after a day on which another limit may be in force.</summary>
    public DateOnly NextChange(DateOnly day) => EpochOf(day) is var epoch && epoch < _boundaries.Length ? _boundaries[epoch] : DateOnly.MaxValue;

    /// <summary>The standards that a text names (<c>DB44/26-2001 与 GB 18918-2002 一级A</c>), in the order of the library.</summary>
    public IReadOnlyList<DischargeStandard> Named(string text, Medium medium)
    {
        var folded = Fold(text);
        return [.. Standards.Where(s => s.Medium == medium && folded.Contains(Fold(s.Number), StringComparison.Ordinal))];
    }

    /// <summary>The grade that a text gives right after the number of a standard (<c>GB 18918-2002 一级A</c>); null where it gives none of these.</summary>
    public string? GradeNamed(string? text, DischargeStandard standard, IReadOnlyList<string> grades)
    {
        var (folded, number) = (Fold(text ?? ""), Fold(standard.Number));
        var at = folded.IndexOf(number, StringComparison.Ordinal);
        return at < 0 ? null : grades.Where(g => folded.AsSpan(at + number.Length).StartsWith(g, StringComparison.Ordinal)).MaxBy(g => g.Length);
    }

    private static string Fold(string text) => text.Replace(" ", "", StringComparison.Ordinal).Replace("／", "/", StringComparison.Ordinal).ToUpperInvariant();

    private static IEnumerable<DateOnly> Ends(DateOnly from, DateOnly? to) => to is { } last ? [from, last.AddDays(1)] : [from];
}
