using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Authoring;
using static CleanProd.Rules.Tests.TestFacts;

namespace CleanProd.Rules.Tests.Rules;

/// <summary>
/// What conditions come to of facts that are whole, that have gaps, and that are not there, with reason, margin and missing facts: approved as a whole. Compiled reading,
/// the two readings one after the other and the walk that explains must agree on every line.
/// </summary>
public class ReadingCompilerTests
{
    private static readonly string[] Conditions =
    [
        .. new LanguageData(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "CleanProd.Rules.xml"))).Words.SelectMany(w => w.Members.Concat(w.ItemMembers).Select(m => m.Example).Append(w.Example)).OfType<string>().Distinct(StringComparer.Ordinal),
        "monitoring.Any()", "not monitoring.Any()", "monitoring.Count() > 1", "monitoring.Count() >= 2", "monitoring.Count() < 2", "monitoring.Count() <= 2", "monitoring.Count() == 2", "monitoring.Count() != 2", "monitoring.All(m => m.ExceedanceCount > 0)",
        "monitoring.All(m => m.ExceedanceCount == 0)", "not monitoring.All(m => m.ExceedanceCount == 0)", "monitoring.Any(m => not (m.ExceedanceCount > 0))", "monitoring.Any(m => m.ExceedanceCount > 0 and m.MaxRatio > 2)", "monitoring.Any(m => m.ExceedanceCount > 5 or m.MaxRatio >= 1.4m)",
        "monitoring.Any(m => m.MonthsOver(1m) >= 2)", "monitoring.Any(m => m.MonthsOver(1m) >= 3)", "monitoring.Any(m => m.MonthsAtOrOver(1.4m) >= 2)", "monitoring.Any(m => m.CountAtOrOver(1.4m) * 3 >= m.ValidCount)", "monitoring.Any(m => m.CountAtOrOver(1m) > 2)", "monitoring.Any(m => m.CountAtOrOver(9m) > 0)",
        "monitoring.Where(m => m.Medium == \"water\").Any(m => m.ExceedanceCount > 0)", "monitoring.Where(m => m.Medium == \"air\").All(m => m.ExceedanceCount > 0)", "monitoring.Where(m => m.Medium == \"air\").Where(m => m.Unit == \"mg/m3\").Count() > 0", "monitoring.Where(m => m.MaxRatio > 1m).Count(m => m.ExceedanceDays > 1) >= 1",
        "monitoring.Sum(m => m.ExceedanceCount) > 3", "monitoring.Sum(m => m.ExceedanceCount) > 4", "monitoring.Sum(m => m.ExceedanceCount) < 4", "monitoring.Sum(m => m.ExceedanceCount) <= 3", "monitoring.Max(m => m.MaxRatio) >= 2.5m", "monitoring.Max(m => m.MaxRatio) > 2.5m", "monitoring.Min(m => m.MaxRatio) < 1m", "monitoring.Min(m => m.MaxRatio) > 1m",
        "monitoring.Average(m => m.ExceedanceCount) > 1", "monitoring.Average(m => m.MaxRatio) < 2m", "monitoring.Where(m => m.OutletId == \"none\").Max(m => m.MaxRatio) > 1m", "monitoring.Where(m => m.OutletId == \"none\").Max(m => m.MaxRatio) == 1m", "monitoring.Where(m => m.OutletId == \"none\").Max(m => m.MaxRatio) != 1m",
        "monitoring.Any(m => m.MaxValue > 100)", "monitoring.Any(m => m.MinValue < 6)", "monitoring.Any(m => m.Mean > 50)", "substances.Any(s => s.Quantity > 10)", "monitoring.Any(m => m.MaxValue > m.LimitHigh)", "monitoring.Any(m => m.MaxValue > m.LimitHigh * 2)", "monitoring.Any(m => m.MaxValue / m.LimitHigh >= 1.4m)", "monitoring.Any(m => m.MinValue < m.LimitLow)", "monitoring.Any(m => m.LimitLow == null)", "monitoring.Any(m => m.LimitHigh != null)", "monitoring.Any(m => m.FirstExceededOn == m.LastExceededOn)", "monitoring.Any(m => m.FirstExceededOn >= \"2024-03-01\")", "monitoring.Any(m => m.LastExceededOn < \"2024-03-01\")", "monitoring.Any(m => m.FirstExceededOn.Month == 3)",
        "monitoring.Any(m => m.Origin in (\"supervision\", \"automatic\"))", "monitoring.Any(m => m.Origin in (\"self\"))", "not monitoring.Any(m => m.Origin in (\"self\"))", "monitoring.Any(m => p.Named.Contains(m.Pollutant))", "monitoring.Any(m => not p.Named.Contains(m.Pollutant))", "monitoring.Any(m => discharges.Any(d => d.Pollutant == m.Pollutant and d.Discharged > 1))",
        "discharges.Any(d => d.Discharged > d.Quota)", "discharges.All(d => d.Discharged <= d.Quota)", "discharges.Any(d => d.Discharged >= d.Quota)", "discharges.Any(d => d.Discharged == d.Quota)", "discharges.Any(d => d.Discharged != d.Quota)", "discharges.Any(d => d.Discharged < d.Quota)", "discharges.Any(d => d.Quota == null)", "discharges.Any(d => d.Quota != null)", "discharges.Any(d => d.Ratio > 1)", "discharges.Any(d => d.Ratio <= 1)", "discharges.Any(d => d.Discharged - d.Quota > 1)", "discharges.Any(d => d.Quota - d.Discharged < 1)", "discharges.Any(d => d.Discharged * 2 > d.Quota)", "discharges.Any(d => -d.Discharged < -10)",
        "discharges.Sum(d => d.DischargedIn(\"t\")) > 14", "discharges.Sum(d => d.DischargedIn(\"kg\")) > 14000", "discharges.Sum(d => d.DischargedIn(\"t\")) > discharges.Sum(d => d.Quota)", "discharges.Where(d => d.IsKeyPollutant).Sum(d => d.DischargedIn(\"t\")) >= 12", "discharges.Any(d => d.DischargedIn(\"t\") > p.ByKey.For(d.Pollutant))", "discharges.Any(d => p.ByKey.For(d.Pollutant) == null)", "discharges.Count(d => d.Discharged > d.Quota) * 2 - p.Two > 0", "discharges.Count(d => d.HasQuota) == 1", "discharges.Any(d => d.Rolling12MonthMaximum > d.Quota)", "discharges.Max(d => d.Ratio) > 1.1m", "discharges.Min(d => d.Discharged) < 5", "discharges.Average(d => d.Ratio) > 1", "discharges.Any(d => d.Computed > d.Discharged)",
        "quotas.Any(q => q.IsKeyPollutant)", "quotas.Sum(q => q.Quantity) > 9", "quotas.Any(q => q.Quantity > 10)", "energy.Any(e => e.UnitConsumption > e.Limit)", "energy.Any(e => e.Ratio > 1)", "energy.Any(e => e.HasLimit and e.Ratio > 1.2m)", "energy.All(e => e.Limit == null)", "energy.Any(e => e.HasLimit)", "facility.HasEnergyLimit and energy.Any(e => e.Ratio > 1)", "not facility.HasEnergyLimit",
        "substances.Any(s => s.InCatalogue(\"toxic\"))", "substances.Any(s => s.Role == \"used\" and s.ToxicClass == 1)", "substances.Any(s => s.ToxicClass in (1, 2))", "substances.Any(s => s.Quantity > 5)", "substances.Any(s => s.Cas == \"7440-47-3\")", "substances.Any(s => s.Purpose != \"电镀\")", "substances.Any(s => s.Cas == null)", "substances.Count(s => s.Role == \"waste\") > 0",
        "audits.Any(a => a.Kind == \"mandatory\")", "audits.YearsSinceLastAccepted > 4", "audits.YearsSinceLastAccepted >= 5", "audits.YearsSinceLastAccepted == null", "audits.Any(a => a.AcceptedOn == null)", "audits.Any(a => a.AcceptedOn > a.ListedOn)", "audits.Any(a => a.MonthsSinceListed > 12 and a.ReportedOn == null)", "audits.Any(a => a.Result == \"passed\")", "not audits.Any(a => a.AcceptedOn >= \"2020-01-01\")",
        "indicators.Value(\"x\") > 1", "indicators.Value(\"x\") >= 2.5m", "indicators.Value(\"x\") < 2.5m", "indicators.Value(\"x\") == 2.5m", "indicators.Value(\"x\") != 2.5m", "indicators.Value(\"x\") == null", "indicators.Value(\"x\") != null", "indicators.Has(\"x\")", "not indicators.Has(\"x\")", "indicators.ValueIn(\"x\", 2023) > 1", "indicators.ValueIn(\"x\", period.Year - 1) > 1", "indicators.Value(\"x\") - indicators.ValueIn(\"x\", 2023) > 0", "indicators.Value(\"x\") / indicators.Value(\"y\") > 1", "indicators.Value(\"x\") / indicators.Value(\"zero\") > 1", "indicators.Value(\"zero\") != 0 and indicators.Value(\"x\") / indicators.Value(\"zero\") > 1",
        "Math.Abs(indicators.Value(\"x\") - 5) > 2", "Math.Max(indicators.Value(\"x\"), 4) > 3", "Math.Min(indicators.Value(\"x\"), indicators.Value(\"y\")) > 1", "iif(indicators.Value(\"x\") > 2, indicators.Value(\"y\"), 1m) > 1", "iif(indicators.Value(\"gone\") > 2, 3m, 5m) > 2", "iif(indicators.Value(\"gone\") > 2, 3m, 5m) > 4", "(indicators.Value(\"gone\") > 2 ? monitoring.Any() : monitoring.Any())", "(indicators.Value(\"x\") > 2 ? monitoring.Any(m => m.ExceedanceCount > 0) : discharges.Any())", "-indicators.Value(\"x\") > -3", "10 - indicators.Value(\"x\") * 2 > 4", "indicators.Value(\"x\") * indicators.Value(\"y\") > 4", "indicators.Value(\"x\") * discharges.Sum(d => d.DischargedIn(\"t\")) > 30",
        "discretion.Value(\"t\") == \"yes\"", "discretion.Value(\"t\") != \"yes\"", "discretion.Recorded(\"t\")", "not discretion.Recorded(\"t\")", "discretion.Value(\"other\") == null", "discretion.Value(\"t\") == \"yes\" or monitoring.Any(m => m.ExceedanceCount > 0)",
        "facility.Region == \"440100\"", "facility.Region in (facility.Industry)", "facility.Region in (\"44\", facility.Industry)", "facility.Region not in (\"440100\", \"330100\")", "not (facility.Region in (facility.Industry))", "facility.Region != \"440100\"", "facility.Region.StartsWith(\"44\")", "facility.Name.EndsWith(\"厂\")", "facility.Name.Contains(\"甲\") and facility.Status == \"operating\"", "facility.RegionIn(\"33, 44\")", "not facility.IndustryIn(\"C336,C17\")", "facility.KeySource == true", "facility.KeySource != true", "facility.KeySource == false", "facility.KeySource == null", "facility.EiaApprovedOn < \"2016-07-01\"", "facility.EiaApprovedOn.Year >= 2015", "facility.EiaApprovedOn == null", "period.To.Year == period.Year and period.From.Day == 1", "true", "false", "true and not false", "monitoring.Any(m => m.ExceedanceCount > 0) and facility.KeySource == true", "monitoring.Any(m => m.ExceedanceCount > 0) or facility.KeySource == true", "not (monitoring.Any(m => m.ExceedanceCount > 0) or discharges.Any(d => d.Discharged > d.Quota))",
        "monitoring.Any(m => monitoring.All(n => m.MaxRatio >= n.MaxRatio) and m.MaxRatio > 1)", "monitoring.Count(m => m.ExceedanceCount > 0) * 2 / 3 >= 1", "7 / 2 == 3", "monitoring.Any(m => m.ExceedanceCount / 2 == 1)",
        // What chose the items, aggregates, evidence, nearness, what is missing, bounds.
        "monitoring.Where(m => m.ExceedanceCount > 0).All(m => m.MaxRatio / m.ExceedanceCount < 1)", "monitoring.Where(m => m.ExceedanceCount > 0).Any(m => m.MaxRatio / m.ExceedanceCount > 1)", "monitoring.Where(m => m.OutletId == \"DW001\").Any(m => m.MaxRatio > 2m)", "monitoring.Where(m => m.OutletId == \"DW001\").All(m => m.MaxRatio > 2m)", "monitoring.Where(m => m.MaxRatio > 1m).All(m => m.ExceedanceCount == 0)", "monitoring.Where(m => m.MaxRatio > 1m).Any(m => m.ExceedanceCount == 0)", "substances.Where(s => s.Quantity > 5).Any(s => s.Role == \"waste\")", "substances.Where(s => s.Quantity > 5).All(s => s.Role == \"used\")", "substances.Where(s => s.Quantity > 5).Any()", "discharges.Where(d => d.Pollutant == \"w1\").All(d => d.Discharged < d.Quota)",
        "monitoring.Where(m => m.MaxRatio > 1m).Sum(m => m.ExceedanceCount) > 0", "monitoring.Where(m => m.MaxRatio > 1m).Sum(m => m.ExceedanceCount) < 2", "discharges.Sum(d => d.Discharged - 5) > 1", "discharges.Where(d => d.Ratio > 1).Sum(d => d.Discharged - 5) < 100", "discharges.Where(d => d.Ratio > 1).Sum(d => 5 - d.Discharged) > -100", "discharges.Max(d => d.Quota) > 9", "discharges.Max(d => d.Quota) < 11", "discharges.Min(d => d.Quota) < 11", "discharges.Min(d => d.Quota) > 4", "discharges.Average(d => d.Quota) > 4", "discharges.Average(d => d.Discharged) > 4", "discharges.Where(d => d.Ratio > 1).Max(d => d.Discharged) > 5", "discharges.Where(d => d.Ratio > 1).Max(d => d.Discharged) < 99", "discharges.Where(d => d.Ratio > 1).Min(d => d.Discharged) < 99", "discharges.Where(d => d.Ratio > 1).Average(d => d.Discharged) > 5", "discharges.Where(d => d.Pollutant == \"w9\").Average(d => d.Discharged) > 5", "discharges.Where(d => d.Pollutant == \"w9\").Min(d => d.Discharged) != 5", "discharges.Where(d => d.Ratio > 1).Count() <= 1", "discharges.Where(d => d.Ratio > 1).Count(d => d.Discharged > 1) < 3",
        "not (monitoring.Any(m => m.ExceedanceCount > 99) or facility.KeySource == false)", "not (monitoring.All(m => m.ExceedanceCount > 0) and facility.KeySource == true)", "not (indicators.Value(\"x\") > 2 ? discharges.All(d => d.Discharged > 2) : monitoring.Any())", "not (indicators.Value(\"x\") < 2 ? monitoring.Any() : discharges.All(d => d.Discharged > 2))", "indicators.Value(\"x\") > indicators.Value(\"y\")", "indicators.Value(\"y\") < indicators.Value(\"x\")", "indicators.Value(\"x\") > 0", "indicators.Value(\"x\") > -1", "indicators.Value(\"x\") > indicators.Value(\"zero\")", "2 < indicators.Value(\"x\")", "iif(monitoring.Any(m => m.ExceedanceCount > 0), indicators.Value(\"x\"), indicators.Value(\"y\")) > 1", "iif(monitoring.All(m => m.ExceedanceCount > 0), indicators.Value(\"x\"), indicators.Value(\"y\")) > 1", "energy.Any(e => e.UnitConsumption > 80)", "discharges.Any(d => d.Discharged < 3)", "discharges.Any(d => d.Discharged * 2 > 3)", "discharges.Any(d => d.Discharged > 1 and d.Medium == \"water\")", "discharges.Any(d => d.Discharged > 99 or d.Discharged > 1)", "not discharges.All(d => d.Discharged > 3)", "Math.Abs(monitoring.Count() - 5) > 2", "Math.Max(monitoring.Count(), 4) > 3", "Math.Min(monitoring.Count(), discharges.Count()) >= 2", "Math.Max(1, discharges.Count()) < 9", "Math.Min(discharges.Count(), 9) <= 2", "monitoring.Where(m => m.ExceedanceCount > 0).Count() >= 1", "monitoring.Where(m => m.Medium == \"water\").Max(m => m.MaxRatio) > 2m",
        "indicators.Value(\"zero\") < 1", "indicators.Value(\"zero\") >= 1", "not (indicators.Value(\"zero\") >= 1)", "not (indicators.Value(\"x\") >= 9)", "not (indicators.Value(\"x\") > 9)", "not (indicators.Value(\"x\") < 9)", "not (indicators.Value(\"x\") <= 2)", "indicators.Value(\"x\") > 5 and indicators.Value(\"y\") > 3", "indicators.Value(\"x\") > 5 or indicators.Value(\"y\") > 3", "not (indicators.Value(\"x\") > 5 or indicators.Value(\"y\") > 3)", "not (indicators.Value(\"x\") > 5 and indicators.Value(\"y\") > 3)", "indicators.Value(\"y\") > 4 and indicators.Value(\"y\") >= 4", "indicators.Value(\"y\") > 4 or indicators.Value(\"y\") >= 4", "facility.KeySource == false and indicators.Value(\"x\") > 5", "facility.KeySource == false or indicators.Value(\"x\") > 5", "facility.KeySource == true and indicators.Value(\"x\") > 5", "facility.KeySource == true or indicators.Value(\"x\") > 5", "facility.HasEnergyLimit and indicators.Value(\"x\") > 5", "not facility.HasEnergyLimit and indicators.Value(\"x\") > 5", "discharges.Any() and indicators.Value(\"x\") > 5", "not discharges.Any() or indicators.Value(\"x\") > 5", "facility.EiaApprovedOn > \"2016-07-01\" or indicators.Value(\"x\") > 5", "indicators.Value(\"x\") != null and indicators.Value(\"x\") > 5", "indicators.Value(\"x\") == 2.5m and indicators.Value(\"x\") > 5", "monitoring.All(m => m.MaxRatio < 3m)", "not monitoring.All(m => m.MaxRatio < 3m)", "monitoring.Where(m => m.Medium == \"water\").Any(m => m.MaxRatio > 9m)", "monitoring.Any(m => discharges.Any(d => d.Discharged > 20))", "monitoring.Any(m => m.ExceedanceCount > 5)", "monitoring.Any(m => m.ExceedanceCount < 2)", "monitoring.Any(m => m.ExceedanceCount < 3)", "not monitoring.Any(m => m.ExceedanceCount >= 9)", "discharges.Any(d => d.Discharged > 20 or d.Discharged > 30)", "iif(facility.KeySource == true, indicators.Value(\"x\") > 5, indicators.Value(\"y\") > 5)", "(facility.KeySource == false ? indicators.Value(\"x\") > 5 : indicators.Value(\"y\") > 5)", "discharges.Any(d => d.Discharged >= 12)", "discharges.All(d => d.Discharged > 100)", "discharges.Any(d => -d.Discharged > 1)", "monitoring.Any(m => m.MinValue < m.LimitLow and m.MaxValue > 70)",
        "monitoring.Any(m => m.MaxRatio > 1m) == true", "monitoring.Any(m => m.MaxRatio > 9m) != false", "false == monitoring.Any(m => m.MaxRatio > 9m)", "iif(facility.KeySource == true, facility.Industry == \"C1\", facility.EiaApprovedOn > \"2016-07-01\")", "iif(facility.KeySource == true, indicators.Value(\"x\"), indicators.Value(\"gone\")) > 5", "-(indicators.Value(\"x\") + 1) < 0", "not (facility.KeySource == true and facility.Industry == \"C1\")", "facility.Name == \"甲厂\" or facility.Industry == \"C1\"", "facility.Name == \"甲厂\" and facility.Industry == \"C1\"", "facility.Industry.StartsWith(\"C\") and facility.Region.EndsWith(\"100\")", "substances.Sum(s => s.Quantity) > 1", "substances.Where(s => s.Quantity > 5).Count(s => s.Role == \"used\") > 0", "substances.Count(s => s.Quantity > 5) > 0", "discharges.Any(d => p.ByKey.Has(d.Pollutant))", "p.Named.Contains(facility.Industry)", "indicators.Value(\"x\") * indicators.Value(\"gone\") > 1", "indicators.Value(\"gone\") == indicators.Value(\"x\")",
        "discharges.Any(d => d.Discharged / 2 > 4)", "discharges.Any(d => d.Discharged / 2 > 6)", "discharges.Any(d => d.Discharged * 2 > 17)", "discharges.Any(d => 10 - d.Discharged < 2)", "discharges.Any(d => d.Discharged - 8 > 0)", "discharges.Any(d => d.Discharged + 1 > 9)", "discharges.Any(d => 100 / d.Discharged > 13)", "discharges.Any(d => d.Discharged * (0 - 1) > -8)", "discharges.Any(d => -d.Discharged > -8)", "discharges.Any(d => d.Discharged / d.Quota > 1)", "discharges.Any(d => d.Discharged == 8)", "discharges.Any(d => d.Discharged != 8)", "discharges.Any(d => d.Quota == 5)", "discharges.Any(d => d.Quota != 5)", "discharges.Any(d => d.Quota == d.Rolling12MonthMaximum)", "discharges.Any(d => iif(d.HasQuota, d.Discharged, 3m) > 8)", "monitoring.Any(m => iif(m.HasUpperLimit, 1, 2) > 1)", "monitoring.Any(m => m.IndeterminateCount / 2 == 1)", "monitoring.Any(m => (m.ValidCount - 9) / 2 < -1)",
        "discharges.Sum(d => d.Quota) < 11", "monitoring.Sum(m => m.ExceedanceCount - 1) > -9", "monitoring.Average(m => m.IndeterminateCount * 1m) >= 1", "discharges.Where(d => d.Ratio > 1).Average(d => 1m) < 5", "discharges.Where(d => d.Discharged >= 8).Average(d => 1m) < 5", "discharges.Where(d => d.Pollutant == \"w2\").Max(d => d.Discharged) > 8", "discharges.Where(d => d.Pollutant == \"w2\").Max(d => d.Discharged) < 8", "discharges.Where(d => d.Pollutant == \"w2\").Min(d => d.Discharged) < 8", "discharges.Where(d => d.Pollutant == \"w2\").Min(d => d.Discharged) > 8", "discharges.Where(d => d.Ratio > 1).Max(d => 1m) < 99", "monitoring.Max(m => m.IndeterminateCount) < 9",
        "indicators.Value(\"y\") >= discharges.Where(d => d.Ratio > 1 and d.Pollutant == \"w0\").Count()", "monitoring.Where(m => m.Medium == \"air\").Any(m => m.MaxRatio > 9m)", "monitoring.All(m => iif(m.HasUpperLimit, 1, 2) < 2)", "indicators.ValueIn(\"x\", -(0 - 2023)) > 1", "facility.Region == facility.Industry", "p.ByKey.For(facility.Industry) > 1", "p.ByKey.For(facility.Industry) == null", "monitoring.Any(m => m.ValidCount / 2 == 9)", "monitoring.Any(m => m.ExceedanceDays / 2 == 9)", "discharges.Any(d => (d.Discharged - 10) / 2 > -2)", "null == facility.EiaApprovedOn", "null != indicators.Value(\"x\")",
        // Numbers of several kinds, lists and choices side by side.
        "monitoring.Any(m => m.ExceedanceCount * 0 < 1)", "monitoring.Any(m => m.ExceedanceCount * 0m < 1)", "monitoring.Any(m => m.ExceedanceCount * 2 >= 4)", "monitoring.Any(m => m.ExceedanceCount * (0 - 1) < 1)", "monitoring.Any(m => (m.ExceedanceCount + 1) * 2 >= 4)", "monitoring.Any(m => m.ExceedanceCount * 2 * 2 >= 4)", "monitoring.Any(m => m.ExceedanceCount / 2 * 2 >= 2)", "iif(energy.Any(), facility.Name, facility.Industry) == \"甲厂\"",
        "monitoring.Any(m => m.ExceedanceCount > 1.5m)", "monitoring.Any(m => -m.ExceedanceCount < -1.5m)", "monitoring.Any(m => m.LimitHigh - m.LimitLow > 1)", "monitoring.Any(m => m.LimitLow + m.LimitHigh > 1)", "monitoring.Any(m => m.LimitLow - m.LimitHigh < 1)", "discharges.Where(d => d.Pollutant == \"w1\").Average(d => d.Discharged) > 1", "facility.RegionIn(facility.Industry)", "not facility.RegionIn(facility.Industry)",
        "period.Year > 2.5m", "period.Year < 3000000000", "period.Year + 3000000000 > 2.5m", "true == monitoring.Any(m => m.MaxRatio > 1m)", "monitoring.Any(m => m.ExceedanceCount >= 1)", "not monitoring.Any(m => m.ExceedanceCount < 1)", "monitoring.All(m => m.ExceedanceCount >= 1)", "indicators.Value(\"x\") < 3000000000", "3000000000 > 2.5m", "monitoring.Any(m => m.MonthsOver(period.Year) >= 0)", "energy.Any() or quotas.Any() or audits.Any() or substances.Any() or discharges.Any() or monitoring.Any()",
        "iif(energy.Any(), 1m, 2m) + iif(quotas.Any(), 1m, 2m) + iif(audits.Any(), 1m, 2m) + iif(substances.Any(), 1m, 2m) + iif(discharges.Any(), 1m, 2m) + iif(monitoring.Any(), 1m, 2m) > 5",
    ];

    private static readonly (string Name, FacilityFacts Facts)[] Worlds = [("whole", Whole()), ("gaps", Gaps()), ("nothing", Facility(region: null))];

    private static readonly ApprovedTable Table = new("tests/CleanProd.Rules.Tests/Rules/readings.txt", Conditions, Lines, 2);

    public static TheoryData<int> Parts => new(Table.Parts);

    [Theory]
    [MemberData(nameof(Parts))]
    public void What_conditions_come_to_is_as_approved(int part) => Table.Check(part);

    [Fact]
    public void The_approved_conditions_are_these() => Table.CheckInputs();

    [Theory]
    [InlineData("facility.Region", false, false)]
    [InlineData("facility.Name", true, true)]
    [InlineData("facility.HasEnergyLimit", true, false)]
    [InlineData("facility.RegionIn(\"44\")", true, false)]
    [InlineData("indicators.Value(\"x\")", true, false)]
    [InlineData("monitoring.Sum(m => m.ExceedanceCount)", true, false)]
    [InlineData("monitoring.Count()", true, false)]
    [InlineData("period.Year", true, true)]
    public void What_a_rule_requires_is_known_or_leaves_it_open(string value, bool whole, bool nothing)
    {
        var rule = Compiled("true", $", \"requires\": [{Newtonsoft.Json.JsonConvert.ToString(value)}]").Rules[0];
        Assert.Equal((whole || value == "facility.Region" ? Outcome.Triggered : Outcome.Undetermined, nothing ? Outcome.Triggered : Outcome.Undetermined), (RuleJudge.OutcomeOf(rule, Whole()), RuleJudge.OutcomeOf(rule, Facility(region: null))));
    }

    // Of a list that is whole: one item surely belongs (20), of the other it is not known (10); what is counted may be more by two.
    [Theory]
    [InlineData("discharges.Where(d => d.Discharged > 3).Sum(d => d.Quota) >= 20", "Yes")]
    [InlineData("discharges.Where(d => d.Discharged > 3).Sum(d => d.Quota) > 20", "Unknown")]
    [InlineData("discharges.Where(d => d.Discharged > 3).Sum(d => d.Quota) < 25", "Unknown")]
    [InlineData("discharges.Where(d => d.Discharged > 3).Sum(d => d.Quota) <= 30", "Yes")]
    [InlineData("discharges.Where(d => d.Discharged > 3).Sum(d => d.Quota) > 30", "No")]
    [InlineData("discharges.Where(d => d.Discharged > 3).Sum(d => 0 - d.Quota) <= -20", "Yes")]
    [InlineData("discharges.Where(d => d.Discharged > 3).Sum(d => 0 - d.Quota) < -25", "Unknown")]
    [InlineData("discharges.Where(d => d.Discharged > 3).Sum(d => 0 - d.Quota) > -25", "Unknown")]
    [InlineData("discharges.Where(d => d.Discharged > 3).Sum(d => 0 - d.Quota) >= -30", "Yes")]
    [InlineData("monitoring.Sum(m => m.ExceedanceCount) <= 2", "Unknown")]
    [InlineData("monitoring.Sum(m => m.ExceedanceCount) <= 3", "Yes")]
    [InlineData("monitoring.Sum(m => m.ExceedanceCount) > 3", "No")]
    public void A_sum_reaches_from_what_surely_counts_to_what_may(string condition, string answer)
    {
        var facts = Facility(new([Monitored(1, 2)]), new([Discharged(null, 10, "w0"), Discharged(5, 20, "w1")]));
        Assert.Equal((answer, answer), ($"{Ask(condition, facts)}", $"{Compiled(condition).Rules[0].Condition.AskTwice(facts)}"));
    }

    // One has no lower limit, the other a difference of 99.
    [Theory]
    [InlineData("monitoring.Any(m => m.LimitHigh - m.LimitLow > 200)")]
    [InlineData("monitoring.Any(m => m.LimitLow - m.LimitHigh > 200)")]
    public void A_difference_with_what_does_not_exist_does_not_exist(string condition) => Assert.Equal(Truth.No, Ask(condition, Whole()));

    // A mean passes over what does not exist, wherever it stands.
    [Theory]
    [InlineData("discharges.Average(d => d.Quota) == 6", "Yes")]
    [InlineData("discharges.Where(d => d.Discharged > 1).Average(d => d.Quota) == 6", "Yes")]
    [InlineData("discharges.Where(d => d.Discharged > 3).Average(d => d.Quota) == 8", "Yes")]
    public void A_mean_is_of_what_there_is(string condition, string answer)
    {
        var facts = Facility(discharges: new([Discharged(2, null, "w0"), Discharged(3, 4, "w1"), Discharged(4, null, "w2"), Discharged(5, 8, "w3")]));
        Assert.Equal((answer, answer), ($"{Ask(condition, facts)}", $"{Compiled(condition).Rules[0].Condition.AskTwice(facts)}"));
    }

    [Theory]
    [InlineData("facility.Name.StartsWith(\"\u00e9\")")]
    [InlineData("facility.Name.EndsWith(\"\u00e9\")")]
    [InlineData("facility.Name.Contains(\"\u00e9\")")]
    public void Texts_are_compared_sign_by_sign(string condition)
    {
        Assert.Equal(Truth.No, Ask(condition, Plant("e\u0301", "440103", null)));
        Assert.Equal(Truth.Yes, Ask(condition, Plant("\u00e9", "440103", null)));
    }

    [Fact]
    public void A_sum_that_may_be_negative_only_bounds_a_product_where_it_is_known()
    {
        var facts = Facility(new([Monitored(1, 2)]), indicators: new Dictionary<string, decimal?> { ["x"] = -5m });
        Assert.Equal(Truth.Unknown, Ask("monitoring.Any(m => (indicators.Value(\"x\") + m.ExceedanceCount) * m.ExceedanceCount > -5)", facts));
        Assert.Equal(Truth.Yes, Ask("monitoring.Any(m => (5 + m.ExceedanceCount) * m.ExceedanceCount > 5)", facts));
    }

    [Theory]
    [InlineData("440103", "440103", "Yes")]
    [InlineData("440103", "33", "No")]
    [InlineData(null, "44", "Unknown")]
    [InlineData("440103", null, "Unknown")]
    [InlineData(null, null, "Unknown")]
    public void A_word_is_open_while_it_or_what_it_is_asked_about_is_missing(string? region, string? industry, string answer) =>
        Assert.Equal(answer, $"{Ask("facility.RegionIn(facility.Industry)", Plant("A", region, industry))}");

    private static FacilityFacts Plant(string name, string? region, string? industry) => new()
    {
        Facility = new FacilityFact { Id = "A", Name = name, Region = region, Industry = industry }, Period = new PeriodFact { Year = 2024, From = new DateTime(2024, 1, 1), To = new DateTime(2024, 12, 31) },
        Indicators = new IndicatorFacts([], 2024), Discretion = new DiscretionFacts([]),
    };

    private static IEnumerable<string> Lines(string condition)
    {
        CompiledRule rule;
        string? refused = null;
        try
        {
            rule = Compiled(condition, parameters: RandomCondition.Parameters).Rules[0];
        }
        catch (PackException e)
        {
            (rule, refused) = (null!, $"refused: {e.Errors[0].Code} {e.Errors[0].Message}");
        }

        if (refused is not null)
        {
            yield return refused;
            yield break;
        }

        foreach (var (name, facts) in Worlds)
        {
            var judged = RuleJudge.Judge(rule, facts);
            Assert.Equal(judged.Outcome, RuleJudge.OutcomeOf(rule, facts));
            if (judged.Outcome != Outcome.Error)
            {
                var (asked, twice, walked) = (rule.Condition.Ask(facts), rule.Condition.AskTwice(facts), rule.Condition.Explain(facts).Ask(rule.Condition.Expression));
                Assert.True(asked == twice && asked == walked, $"{condition} of {name}: {asked}, {twice}, {walked}");
            }

            yield return $"{name}: {judged.Outcome}{Listed(" missing ", judged.Missing)}{Of(judged.Margin)}{Listed(" by ", judged.Evidence.Select(Of))}";
        }
    }

    private static string Listed(string before, IEnumerable<string> items) => items.ToArray() is { Length: > 0 } some ? before + string.Join(", ", some) : "";

    private static string Of(Margin? margin) => margin is { } m ? $" at {PlainNumber.Text(m.Ratio)}: {m.Condition} of {m.Subject ?? "all"}, {m.Value} against {m.Threshold}" : "";

    private static string Of(Evidence e) => $"{e.Source} {string.Join(' ', new[] { e.OutletId, e.Name, e.At, e.Value?.ToString(), e.Unit, Number(e.Limit), Number(e.Ratio), e.Basis }.OfType<string>())}";

    private static string? Number(decimal? number) => number is { } n ? PlainNumber.Text(n) : null;

    private static Evidence[] Row(int row, decimal value, decimal? limit = null, string name = "x") =>
        [new Evidence(Source with { Row = row }) { Name = name, Value = MeasuredValue.Of(value), Limit = limit, Ratio = limit is { } l ? value / l : null }];

    private static FacilityFacts Whole() => new()
    {
        Facility = new FacilityFact { Id = "A", Name = "甲厂", Region = "440100", Industry = "C3360", KeySource = true, EiaApprovedOn = new DateTime(2015, 6, 1), HasEnergyLimit = true, EnergyLimitBasis = "GB" },
        Period = new PeriodFact { Year = 2024, From = new DateTime(2024, 1, 1), To = new DateTime(2024, 12, 31) },
        Monitoring = new(
        [
            new()
            {
                OutletId = "DW001", Medium = "water", Pollutant = "w0", PollutantName = "甲", Unit = "mg/L", Window = "day", Origin = "automatic", LimitHigh = 50, HasUpperLimit = true, ValidCount = 6,
                ExceedanceCount = 3, PossibleExceedanceCount = 3, IndeterminateCount = 0, ExceedanceDays = 3, MaxValue = 125, MinValue = 10, MaxRatio = 2.5m, Mean = 50, Capture = 0.8m,
                FirstExceededOn = new DateTime(2024, 3, 1), LastExceededOn = new DateTime(2024, 5, 2), Ratios = [2.5m, 1.4m, 1.2m, 0.9m], Evidence = Row(10, 125, 50, "甲"),
                Months = [new(new(2024, 3, 1), 2.5m, false), new(new(2024, 4, 1), 1m, false), new(new(2024, 5, 1), 1.4m, false)],
            },
            new()
            {
                OutletId = "DA001", Medium = "air", Pollutant = "a0", PollutantName = "乙", Unit = "mg/m3", Window = "hour", Origin = "supervision", LimitHigh = 100, HasUpperLimit = true, LimitLow = 1, ValidCount = 2,
                ExceedanceCount = 0, PossibleExceedanceCount = 0, IndeterminateCount = 0, ExceedanceDays = 0, MaxValue = 80, MinValue = 0.5m, MaxRatio = 0.8m, Mean = 40, Capture = 1, Ratios = [0.8m, 0.1m], Evidence = Row(11, 80, 100, "乙"),
                Months = [new(new(2024, 3, 1), 0.8m, false)],
            },
        ]),
        Discharges = new(
        [
            new() { Pollutant = "w0", PollutantName = "甲", Medium = "water", Unit = "t", Discharged = 12, DischargedAtMost = 12, Computed = 13, ComputedAtMost = 13, Quota = 10, HasQuota = true, Ratio = 1.2m, Rolling12MonthMaximum = 12.5m, IsKeyPollutant = true, Method = "automatic", Evidence = Row(20, 12, 10, "甲") },
            new() { Pollutant = "w1", PollutantName = "丙", Medium = "water", Unit = "t", Discharged = 2, DischargedAtMost = 2, Evidence = Row(21, 2, name: "丙") },
        ]),
        Quotas = new([new() { Pollutant = "w0", Medium = "water", Quantity = 10, Unit = "t", IsKeyPollutant = true, Evidence = Row(30, 10) }]),
        Substances = new(
        [
            new() { Name = "铬酐", Cas = "7440-47-3", Role = "used", Quantity = 6, Unit = "t", Purpose = "电镀", ToxicClass = 1, Catalogues = new HashSet<string> { "toxic" }, Evidence = Row(40, 6) },
            new() { Name = "污泥", Cas = "0", Role = "waste", Quantity = 1, Unit = "t", Purpose = "无", ToxicClass = 3, Evidence = Row(41, 1) },
        ]),
        Energy = new([new() { Product = "钢", UnitConsumption = 110, Limit = 100, Ratio = 1.1m, Unit = "kgce/t", Evidence = Row(50, 110, 100) }, new() { Product = "铁", UnitConsumption = 90, Unit = "kgce/t", Evidence = Row(51, 90) }]),
        Audits = new AuditFacts(
        [
            new() { Kind = "mandatory", ListedOn = new DateTime(2019, 3, 1), ReportedOn = new DateTime(2019, 9, 1), AcceptedOn = new DateTime(2019, 12, 1), Result = "passed", MonthsSinceListed = 70, Evidence = Row(60, 1) },
            new() { Kind = "voluntary", MonthsSinceListed = null, Evidence = Row(61, 1) },
        ]) { YearsSinceLastAccepted = 5 },
        Indicators = new([new("x", 2024, 2.5m, "1", Source with { Row = 70 }), new("y", 2024, 2m, null, Source with { Row = 71 }), new("zero", 2024, 0m, null, Source with { Row = 72 }), new("x", 2023, 1.5m, "1", Source with { Row = 73 })], 2024),
        Discretion = new([new(new FacilityId("A"), "t", "yes", "某局", new DateOnly(2024, 2, 1), "理由", Source with { Row = 80 })]),
    };

    private static FacilityFacts Gaps() => new()
    {
        Facility = new FacilityFact { Id = "B", Name = "乙公司", Region = "330100", Status = "suspended" },
        Period = new PeriodFact { Year = 2024, From = new DateTime(2024, 1, 1), To = new DateTime(2024, 12, 31) },
        Monitoring = new(
        [
            new()
            {
                OutletId = "DW001", Pollutant = "w0", PollutantName = "甲", Unit = "mg/L", Window = "day", LimitUnknown = true, ValidCount = 4, ExceedanceCount = 1, PossibleExceedanceCount = 3, IndeterminateCount = 2,
                MaxIsOpen = true, MaxValue = 60, MaxRatio = 1.2m, FirstExceededOn = new DateTime(2024, 7, 1), LastExceededOn = new DateTime(2024, 7, 1), Ratios = [1.2m, 0.5m], OpenRatios = [1.2m], Evidence = Row(110, 60),
                Months = [new(new(2024, 7, 1), 1.2m, false), new(new(2024, 8, 1), null, true), new(new(2024, 9, 1), 0.5m, true)],
            },
            new() { OutletId = "DW002", Pollutant = "w1", PollutantName = "丙", Unit = "mg/L", Window = "year", ExceedanceCount = 0, PossibleExceedanceCount = 0, IndeterminateCount = 0, Evidence = Row(111, 1) },
        ], "monitoring[DW003]"),
        Discharges = new(
        [
            new() { Pollutant = "w0", PollutantName = "甲", Unit = "t", Discharged = 8, Quota = 10, HasQuota = true, Evidence = Row(120, 8) },
            new() { Pollutant = "w1", PollutantName = "丙", Unit = "t", Quota = 5, HasQuota = true, Evidence = Row(121, 0) },
            new() { Pollutant = "w2", PollutantName = "丁", Unit = "kg", Discharged = 7, DischargedAtMost = 9, QuotaUnknown = true, Evidence = Row(122, 7) },
        ]),
        Quotas = new([new() { Pollutant = "w0", Unit = "t" }]),
        Substances = new([new() { Name = "某物", Role = "used", ToxicClass = 0, Evidence = Row(140, 1) }]),
        Energy = new([new() { Product = "钢", Limit = 100, Unit = "kgce/t", Evidence = Row(150, 0) }, new() { Product = "铁", UnitConsumption = 90, LimitUnknown = true, Unit = "kgce/t" }]),
        Audits = new AuditFacts([new() { Kind = "mandatory", ListedOn = new DateTime(2023, 3, 1), MonthsSinceListed = 22, Evidence = Row(160, 1) }], "audits"),
        Indicators = new([new("x", 2024, null, "1", Source), new("y", 2024, 2m, null, Source with { Row = 171 })], 2024),
        Discretion = new([new(new FacilityId("B"), "t", "no", "某局", new DateOnly(2024, 2, 1), "理由", Source with { Row = 180 })], "discretion"),
    };
}
