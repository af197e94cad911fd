using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;
using CleanProd.Rules.Facts.Packing;

namespace CleanProd.Rules.Tests.Facts.Building;

/// <summary>Odd places are marked in memory that a thread keeps and lengthens: each case runs on a thread that counted nothing before.</summary>
public class OddPlacesTests
{
    private static readonly SeriesKey Key = new(new("A"), new("DW001"), new("w01018"), AveragingWindow.Hour, DataOrigin.Self, Unit.Parse("mg/L"));

    // How many values, from which to which place they are of the period, and which are flagged. At first a thread keeps 1024 places.
    [Theory]
    [InlineData("3 0 3 1")]
    [InlineData("3 0 3 -")]
    [InlineData("3 0 3 0,1,2")]
    [InlineData("200 0 200 63,64,128")]
    [InlineData("1010 1000 1010 -")]
    [InlineData("1010 1000 1010 1009")]
    [InlineData("1023 0 1023 1022")]
    [InlineData("1024 0 1024 1023")]
    [InlineData("1100 0 1100 1099")]
    [InlineData("3 0 3 1;1100 0 1100 7,1099;3 0 3 2")]
    public void The_odd_places_of_a_period_are_found(string cases) => OnNewThread(() =>
    {
        foreach (var parts in cases.Split(';').Select(c => c.Split(' ')))
        {
            var (count, from, to) = (Number(parts[0]), Number(parts[1]), Number(parts[2]));
            int[] odd = parts[3] == "-" ? [] : [.. parts[3].Split(',').Select(Number)];
            Assert.True(UnpackedSeries.OfThread.TryRead(Series(count, odd).Chunk));
            var places = OddPlaces.Of(UnpackedSeries.OfThread, from, to);
            var found = new List<int>();
            for (var at = places.Next(from); at < to; at = places.Next(at + 1)) found.Add(at);
            Assert.Equal(odd, found);
            Assert.Equal(Enumerable.Range(from, to - from).Except(odd).Append(to).First(), places.NextPlain(from));
            Assert.Equal(to, places.Next(to));
        }
    });

    private static MeasurementSeries Series(int count, int[] odd) => MeasurementSeries.Pack(Key, Enumerable.Range(0, count).Select(i =>
        new SeriesPoint(new DateTime(2024, 1, 1).AddHours(i), MeasuredValue.Of(i % 60), new("m.csv", null, i + 2)) { Flag = odd.Contains(i) ? 'M' : '\0' }));

    private static void OnNewThread(Action act)
    {
        Exception? fault = null;
        var thread = new Thread(() => fault = Record.Exception(act));
        thread.Start();
        thread.Join();
        Assert.Null(fault);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
