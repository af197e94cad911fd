using System.Globalization;

namespace CleanProd.Rules.Host.Pages.Parts;

/// <summary>Where values and days lie in the picture. Drawing only: nothing is decided by it.</summary>
internal sealed class ChartScale
{
    internal const double Width = 720;
    internal const double Height = 220;
    private const double Left = 48;
    private const double Right = 12;
    private const double Top = 12;
    private const double Bottom = 26;

    private static readonly int[] Round = [1, 2, 5, 10];

    private readonly DateTime _from;
    private readonly double _days;
    private readonly double _step;

    internal ChartScale(IReadOnlyList<ChartPoint> points, int? year)
    {
        var (first, last) = year is { } y ? (new DateTime(y, 1, 1), new DateTime(y, 12, 31)) : (points.Min(p => p.At), points.Max(p => p.At));
        _from = new DateTime(first.Year, first.Month, 1);
        _days = Math.Max(1, (new DateTime(last.Year, last.Month, 1).AddMonths(1) - _from).TotalDays);
        var most = (double)points.Max(p => Math.Max(p.Value, p.Limit ?? 0));
        _step = Step(most <= 0 ? 1 : most);
        Lines = [.. Enumerable.Range(0, (int)Math.Ceiling((most <= 0 ? 1 : most) * 1.05 / _step) + 1).Select(n => n * _step)];
        Months = [.. Enumerable.Range(0, (int)Math.Round(_days / 30.4)).Select(n => _from.AddMonths(n))];
    }

    /// <summary>Values at which a line is drawn.</summary>
    internal IReadOnlyList<double> Lines { get; }

    /// <summary>First days of months.</summary>
    internal IReadOnlyList<DateTime> Months { get; }

    internal string X(DateTime at) => Text(Left + ((at - _from).TotalDays / _days * (Width - Left - Right)));

    internal string Y(double value) => Text(Height - Bottom - (value / Lines[^1] * (Height - Top - Bottom)));

    internal string Y(decimal value) => Y((double)value);

    internal static string Text(double number) => Math.Round(number, 4).ToString("0.####", CultureInfo.InvariantCulture);

    // 1, 2 or 5 times a power of ten, so that there are four to eight lines.
    private static double Step(double most)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(most / 4)));
        return Round.Select(n => n * power).First(s => most / s <= 5);
    }
}
