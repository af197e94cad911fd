using CleanProd.Rules.Facts;
using CleanProd.Rules.Import;
using Xunit;
using static CleanProd.Rules.Tests.Import.DataSets;

namespace CleanProd.Rules.Tests.Import;

public sealed class ColumnMapTests
{
    private const string Head = """{ "id": "m", "title": { "zh": "图", "en": "map" }, "licence": "none", "source": "test", """;

    private static ColumnMap Map(string rest) => ColumnMapReader.Read(Head + rest + "}", "m.json");

    private static ColumnMap Quotas(string fields, string columns = "", string source = "") => Map($$"""
        "pollutants": "as-written",
        "sources": [{ "files": ["*.csv"], {{source}} "columns": { "id": "ID", "q": "Q", "d": ["D"] {{columns}} },
          "rows": [{ "table": "quotas", "fields": { "facility_id": { "column": "id" }, "pollutant": { "constant": "x" },
            "from": { "column": "d", "date_format": "MM/dd/yyyy" }, "quantity": { "column": "q" }, "unit": { "constant": "t" } {{fields}} } }] }]
        """);

    [Fact]
    public void Every_shipped_map_is_named_after_its_file_and_fits_the_schema()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "data", "maps"), "*.json"))
            Assert.Equal(Path.GetFileNameWithoutExtension(file), ColumnMapReader.Read(File.ReadAllText(file), file).Id);
    }

    [Fact]
    public void The_embedded_schema_is_the_one_in_the_repository() =>
        Assert.Equal(File.ReadAllText(Path.Combine(Repository.Root, "rules", "schema", "column-map.schema.json")), ColumnMapReader.SchemaText);

    [Theory]
    [InlineData("""{ "id": "m" }""", "m.json(1,")]
    [InlineData("{ \"id\": \"m\",\n \"id\": \"n\" }", "m.json(2,")]
    [InlineData("{ \"id\": \"m\",\n\n oops }", "m.json(3,")]
    [InlineData("[]", "m.json(1,")]
    public void Json_that_is_no_map_is_refused_with_line_and_column(string json, string place) =>
        Assert.Contains(place, Assert.Throws<ColumnMapException>(() => ColumnMapReader.Read(json, "m.json")).Message, StringComparison.Ordinal);

    [Fact]
    public void An_unknown_member_is_refused_with_its_line()
    {
        var e = Assert.Throws<ColumnMapException>(() => Quotas("", source: "\n\"heeder\": { \"row\": 2 },"));
        Assert.Contains("heeder", e.Message, StringComparison.Ordinal);
        Assert.Contains("m.json(3,", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(", \"issuer\": { \"column\": \"nowhere\" }", "nowhere")]
    [InlineData(", \"colour\": { \"column\": \"id\" }", "colour")]
    [InlineData(", \"issuer\": { \"column\": \"id\", \"constant\": \"x\" }", "exactly one")]
    [InlineData(", \"issuer\": { \"item\": true }", "split")]
    [InlineData(", \"issuer\": { \"template\": \"{nowhere}\" }", "nowhere")]
    [InlineData(", \"issuer\": { \"column\": \"id\", \"extract\": \"(\" }", "regular expression")]
    public void A_name_that_means_nothing_is_refused_with_its_place(string field, string what)
    {
        var e = Assert.Throws<ColumnMapException>(() => Quotas(field));
        Assert.Contains(what, e.Message, StringComparison.Ordinal);
        Assert.Matches(@"^m\.json\(\d+,\d+\)", e.Message);
    }

    [Fact]
    public void A_required_field_that_nothing_fills_is_refused() =>
        Assert.Contains("name", Assert.Throws<ColumnMapException>(() => Map("""
            "sources": [{ "files": ["*"], "columns": { "a": "A" }, "rows": [{ "table": "facilities", "fields": { "facility_id": { "column": "a" } } }] }]
            """)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_day_of_another_order_is_read_as_the_map_says_and_a_wrong_one_refuses_its_row()
    {
        var result = ImportOf(Quotas(""), 2024, Csv("a.csv", "ID,Q,D\nA,3,02/01/2024\nA,4,13/01/2024\n"));
        Assert.Equal(new DateOnly(2024, 2, 1), Assert.Single(result.Facts.Facilities[0].Quotas).From);
        Assert.Contains("MM/dd/yyyy", Single(result, "not_a_date").Message, StringComparison.Ordinal);
        Assert.Equal(3, result.Facts.Facilities[0].RefusedIn["quotas"].Row);
    }

    [Fact]
    public void Foreign_thousands_and_decimal_signs_are_read()
    {
        var map = Quotas(", \"issuer\": { \"column\": \"id\" }", columns: ", \"e\": { \"headings\": [\"E\"], \"required\": false }").Id;
        Assert.Equal("m", map);
        var european = Map("""
            "pollutants": "as-written",
            "sources": [{ "files": ["*.csv"], "columns": { "id": "ID", "q": { "headings": ["Q"], "thousands": ".", "decimal": "," } },
              "rows": [{ "table": "quotas", "fields": { "facility_id": { "column": "id" }, "pollutant": { "constant": "x" }, "from": { "constant": "2024-01-01" }, "quantity": { "column": "q" }, "unit": { "constant": "t" } } }] }]
            """);
        var result = ImportOf(european, 2024, Csv("a.csv", "ID;Q\nA;1.234,5\n"));
        Assert.Equal(1234.5m, result.Facts.Facilities[0].Quotas[0].Quantity);
    }

    [Fact]
    public void Values_are_translated_extracted_split_filtered_and_counted()
    {
        var map = Map("""
            "missing": ["N/A"],
            "sources": [{ "files": ["*.csv"], "header": { "holds": ["Plant", "Year*"] },
              "columns": { "id": "Plant", "year": "Year*", "list": "Substances", "kind": "Kind", "n": "Full years", "note": { "headings": ["Note"], "required": false } },
              "where": [{ "column": "year", "equals_argument": "year" }],
              "checks": [{ "column": "kind", "not_blank": true }],
              "rows": [
                { "table": "facilities", "fields": { "facility_id": { "column": "id" }, "name": { "template": "{id} ({kind?})" } } },
                { "table": "substances", "where": [{ "column": "kind", "not_in": ["skip"] }], "split": { "column": "list", "at": "," },
                  "fields": { "facility_id": { "column": "id" }, "year": { "argument": "year" }, "substance": { "item": true }, "role": { "column": "kind", "translate": { "in": "used", "out": "discharged" }, "otherwise": "refuse" } } },
                { "table": "indicators", "fields": { "facility_id": { "column": "id" }, "indicator": { "constant": "n" }, "year": { "column": "year" }, "value": { "column": "n", "extract": "^(\\d+)" } } }
              ] }]
            """);
        var result = ImportOf(map, 2023, Csv("a.csv", """
            A title,,,,
            Plant,Year of report,Substances,KIND,Full years
            A,2023,"lead, mercury",in,3 (since 2020)
            B,2023,lead,skip,<1 yr
            C,2023,lead,sideways,N/A
            D,2022,lead,in,9
            E,2023,,,2
            """));
        FacilityRecords Of(string id) => result.Facts.Facilities.Single(f => f.Facility.Id.Value == id);
        Assert.Equal(["A", "B", "C", "E"], result.Facts.Facilities.Select(f => f.Facility.Id.Value));
        Assert.Equal(["lead", "mercury"], Of("A").Substances.Select(s => s.Substance));
        Assert.Equal("E ()", Of("E").Facility.Name);
        Assert.Equal(3m, Of("A").Indicators[0].Value);
        Assert.Null(Of("C").Indicators[0].Value);
        Assert.Equal("<1 yr", Single(result, "no_match").Value);
        Assert.Equal("sideways", Single(result, "not_translated").Value);
        Assert.True(Of("C").RefusedIn.ContainsKey("substances"));
        Assert.Equal(7, Single(result, "blank").Row);
        Assert.Equal(["1", "1"], result.Findings.Where(f => f.Code == "rows_left_out").Select(f => f.Arguments[0]));
        Assert.Equal((5L, 1L), (result.Files[0].RowsRead, result.Files[0].RowsLeftOut));
    }

    [Fact]
    public void A_sheet_of_fractions_becomes_percent_and_a_sheet_of_percent_stays()
    {
        var map = Map("""
            "sources": [{ "files": ["*.xlsx"], "columns": { "id": "ID", "up": "Up" },
              "rows": [{ "table": "indicators", "fields": { "facility_id": { "column": "id" }, "indicator": { "constant": "up" }, "year": { "argument": "year" }, "value": { "column": "up", "fraction_to_percent": true } } }] }]
            """);
        var book = Workbook(
            ("one", [(1, [Text("ID"), Text("Up")]), (2, [Text("A"), Number("0.345")]), (3, [Text("B"), Number("1")])]),
            ("two", [(1, [Text("ID"), Text("Up")]), (2, [Text("C"), Number("0.5")]), (3, [Text("D"), Number("96.54")])]));
        var result = ImportOf(map, 2024, Bytes("x.xlsx", book));
        Assert.Equal([34.5m, 100m, 0.5m, 96.54m], result.Facts.Facilities.Select(f => f.Indicators[0].Value!.Value));
        Assert.Equal("one", Single(result, "fraction_to_percent").Sheet);
    }

    [Fact]
    public void A_zero_that_means_missing_and_a_value_not_to_be_used_are_blank_with_a_warning()
    {
        var result = ImportOf(
            Quotas(", \"issuer\": { \"unknown\": { \"zh\": \"不可信\", \"en\": \"not to be trusted\" }, \"column\": \"id\" }, \"document\": { \"column\": \"q\", \"zero_is_missing\": true }"),
            2024, Csv("a.csv", "ID,Q,D\nA,0,02/01/2024\n"));
        var quota = Assert.Single(result.Facts.Facilities[0].Quotas);
        Assert.Equal((null, null), (quota.Issuer, quota.Document));
        Assert.Equal(FindingSeverity.Warning, Single(result, "zero_missing").Severity);
        Assert.Contains("not to be trusted", FindingTexts.In(Single(result, "value_unknown"), "en").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flag_of_the_source_is_compared_with_its_rows_and_never_used()
    {
        var map = Map("""
            "sources": [{ "files": ["*.csv"], "columns": { "id": "ID", "flag": "Flag", "v": "V" },
              "checks": [{ "column": "flag", "reconcile": { "table": "indicators", "field": "value", "above": 0, "no": ["0"] } }],
              "rows": [{ "table": "indicators", "fields": { "facility_id": { "column": "id" }, "indicator": { "constant": "v" }, "year": { "argument": "year" }, "value": { "column": "v" } } }] }]
            """);
        var result = ImportOf(map, 2024, Csv("a.csv", "ID,Flag,V\nA,0,5\nB,1,5\nC,1,0\nD,0,0\n"));
        Assert.Equal([2, 4], result.Findings.Where(f => f.Code == "flag_disagrees").Select(f => f.Row));
    }

    [Fact]
    public void A_missing_column_of_the_source_keeps_its_sheet_out()
    {
        Assert.Throws<ImportException>(() => ImportOf(Quotas(""), 2024, Csv("a.csv", "ID,Q\nA,3\n")));
        var two = ImportOf(Quotas(""), 2024, Csv("a.csv", "ID,Q\nA,3\n"), Csv("b.csv", "ID,Q,D\nB,3,02/01/2024\n"));
        Assert.Equal("a.csv", Single(two, "missing_column").File);
        Assert.Equal("B", Assert.Single(two.Facts.Facilities).Facility.Id.Value);
    }

    [Fact]
    public void A_single_file_need_not_bear_the_name_that_the_map_expects() =>
        Assert.Single(ImportOf(Quotas(""), 2024, Csv("export.txt", "ID,Q,D\nA,3,02/01/2024\n")).Facts.Facilities);

    [Fact]
    public void Equal_rows_are_duplicates_unless_the_row_itself_is_the_subject()
    {
        const string file = "ID,Q,D\nA,3,02/01/2024\nA,3,02/01/2024\n";
        Assert.Equal(1, ImportOf(Quotas(""), 2024, Csv("a.csv", file)).Files[0].Duplicates);
        var rows = Map("""
            "sources": [{ "files": ["*.csv"], "columns": { "id": "ID" }, "rows": [{ "table": "facilities", "fields": { "facility_id": { "template": "{@file}#{@row}" }, "name": { "column": "id" } } }] }]
            """);
        Assert.Equal(["a.csv#2", "a.csv#3"], ImportOf(rows, 2024, Csv("a.csv", file)).Facts.Facilities.Select(f => f.Facility.Id.Value));
    }
}
