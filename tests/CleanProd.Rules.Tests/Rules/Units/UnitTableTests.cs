using CleanProd.Rules.Rules;
using static CleanProd.Rules.Tests.TestFacts;

namespace CleanProd.Rules.Tests.Rules.Units;

/// <summary>What may be held against what, with what is said where it may not: approved as a whole.</summary>
public class UnitTableTests
{
    private static readonly (string Name, string Unit)[] Numbers =
    [
        ("One", "1"), ("Pct", "%"), ("Cnt", "个"), ("Dl", "无量纲"), ("T", "t"), ("Kg", "kg"), ("TPerA", "t/a"), ("MgL", "mg/L"), ("UgL", "ug/L"), ("M3", "m3"), ("Mo", "mo"), ("Y", "a"), ("D", "d"), ("H", "h"),
        ("Kgce", "kgce"), ("KgceT", "kgce/t"), ("Odd", "捆"), ("Temp", "℃"), ("Huge", "999999999万t/ng"), ("Tiny", "ng/999999999万t"),
    ];

    private static readonly string Parameters = string.Join(", ", Numbers.Select(n => One(n.Name, "number", $"\"unit\": \"{n.Unit}\",", "2")).Append(One("ByKey", "table", "\"unit\": \"t\",", "{ \"w0\": 1 }")).Append(One("Names", "list", "", "[\"w0\"]")));

    private static readonly string[] Conditions =
    [
        // Parameters with parameters.
        "p.T > p.Kg", "p.T > p.T", "p.T >= p.Kg", "p.T < p.Kg", "p.T <= p.Kg", "p.T == p.Kg", "p.T != p.Kg", "p.T > p.TPerA", "p.TPerA > p.TPerA", "p.One > p.Pct", "p.One > p.Cnt", "p.One > p.Dl", "p.Cnt > p.Dl", "p.T + p.Kg > 1", "p.T + p.T > p.T", "p.T - p.Kg > 1", "p.T - p.T > p.Kg",
        "p.T + 1 > p.Kg", "1 + p.T > p.Kg", "1 - p.T > p.T", "p.T * 1000 > p.Kg", "1000 * p.T > p.Kg", "p.T * 1000 > p.D", "p.T > p.Kg / 1000", "1 / p.H > p.One", "p.T * p.One > p.T", "p.One * p.T > p.Kg", "p.One * p.T > p.T", "p.T / p.One > p.T", "p.One / p.T > p.T", "p.T * p.T > p.T", "p.T * p.T > p.T * p.Kg", "p.T * p.T > p.T * p.T", "p.T / p.Kg > p.One", "p.T / p.T > p.One", "p.T / p.T > p.T", "p.T / p.Y > p.TPerA", "p.T / p.D > p.TPerA",
        "p.TPerA * p.Y > p.T", "p.TPerA * p.Y > p.Kg", "p.TPerA * p.Mo > p.T", "p.TPerA * p.Mo / 12 > p.T", "p.Y * 12 > p.Mo", "p.Mo / 12 > p.Y", "p.Y > p.Mo", "p.D > p.H", "p.D * 24 > p.H", "p.D > p.Mo", "p.D * 30 > p.Mo", "p.D * 365 > p.Y", "p.Y * (10 + 2) > p.Mo", "p.Y * -12 > p.Mo", "p.Y * p.One > p.Mo", "p.MgL > p.UgL", "p.MgL * 1000 > p.UgL", "p.MgL * p.M3 > p.Kg", "p.MgL * p.M3 / 1000 > p.Kg",
        "p.Odd > p.Odd", "p.Odd > p.One", "p.Odd > p.T", "p.Temp > p.One", "p.Temp > 3", "2 > p.T", "-p.T > p.Kg", "-p.T > -p.T", "not (p.T > p.Kg)", "p.T > p.Kg or true", "true or p.T > p.Kg", "true and p.T > p.Kg", "p.T > p.Kg and p.D > p.H", "p.Huge * p.Huge > p.Tiny", "p.Huge * p.Huge > p.T", "p.Huge / p.Tiny > p.One", "p.Tiny * p.Tiny > p.One", "p.Huge > p.One", "p.Huge > p.Huge", "p.T / p.Kg > p.Pct", "p.T / p.Kg * p.Kg > p.T",
        // Numbers without a unit that are no bare numbers; scales that are the same but for their last digits; two wrong days.
        "p.T * indicators.Value(\"x\") > p.D", "indicators.Value(\"x\") * p.T > p.D", "p.T / indicators.Value(\"x\") > p.D", "indicators.Value(\"x\") / p.T > p.D", "p.T * (2 * indicators.Value(\"x\")) > p.D", "p.T + 2 * indicators.Value(\"x\") > p.D", "p.T / (p.M3 * p.H) * p.H > p.T / p.M3", "p.T / p.Mo * p.Mo > p.T", "p.Kg / p.D * p.D > p.Kg", "p.Kgce / p.T > p.KgceT", "p.MgL * p.M3 / p.H * p.H > p.MgL * p.M3", "p.UgL * p.M3 > p.Kg",
        "facility.EiaApprovedOn > \"1.7.2016\" or facility.EiaApprovedOn > \"2.7.2016\"",
        // Functions and choices.
        "Math.Abs(p.T) > p.Kg", "Math.Abs(p.T) > p.T", "Math.Max(p.T, 5) > p.Kg", "Math.Max(5, p.T) > p.Kg", "Math.Max(5, p.T) > p.T", "Math.Min(p.T, p.T) > p.T", "Math.Min(p.T, p.Kg) > 1", "Math.Max(p.D, p.T) > 1", "Math.Max(p.T, indicators.Value(\"x\")) > p.Kg", "Math.Max(indicators.Value(\"x\"), p.T) > p.T", "Math.Max(1, 2) > p.T", "iif(true, p.T, p.Kg) > 1", "iif(true, p.T, 5) > p.Kg", "iif(true, 5, p.T) > p.Kg", "iif(true, 5, p.T) > p.T", "iif(true, 5, 6) > p.T", "iif(p.T > p.Kg, true, false)", "iif(true, p.T > p.Kg, false)", "iif(true, false, p.T > p.Kg)", "iif(true, indicators.Value(\"x\"), p.T) > p.Kg",
        // Lists.
        "monitoring.Count() > p.One", "monitoring.Count() > p.T", "monitoring.Count(m => m.MaxRatio > 1) > p.T", "monitoring.Count(m => m.MaxRatio > 1) > p.Cnt", "monitoring.Count(m => m.MaxRatio > p.T) > 1", "monitoring.Sum(m => m.ExceedanceCount) > p.One", "monitoring.Sum(m => m.ExceedanceCount) > p.T", "monitoring.Average(m => m.MaxRatio) > p.One", "monitoring.Average(m => m.MaxRatio) > p.T", "monitoring.Min(m => m.MaxRatio) > p.T", "monitoring.Max(m => m.MaxRatio) > p.T", "monitoring.Max(m => m.MaxValue) > p.MgL", "monitoring.Max(m => m.MaxValue) > 5",
        "monitoring.Where(m => m.Unit == \"mg/L\").Max(m => m.MaxValue) > p.MgL", "monitoring.Where(m => m.Unit == \"mg/L\").Max(m => m.MaxValue) > p.UgL", "monitoring.Where(m => \"mg/L\" == m.Unit).Max(m => m.MaxValue) > p.MgL", "monitoring.Where(m => m.Unit == \"mg/L\" and m.MaxRatio > 1).Max(m => m.MaxValue) > p.MgL", "monitoring.Where(m => m.MaxRatio > 1 and m.Unit == \"mg/L\").Max(m => m.MaxValue) > p.UgL", "monitoring.Where(m => m.Unit == \"mg/L\" or m.MaxRatio > 1).Max(m => m.MaxValue) > p.MgL", "monitoring.Where(m => m.Unit != \"mg/L\").Max(m => m.MaxValue) > p.MgL", "monitoring.Where(m => m.Unit == \"mg/L\").Where(m => m.MaxRatio > 1).Min(m => m.MinValue) < p.MgL", "monitoring.Where(m => m.MaxRatio > 1).Where(m => m.Unit == \"mg/L\").Min(m => m.MinValue) < p.UgL",
        "monitoring.Where(a => monitoring.Any(b => b.Unit == \"mg/L\")).Max(m => m.MaxValue) > p.MgL", "monitoring.Where(m => m.Pollutant == \"mg/L\").Max(m => m.MaxValue) > p.MgL", "monitoring.Where(m => m.MaxValue > p.MgL).Any()", "monitoring.Where(m => m.Unit == \"mg/L\" and m.MaxValue > p.UgL).Any()", "monitoring.Where(m => m.Unit == \"mg/L\").Any() and monitoring.Max(m => m.MaxValue) > p.MgL", "monitoring.Where(m => m.Unit == \"mg/L\").All(m => m.MaxValue > p.MgL)", "monitoring.Where(m => m.Unit == \"mg/L\").Count(m => m.MaxValue > p.UgL) > 1",
        "monitoring.Max(m => m.MaxValue) > monitoring.Max(m => m.LimitHigh)", "monitoring.Max(m => m.MaxValue) > discharges.Max(d => d.Discharged)", "discharges.Sum(d => d.Discharged) > quotas.Sum(q => q.Quantity)", "discharges.Sum(d => d.Discharged / d.Quota) > p.One", "discharges.Sum(d => d.Discharged / d.Quota) > p.T", "discharges.Sum(d => d.Discharged * d.Ratio) > p.T", "discharges.Where(d => d.Unit == \"t\").Sum(d => d.Discharged) > discharges.Sum(d => d.Quota)",
        // One item.
        "discharges.Any(d => d.Discharged > d.Quota)", "discharges.Any(d => d.Discharged > p.T)", "discharges.Any(d => d.Discharged > d.Ratio)", "discharges.Any(d => d.Discharged * d.Quota > d.Quota)", "discharges.Any(d => d.Discharged / d.Ratio > d.Quota)", "discharges.Any(d => d.Discharged / d.Quota > p.Pct)", "discharges.Any(d => d.Discharged / d.Quota > p.One)", "discharges.Any(d => d.Discharged - 1 > d.Quota)", "discharges.Any(d => d.Discharged * 2 > d.Quota)", "discharges.Any(d => 2 * d.Discharged > p.T)", "discharges.Any(d => d.Discharged / 2 > p.T)", "discharges.Any(d => p.T < d.Discharged)", "discharges.Any(d => d.Discharged > 3)",
        "discharges.Any(d => d.Unit == \"t\" and d.Discharged > p.T and d.Quota > p.Kg)", "discharges.Any(d => d.Unit == \"t\" and d.Discharged > p.T and d.Quota > p.T)", "discharges.Any(d => (d.Unit == \"t\" and d.Discharged > p.T) or d.Discharged > p.T)", "discharges.Any(d => d.Unit == \"t\" and (d.Discharged > p.T or d.Quota > p.Kg))", "discharges.Any(d => d.Unit == \"t\" and (d.Discharged > p.T and d.Quota > p.Kg))", "discharges.Any(d => d.Unit == \"t\") and discharges.Any(e => e.Discharged > p.T)", "discharges.Any(d => d.Unit == \"t\" and discharges.Any(e => e.Discharged > p.T))", "discharges.Any(d => d.Unit == \"t\" and discharges.Any(e => e.Discharged > d.Discharged))",
        "discharges.Any(d => d.Unit == \"t\" and d.Unit == \"kg\" and d.Discharged > p.Kg)", "discharges.Any(d => d.Unit == \"t\" and d.Unit == \"kg\" and d.Discharged > p.T)", "discharges.Any(d => d.Medium == \"water\" and d.Discharged > p.T)", "discharges.Any(d => energy.Any(e => d.Unit == e.Unit and d.Discharged > e.Limit))", "discharges.Any(d => energy.Any(e => d.Unit == e.Unit and e.Limit > d.Discharged))", "discharges.Any(d => energy.Any(e => e.Limit > d.Discharged))", "discharges.Any(d => energy.Any(e => d.Unit != e.Unit and d.Discharged > e.Limit))", "discharges.Any(d => discharges.Any(d2 => d.Discharged > d2.Discharged))",
        "discharges.Any(Discharged > p.T)", "discharges.Any(Unit == \"t\" and Discharged > p.Kg)", "discharges.Any(Unit == \"t\" and Discharged > p.T)", "monitoring.Any(m => m.MaxValue * p.One > m.LimitHigh)", "monitoring.Any(m => m.MaxValue > m.LimitHigh and m.MaxValue > m.ExceedanceCount)", "monitoring.Any(m => m.Mean > m.Capture)", "monitoring.Any(m => m.LimitHigh == null)", "monitoring.Any(m => m.Capture < p.Pct)", "monitoring.Any(m => m.Capture < p.One)",
        // Words and functions with units of their own.
        "discharges.Any(d => d.DischargedIn(\"t\") > p.T)", "discharges.Any(d => d.DischargedIn(\"t\") > p.Kg)", "discharges.Any(d => d.DischargedIn(\"m3\") > p.M3)", "discharges.Any(d => d.DischargedIn(\"mg/L\") > 1)", "discharges.Any(d => d.DischargedIn(\"捆\") > 1)", "discharges.Any(d => d.DischargedIn(\"t\") > d.Discharged)", "discharges.Any(d => d.Discharged > p.ByKey.For(d.Pollutant))", "discharges.Any(d => d.DischargedIn(\"t\") > p.ByKey.For(d.Pollutant))", "discharges.Any(d => d.DischargedIn(\"kg\") > p.ByKey.For(d.Pollutant))", "p.ByKey.For(\"x\") > p.Kg", "p.ByKey.For(\"x\") > p.T", "p.ByKey.Has(\"x\")", "monitoring.Any(m => p.Names.Contains(m.Pollutant) and m.MaxRatio > p.T)",
        "monitoring.Any(m => m.MonthsOver(p.One) > p.Mo)", "monitoring.Any(m => m.MonthsOver(p.T) > 1)", "monitoring.Any(m => m.MonthsOver(p.Pct) > 1)", "monitoring.Any(m => m.MonthsOver(1.5m) > p.Y)", "monitoring.Any(m => m.MonthsOver(p.One * 2) > 1)", "monitoring.Any(m => m.MonthsAtOrOver(p.D) > p.Mo)", "monitoring.Any(m => m.CountAtOrOver(1m) > p.One)", "monitoring.Any(m => m.CountAtOrOver(p.Kg) > p.Cnt)", "monitoring.Any(m => m.CountAtOrOver(1m) > p.T)", "monitoring.Any(m => m.ExceedanceDays > p.D)", "monitoring.Any(m => m.ExceedanceDays > p.H)", "monitoring.Any(m => m.ExceedanceDays > p.One)",
        "audits.Any(a => a.MonthsSinceListed > p.Mo)", "audits.Any(a => a.MonthsSinceListed > p.Y)", "audits.YearsSinceLastAccepted > p.Y", "audits.YearsSinceLastAccepted > p.Mo", "audits.YearsSinceLastAccepted * 12 > p.Mo", "indicators.Value(\"x\") > p.T", "indicators.Value(\"x\") + p.T > p.Kg", "p.T + indicators.Value(\"x\") > p.Kg", "indicators.Value(\"x\") * p.T > p.Kg", "indicators.Value(\"x\") / p.T > p.Kg", "facility.EiaApprovedOn.Year > p.T", "period.Year > p.One", "period.Year - 1 > p.T", "energy.Any(e => e.UnitConsumption > e.Limit)", "energy.Any(e => e.Unit == \"kgce/t\" and e.Limit > p.KgceT)", "energy.Any(e => e.Unit == \"kgce/t\" and e.Limit > p.Kgce)", "substances.Any(s => s.Quantity > p.T)", "substances.Any(s => s.ToxicClass > p.One)", "substances.Any(s => s.ToxicClass > p.T)",
        // Named parts.
        "let tons = p.T; tons > p.Kg", "let tons = p.T * 1000; tons > p.Kg", "let most = monitoring.Max(m => m.MaxRatio); most > p.T", "let all = discharges.Sum(d => d.Discharged); all > p.T", "let a = p.T; let b = a; b > p.Kg", "let a = p.T > p.Kg; a", "let a = indicators.Value(\"x\"); a > p.T", "let a = 3; a > p.T", "let a = p.T; monitoring.Any(m => m.MaxRatio > a)",
        // Words of a few texts, and days.
        "facility.Status == \"open\"", "\"open\" == facility.Status", "facility.Status != \"cosed\"", "facility.Status == \"closed\"", "facility.Status in (\"closed\", \"opening\")", "facility.Status in (\"closed\", \"suspended\")", "facility.Name == \"open\"", "facility.Name in (\"open\")", "monitoring.Any(m => m.Medium == \"soil\" and m.Origin == \"man\")", "monitoring.Any(m => m.Window == \"dya\" or m.Medium == \"water\")", "audits.Any(a => a.Kind == \"Mandatory\")", "substances.Any(s => s.Role in (\"used\", \"wasted\", \"sold\"))", "facility.Name == facility.Status",
        "facility.EiaApprovedOn > \"2016-7-1\"", "facility.EiaApprovedOn > \"2016-07-01\"", "\"01/02/2020\" < facility.EiaApprovedOn", "facility.EiaApprovedOn == \"2016-07-01T00:00:00\"", "audits.Any(a => a.ListedOn > \"2020-01-01\" and a.AcceptedOn < \"2020/01/02\")", "period.From > \"July 1, 2016\"",
    ];

    private static readonly ApprovedTable Table = new("tests/CleanProd.Rules.Tests/Rules/Units/units.txt", Conditions, Said, 6);

    public static TheoryData<int> Parts => new(Table.Parts);

    [Theory]
    [MemberData(nameof(Parts))]
    public void What_is_held_against_what_is_as_approved(int part) => Table.Check(part);

    [Fact]
    public void The_approved_conditions_are_these() => Table.CheckInputs();

    private static IEnumerable<string> Said(string written)
    {
        var parts = written.Split("; ");
        var locals = string.Join(", ", parts.SkipLast(1).Select(l => l["let ".Length..].Split(" = ", 2)).Select(l => $"{{ \"Name\": \"{l[0]}\", \"Expression\": {Newtonsoft.Json.JsonConvert.ToString(l[1])} }}"));
        var text = PackText(parts[^1], parameters: Parameters).Replace("\"RuleName\": \"rule\",", $"\"RuleName\": \"rule\", \"LocalParams\": [{locals}],", StringComparison.Ordinal);
        try
        {
            var pack = PackReader.Read(text, "test.json");
            new ConditionParser("test.json", ParameterSet.On(pack, AsOf)).Condition(Assert.IsType<ConditionNode.Leaf>(pack.Rules[0].Condition).Text);
            return ["taken"];
        }
        catch (PackException e)
        {
            return e.Errors.Select(x => $"{x.Code}: {x.Message}");
        }
    }

    private static string One(string id, string kind, string unit, string value) =>
        $$"""{ "id": "{{id}}", "kind": "{{kind}}", {{unit}} "title": { "zh": "n", "en": "n" }, "values": [{ "from": "2000-01-01", "to": null, "value": {{value}}, "citation": "x", "basis": "derived" }] }""";
}
