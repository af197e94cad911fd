using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CleanProd.Rules.Benchmarks.Measuring;

/// <summary>One line of the table: a piece of work, done by us and by a peer in the same run.</summary>
/// <param name="Work"><c>import</c>, <c>screening</c>, <c>rules</c>, <c>excel</c>.</param>
/// <param name="Peer">Who else did it.</param>
/// <param name="Rows">Values, rule evaluations or entries.</param>
/// <param name="Ours">Our runs.</param>
/// <param name="Theirs">The peer's.</param>
/// <param name="OursPeakMb">Peak of the memory of a process that does our work alone, in MB.</param>
internal sealed record Comparison(string Work, string Peer, long Rows, Sample Ours, Sample Theirs, double OursPeakMb)
{
    internal double Ratio => Ours.Milliseconds / Theirs.Milliseconds;
}

/// <summary>The comparisons of a run as a table for people and as JSON for programs.</summary>
internal static class ComparisonTable
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    internal static string Json(IEnumerable<Comparison> rows) => JsonSerializer.Serialize(rows.Select(r => new
    {
        work = r.Work, peer = r.Peer, rows = r.Rows, ours_ms = Math.Round(r.Ours.Milliseconds, 3), peer_ms = Math.Round(r.Theirs.Milliseconds, 3),
        ratio = Math.Round(r.Ratio, 5), ours_peak_mb = Math.Round(r.OursPeakMb, 1), ours_allocated_bytes = r.Ours.Allocated, runs = r.Theirs.Runs,
    }), Indented);

    internal static string Markdown(IEnumerable<Comparison> rows)
    {
        var table = new StringBuilder("| work | peer | rows | ours ms | peer ms | ours / peer | our peak MB | our bytes allocated | runs |\n|---|---|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (var r in rows)
            table.Append(CultureInfo.InvariantCulture,
                $"| {r.Work} | {r.Peer} | {r.Rows:N0} | {r.Ours.Milliseconds:N1} | {r.Theirs.Milliseconds:N1} | {r.Ratio:0.####} | {r.OursPeakMb:N0} | {r.Ours.Allocated:N0} | {r.Theirs.Runs} |\n");
        return table.ToString();
    }
}
