using System.Globalization;
using System.Text;

namespace CleanProd.Rules.Benchmarks.Growth;

/// <summary>Two panels over the number of values, both axes logarithmic: time left, peak memory right. A line at 45° grows with the data, a level one does not.</summary>
internal static class GrowthChart
{
    private const int Width = 400, Height = 300, Left = 64, Top = 46, Gap = 90;
    private const string Import = "#1f6f8b", Screening = "#c2542d";

    internal static string Draw(IReadOnlyList<Grown> grown)
    {
        var done = grown.Where(g => g.Failure is null).ToArray();
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Left + 2 * Width + Gap + 30}\" height=\"{Top + Height + 70}\" font-family=\"sans-serif\" font-size=\"12\" fill=\"#222\">\n");
        svg.Append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        if (done.Length > 0)
        {
            Panel(svg, Left, "Time, s", done, g => g.Import!.Milliseconds / 1e3, g => g.Screening!.Milliseconds / 1e3);
            Panel(svg, Left + Width + Gap, "Peak memory, MB", done, g => g.Import!.PeakMb, g => g.Screening!.PeakMb);
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Panel(StringBuilder svg, int x, string title, Grown[] grown, Func<Grown, double> import, Func<Grown, double> screening)
    {
        var (least, most) = (Math.Floor(Math.Log10(grown.Min(g => g.Rows))), Math.Ceiling(Math.Log10(grown.Max(g => g.Rows)) + 1e-9));
        if (most <= least) most = least + 1;
        var all = grown.SelectMany(g => new[] { import(g), screening(g) }).Where(v => v > 0).ToArray();
        var (low, high) = (Math.Floor(Math.Log10(all.Min())), Math.Ceiling(Math.Log10(all.Max()) + 1e-9));
        if (high <= low) high = low + 1;
        double X(double rows) => x + (Math.Log10(rows) - least) / (most - least) * Width;
        double Y(double value) => Top + Height - (Math.Log10(value) - low) / (high - low) * Height;
        Text(svg, x, Top - 20, title, "start", bold: true);
        for (var power = low; power <= high; power++)
        {
            Line(svg, x, Y(Math.Pow(10, power)), x + Width, Y(Math.Pow(10, power)), "#ddd");
            Text(svg, x - 8, Y(Math.Pow(10, power)) + 4, Number(Math.Pow(10, power)), "end");
        }

        for (var power = least; power <= most; power++)
        {
            Line(svg, X(Math.Pow(10, power)), Top, X(Math.Pow(10, power)), Top + Height, "#ddd");
            Text(svg, X(Math.Pow(10, power)), Top + Height + 18, Number(Math.Pow(10, power) / 1e6) + " M", "middle");
        }

        Text(svg, x + Width / 2, Top + Height + 40, "measured values", "middle");
        Curve(svg, grown, import, X, Y, Import, above: true);
        Curve(svg, grown, screening, X, Y, Screening, above: false);
        Text(svg, x + Width - 80, Top - 20, "import", "end", colour: Import);
        Text(svg, x + Width, Top - 20, "screening", "end", colour: Screening);
    }

    private static void Curve(StringBuilder svg, Grown[] grown, Func<Grown, double> value, Func<double, double> x, Func<double, double> y, string colour, bool above)
    {
        var points = grown.Where(g => value(g) > 0).Select(g => (X: x(g.Rows), Y: y(value(g)), Value: value(g))).ToArray();
        svg.Append(CultureInfo.InvariantCulture, $"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" points=\"{string.Join(' ', points.Select(p => FormattableString.Invariant($"{p.X:0.0},{p.Y:0.0}")))}\"/>\n");
        foreach (var p in points)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{p.X:0.0}\" cy=\"{p.Y:0.0}\" r=\"3.5\" fill=\"{colour}\"/>\n");
            Text(svg, p.X, p.Y + (above ? -8 : 18), p.Value.ToString(p.Value < 10 ? "0.0" : "N0", CultureInfo.InvariantCulture), "middle", colour: colour);
        }
    }

    private static string Number(double value) => value.ToString(value < 1 ? "0.###" : "N0", CultureInfo.InvariantCulture);

    private static void Line(StringBuilder svg, double x1, double y1, double x2, double y2, string colour) =>
        svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x1:0.0}\" y1=\"{y1:0.0}\" x2=\"{x2:0.0}\" y2=\"{y2:0.0}\" stroke=\"{colour}\"/>\n");

    private static void Text(StringBuilder svg, double x, double y, string text, string anchor, bool bold = false, string colour = "#222") =>
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.0}\" y=\"{y:0.0}\" text-anchor=\"{anchor}\" fill=\"{colour}\"{(bold ? " font-weight=\"bold\"" : "")}>{text}</text>\n");
}
