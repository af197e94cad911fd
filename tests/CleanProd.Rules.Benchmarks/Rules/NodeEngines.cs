using System.Diagnostics;
using System.Text.Json;
using CleanProd.Rules.Benchmarks.Engines;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Benchmarks.Rules;

/// <summary>
/// Two rule engines of Node.js over the same facts, which they get as plain JSON objects: GoRules ZEN (Rust, through its Node binding) and
/// json-rules-engine. They are installed into a temporary folder; the warm-up is theirs, the times are taken inside Node.
/// </summary>
internal sealed class NodeEngines : IDisposable
{
    internal const string Zen = "@gorules/zen-engine@0.54.0", Json = "json-rules-engine@7.3.1";

    private readonly string _folder = Directory.CreateTempSubdirectory("cleanprod-node-").FullName;

    /// <exception cref="EngineMissingException">Node.js or npm is missing, or the packages cannot be installed.</exception>
    internal NodeEngines(RuleWork work)
    {
        foreach (var script in new[] { "zen.mjs", "json-rules.mjs" })
        {
            using var from = typeof(NodeEngines).Assembly.GetManifestResourceStream(script)!;
            using var to = File.Create(Path.Combine(_folder, script));
            from.CopyTo(to);
        }

        File.WriteAllText(Path.Combine(_folder, "package.json"), """{ "private": true, "type": "module" }""");
        Run("npm", "install", "--no-audit", "--no-fund", "--no-save", Zen, Json);
        using var facts = File.Create(Path.Combine(_folder, "facts.json"));
        JsonSerializer.Serialize(facts, work.Facts.Select(Plain));
    }

    /// <summary>Runs a script and returns the times of its runs and how often each rule said yes.</summary>
    internal NodeRun Execute(string script, int rounds, int runs) => JsonSerializer.Deserialize<NodeRun>(
        Run("node", Path.Combine(_folder, script), FormattableString.Invariant($"{rounds}"), FormattableString.Invariant($"{runs}")).Trim().Split('\n')[^1],
        JsonSerializerOptions.Web)!;

    private static object Plain(FacilityFacts f) => new
    {
        monitoring = f.Monitoring.Select(m => new { exceedanceCount = m.ExceedanceCount }),
        discharges = f.Discharges.Select(d => new { isKeyPollutant = d.IsKeyPollutant, discharged = d.Discharged ?? 0m, quota = d.Quota ?? decimal.MaxValue / 2 }),
        energy = f.Energy.Select(e => new { unitConsumption = e.UnitConsumption ?? 0m, limit = e.Limit ?? 0m, hasLimit = e.HasLimit }),
        substances = f.Substances.Select(s => new { toxicClass = s.ToxicClass, otherList = s.Catalogues.Count > 0 && s.ToxicClass == 0 }),
        audits = f.Audits.Select(a => new
        {
            mandatory = a.Kind == "mandatory", filed = a.ReportedOn is not null || a.AcceptedOn is not null, failed = a.Result == "failed",
            monthsSinceListed = a.MonthsSinceListed ?? 0, monthsSinceAccepted = (f.Audits.YearsSinceLastAccepted ?? 999) * 12,
        }),
        energyOverLimit = f.Discretion.Value("energy_over_limit") ?? "", class5Recorded = f.Discretion.Recorded("class5_toxic"), class5 = f.Discretion.Value("class5_toxic") ?? "",
    };

    private string Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : throw new EngineMissingException($"'{program} {string.Join(' ', arguments)}' failed: {errors.Result.Trim().Split('\n')[^1]}");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new EngineMissingException($"'{program}' is not installed: the engines of Node.js are left out (on Debian: apt-get install nodejs npm)");
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

/// <summary>What a script prints.</summary>
/// <param name="Ms">Milliseconds of each run.</param>
/// <param name="Yes">How often each rule said yes in one run.</param>
internal sealed record NodeRun(double[] Ms, int[] Yes);
