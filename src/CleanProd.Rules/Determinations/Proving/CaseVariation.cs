using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Determinations.Proving;

/// <summary>A way in which a case can be varied by one number: the value of a cell, or how many of its rows are high.</summary>
internal sealed record CaseVariation(PackCase Base, decimal Step, decimal Low, decimal High, Func<decimal, PackCase> At)
{
    private static readonly string[] Cells = ["value", "limit_high", "limit_low", "quantity", "exceedance_count", "valid_count", "max", "median", "output", "energy", "volume_m3"];
    private static readonly string[] Counts = ["exceedance_count", "valid_count"];

    // Enough to reach two thirds of whole measurements exactly, and twelve months.
    private const int MostRows = 12;

    /// <summary>The ways to vary a case.</summary>
    internal static IEnumerable<CaseVariation> Of(PackCase example)
    {
        for (var row = 0; row < example.Rows.Count; row++)
            foreach (var column in Cells)
                if (example.Rows[row].Cells.TryGetValue(column, out var text) && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
                    yield return Cell(example, row, column, number);
        if (Rows(example) is { } rows) yield return rows;
    }

    private static CaseVariation Cell(PackCase example, int row, string column, decimal number)
    {
        var whole = number == decimal.Truncate(number);
        var step = Counts.Contains(column) || (whole && example.Rows[row].Table == "indicators") ? 1m : whole ? 0.1m : Ulp(number);
        var high = (Math.Abs(number) * 1000m) + 1000m;
        return new(example, step, 0m, decimal.Round(high, 0), value => example with { Rows = [.. example.Rows.Select((r, i) => i == row ? With(r, column, PlainNumber.Text(value)) : r)] });
    }

    // One series of measurements: the first so many are as high as its highest, the others as low as its lowest.
    private static CaseVariation? Rows(PackCase example)
    {
        var measured = example.Rows.Select((r, i) => (Row: r, Index: i)).Where(r => r.Row.Table == "measurements").ToArray();
        if (measured.Length == 0) return null;
        var series = measured.Where(m => Of(m.Row, "outlet_id") == Of(measured[0].Row, "outlet_id") && Of(m.Row, "pollutant") == Of(measured[0].Row, "pollutant") && Of(m.Row, "window") == Of(measured[0].Row, "window")).ToArray();
        var numbers = series.Select(s => decimal.TryParse(Of(s.Row, "value"), NumberStyles.Number, CultureInfo.InvariantCulture, out var n) ? n : (decimal?)null).ToArray();
        if (numbers.Any(n => n is null) || !DateOnly.TryParseExact(Of(series[0].Row, "at"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)) return null;
        var (high, low) = (numbers.Max()!.Value, numbers.Min()!.Value);
        if (high == low) low = high / 100m;
        var rows = series.Select(s => s.Row).ToList();
        var byMonth = Of(series[0].Row, "window") == "month";
        for (var i = 1; rows.Count < MostRows && i < 12; i++)
        {
            var at = byMonth ? first.AddMonths(i) : first.AddDays(i);
            if (at.Year == first.Year && rows.TrueForAll(r => Of(r, "at") != Text(at))) rows.Add(With(series[0].Row, "at", Text(at)));
        }

        var others = example.Rows.Where((_, i) => series.All(s => s.Index != i)).ToArray();
        return new(example, 1m, 0m, rows.Count, count => example with { Rows = [.. others, .. rows.Select((r, i) => With(r, "value", PlainNumber.Text(i < count ? high : low)))] });
    }

    private static string Of((string Table, IReadOnlyDictionary<string, string> Cells) row, string column) => row.Cells.GetValueOrDefault(column, "");

    private static (string, IReadOnlyDictionary<string, string>) With((string Table, IReadOnlyDictionary<string, string> Cells) row, string column, string value)
    {
        var cells = row.Cells.ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
        cells[column] = value;
        return (row.Table, cells);
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // One in the last place that the number is written with.
    private static decimal Ulp(decimal number)
    {
        var step = 1m;
        for (var i = 0; i < number.Scale; i++) step /= 10m;
        return step;
    }
}
