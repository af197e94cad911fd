using System.Text;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Import;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;
using static CleanProd.Rules.Tests.Import.DataSets;

namespace CleanProd.Rules.Tests.Import;

public sealed class OrderTests
{
    // Few identities and values, so that duplicates and contradictions are frequent.
    private static readonly Gen<TableRow> Row =
        from table in Gen.Elements("facilities", "outlets", "measurements", "quotas", "substances")
        from facility in Gen.Elements("A", "B", "C")
        from number in Gen.Elements("1", "1.0", "2", "x")
        from other in Gen.Elements("COD", "化学需氧量", "总汞", "怪")
        from row in Gen.Choose(2, 1000)
        from file in Gen.Elements("a.csv", "b.csv")
        select new TableRow(table, Cells(table, facility, number, other), new SourceRef(file, null, row));

    private static Dictionary<string, string> Cells(string table, string facility, string number, string other)
    {
        var cells = new Dictionary<string, string> { ["facility_id"] = facility };
        switch (table)
        {
            case "facilities": cells["name"] = other; break;
            case "outlets": (cells["outlet_id"], cells["medium"]) = ("O", number == "1" ? "air" : "water"); break;
            case "measurements": (cells["outlet_id"], cells["pollutant"], cells["at"], cells["window"], cells["value"], cells["unit"]) = ("O", other, "2024-03-05", "day", number, "mg/L"); break;
            case "quotas": (cells["pollutant"], cells["from"], cells["quantity"], cells["unit"]) = (other, "2024-01-01", number, "t"); break;
            default: (cells["substance"], cells["role"], cells["quantity"]) = (other, "used", number); break;
        }

        return cells;
    }

    [Property(MaxTest = 200)]
    public Property The_order_of_rows_does_not_change_the_facts() =>
        Prop.ForAll(Row.ListOf().ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (rows, seed) =>
        {
            // A place in a file holds one row.
            var given = rows.DistinctBy(r => r.Source).ToArray();
            var shuffled = given.ToArray();
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(Text(RowImporter.Import(given, Reference, 2024).Facts), Text(RowImporter.Import(shuffled, Reference, 2024).Facts));
        });

    [Fact]
    public void The_order_of_files_does_not_change_facts_or_findings()
    {
        SourceFile[] files =
        [
            Csv("facilities.csv", "facility_id,name\nA,甲\nB,乙\n"), Csv("quotas-1.csv", "facility_id,pollutant,from,quantity,unit\nA,COD,2024-01-01,3,t\n"),
            Csv("quotas-2.csv", "facility_id,pollutant,from,quantity,unit\nA,COD,2024-01-01,4,t\nC,COD,2024-01-01,4,t\n"), Csv("outlets.csv", "facility_id,outlet_id,medium\nA,O,water\n"),
        ];
        var forth = ImportOf(files);
        var back = ImportOf([.. files.Reverse()]);
        Assert.Equal(Text(forth.Facts), Text(back.Facts));
        Assert.Equal(forth.Findings.Select(f => f.ToString()), back.Findings.Select(f => f.ToString()));
    }

    private static string Text(FactSet facts)
    {
        var text = new StringBuilder(string.Join(',', facts.TablesGiven)).AppendLine();
        foreach (var f in facts.Facilities)
        {
            text.AppendLine(f.Facility.ToString());
            foreach (var item in f.Outlets.Cast<object>().Concat(f.Quotas).Concat(f.Substances)) text.AppendLine(item.ToString());
            foreach (var series in f.Series) text.AppendLine($"{series.Key} {string.Join(';', series.Points())}");
            text.AppendLine(string.Join(',', f.RefusedIn));
        }

        return text.ToString();
    }
}
