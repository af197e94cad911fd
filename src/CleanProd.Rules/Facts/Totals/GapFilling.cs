namespace CleanProd.Rules.Facts.Totals;

/// <summary>
/// What stands in for missing automatic data that is not the plant's own fault: manual samples of the time, else the mean of the half-year
/// before times its mean flow (permit technical specifications, actual discharge; HJ/T 75, HJ/T 356).
/// </summary>
internal sealed class GapFilling
{
    private readonly Queue<(DateTime At, decimal Concentration, decimal Volume)> _halfYear = new();
    private readonly Dictionary<DateOnly, decimal> _samples;
    private decimal _concentrations, _volumes;

    /// <summary>Filling of one outlet.</summary>
    /// <param name="samples">Manual samples: day, moment and mg/m³. Only days with enough of them count.</param>
    public GapFilling(IEnumerable<(DateTime At, decimal MgPerM3)> samples) => _samples = samples.GroupBy(s => DateOnly.FromDateTime(s.At))
        .Where(d => Suffices([.. d.Select(s => s.At)])).ToDictionary(d => d.Key, d => d.Sum(s => s.MgPerM3) / d.Count());

    /// <summary>How many manual samples a day of repair needs (2008 Measures on automatic monitoring, Arts 14–15).</summary>
    public const int SamplesOfDay = 4;

    /// <summary>How far apart they may lie.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    /// <summary>Whether the samples of a day stand in for automatic data: at least 4, no more than 6 hours apart.</summary>
    public static bool Suffices(IReadOnlyCollection<DateTime> times)
    {
        var sorted = times.Order().ToArray();
        return sorted.Length >= SamplesOfDay && sorted.Zip(sorted.Skip(1), (a, b) => b - a).All(pause => pause <= LongestPause);
    }

    /// <summary>Remembers a valid window.</summary>
    public void Saw(DateTime at, decimal mgPerM3, decimal volumeM3)
    {
        _halfYear.Enqueue((at, mgPerM3, volumeM3));
        _concentrations += mgPerM3;
        _volumes += volumeM3;
    }

    /// <summary>Tonnes of a window without valid data; null when nothing can stand in for it.</summary>
    /// <param name="at">First moment of the window.</param>
    /// <param name="volumeM3">Its volume, where that was measured.</param>
    public (decimal Tonnes, Wording Rule)? Fill(DateTime at, decimal? volumeM3)
    {
        while (_halfYear.TryPeek(out var oldest) && oldest.At < at.AddMonths(-6))
        {
            _halfYear.Dequeue();
            _concentrations -= oldest.Concentration;
            _volumes -= oldest.Volume;
        }

        if (volumeM3 is null && _halfYear.Count == 0) return null;
        var volume = volumeM3 ?? (_volumes / _halfYear.Count);
        if (_samples.TryGetValue(DateOnly.FromDateTime(at), out var sample)) return (EmissionMass.Tonnes(sample, volume), BySamples);
        return _halfYear.Count == 0 ? null : (EmissionMass.Tonnes(_concentrations / _halfYear.Count, volume), ByHalfYear);
    }

    private static readonly Wording BySamples = new("缺失时段以手工监测数据替代（每日不少于4次，间隔不超过6小时）", "gap filled with manual samples (at least 4 a day, no more than 6 hours apart)");

    private static readonly Wording ByHalfYear = new("缺失时段以此前半年均值和平均流量替代（按非企业原因缺失）", "gap filled with the mean and the mean flow of the half-year before (not the plant's fault)");
}
