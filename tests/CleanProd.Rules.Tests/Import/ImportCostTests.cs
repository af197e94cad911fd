using System.Globalization;
using System.Text;
using CleanProd.Rules.Import;
using CleanProd.Rules.Tests.Import.Measurements;
using Sylvan.Data.Csv;

namespace CleanProd.Rules.Tests.Import;

/// <summary>What a row of measured values costs on its way from CSV into a packed series.</summary>
[Collection(Costs.Name)]
public class ImportCostTests
{
    private const int Fewer = 3_650, More = 36_500;

    /// <summary>Bytes allocated for a row, over those of a reader that makes a string of every cell.</summary>
    private const double MostOverStrings = 0.5;

    [Fact]
    public void A_row_allocates_less_than_half_of_what_its_cells_take_as_strings()
    {
        var (few, many) = (Files(Fewer), Files(More));
        Assert.Equal(More, DataSets.ImportOf(many).Facts.Facilities.Sum(f => f.Series.Sum(s => s.Count)));

        var ours = Costs.Allocated(() => DataSets.ImportOf(many)) - Costs.Allocated(() => DataSets.ImportOf(few));
        var strings = Costs.Allocated(() => Strings(many[1])) - Costs.Allocated(() => Strings(few[1]));

        Assert.True(ours < MostOverStrings * strings, $"{ours / (More - Fewer)} bytes a row, as strings {strings / (More - Fewer)}");
    }

    [Fact]
    public void A_large_file_of_plain_rows_turns_over_next_to_no_memory_beside_rows_taken_one_by_one()
    {
        var file = DataSets.Csv("measurements.csv", BulkTests.Plain(20_000));
        long Turned(ImportMeans means) => Costs.Allocated(() => Assert.Equal(20_000, BulkTests.Import([file], means).Files[0].RowsTaken));

        var (bulk, oneByOne) = (Turned(new ImportMeans { Threads = 2 }), Turned(new ImportMeans { InBulk = false }));

        Assert.True(bulk * 4 < oneByOne, $"{bulk} bytes in bulk, {oneByOne} one by one");
    }

    private static int Strings(SourceFile file)
    {
        using var csv = CsvDataReader.Create(new StreamReader(file.Open()));
        var length = 0;
        while (csv.Read())
            for (var i = 0; i < csv.FieldCount; i++) length += csv.GetString(i).Length;
        return length;
    }

    // One outlet a facility, each with the days of a year.
    private static SourceFile[] Files(int rows)
    {
        var (facilities, values) = (new StringBuilder("facility_id,name\n"), new StringBuilder("facility_id,outlet_id,pollutant,at,window,value,unit,origin,flag\n"));
        var first = new DateOnly(2023, 1, 1);
        for (var i = 0; i < rows; i++)
        {
            if (i % 365 == 0) facilities.Append(CultureInfo.InvariantCulture, $"F{i / 365:D4},厂{i / 365:D4}\n");
            values.Append(CultureInfo.InvariantCulture, $"F{i / 365:D4},DW001,COD,{first.AddDays(i % 365):yyyy-MM-dd},day,{20 + i % 61}.{i % 10},mg/L,automatic,\n");
        }

        return [DataSets.Csv("facilities.csv", facilities.ToString()), DataSets.Csv("measurements.csv", values.ToString())];
    }
}
