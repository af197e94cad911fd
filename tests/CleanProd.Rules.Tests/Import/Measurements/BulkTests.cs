using System.Text;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Import;
using FsCheck.Xunit;
using Xunit;
using static CleanProd.Rules.Tests.Import.DataSets;

namespace CleanProd.Rules.Tests.Import.Measurements;

public sealed class BulkTests
{
    private const string Headings = "facility_id,outlet_id,pollutant,at,window,value,unit,origin,limit_high,volume_m3\n";

    [Property(MaxTest = 150)]
    public void Rows_taken_in_bulk_give_the_findings_and_series_of_rows_taken_one_by_one(int seed)
    {
        var files = new DirtyMeasurements(seed).Files();
        var oneByOne = Text(Import(files, new ImportMeans { InBulk = false }));
        var random = new Random(seed);
        using var scratch = new HeldScratch();
        foreach (var block in (int[])[64, 200, 1 << 14])
        {
            Assert.Equal(oneByOne, Text(Import(files, new ImportMeans { Threads = random.Next(1, 5), BlockLength = block })));
            Assert.Equal(oneByOne, Text(Import(files, new ImportMeans { Threads = random.Next(1, 5), BlockLength = block, MostHeld = random.Next(2000), MostInMemory = 0 }, scratch)));
        }
    }

    [Fact]
    public void A_quoted_line_break_lies_in_one_row_wherever_a_part_of_the_file_ends()
    {
        var text = new StringBuilder("facility_id,outlet_id,pollutant,at,window,value,unit,record\n");
        for (var day = 1; day <= 28; day++) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"A,O,COD,2024-02-{day:D2},day,{day},mg/L,\"Nr.\n\n{day}\"\n");
        var import = Import([Csv("measurements.csv", text.ToString())], new ImportMeans { Threads = 3, BlockLength = 64 });
        Assert.Equal(28, import.Files[0].RowsTaken);
        Assert.Equal(Enumerable.Range(0, 28).Select(i => 2 + i * 3), import.Facts.Facilities[0].Series[0].Points().Select(p => p.Source.Row));
    }

    [Fact]
    public void An_import_that_is_stopped_in_the_middle_of_a_file_gives_nothing()
    {
        using var stop = new CancellationTokenSource();
        var importer = new DataSetImporter(Reference, null, new ImportArguments(2024)) { Means = new ImportMeans { Threads = 2, BlockLength = 4096 } };
        Assert.Throws<OperationCanceledException>(() => importer.Import([Csv("measurements.csv", Plain(40_000))], new Stopping(stop), stop.Token));
    }

    internal static string Plain(int rows)
    {
        var text = new StringBuilder(Headings);
        for (var i = 0; i < rows; i++)
        {
            var at = new DateOnly(2024, 1, 1).AddDays(i / 40 % 366);
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"F{i % 40:D3},O{i / (40 * 366)},COD,{at:yyyy-MM-dd},day,{i % 977}.{i % 10},mg/L,automatic,100,{i % 500}\n");
        }

        return text.ToString();
    }

    internal static ImportResult Import(SourceFile[] files, ImportMeans means, IScratch? scratch = null) =>
        new DataSetImporter(Reference, null, new ImportArguments(2024)) { Means = means, Scratch = scratch }.Import(files);

    private static string Text(ImportResult import)
    {
        var text = new StringBuilder();
        foreach (var facility in import.Facts.Facilities)
        {
            text.AppendLine(facility.Facility.ToString()).AppendJoin(',', facility.RefusedIn).AppendLine();
            foreach (var series in facility.Series)
                text.Append(series.Key).Append(' ').AppendJoin(',', series.BySpan().Select(s => s.Span)).Append(' ').AppendLine(Convert.ToHexString(series.Chunk.Span));
        }

        foreach (var finding in import.Findings) text.Append(finding).AppendJoin('|', finding.Arguments).AppendLine();
        foreach (var file in import.Files) text.AppendLine(file.ToString());
        return text.ToString();
    }

    private sealed class Stopping(CancellationTokenSource stop) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => stop.Cancel();
    }

    private sealed class HeldScratch : IScratch, IDisposable
    {
        private readonly MemoryStream _bytes = new();

        public long Put(ReadOnlySpan<byte> bytes)
        {
            lock (_bytes)
            {
                _bytes.Position = _bytes.Length;
                _bytes.Write(bytes);
                return _bytes.Length - bytes.Length;
            }
        }

        public void Get(long at, Span<byte> bytes)
        {
            lock (_bytes)
            {
                _bytes.Position = at;
                _bytes.ReadExactly(bytes);
            }
        }

        public void Dispose() => _bytes.Dispose();
    }
}
