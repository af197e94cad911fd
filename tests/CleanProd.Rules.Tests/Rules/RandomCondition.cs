using System.Globalization;
using CleanProd.Rules.Facts.Words;
using static CleanProd.Rules.Tests.TestFacts;

namespace CleanProd.Rules.Tests.Rules;

/// <summary>
/// A random condition with a reader of its own: it knows nothing of the engine, and reads complete facts with the two values of
/// ordinary logic.
/// </summary>
internal sealed record RandomCondition(string Text, Func<World, bool> Read)
{
    internal static RandomCondition Make(Random random, int depth = 3)
    {
        if (depth > 0)
        {
            switch (random.Next(6))
            {
                case 0:
                    var (a, b) = (Make(random, depth - 1), Make(random, depth - 1));
                    return new($"({a.Text} and {b.Text})", w => a.Read(w) && b.Read(w));
                case 1:
                    (a, b) = (Make(random, depth - 1), Make(random, depth - 1));
                    return new($"({a.Text} or {b.Text})", w => a.Read(w) || b.Read(w));
                case 2:
                    a = Make(random, depth - 1);
                    return new($"not ({a.Text})", w => !a.Read(w));
                case 3 when depth > 1:
                    var (test, then, otherwise) = (Make(random, depth - 2), Make(random, depth - 2), Make(random, depth - 2));
                    return new($"({test.Text} ? {then.Text} : {otherwise.Text})", w => test.Read(w) ? then.Read(w) : otherwise.Read(w));
            }
        }

        return Leaf(random);
    }

    /// <summary>The parameters that random conditions name.</summary>
    internal const string Parameters = """
        { "id": "Two", "kind": "number", "unit": "1", "title": { "zh": "二", "en": "Two" }, "values": [{ "from": "2000-01-01", "to": null, "value": 2, "citation": "x", "basis": "derived" }] },
        { "id": "Named", "kind": "list", "title": { "zh": "名", "en": "Named" }, "values": [{ "from": "2000-01-01", "to": null, "value": ["w0", "w1"], "citation": "x", "basis": "derived" }] },
        { "id": "ByKey", "kind": "table", "unit": "t", "title": { "zh": "表", "en": "By key" }, "values": [{ "from": "2000-01-01", "to": null, "value": { "w0": 1, "w1": 2 }, "citation": "x", "basis": "derived" }] }
        """;

    private static RandomCondition Leaf(Random random)
    {
        var n = random.Next(0, 5);
        var number = n.ToString(CultureInfo.InvariantCulture);
        var (sign, compare) = Sign(random);
        switch (random.Next(24))
        {
            case 0: return new($"indicators.Value(\"x\") {sign} {number}", w => compare(w.X!.Value, n));
            case 1: return new($"indicators.Value(\"x\") + indicators.Value(\"y\") * 2 {sign} {number}.5", w => compare(w.X!.Value + (w.Y!.Value * 2), n + 0.5m));
            case 2: return new($"discharges.Any(d => d.Discharged {sign} d.Quota)", w => w.Discharges.Any(d => d.Quota is { } q ? compare(d.Amount!.Value, q) : sign == "!="));
            case 3: return new($"discharges.All(d => d.Discharged {sign} {number})", w => w.Discharges.All(d => compare(d.Amount!.Value, n)));
            case 4: return new($"discharges.Count(d => d.Discharged {sign} {number}) >= 1", w => w.Discharges.Any(d => compare(d.Amount!.Value, n)));
            case 5: return new($"discharges.Sum(d => d.Discharged) {sign} {number}", w => compare(w.Discharges.Sum(d => d.Amount!.Value), n));
            case 6: return new($"discharges.Count(d => d.Discharged > 1) {sign} {number}", w => compare(w.Discharges.Count(d => d.Amount > 1), n));
            case 7: return new($"discharges.Where(d => d.Discharged > 1).Sum(d => d.Discharged) {sign} {number}", w => compare(w.Discharges.Where(d => d.Amount > 1).Sum(d => d.Amount!.Value), n));
            case 8: return new($"monitoring.Any(m => m.ExceedanceCount {sign} {number})", w => w.Monitoring.Any(m => compare(m.Count, n)));
            case 9: return new("facility.RegionIn(\"44,45\")", w => w.Region!.StartsWith("44", StringComparison.Ordinal) || w.Region.StartsWith("45", StringComparison.Ordinal));
            case 10: return new($"10 - indicators.Value(\"y\") {sign} {number}", w => compare(10 - w.Y!.Value, n));
            case 11: return new($"discharges.Any(d => d.Quota == null)", w => w.Discharges.Any(d => d.Quota is null));
            case 12: return new($"discharges.Max(d => d.Discharged) {sign} {number}", w => w.Discharges.Count == 0 ? sign == "!=" : compare(w.Discharges.Max(d => d.Amount!.Value), n));
            case 13: return new($"discharges.Where(d => d.Discharged > 1).Min(d => d.Discharged) {sign} {number}", w => w.Discharges.Where(d => d.Amount > 1).Select(d => d.Amount!.Value).DefaultIfEmpty(-1).Min() is var least && least < 0 ? sign == "!=" : compare(least, n));
            case 14: return new("facility.Region in (\"440100\", \"330200\")", w => w.Region is "440100" or "330200");
            case 15: return new($"discharges.Any(d => d.DischargedIn(\"kg\") {sign} {number}000)", w => w.Discharges.Any(d => compare(d.Amount!.Value * 1000, n * 1000)));
            case 16: return new($"discharges.Any(d => p.Named.Contains(d.Pollutant) and d.Discharged {sign} {number})", w => w.Discharges.Take(2).Any(d => compare(d.Amount!.Value, n)));
            case 17: return new($"discharges.Any(d => d.DischargedIn(\"t\") {sign} p.ByKey.For(d.Pollutant))", w => w.Discharges.Index().Any(d => d.Index < 2 ? compare(d.Item.Amount!.Value, d.Index + 1) : sign == "!="));
            case 18: return new($"monitoring.Count(m => m.ExceedanceCount > 0) * 2 - p.Two {sign} {number}", w => compare((w.Monitoring.Count(m => m.Count > 0) * 2) - 2, n));
            case 19: return new($"iif(indicators.Value(\"x\") > 2, indicators.Value(\"y\"), 1m) {sign} {number}", w => compare(w.X > 2 ? w.Y!.Value : 1, n));
            case 20: return new($"monitoring.Any(m => monitoring.All(n => m.ExceedanceCount {sign} n.ExceedanceCount))", w => w.Monitoring.Any(m => w.Monitoring.All(o => compare(m.Count, o.Count))));
            case 21: return new($"discharges.Average(d => d.Discharged) {sign} {number}", w => w.Discharges.Count == 0 ? sign == "!=" : compare(w.Discharges.Average(d => d.Amount!.Value), n));
            case 22: return new($"-indicators.Value(\"x\") / 2 {sign} -{number}", w => compare(-w.X!.Value / 2, -n));
            default: return new($"monitoring.Any(m => discharges.Any(d => m.ExceedanceCount {sign} {number} and d.Discharged > 1))", w => w.Monitoring.Any(m => w.Discharges.Any(d => compare(m.Count, n) && d.Amount > 1)));
        }
    }

    private static (string Sign, Func<decimal, decimal, bool> Compare) Sign(Random random) => random.Next(6) switch
    {
        0 => (">", (a, b) => a > b),
        1 => (">=", (a, b) => a >= b),
        2 => ("<", (a, b) => a < b),
        3 => ("<=", (a, b) => a <= b),
        4 => ("==", (a, b) => a == b),
        _ => ("!=", (a, b) => a != b),
    };
}

/// <summary>A small world in which facts may be missing, and its completions.</summary>
internal sealed record World(
    decimal? X, decimal? Y, string? Region, IReadOnlyList<(decimal? Amount, decimal? Quota)> Discharges, bool DischargesComplete,
    IReadOnlyList<(int Count, int Indeterminate)> Monitoring, bool MonitoringComplete)
{
    internal bool IsComplete => X is not null && Y is not null && Region is not null && DischargesComplete && MonitoringComplete
        && Discharges.All(d => d.Amount is not null) && Monitoring.All(m => m.Indeterminate == 0);

    internal static World Make(Random random, bool complete)
    {
        decimal? Number() => !complete && random.Next(4) == 0 ? null : random.Next(0, 10) / 2m;
        return new(Number(), Number(), !complete && random.Next(4) == 0 ? null : random.Next(2) == 0 ? "440100" : "330100",
            [.. Enumerable.Range(0, random.Next(4)).Select(_ => (Number(), random.Next(3) == 0 ? (decimal?)null : random.Next(0, 4)))],
            complete || random.Next(4) != 0,
            [.. Enumerable.Range(0, random.Next(4)).Select(_ => (random.Next(0, 4), complete ? 0 : Math.Max(0, random.Next(-2, 3))))],
            complete || random.Next(4) != 0);
    }

    /// <summary>One way the missing facts could turn out.</summary>
    internal World Complete(Random random)
    {
        decimal Number() => random.Next(0, 12) / 2m;
        return new(X ?? Number(), Y ?? Number(), Region ?? (random.Next(2) == 0 ? "440100" : "330100"),
            [.. Discharges.Select(d => (Amount: (decimal?)(d.Amount ?? Number()), d.Quota)), .. More(DischargesComplete, random).Select(_ => (Amount: (decimal?)Number(), Quota: (decimal?)random.Next(0, 4)))], true,
            [.. Monitoring.Select(m => (m.Count + random.Next(0, m.Indeterminate + 1), 0)), .. More(MonitoringComplete, random).Select(_ => (random.Next(0, 4), 0))], true);
    }

    private static IEnumerable<int> More(bool complete, Random random) => Enumerable.Range(0, complete ? 0 : random.Next(3));

    internal FacilityFacts Facts() => Facility(
        new(Monitoring.Select((m, i) => Monitored(m.Count, m.Indeterminate, outlet: $"DW{i}")), MonitoringComplete ? null : "monitoring"),
        new(Discharges.Select((d, i) => Discharged(d.Amount, d.Quota, $"w{i}")), DischargesComplete ? null : "discharges"),
        Region, indicators: new Dictionary<string, decimal?> { ["x"] = X, ["y"] = Y });
}
