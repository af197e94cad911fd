using System.Globalization;
using System.Text.Json;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;
using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Host.Cli;
using CleanProd.Rules.Host.Screen;
using CleanProd.Rules.Import;

namespace CleanProd.Rules.Host.Rules;

/// <summary>Which values to explain.</summary>
/// <param name="Data">The data set.</param>
/// <param name="Map">Column map; null for the project's own headings.</param>
/// <param name="Year">The screened year.</param>
/// <param name="AsOf">The determination date.</param>
/// <param name="Facility">The facility.</param>
/// <param name="Outlet">The outlet.</param>
/// <param name="Pollutant">Code, name or alias.</param>
/// <param name="At">A day or moment; null for all.</param>
internal sealed record WantedValues(string Data, string? Map, int Year, DateOnly AsOf, string Facility, string Outlet, string Pollutant, string? At);

/// <summary>How single values came to their judgement.</summary>
internal static class ValuesInWords
{
    private static readonly JsonSerializerOptions Indented = new(ApiJson.Options) { WriteIndented = true };

    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];

    internal static IReadOnlyList<ExplainedValue> Of(WantedValues wanted, CancellationToken ct)
    {
        var reference = ShippedFiles.Reference();
        var map = wanted.Map is { } name ? ShippedFiles.Map(name) : null;
        var imported = new DataSetImporter(reference, map, new ImportArguments(wanted.Year)).Import(ShippedFiles.DataSet(wanted.Data), null, ct);
        var records = imported.Facts.Facilities.FirstOrDefault(f => f.Facility.Id.Value == wanted.Facility)
            ?? throw new BadInputException($"数据中没有企业 {wanted.Facility}。 The data set holds no such facility.");
        var medium = records.Outlets.FirstOrDefault(o => o.Id.Value == wanted.Outlet)?.Medium ?? Medium.Unspecified;
        var values = ValueExplainer.Explain(
            records, ReportingPeriod.OfYear(wanted.Year), reference, wanted.AsOf, new OutletId(wanted.Outlet), reference.Pollutants.Resolve(wanted.Pollutant, medium));
        if (wanted.At is { } at)
        {
            if (!DateTime.TryParseExact(at, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)) throw new BadInputException($"--at 应为 2024-03-04 或 2024-03-04T08:00:00：{at}。 Give a day or a time.");
            values = [.. values.Where(v => moment.TimeOfDay == TimeSpan.Zero ? v.At.Date == moment.Date : v.At == moment)];
        }

        return values.Count > 0 ? values : throw new BadInputException(
            $"没有这样的监测值：{wanted.Outlet} {wanted.Pollutant} {wanted.At}，{wanted.Year} 年。 There is no such value in the year.");
    }

    internal static void Print(IReadOnlyList<ExplainedValue> values, bool english, TextWriter to)
    {
        foreach (var (i, value) in values.Index())
        {
            if (i > 0) to.WriteLine();
            foreach (var step in value.Steps) to.WriteLine($"{(step.Stage == ValueStage.Source ? "" : "  ")}{(english ? step.Text.En : step.Text.Zh)}");
        }
    }

    internal static void PrintJson(IReadOnlyList<ExplainedValue> values, TextWriter to) => to.WriteLine(JsonSerializer.Serialize(values.Select(v => new
    {
        outlet_id = v.Series.OutletId.Value,
        pollutant = v.Series.Pollutant.Value,
        v.Series.Window,
        v.Series.Origin,
        v.At,
        reported = v.Reported.ToString(),
        unit = v.Series.Unit.Symbol,
        v.Standing,
        compared = v.Compared?.ToString(),
        v.LimitLow,
        v.LimitHigh,
        v.Ratio,
        source = new { v.Source.File, v.Source.Sheet, v.Source.Row },
        v.Steps,
    }), Indented));
}
