using System.Text;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Merging;
using CleanProd.Rules.Import;
using CleanProd.Rules.Storage.EvidencePacks;
using InventedCode = CleanProd.Rules.Samples.CreditCode;

namespace CleanProd.Rules.Tests.Storage;

/// <summary>
/// Every column of every table reaches the records, what is written of them, and what several imports say together: a column that has a heading and
/// is read by nobody would be dropped without a word.
/// </summary>
public class EveryColumnTests
{
    // The record of a measurement is no part of it: it tells two reports of one moment from two that contradict each other.
    public static IEnumerable<object[]> Columns => FactTables.All.SelectMany(t => t.Columns
        .Where(c => c.Name != "facility_id" && (t.Name, c.Name) != ("measurements", "record")).Select(c => (object[])[t.Name, c.Name]));

    [Theory]
    [MemberData(nameof(Columns))]
    public void A_column_that_says_something_else_gives_other_records_also_beside_an_earlier_import(string table, string column)
    {
        var columns = FactTables.Find(table)!.Columns;
        var (before, after) = (Import(table, columns, null), Import(table, columns, column));

        Assert.NotEqual(Written(before), Written(after));
        Assert.NotEqual(Written(Merged(before, before)), Written(Merged(before, after)));
    }

    private static FacilityRecords Import(string table, IReadOnlyList<FactColumn> columns, string? other)
    {
        var row = new TableRow(table, columns.ToDictionary(c => c.Name, c => Value(table, c, c.Name == other)), new SourceRef("a.csv", null, 2));
        List<TableRow> rows = [row];
        if (table != "facilities") rows.Add(new("facilities", new Dictionary<string, string> { ["facility_id"] = "A", ["name"] = "甲厂" }, new SourceRef("f.csv", null, 2)));
        var result = RowImporter.Import(rows, Shipped.Reference, 2024);
        Assert.DoesNotContain(result.Findings, f => f.Severity == FindingSeverity.Error);
        return Assert.Single(result.Facts.Facilities);
    }

    private static string Value(string table, FactColumn column, bool other) => (column.Kind, column.Name) switch
    {
        (_, "facility_id") => "A",
        (_, "region") => other ? "440300" : "440100",
        (_, "industry") => other ? "C2614" : "C3360",
        (_, "credit_code") => InventedCode.Invent("440100", other ? 2 : 1),
        (_, "limit_low") => other ? "2" : "1",
        (ColumnKind.Pollutant, _) => other ? "氨氮" : "化学需氧量",
        (ColumnKind.Year, _) => other ? "2023" : "2024",
        (ColumnKind.Date, "from") => other ? "2024-02-01" : "2024-01-01",
        (ColumnKind.Date, "to") => other ? "2024-11-30" : "2024-12-31",
        (ColumnKind.Date or ColumnKind.Moment, _) => other ? "2024-05-06" : "2024-03-05",
        (ColumnKind.YesNo, _) or (_, "value") when column.Kind is ColumnKind.YesNo || table == "discretion" => other ? "否" : "是",
        (ColumnKind.Word, _) => ColumnWords.Of(column) is var words ? words[other ? 1 : 0].En : "",
        (ColumnKind.Unit, _) => (table is "measurements" or "monitoring_summaries" or "permit_limits", other) switch
        {
            (true, false) => "mg/L",
            (true, true) => "ug/L",
            (false, false) => "t",
            (false, true) => "kg",
        },
        (ColumnKind.Number or ColumnKind.MeasuredValue or ColumnKind.Count, _) => other ? "40" : "30",
        _ => other ? "乙" : "甲",
    };

    private static FacilityRecords Merged(FacilityRecords earlier, FacilityRecords later) =>
        FacilityMerge.Merge([Layer(1, earlier), Layer(2, later)]).Records;

    private static FactLayer Layer(long import, FacilityRecords records) => new(new ImportScope(import, ImportMode.Adds, new Dictionary<string, IReadOnlySet<int>>()), records);

    private static string Written(FacilityRecords records) =>
        string.Join('\n', FactLines.Write(records, []).Select(t => t.Table + "\n" + Encoding.UTF8.GetString(t.Lines)));
}
