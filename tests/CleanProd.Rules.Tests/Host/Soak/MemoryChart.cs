using System.Globalization;
using System.Text;

namespace CleanProd.Rules.Tests.Host.Soak;

/// <summary>The memory of hosts as a picture for docs/quality.md.</summary>
internal static class MemoryChart
{
    private const int Width = 760, Height = 320, Left = 56, Right = 170, Top = 20, Bottom = 40;

    private static readonly string[] Colours = ["#1f5fa8", "#c2571a"];

    internal static string Svg(MemoryWatch memory)
    {
        var all = memory.Samples.SelectMany(s => s).ToArray();
        var (minutes, most) = (Math.Max(1, all.Max(s => s.At.TotalMinutes)), Math.Ceiling(all.Max(s => s.WorkingSet) / 100) * 100);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"11\" role=\"img\">\n");
        svg.Append("<title>各主机内存随时间 · Memory of the hosts over time</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        for (var line = 0; line <= 4; line++)
        {
            var (y, x) = (Y(most * line / 4), X(minutes * line / 4));
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Left} {y:0.0}H{Width - Right}\" stroke=\"#ddd\"/><text x=\"{Left - 6}\" y=\"{y + 4:0.0}\" text-anchor=\"end\">{most * line / 4:0}</text>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.0}\" y=\"{Height - Bottom + 16}\" text-anchor=\"middle\">{minutes * line / 4:0}</text>\n");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left}\" y=\"{Top - 7}\">MiB</text><text x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 6}\" text-anchor=\"middle\">分钟 minutes</text>\n");
        foreach (var (host, samples) in memory.Samples.Index())
        {
            Line(host * 2, $"主机 host {host + 1}：工作集 working set", samples, s => s.WorkingSet, Colours[host % Colours.Length], "");
            Line(host * 2 + 1, $"主机 host {host + 1}：托管堆 heap", samples, s => s.Heap, Colours[host % Colours.Length], " stroke-dasharray=\"3 2\"");
        }

        return svg.Append("</svg>\n").ToString();

        double X(double minute) => Left + (Width - Left - Right) * minute / minutes;
        double Y(double mebibytes) => Height - Bottom - (Height - Top - Bottom) * mebibytes / most;

        void Line(int row, string name, IReadOnlyList<MemoryWatch.Sample> samples, Func<MemoryWatch.Sample, double> of, string colour, string dash)
        {
            var points = string.Join(' ', samples.Select(s => string.Create(CultureInfo.InvariantCulture, $"{X(s.At.TotalMinutes):0.0},{Y(of(s)):0.0}")));
            var (x, y) = (Width - Right + 10, Top + 10 + row * 20);
            svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{points}\" fill=\"none\" stroke=\"{colour}\"{dash}/>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{x} {y - 4}h18\" stroke=\"{colour}\"{dash}/><text x=\"{x + 22}\" y=\"{y}\" font-size=\"10\">{name}</text>\n");
        }
    }
}
