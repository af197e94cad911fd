using System.Globalization;
using System.Text.Json;
using CleanProd.Rules.Tests.Host.Kill;
using CleanProd.Rules.Tests.Host.Service;

namespace CleanProd.Rules.Tests.Host.Soak;

/// <summary>The memory of each host over time, as it tells itself.</summary>
internal sealed class MemoryWatch(IReadOnlyList<HostProcess> hosts)
{
    private readonly List<Sample>[] _samples = [.. hosts.Select(_ => new List<Sample>())];

    /// <summary>Samples of each host, in the order in which they were taken.</summary>
    internal IReadOnlyList<IReadOnlyList<Sample>> Samples => _samples;

    /// <summary>Asks every host once.</summary>
    internal async Task LookAsync(HttpClient admin, TimeSpan since)
    {
        foreach (var (host, samples) in hosts.Zip(_samples))
        {
            var process = (await admin.GetAsync(new Uri(host.Address!, "/api/v1/system/health")).JsonAsync()).GetProperty("process");
            samples.Add(new(since, Mebibytes(process, "working_set_bytes"), Mebibytes(process, "heap_bytes")));
        }
    }

    /// <summary>Hosts whose memory in the last quarter of the time lies above that in the second one by more than a ratio; by medians.</summary>
    internal IEnumerable<string> Grown(double ratio) =>
        from host in _samples.Index()
        from kind in (IEnumerable<(string Name, Func<Sample, double> Of)>)[("working set", s => s.WorkingSet), ("managed heap", s => s.Heap)]
        let second = Median(host.Item, kind.Of, 1)
        let last = Median(host.Item, kind.Of, 3)
        where last > second * ratio
        select string.Create(CultureInfo.InvariantCulture, $"the {kind.Name} of host {host.Index + 1} was {second:0} MiB in the second quarter and is {last:0} MiB in the last");

    /// <summary>Medians of the quarters, for people.</summary>
    public override string ToString() => string.Join("; ", _samples.Select((samples, host) => string.Create(
        CultureInfo.InvariantCulture,
        $"host {host + 1}: working set {Quarters(samples, s => s.WorkingSet)} MiB, managed heap {Quarters(samples, s => s.Heap)} MiB by quarters")));

    private static string Quarters(List<Sample> samples, Func<Sample, double> of) =>
        string.Join(" / ", Enumerable.Range(0, 4).Select(q => Median(samples, of, q).ToString("0", CultureInfo.InvariantCulture)));

    private static double Median(List<Sample> samples, Func<Sample, double> of, int quarter)
    {
        var part = samples.Skip(samples.Count * quarter / 4).Take(samples.Count * (quarter + 1) / 4 - samples.Count * quarter / 4).Select(of).Order().ToArray();
        return part.Length == 0 ? double.NaN : part[part.Length / 2];
    }

    private static double Mebibytes(JsonElement process, string name) => process.GetProperty(name).GetInt64() / 1048576.0;

    /// <summary>Memory at a moment, in MiB.</summary>
    /// <param name="At">Since the start.</param>
    /// <param name="WorkingSet">What the system counts as its own.</param>
    /// <param name="Heap">What lives in the managed heap, garbage not yet collected included.</param>
    internal sealed record Sample(TimeSpan At, double WorkingSet, double Heap);
}
