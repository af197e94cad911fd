using System.Diagnostics;
using System.Diagnostics.Metrics;
using CleanProd.Rules.Storage;

namespace CleanProd.Rules.Host.Upkeep;

/// <summary>
/// What the service counts and traces, under the one name <see cref="Name"/>. Counting costs next to nothing while nobody listens; nothing leaves
/// the machine unless the setting <c>Otlp</c> names a collector.
/// </summary>
internal sealed class Telemetry
{
    /// <summary>Name of the meter and of the source of traces.</summary>
    internal const string Name = "CleanProd.Rules";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>Makes the instruments.</summary>
    public Telemetry(IMeterFactory meters, Store store)
    {
        Meter = meters.Create(Name);
        var acts = Meter.CreateCounter<long>("cleanprod.acts", "{act}", "Acts this process committed: imports, reviews, publications, notices, mails …; tag act, as in the journal.");
        store.Acted += act => acts.Add(1, new KeyValuePair<string, object?>("act", act));
        ShardsJudged = Meter.CreateCounter<long>("cleanprod.shards.judged", "{shard}", "Pieces of screenings that were judged and kept.");
        FacilitiesJudged = Meter.CreateCounter<long>("cleanprod.facilities.judged", "{facility}", "Determinations that were kept; tag outcome.");
        RulesEvaluated = Meter.CreateCounter<long>("cleanprod.rules.evaluated", "{evaluation}", "Rules evaluated, kept or not.");
        ShardDuration = Meter.CreateHistogram<double>("cleanprod.shard.duration", "s", "Time to judge one piece of a screening.");
    }

    /// <summary>For instruments that are asked when somebody listens.</summary>
    internal Meter Meter { get; }

    /// <summary>Pieces of screenings that were judged and kept.</summary>
    internal Counter<long> ShardsJudged { get; }

    /// <summary>Determinations that were kept; tag <c>outcome</c>.</summary>
    internal Counter<long> FacilitiesJudged { get; }

    /// <summary>Rules evaluated, kept or not.</summary>
    internal Counter<long> RulesEvaluated { get; }

    /// <summary>Seconds to judge one piece of a screening.</summary>
    internal Histogram<double> ShardDuration { get; }

    /// <summary>
    /// Begins a piece of a trace, named in dotted words like acts of the journal; ended by disposing it. Null while nobody listens. Tags carry
    /// numbers of runs and imports, never data of enterprises.
    /// </summary>
    internal static Activity? Start(string name) => Source.StartActivity(name);
}
