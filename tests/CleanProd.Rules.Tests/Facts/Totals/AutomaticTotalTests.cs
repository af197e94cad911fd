using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Totals;
using CleanProd.Rules.Facts.Validity;

namespace CleanProd.Rules.Tests.Facts.Totals;

/// <summary>A ton a day, 1000 mg/m³ × 1,000,000 m³: the tonnes of a month are its days.</summary>
public class AutomaticTotalTests
{
    private static readonly ReportingPeriod Quarter = new(new(2024, 1, 1), new(2024, 3, 31));

    [Fact]
    public void Days_and_hours_of_every_kind_come_to_the_approved_months() => Approved.Check("tests/CleanProd.Rules.Tests/Facts/Totals/AutomaticTotal.txt",
    [
        .. Line("every day measured", Days("2024-01-01", "2024-03-31")),
        .. Line("without any data", []),
        .. Line("one day of February missing", [.. Days("2024-01-01", "2024-02-09"), .. Days("2024-02-11", "2024-03-31")]),
        .. Line("the first day of all missing", Days("2024-01-02", "2024-03-31")),
        .. Line("the first day without its concentration", [Window("2024-01-01", ""), .. Days("2024-01-02", "2024-03-31")]),
        .. Line("a day without its volume", [.. Days("2024-01-01", "2024-03-30"), Window("2024-03-31", "1000", null)]),
        .. Line("a day without its concentration and twice the volume", [.. Days("2024-01-01", "2024-03-30"), Window("2024-03-31", "", 2_000_000m)]),
        .. Line("a day that discharged nothing and has no concentration", [.. Days("2024-01-01", "2024-03-30"), Window("2024-03-31", "", 0m)]),
        .. Line("June before counts no more, the first of July for one day", [Window("2023-06-30", "9000"), Window("2023-07-01", "3000"), .. Days("2024-01-03", "2024-03-31")]),
        .. Line("a half-year of two concentrations before", [.. Days("2023-10-01", "2023-12-30", "3000"), .. Days("2023-12-31", "2024-03-30"), Window("2024-03-31", "")]),
        .. Line("two flows before", [.. Days("2023-12-01", "2023-12-31", volume: 3_000_000m), .. Days("2024-01-01", "2024-01-31"), .. Days("2024-02-02", "2024-03-31")]),
        .. Line("all of February missing", [.. Days("2024-01-01", "2024-01-31"), .. Days("2024-03-01", "2024-03-31")]),
        .. Line("all of January missing", Days("2024-02-01", "2024-03-31")),
        .. Line("23 days missing of 91", [.. Days("2024-01-01", "2024-02-29"), .. Days("2024-03-01", "2024-03-08")]),
        .. Line("22 days missing of 91", [.. Days("2024-01-01", "2024-02-29"), .. Days("2024-03-01", "2024-03-09")]),
        .. Line("marked days", [.. Days("2024-01-01", "2024-03-26"), Flagged("2024-03-27", 'N'), Flagged("2024-03-28", 'n'), Flagged("2024-03-29", 'D'), Flagged("2024-03-30", 'd'), Flagged("2024-03-31", '\0')]),
        .. Line("a day over the range by its mark, and a gap after it", [.. Days("2024-01-01", "2024-03-28"), Window("2024-03-29", "5000", flag: 'T')]),
        .. Line("a day over the range by a small mark", [.. Days("2024-01-01", "2024-03-30"), Window("2024-03-31", "5000", flag: 't')]),
        .. Line("a day over the range by its value", [.. Days("2024-01-01", "2024-03-30"), Window("2024-03-31", ">5000")]),
        .. Line("days below detection", [.. Days("2024-01-01", "2024-03-29"), Window("2024-03-30", "<5"), Window("2024-03-31", "ND")]),
        .. Line("a day told twice counts once", [.. Days("2024-01-01", "2024-03-31"), Window("2024-03-31", "9000")]),
        .. Line("of the next month nothing", Days("2024-01-01", "2024-04-30")),
        .. Line("samples of the day", [.. Days("2024-01-01", "2024-03-30"), Window("2024-03-31", "")], samples: [Sample("2024-03-31T00:00"), Sample("2024-03-31T06:00"), Sample("2024-03-31T12:00"), Sample("2024-03-31T18:00", 6000m)]),
        .. Line("samples of a day without flow before", [Window("2024-01-01", ""), .. Days("2024-01-02", "2024-03-31")], samples: [Sample("2024-01-01T00:00"), Sample("2024-01-01T06:00"), Sample("2024-01-01T12:00"), Sample("2024-01-01T18:00")]),
        .. Line("a standstill of a week", [.. Days("2024-01-01", "2024-01-31"), .. Days("2024-02-08", "2024-03-31")], Stood("2024-02-01", "2024-02-08")),
        .. Line("a standstill that ends an hour too early and begins one too late", [.. Days("2024-01-01", "2024-01-31"), .. Days("2024-02-08", "2024-03-31")], Stood("2024-02-01T01:00", "2024-02-07T23:00")),
        .. Line("a standstill of two months without data", Days("2024-01-01", "2024-01-31"), Stood("2024-02-01", "2024-04-01")),
        .. Line("a standstill of the quarter", Days("2023-11-01", "2023-12-31"), Stood("2024-01-01", "2024-04-01")),
        .. Line("a standstill of a day, and a month without data", Days("2024-01-01", "2024-02-29"), Stood("2024-01-01", "2024-01-02")),
        .. Line("a standstill in which something flowed", [.. Days("2024-01-01", "2024-03-30"), Window("2024-03-31", "5000")], Stood("2024-03-30", "2024-04-01")),
        .. Line("a standstill in which nothing flowed and the instrument was over its range", [.. Days("2024-01-01", "2024-03-30"), Window("2024-03-31", "5000", 0m, 'T')], Stood("2024-03-31", "2024-04-01")),
        .. Line("a standstill with a concentration and no volume", [.. Days("2024-01-01", "2024-03-30"), Window("2024-03-31", ">5000", null)], Stood("2024-03-31", "2024-04-01")),
        .. Line("a repair is no standstill", Days("2024-01-01", "2024-03-30"), new Outage(OutageKind.Maintenance, null, new(2024, 3, 31), new(2024, 4, 1), TestFacts.Source)),
        .. Line("four quarters of which two lack data", [.. Days("2024-01-01", "2024-02-29"), .. Days("2024-04-01", "2024-05-10"), .. Days("2024-07-01", "2024-12-31")], range: ReportingPeriod.OfYear(2024)),
        .. Line("from February on, with a January of too little", [.. Days("2024-01-30", "2024-03-31")], range: new(new(2024, 2, 1), new(2024, 3, 31))),
        .. Line("the year before lacked data", [.. Days("2023-10-01", "2023-10-10"), .. Days("2024-01-01", "2024-03-31")]),
        .. Line("hours of a month, taken within the hour", Hours(31 * 24), window: AveragingWindow.Hour, range: new(new(2024, 1, 1), new(2024, 1, 31))),
        .. Line("hours of a month, ten of them missing", Hours((31 * 24) - 10), window: AveragingWindow.Hour, range: new(new(2024, 1, 1), new(2024, 1, 31))),
        .. Line("hours of a month, and none of the next", Hours(31 * 24), window: AveragingWindow.Hour, range: new(new(2024, 1, 1), new(2024, 2, 29))),
    ]);

    // 31 and 29 days in full; half of March's days are lost, and with them the quarter.
    [Theory]
    [InlineData("2024-01-01", "2024-01-31", 31, true)]
    [InlineData("2024-01-01", "2024-02-29", 60, true)]
    [InlineData("2024-02-01", "2024-02-29", 29, true)]
    [InlineData("2024-01-01", "2024-03-31", 70, false)]
    [InlineData("2024-03-01", "2024-03-31", 10, false)]
    [InlineData("2024-01-02", "2024-01-31", null, false)]
    [InlineData("2024-01-01", "2024-01-30", null, false)]
    [InlineData("2023-12-01", "2024-01-31", null, false)]
    [InlineData("2024-03-01", "2024-04-30", null, false)]
    [InlineData("2024-01-01", "2025-01-31", null, false)]
    public void A_part_of_the_months_is_whole_months_of_them(string from, string to, int? tonnes, bool whole)
    {
        var total = new EmissionTotal(0m, false, QuantityMethod.Automatic, TestFacts.Source) { Months = [new(new(2024, 1, 1), 30m, 31m, true), new(new(2024, 2, 1), 28m, 29m, true), new(new(2024, 3, 1), 10m, 12m, false)] };
        var part = AutomaticTotal.Within(total, new(Day(from), Day(to)));
        // Where not all of it is whole, only what was measured stands.
        Assert.Equal((tonnes is 70 ? 68m : tonnes, tonnes is null ? null : whole), (part?.Tonnes, part?.IsWhole));
    }

    [Theory]
    [InlineData("2023-12-01", "2024-01-31", 61)]
    [InlineData("2023-11-01", "2024-01-31", null)]
    public void A_part_may_reach_over_the_end_of_a_year(string from, string to, int? tonnes)
    {
        var total = new EmissionTotal(0m, true, QuantityMethod.Automatic, TestFacts.Source) { Months = [new(new(2023, 12, 1), 30m, 30m, true), new(new(2024, 1, 1), 31m, 31m, true)] };
        Assert.Equal((decimal?)tonnes, AutomaticTotal.Within(total, new(Day(from), Day(to)))?.Tonnes);
    }

    private static IEnumerable<string> Line(
        string what, IReadOnlyList<AutomaticWindow> data, Outage? outage = null, (DateTime, decimal)[]? samples = null, AveragingWindow window = AveragingWindow.Day, ReportingPeriod? range = null)
    {
        yield return what;
        var numbered = data.Select((w, i) => w with { Source = new("m.csv", null, i + 2) }).ToArray();
        if (AutomaticTotal.Of(numbered, window, range ?? Quarter, outage is null ? [] : [outage], samples ?? []) is not { } total)
        {
            yield return "  nothing";
            yield break;
        }

        yield return $"  {PlainNumber.Text(decimal.Round(total.Tonnes, 9))} t{(total.IsWhole ? "" : " at least")}, {total.Method}, {total.Source}: {string.Join(", ", total.Months.Select(Text))}";
        foreach (var note in total.Notes) yield return $"  {note.Text.Zh} / {note.Text.En} ×{note.Count} from {note.First}";
    }

    private static string Text(MonthLoad month) => string.Create(
        CultureInfo.InvariantCulture, $"{month.Month:yyyy-MM} {PlainNumber.Text(decimal.Round(month.Measured, 9))}/{PlainNumber.Text(decimal.Round(month.Total, 9))}{(month.IsWhole ? "" : "?")}");

    private static AutomaticWindow[] Days(string from, string to, string value = "1000", decimal volume = 1_000_000m) =>
        [.. Enumerable.Range(0, Day(to).DayNumber - Day(from).DayNumber + 1).Select(d => new AutomaticWindow(Day(from).AddDays(d).ToDateTime(TimeOnly.MinValue), MeasuredValue.Read(value), volume, '\0', TestFacts.Source))];

    private static AutomaticWindow[] Hours(int count) =>
        [.. Enumerable.Range(0, count).Select(h => new AutomaticWindow(new DateTime(2024, 1, 1, 0, 20, 0).AddHours(h), MeasuredValue.Of(1000m), 1_000_000m, '\0', TestFacts.Source))];

    private static AutomaticWindow Window(string day, string value, decimal? volume = 1_000_000m, char flag = '\0') => new(Day(day).ToDateTime(TimeOnly.MinValue), MeasuredValue.Read(value), volume, flag, TestFacts.Source);

    private static AutomaticWindow Flagged(string day, char flag) => Window(day, "5000", flag: flag);

    private static (DateTime, decimal) Sample(string at, decimal value = 2000m) => (Moment(at), value);

    private static Outage Stood(string from, string until) => new(OutageKind.Shutdown, null, Moment(from), Moment(until), TestFacts.Source);

    private static DateTime Moment(string at) => DateTime.Parse(at, CultureInfo.InvariantCulture);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
