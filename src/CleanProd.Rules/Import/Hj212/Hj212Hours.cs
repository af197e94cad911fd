using CleanProd.Rules.Facts.Validity;

namespace CleanProd.Rules.Import.Hj212;

/// <summary>
/// Hours out of minute data, where a device sends no hours; which of them stand, <see cref="MeanValidity"/> says. Kept per hour, not per frame: a log of
/// any length costs what its hours cost.
/// </summary>
internal sealed class Hj212Hours
{
    private readonly SortedDictionary<(string Mn, string Code, DateTime Hour), Sum> _hours = new(
        Comparer<(string Mn, string Code, DateTime Hour)>.Create((a, b) =>
        {
            var c = string.CompareOrdinal(a.Mn, b.Mn);
            if (c == 0) c = string.CompareOrdinal(a.Code, b.Code);
            return c != 0 ? c : a.Hour.CompareTo(b.Hour);
        }));

    private readonly HashSet<(string Mn, string Code, DateTime Hour)> _sent = [];

    /// <summary>Says that the device itself sent an hour.</summary>
    internal void Sent(string mn, string code, DateTime hour) => _sent.Add((mn, code, hour));

    /// <summary>Takes the mean of some minutes.</summary>
    internal void Add(string mn, string code, DateTime at, decimal mean, decimal? volumeM3, char? flag, int line)
    {
        var hour = at.AddMinutes(-at.Minute).AddSeconds(-at.Second);
        var key = (mn, code, hour);
        if (!_hours.TryGetValue(key, out var sum)) _hours[key] = sum = new() { Line = line };
        var minute = 1UL << at.Minute;
        // Sent again: the first counts.
        if ((sum.Slots & minute) != 0) return;
        sum.Slots |= minute;
        if (flag is not (null or 'N'))
        {
            sum.Abnormal++;
            sum.FirstAbnormal ??= flag;
            return;
        }

        sum.Valid |= minute;
        sum.Means += mean;
        sum.Count++;
        if (volumeM3 is not { } volume)
        {
            sum.Weighed = false;
            return;
        }

        sum.Volume += volume;
        sum.Load += mean * volume;
    }

    /// <summary>The hours that the device did not send, and for how many of them there were too few minutes.</summary>
    internal IEnumerable<Hj212Hour> Made()
    {
        foreach (var (key, sum) in _hours)
            if (!_sent.Contains(key)) yield return sum.Hour(key.Mn, key.Code, key.Hour);
    }

    private sealed class Sum
    {
        internal int Line { get; init; }

        internal ulong Slots { get; set; }

        internal ulong Valid { get; set; }

        internal int Count { get; set; }

        internal int Abnormal { get; set; }

        internal char? FirstAbnormal { get; set; }

        internal decimal Means { get; set; }

        internal decimal Volume { get; set; }

        internal decimal Load { get; set; }

        internal bool Weighed { get; set; } = true;

        internal Hj212Hour Hour(string mn, string code, DateTime hour)
        {
            var minutes = System.Numerics.BitOperations.PopCount(Valid) * Interval();
            var water = code.StartsWith('w');
            // Annex C: one abnormal value makes that of a water outlet abnormal; at a stack, three quarters have to be normal.
            var flag = Abnormal == 0 ? 'N' : water ? FirstAbnormal!.Value : Count * 4 >= (Count + Abnormal) * 3 ? 'N' : 'D';
            // pH has no mean; water is weighed by its flow (annex D).
            decimal? mean = Count == 0 || code == "w01001" ? null : water && Weighed && Volume > 0 ? Kept(Load / Volume) : Kept(Means / Count);
            return new(mn, code, hour, Line, minutes, mean, Weighed && Count > 0 ? Volume : null, flag);
        }

        // A quotient has digits without end; a billionth of a unit is far below what any device measures.
        private static decimal Kept(decimal quotient) => decimal.Round(quotient, 9, MidpointRounding.ToEven);

        private int Interval() => MeanFormation.Step(Enumerable.Range(0, 60).Where(m => (Slots & (1UL << m)) != 0).Select(m => default(DateTime).AddMinutes(m)));
    }
}

/// <summary>An hour made of minutes.</summary>
internal readonly record struct Hj212Hour(string Mn, string Code, DateTime At, int Line, int ValidMinutes, decimal? Mean, decimal? VolumeM3, char Flag);
