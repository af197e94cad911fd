using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CleanProd.Rules.Benchmarks.Load;

/// <summary>What a look-up bore.</summary>
/// <param name="PerSecond">Answers per second.</param>
/// <param name="P50">Median latency, ms.</param>
/// <param name="P99">99th percentile, ms.</param>
/// <param name="Refused">Answers other than success.</param>
internal sealed record Borne(double PerSecond, double P50, double P99, long Refused);

/// <summary>Asks one address over and over through several connections: by <c>wrk</c> where it is installed, otherwise by a loader of our own.</summary>
internal static partial class Loader
{
    private const int Connections = 16;

    internal static bool HasWrk { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(p => File.Exists(Path.Combine(p, "wrk")));

    internal static Task<Borne> RunAsync(Uri address, string cookie, int seconds) => HasWrk ? ByWrkAsync(address, cookie, seconds) : OurselvesAsync(address, cookie, seconds);

    private static async Task<Borne> ByWrkAsync(Uri address, string cookie, int seconds)
    {
        using var wrk = Process.Start(new ProcessStartInfo(
            "wrk", ["-t1", $"-c{Connections}", $"-d{seconds}s", "--timeout", "30s", "--latency", "-H", $"Cookie: {cookie}", address.ToString()]) { RedirectStandardOutput = true })!;
        var text = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        return new(
            Number(PerSecond().Match(text).Groups[1].Value), Milliseconds(Percentile(50).Match(text)), Milliseconds(Percentile(99).Match(text)),
            (Refused().Match(text) is { Success: true } refused ? long.Parse(refused.Groups[1].Value, CultureInfo.InvariantCulture) : 0)
            + (SocketErrors().Match(text) is { Success: true } errors ? errors.Groups.Values.Skip(1).Sum(g => long.Parse(g.Value, CultureInfo.InvariantCulture)) : 0));
    }

    private static async Task<Borne> OurselvesAsync(Uri address, string cookie, int seconds)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections, UseCookies = false });
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        var until = Stopwatch.GetTimestamp() + seconds * Stopwatch.Frequency;
        var answers = await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            var (latencies, refused) = (new List<double>(), 0L);
            while (Stopwatch.GetTimestamp() < until)
            {
                var began = Stopwatch.GetTimestamp();
                using var answer = await client.GetAsync(address);
                await answer.Content.ReadAsByteArrayAsync();
                latencies.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                if (!answer.IsSuccessStatusCode) refused++;
            }

            return (latencies, refused);
        }));
        var all = answers.SelectMany(a => a.latencies).Order().ToArray();
        return new((double)all.Length / seconds, all[all.Length / 2], all[all.Length * 99 / 100], answers.Sum(a => a.refused));
    }

    private static double Milliseconds(Match match) => Number(match.Groups[1].Value) * match.Groups[2].Value switch { "us" => 0.001, "ms" => 1, "s" => 1_000, _ => 60_000 };

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static Regex Percentile(int of) => new($@"\b{of}%\s+([0-9.]+)(us|ms|s|m)\b");

    [GeneratedRegex(@"Requests/sec:\s+([0-9.]+)")]
    private static partial Regex PerSecond();

    [GeneratedRegex(@"Non-2xx or 3xx responses:\s+([0-9]+)")]
    private static partial Regex Refused();

    [GeneratedRegex(@"Socket errors: connect ([0-9]+), read ([0-9]+), write ([0-9]+), timeout ([0-9]+)")]
    private static partial Regex SocketErrors();
}
