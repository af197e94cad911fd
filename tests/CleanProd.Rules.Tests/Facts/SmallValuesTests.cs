using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Tests.Facts;

/// <summary>Values of the vocabulary: how they are written, read, ordered and held against each other.</summary>
public class SmallValuesTests
{
    [Theory]
    [InlineData("12.5", ValueQualifier.Exact, "12.5")]
    [InlineData("-3.50", ValueQualifier.Exact, "-3.5")]
    [InlineData("<0.020", ValueQualifier.Below, "<0.02")]
    [InlineData(">800", ValueQualifier.Above, ">800")]
    [InlineData("ND", ValueQualifier.NotDetected, "ND")]
    [InlineData("", ValueQualifier.Missing, "")]
    public void A_measured_value_is_read_as_it_was_written(string text, ValueQualifier qualifier, string written)
    {
        var read = MeasuredValue.Read(text);
        Assert.Equal((qualifier, written), (read.Qualifier, read.ToString()));
        Assert.Equal(read, MeasuredValue.Read(written));
    }

    [Theory]
    [InlineData("1e3")]
    [InlineData("<")]
    [InlineData("1,000")]
    [InlineData(" 1")]
    [InlineData("<<1")]
    public void Another_form_is_refused(string text) => Assert.Throws<FormatException>(() => MeasuredValue.Read(text));

    [Theory]
    [InlineData("1.50", "1.5")]
    [InlineData("100.000", "100")]
    [InlineData("100", "100")]
    [InlineData("-0.00", "0")]
    [InlineData("-0", "0")]
    [InlineData("0.0", "0")]
    [InlineData("-10.0", "-10")]
    public void A_number_in_plain_notation(string number, string text) => Assert.Equal(text, PlainNumber.Text(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("甲", "甲")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("a\rb", "\"a\rb\"")]
    [InlineData(" a", "\" a\"")]
    [InlineData("a ", "\"a \"")]
    [InlineData("a b", "a b")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@a", "'@a")]
    [InlineData("\ta", "'\ta")]
    [InlineData("\ra", "\"'\ra\"")]
    [InlineData("\na", "\"'\na\"")]
    [InlineData("＝1", "'＝1")]
    [InlineData("＋1", "'＋1")]
    [InlineData("－1", "'－1")]
    [InlineData("＠a", "'＠a")]
    [InlineData("1=1", "1=1")]
    public void A_cell_that_people_open_in_a_spreadsheet(string? text, string cell)
    {
        Assert.Equal(cell, CsvCell.Of(text));
        Assert.Equal($"甲,{cell}\n", CsvCell.Line("甲", text));
    }

    [Fact]
    public void A_reference_file_is_written_in_the_form_it_is_read_in()
    {
        var bytes = ReferenceCsv.Write([["a", "b"], ["1,2", "\"x\""], ["", "line\nbreak"], ["c\rd", "=1"]]);
        Assert.Equal("a,b\n\"1,2\",\"\"\"x\"\"\"\n,\"line\nbreak\"\n\"c\rd\",=1\n", System.Text.Encoding.UTF8.GetString(bytes));
        Assert.Equal(["1,2", "\"x\""], ReferenceCsv.Read("x.csv", bytes)[1]);
        Assert.Equal(["a", "b"], ReferenceCsv.Read("x.csv", [0xEF, 0xBB, 0xBF, .. " a , b \n"u8])[0]);
        Assert.Equal("x.csv", Assert.Throws<ReferenceDataException>(() => ReferenceCsv.Read("x.csv", [0xB9, 0xE3])).File);
    }

    [Fact]
    public void A_wording_falls_back_on_the_other_language()
    {
        Assert.Equal(("zh", "en"), (new Wording("zh", "en").In(DocumentLanguage.Chinese), new Wording("zh", "en").In(DocumentLanguage.English)));
        Assert.Equal(("en", "zh"), (new Wording("", "en").In(DocumentLanguage.Chinese), new Wording("zh", "").In(DocumentLanguage.English)));
        Assert.Equal((true, false, false), (Wording.None.IsEmpty, new Wording("zh", "").IsEmpty, new Wording("", "en").IsEmpty));
        Assert.Equal(new Wording("a", "a"), Wording.Same("a"));
    }

    [Theory]
    [InlineData("44", "44", AdministrativeLevel.Province)]
    [InlineData("440000", "44", AdministrativeLevel.Province)]
    [InlineData(" 440100 ", "4401", AdministrativeLevel.City)]
    [InlineData("4401", "4401", AdministrativeLevel.City)]
    [InlineData("440103", "440103", AdministrativeLevel.County)]
    [InlineData("440103000", "440103000", AdministrativeLevel.County)]
    [InlineData("4400", "4400", AdministrativeLevel.City)]
    [InlineData("", "", AdministrativeLevel.Nation)]
    public void A_jurisdiction_without_trailing_zeros(string text, string code, AdministrativeLevel level)
    {
        var region = RegionCode.Of(text);
        Assert.Equal((code, code, level), (region.Value, region.ToString(), region.Level));
    }

    [Theory]
    [InlineData("4")]
    [InlineData("440")]
    [InlineData("44010")]
    [InlineData("4401a3")]
    [InlineData("广州")]
    public void What_is_no_division_code_is_refused(string text) => Assert.Contains($"'{text}'", Assert.Throws<FormatException>(() => RegionCode.Of(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_region_lies_within_those_whose_code_begins_its_own()
    {
        RegionCode guangdong = new("44"), guangzhou = new("4401"), hunan = new("43"), none = default;
        Assert.Equal((true, false, true, false), (guangdong.Covers(guangzhou), guangzhou.Covers(guangdong), guangdong.Covers(guangdong), guangdong.Covers(hunan)));
        Assert.Equal((true, true, false), (guangdong.Touches(guangzhou), guangzhou.Touches(guangdong), guangdong.Touches(hunan)));
        Assert.Equal((true, true, false, ""), (RegionCode.Nation.Covers(hunan), none.Covers(hunan), hunan.Covers(none), none.ToString()));
        Assert.Equal(AdministrativeLevel.Nation, none.Level);
        Assert.Equal(["43", "44", "4401"], new[] { guangzhou, hunan, guangdong }.Order().Select(r => r.Value));
    }

    [Fact]
    public void A_period_of_days_that_both_belong_to_it()
    {
        var year = ReportingPeriod.OfYear(2024);
        Assert.Equal(("2024-01-01..2024-12-31", 2024), (year.ToString(), year.Year));
        Assert.Equal("2025-10-01..2026-03-31", ReportingPeriod.MonthsEnding(new(2026, 3, 31), 6).ToString());
        Assert.Equal("2026-03-01..2026-03-15", ReportingPeriod.MonthsEnding(new(2026, 3, 15), 1).ToString());
        Assert.Equal(2026, ReportingPeriod.MonthsEnding(new(2026, 3, 31), 6).Year);
        Assert.Throws<ArgumentOutOfRangeException>(() => ReportingPeriod.MonthsEnding(new(2026, 3, 15), 0));
        Assert.Equal([false, true, true, false], new DateOnly[] { new(2023, 12, 31), new(2024, 1, 1), new(2024, 12, 31), new(2025, 1, 1) }.Select(year.Contains));
        ReportingPeriod before = new(new(2023, 1, 1), new(2023, 12, 31)), touching = new(new(2023, 1, 1), new(2024, 1, 1)), within = new(new(2024, 1, 1), new(2024, 6, 30)), late = new(new(2024, 12, 31), new(2025, 6, 30));
        Assert.Equal([false, true, true, true], new[] { before, touching, within, late }.Select(year.Overlaps));
        Assert.Equal([false, true, true, true], new[] { before, touching, within, late }.Select(p => p.Overlaps(year)));
        Assert.Equal([true, false, true, false], new[] { year, touching, within, late }.Select(year.Covers));
    }

    [Fact]
    public void Sources_are_ordered_by_file_sheet_and_row()
    {
        SourceRef[] ordered = [new("a", null, 9), new("a", "s", 1), new("a", "s", 2), new("b", null, 1), new("b", null, 3)];
        Assert.Equal(ordered, ordered.Reverse().Order(SourceOrder.Instance));
        Assert.Equal(0, SourceOrder.Instance.Compare(ordered[0], ordered[0]));
        Assert.Equal(["a:9", "a[s]:1"], ordered.Take(2).Select(s => s.ToString()));
    }

    [Fact]
    public void Series_are_ordered_by_facility_outlet_pollutant_window_origin_and_unit()
    {
        SeriesKey a = new(new("A"), new("1"), new("p"), AveragingWindow.Hour, DataOrigin.Automatic, Unit.Parse("g/L"));
        SeriesKey[] ordered =
        [
            a, a with { Unit = Unit.Parse("mg/L") }, a with { Origin = DataOrigin.Self, Unit = Unit.Parse("g") }, a with { Window = AveragingWindow.Day, Origin = DataOrigin.Unspecified }, a with { Pollutant = new("q"), Window = AveragingWindow.Instant },
            a with { OutletId = new("2"), Pollutant = new("a") }, a with { FacilityId = new("B"), OutletId = new("0") },
        ];
        Assert.Equal(ordered, ordered.Reverse().Order());
        Assert.Equal((0, 1), (a.CompareTo(a with { }), a.CompareTo(null)));
    }
}
