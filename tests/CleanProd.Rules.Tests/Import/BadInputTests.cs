using System.IO.Compression;
using System.Text;
using CleanProd.Rules.Import;
using Xunit;
using static CleanProd.Rules.Tests.Import.DataSets;

namespace CleanProd.Rules.Tests.Import;

/// <summary>Bad input is reported with its place and what to do; the process never dies and nothing vanishes.</summary>
public sealed class BadInputTests
{
    [Fact]
    public void An_empty_folder_says_what_was_expected() =>
        Assert.Contains(".xlsx", Assert.Throws<ImportException>(() => ImportOf()).Message, StringComparison.Ordinal);

    [Fact]
    public void A_folder_without_a_known_table_names_the_tables() =>
        Assert.Contains("facilities", Assert.Throws<ImportException>(() => ImportOf(Csv("orders.csv", "a,b\n1,2\n"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("PK not really a zip file at all, just text that begins like one")]
    [InlineData("something else altogether")]
    public void A_corrupt_workbook_is_refused_with_its_name(string content)
    {
        var e = Assert.Throws<ImportException>(() => ImportOf(Bytes("facilities.xlsx", Encoding.ASCII.GetBytes(content))));
        Assert.Contains("facilities.xlsx", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_cut_in_half_is_refused()
    {
        var whole = Workbook(("facilities", [(1, [Text("facility_id"), Text("name")]), (2, [Text("A"), Text("甲厂")])]));
        Assert.Throws<ImportException>(() => ImportOf(Bytes("set.xlsx", whole[..(whole.Length / 2)])));
    }

    [Fact]
    public void A_workbook_with_broken_xml_inside_is_refused()
    {
        using var bytes = new MemoryStream();
        bytes.Write(Workbook(("facilities", [(1, [Text("facility_id"), Text("name")]), (2, [Text("A"), Text("甲厂")])])));
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
            Part(zip, "xl/worksheets/sheet1.xml", "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inl");
        }

        Assert.Throws<ImportException>(() => ImportOf(Bytes("set.xlsx", bytes.ToArray())));
    }

    [Fact]
    public void A_decompression_bomb_is_refused_before_it_is_inflated()
    {
        using var bytes = new MemoryStream();
        bytes.Write(Workbook(("facilities", [(1, [Text("facility_id"), Text("name")])])));
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = zip.CreateEntry("xl/worksheets/sheet2.xml", CompressionLevel.SmallestSize).Open();
            var block = new byte[1 << 20];
            Array.Fill(block, (byte)' ');
            for (var i = 0; i < 64; i++) part.Write(block);
        }

        Assert.True(bytes.Length < 1 << 20);
        var e = Assert.Throws<ImportException>(() => ImportOf(Bytes("set.xlsx", bytes.ToArray())));
        Assert.Contains("sheet2.xml", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_that_lies_about_its_size_is_not_inflated_beyond_the_lie()
    {
        var rows = Enumerable.Range(2, 5000).Select(r => (r, new[] { Text($"F{r}"), Text("某某厂") })).Prepend((1, [Text("facility_id"), Text("name")])).ToArray();
        var bytes = Workbook(("facilities", rows));
        Declare(bytes, "xl/worksheets/sheet1.xml", 1000);
        Assert.Throws<ImportException>(() => ImportOf(Bytes("set.xlsx", bytes)));
    }

    [Fact]
    public void A_quote_that_is_never_closed_costs_its_own_row_only()
    {
        var result = ImportOf(Csv("facilities.csv", "facility_id,name\nA,甲厂\nB,\"乙厂\nC,丙厂\nD,\"丁\"\"厂\"\n"));
        var finding = Single(result, "broken_quote");
        Assert.Equal(("facilities.csv", 3, FindingSeverity.Error), (finding.File, finding.Row, finding.Severity));
        Assert.Equal(["A", "C", "D"], result.Facts.Facilities.Select(f => f.Facility.Id.Value));
        Assert.Equal("丁\"厂", result.Facts.Facilities[2].Facility.Name);
        Assert.Equal(5, result.Facts.Facilities[2].Facility.Source.Row);
    }

    [Fact]
    public void Text_after_a_closing_quote_is_a_broken_quote()
    {
        var result = ImportOf(Csv("facilities.csv", "facility_id,name\nA,\"甲\"厂\nB,乙厂\n"));
        Assert.Equal(2, Single(result, "broken_quote").Row);
        Assert.Equal("B", Assert.Single(result.Facts.Facilities).Facility.Id.Value);
    }

    [Fact]
    public void Bytes_of_no_known_encoding_are_refused()
    {
        byte[] bytes = [.. Encoding.ASCII.GetBytes("facility_id,name\nA,"), 0xFF, 0xFF, 0x80, (byte)'\n'];
        Assert.Contains("UTF-8", Assert.Throws<ImportException>(() => ImportOf(Bytes("facilities.csv", bytes))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_required_column_keeps_its_table_out_and_names_the_headings()
    {
        var result = ImportOf(Csv("facilities.csv", Facilities), Csv("quotas.csv", "facility_id,pollutant,from,unit\nA,COD,2024-01-01,t\n"));
        var finding = Single(result, "missing_column");
        Assert.Equal(("quotas.csv", "quantity", FindingSeverity.Error), (finding.File, finding.Column, finding.Severity));
        Assert.DoesNotContain("quotas", result.Facts.TablesGiven);
        Assert.Empty(result.Facts.Facilities[0].Quotas);
    }

    [Theory]
    [InlineData("1e400", "number_too_large")]
    [InlineData("-3.5", "negative_value")]
    [InlineData("many", "not_a_number")]
    public void A_value_that_cannot_be_keeps_its_row_out_and_the_facility_incomplete(string value, string code)
    {
        var result = ImportOf(
            Csv("facilities.csv", Facilities),
            Csv("measurements.csv", $"facility_id,outlet_id,pollutant,at,window,value,unit\nA,DW1,COD,2024-03-05,day,{value},mg/L\n"));
        var finding = Single(result, code);
        Assert.Equal((2, "value", value, FindingSeverity.Error), (finding.Row, finding.Column, finding.Value, finding.Severity));
        var facility = Assert.Single(result.Facts.Facilities);
        Assert.Empty(facility.Series);
        Assert.Equal(2, facility.RefusedIn["measurements"].Row);
    }

    [Theory]
    [InlineData("05/03/2024")]
    [InlineData("2024-02-30")]
    public void Another_order_of_day_and_month_and_an_impossible_day_are_errors_that_show_the_form(string at)
    {
        var result = ImportOf(Csv("facilities.csv", Facilities), Csv("measurements.csv", $"facility_id,outlet_id,pollutant,at,window,value,unit\nA,DW1,COD,{at},day,1,mg/L\n"));
        Assert.Contains("2024-03-05", Single(result, "not_a_date").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_with_more_cells_than_headings_is_out_of_place()
    {
        var result = ImportOf(Csv("facilities.csv", "facility_id,name\nA,甲,乙厂\nB,丙厂\n"));
        Assert.Equal(2, Single(result, "too_many_cells").Row);
        Assert.Equal("B", Assert.Single(result.Facts.Facilities).Facility.Id.Value);
    }

    [Fact]
    public void A_file_with_headings_only_is_said_to_be_empty() =>
        Assert.Equal(FindingSeverity.Warning, Single(ImportOf(Csv("facilities.csv", Facilities), Csv("quotas.csv", "facility_id,pollutant,from,quantity,unit\n")), "table_empty").Severity);

    [Fact]
    public void A_stopped_import_stops()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => new DataSetImporter(Reference, null, new(2024)).Import([Csv("facilities.csv", Facilities)], ct: stop.Token));
    }

    // Writes a false uncompressed size into the central directory and the local header of a part.
    private static void Declare(byte[] zip, string name, int size)
    {
        var wanted = Encoding.ASCII.GetBytes(name);
        for (var i = 0; i + wanted.Length < zip.Length; i++)
        {
            if (!zip.AsSpan(i).StartsWith(wanted)) continue;
            if (i >= 46 && zip.AsSpan(i - 46, 4).SequenceEqual((ReadOnlySpan<byte>)[0x50, 0x4B, 1, 2])) BitConverter.TryWriteBytes(zip.AsSpan(i - 46 + 24), size);
            else if (i >= 30 && zip.AsSpan(i - 30, 4).SequenceEqual((ReadOnlySpan<byte>)[0x50, 0x4B, 3, 4])) BitConverter.TryWriteBytes(zip.AsSpan(i - 30 + 22), size);
        }
    }
}
