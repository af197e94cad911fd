using CleanProd.Rules.Rules;
using static CleanProd.Rules.Tests.TestFacts;

namespace CleanProd.Rules.Tests.Rules;

/// <summary>What is said of conditions that are refused, and where: approved as a whole.</summary>
public class RefusalTableTests
{
    private const string Parameters = RandomCondition.Parameters;

    /// <summary>Mistakes that people make, and what reaches for more than the language has.</summary>
    private static readonly string[] Mistakes =
    [
        "", " ", "1", "facility", "facility.Name", "monitoring", "monitoring.Any", "monitoring.Any(", "monitoring.Any(m", "monitoring.Any(m =>", "monitoring.Any(m => )", "monitoring.Any(m => m)",
        "monitoring.Any(m => m.)", "monitoring.Any(m => m.ExceedanceCount)", "monitoring.Any(m => m.ExceedanceCount >)", "monitoring.Any(m => m.ExceedanceCount > 0", "monitoring.Any(m => m.ExceedanceCount > 0))",
        "monitoring.Any(m => x.ExceedanceCount > 0)", "monitoring.Any(m => m.ExceedanceCont > 0)", "monitoring.Any(m => m.exceedanceCount > 0)", "monitoring.any(m => m.ExceedanceCount > 0)",
        "monitoring.Exists(m => m.ExceedanceCount > 0)", "monitoring.Any(m.ExceedanceCount > 0)", "monitoring.Any(ExceedanceCount > 0)", "monitoring.First(m => m.ExceedanceCount > 0).MaxRatio > 1",
        "monitoring.Count > 1", "monitoring.Count() > ", "monitoring.Count() > \"1\"", "monitoring.Sum() > 1", "monitoring.Sum(m => m.OutletId) > 1", "monitoring.Where(m => m.HasUpperLimit)", "monitoring.All() ",
        "monitoring.Select(m => m.MaxRatio).Max() > 1", "monitoring.OrderBy(m => m.MaxRatio).Any()", "monitoring.GroupBy(m => m.Pollutant).Any()", "monitoring.Distinct().Any()", "monitoring.Any() && monitoring",
        "monitoring.Any(m => m.MaxRatio > 1.4)", "monitoring.Any(m => m.MaxRatio > 1.4f)", "monitoring.Any(m => m.MaxRatio > 1,4)", "monitoring.Any(m => m.MaxRatio > \"1.4\")", "monitoring.Any(m => m.MaxRatio > 1.4d)",
        "monitoring.Any(m => m.OutletId > \"DW001\")", "monitoring.Any(m => m.OutletId = \"DW001\")", "monitoring.Any(m => m.OutletId == DW001)", "monitoring.Any(m => m.OutletId == 'DW001')", "monitoring.Any(m => m.OutletId == \"DW001)",
        "monitoring.Any(m => m.FirstExceededOn > 2016)", "monitoring.Any(m => m.FirstExceededOn > \"2016-13-01\")", "monitoring.Any(m => m.FirstExceededOn.Hour > 1)", "monitoring.Any(m => m.LastExceededOn - m.FirstExceededOn > 3)",
        "monitoring.Any(m => m.MonthsOver > 1)", "monitoring.Any(m => m.MonthsOver() > 1)", "monitoring.Any(m => m.MonthsOver(\"1\") > 1)", "monitoring.Any(m => m.MonthsOver(m.MaxRatio) > 1)", "monitoring.Any(m => m.MonthsOver(1, 2) > 1)",
        "monitoring.Any(m => m.Months.Any())", "monitoring.Any(m => m.PossibleExceedanceCount > 0)", "monitoring.Any(m => m.Evidence.Any())", "monitoring[0].MaxRatio > 1", "monitoring.Any(m => monitoring.Any(m => m.MaxRatio > 1m))",
        "facility.Nmae == \"x\"", "facility.Name == null", "facility.Name + \"x\" == \"y\"", "facility.Name.Length > 3", "facility.Name.ToUpper() == \"X\"", "facility.Name.Contains()", "facility.Name.Contains(1)", "facility.Name.Contains(facility)",
        "facility.Name.Substring(1) == \"x\"", "facility.KeySource", "facility.KeySource == 1", "facility.KeySource == \"true\"", "facility.KeySource == facility.HasEnergyLimit", "facility.HasEnergyLimit == facility.KeySource", "facility.KeySource != facility.RegionIn(\"44\")", "substances.Any(s => s.InCatalogue(\"x\") == facility.KeySource)", "facility.KeySource > true", "facility.RegionIn(44)", "facility.RegionIn()", "facility.RegionIn",
        "facility.EiaApprovedOn > 3", "facility.EiaApprovedOn.Value.Year > 3", "facility.EnergyLimitBasis == \"x\"", "facility == null", "facility.GetHashCode() > 1", "facility.ToString() == \"x\"", "facility.Id.GetType() == null",
        "factory.Name == \"x\"", "Facility.Name == \"x\"", "disharges.Any()", "discharge.Any()", "p.Tow > 1", "p > 1", "p.Two", "p.Two.Value > 1", "p.Named > 1", "p.ByKey > 1", "p.ByKey.For(1) > 1", "p.Named.Contains(1)", "p.Named.Any()", "monitoring.Any(p => p.MaxRatio > 1m)",
        "indicators.Value > 1", "indicators.Value() > 1", "indicators.Value(x) > 1", "indicators.Value(\"x\") > \"1\"", "indicators[\"x\"] > 1", "indicators.Value(\"x\") = 1", "indicators.Value(\"x\") == null == true", "indicators.Value(\"x\") > null", "null == null", "null",
        "indicators.ValueIn(\"x\") > 1", "indicators.ValueIn(\"x\", \"2024\") > 1", "indicators.ValueIn(\"x\", indicators.Value(\"y\")) > 1", "indicators.Value(\"x\") + null > 1", "(indicators.Value(\"x\") + 1) == null", "discretion.Value(\"x\") > 1",
        "true and", "and true", "true or or false", "true not false", "not", "not 1", "true == false", "(monitoring.Any()) == (discharges.Any())", "true ? 1 : 2", "true ? true", "iif(true, 1, 2)", "iif(true, true)", "iif(1, true, false)", "iif(monitoring.Any(), true, false", "true ? true : 1",
        "1 > 0 > 1", "1 / 0 > 1", "1 % 2 > 0", "1 << 2 > 0", "1 ^ 2 > 0", "~1 > 0", "0x10 > 1", "1e5 > 1", ".5 > 0", "1. > 0", "99999999999999999999999999999999 > 1", "1m > 0", "-(1) > 0", "--1 > 0", "1;2", "1 > 0; true", "true // x", "true /* x */", "a => true", "(a, b) => true", "@0", "it", "$", "#", "`", "\\",
        "new { a = 1 } == null", "new[] { 1 }.Any()", "typeof(int) == null", "DateTime.Now > facility.EiaApprovedOn", "DateTime(2020, 1, 1) > facility.EiaApprovedOn", "Math.Pow(2, 3) > 1", "Math.Abs(\"x\") > 1", "Math.Max(1) > 1", "Math.Min(1, 2, 3) > 1", "Convert.ToInt32(\"1\") > 0", "int(1.5m) > 0", "decimal(1) > 0", "Guid.NewGuid() != null", "string.Empty == \"\"", "System.IO.File.Exists(\"x\")",
        "facility.Region in \"44\"", "facility.Region in ()", "facility.Region in (1, 2)", "facility.Region in (\"44\", 45)", "facility.Region in (facility.Name)", "indicators.Value(\"x\") in (1, 2)", "\"44\" in (\"44\")", "facility.Region not in (\"44\")",
        "audits.YearsSinceLastAccepted > \"5\"", "audits.Any(a => a.Kind > 1)", "audits.Any(a => a.AcceptedOn > a.Kind)", "period.Year > \"2016\"", "period.From > \"2016-1-1\"", "period.From == null", "period.Year.ToString() == \"2016\"", "substances.Any(s => s.InCatalogue(1))", "substances.Any(s => s.Catalogues.Any())",
        "monitoring.Any(m => discharges.Any(d => energy.Any(e => audits.Any(a => a.Kind == m.OutletId))))", "iif(true, iif(true, iif(true, iif(true, true, false), false), false), false)", "monitoring.Any(m => m.ExceedanceCount > 0) and facility.Nmae.Contains(\"一个很长的名称，用来看错误前后各显示多少\") and monitoring.Any()",
        "facility.Name == \"Ａ\" and monitoring.Any(m ＝> m.HasUpperLimit)", "monitoring．Any()", "facility.Name == “x”", "facility.Name == \"x\"，true", "facility.Name == \"a\\\"b", "facility.Name == \"a\\qb\"", "facility.Name == \"a\\", "monitoring.Any(m=>m.ExceedanceCount>0)and monitoring", "not(true)", "true\nand\nfalse\nor\nmonitring.Any()",
        // Limits of depth, what the parser alone would take, and arguments that are not plain.
        "1 > p.", "p.", "monitoring.Any(m => m.MaxRatio > p.Tow)", "facility.p > p.Tow", "true and iif(true, iif(true, iif(true, iif(true, true, false), false), false), false)", "iif(true, iif(true, iif(true, true, false), false), false)", "iif(true, true, false) and iif(true, true, false) and iif(true, true, false) and iif(true, true, false)", "monitoring.Any(m => discharges.Any(d => energy.Any(e => e.Product == m.OutletId)))", "monitoring.Any(m => discharges.Any(d => energy.Any())) and monitoring.Any(m => discharges.Any(d => energy.Any()))", "energy.Any() and energy.Any() and energy.Any() and energy.Any()", "audits.Average(a => a.MonthsSinceListed) > 1", "iif(true, 1.4, 1.5) > 1.2", "-1.4 > 1", "period.From.DayOfYear > 1", "period.From.Hour > 1", "period.From.Day > 1",
        "new(1 as a).a > 0", "new System.Object() == null", "\"System.Int32\"(1) > 0", "System.Int32(1) > 0", "as(facility.Name, \"System.String\") == \"\"", "is(facility, \"System.String\")", "cast(1, \"System.Int64\") > 0", "DayOfWeek.Monday == DayOfWeek.Monday", "DateTimeKind.Utc == DateTimeKind.Utc", "TRUE", "p.two > 1", "monitoring.Any(m => m.maxRatio > 1m)", "Discharges.Any()", "NOT true", "true AND true",
        "monitoring.Any(m => m.MonthsOver(m.ExceedanceCount) > 1)", "monitoring.Any(m => m.MonthsOver(m.ValidCount) > 1)", "monitoring.Any(m => m.MonthsOver(-1) > 1)", "monitoring.Any(m => m.MonthsOver(1 + 2) > 1)", "indicators.ValueIn(\"x\", monitoring.Count()) > 1", "indicators.ValueIn(\"x\", -2024) > 1", "indicators.ValueIn(\"x\", period.Year + monitoring.Count()) > 1", "indicators.ValueIn(\"x\", monitoring.Count() + period.Year) > 1", "facility.RegionIn(facility.Region)", "facility.RegionIn(\"44\" + \"01\")", "facility.RegionIn(iif(true, \"44\", \"45\"))", "\"44\" == facility.Region", "iif(true, \"a\", \"b\") == facility.Name", "facility.Name == iif(true, \"a\", \"b\")", "null == facility.Name", "null > facility.EiaApprovedOn", "facility.EiaApprovedOn < null", "facility.EiaApprovedOn + facility.EiaApprovedOn == null", "facility.Name <= \"b\"", "\"b\" >= facility.Name", "monitoring.Any(m => m.Pollutant == facility.Name.ToLower())", "facility.Name.Contains(\"a\", \"b\")", "facility.Name.StartsWith(\"a\", true, null)", "Math.Abs(monitoring.Count() - 5) > 2", "Math.Sqrt(4) > 1", "monitoring.Take(1).Any()", "monitoring.Any(m => m.ExceedanceCount in (1, 2))", "(1 + 1) in (1, 2)", "facility.KeySource == null", "facility.HasEnergyLimit == null", "monitoring.Any() == null", "monitoring == null", "true and true == true", "facility.HasEnergyLimit == true",
        "Math.Floor(1.5m) > 1", "facility.Name.IndexOf(\"x\") > 1", "monitoring.Count() > 99999999999", "p.Two < 99999999999", "null == monitoring.Any()", "null != (indicators.Value(\"x\") + 1)", "monitoring.Any(m => m.LastExceededOn - m.FirstExceededOn > m.FirstExceededOn - m.LastExceededOn)", "period.To - period.From > period.From - period.To", "true and facility.Name > facility.Region",
    ];

    private static readonly ApprovedTable Table = new("tests/CleanProd.Rules.Tests/Rules/refusals.txt", Mistakes, m => [Said(m)], 6);

    public static TheoryData<int> Parts => new(Table.Parts);

    [Theory]
    [MemberData(nameof(Parts))]
    public void What_is_said_of_mistakes_and_where_is_as_approved(int part) => Table.Check(part);

    [Fact]
    public void The_approved_mistakes_are_these() => Table.CheckInputs();

    private static string Said(string condition)
    {
        try
        {
            Compiled(condition, parameters: Parameters);
            return "taken";
        }
        catch (PackException e)
        {
            return string.Join(" | ", e.Errors.Select(x => $"{x.Position} {x.Code}: {x.Message}"));
        }
    }
}
