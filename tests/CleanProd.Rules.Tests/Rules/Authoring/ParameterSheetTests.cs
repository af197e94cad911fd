using CleanProd.Rules.Documents;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Authoring;

namespace CleanProd.Rules.Tests.Rules.Authoring;

/// <summary>Parameters go into tables and back without loss.</summary>
public class ParameterSheetTests
{
    public static TheoryData<string> Packs => new(Shipped.PackFiles.Where(p => Shipped.Pack(p).Parameters.Count > 0));

    [Theory]
    [MemberData(nameof(Packs))]
    public void A_table_of_a_pack_read_back_gives_the_pack_byte_for_byte(string path)
    {
        var text = Shipped.Text(path);
        var table = ParameterSheet.Write(text, path);
        Assert.Equal(text, ParameterSheet.Read(text, path, table, "t.csv"));
        using var workbook = new MemoryStream();
        ReferenceWorkbook.Write(new Dictionary<string, byte[]> { ["parameters.csv"] = table }, workbook);
        workbook.Position = 0;
        Assert.Equal(text, ParameterSheet.Read(text, path, ReferenceWorkbook.Read(workbook)["parameters.csv"], "t.xlsx"));
    }

    [Fact]
    public void A_new_value_from_a_later_day_is_one_more_row()
    {
        const string path = "rules/examples/us-pretreatment-snc.json";
        var table = System.Text.Encoding.UTF8.GetString(ParameterSheet.Write(Shipped.Text(path), path))
            .Replace("1990-07-24,,,0.66,", "1990-07-24,2026-12-31,,0.66,", StringComparison.Ordinal)
            + "ChronicShare,number,1,慢性违规占比,Share of chronic violations,2027-01-01,,,0.6,as amended,derived,\n";
        var pack = PackReader.Read(ParameterSheet.Read(Shipped.Text(path), path, System.Text.Encoding.UTF8.GetBytes(table), "t.csv"), path);
        Assert.Equal([0.66m, 0.6m], pack.Parameters.Single(p => p.Id == "ChronicShare").Values.Select(v => (decimal)v.Value));
    }

    [Fact]
    public void A_table_that_leaves_days_without_a_value_is_refused()
    {
        const string path = "rules/examples/us-pretreatment-snc.json";
        var table = System.Text.Encoding.UTF8.GetString(ParameterSheet.Write(Shipped.Text(path), path)).Replace("1990-07-24,,,0.66,", "1990-07-24,2026-12-31,,0.66,", StringComparison.Ordinal);
        Assert.Contains("ChronicShare", Assert.Throws<PackException>(() => ParameterSheet.Read(Shipped.Text(path), path, System.Text.Encoding.UTF8.GetBytes(table), "t.csv")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ChronicShare,number,1,x,x,1990-07-24,,,0.66,c,derived,\n", "t.csv:2:4")]
    [InlineData("ChronicShare,number,1,慢性违规占比,Share of chronic violations,1990-07-24,,,66%,c,derived,\n", "is no number")]
    [InlineData("ChronicShare,figure,1,慢性违规占比,Share of chronic violations,1990-07-24,,,0.66,c,derived,\n", "is no kind")]
    public void A_wrong_cell_is_named_with_row_and_column(string row, string says)
    {
        const string path = "rules/examples/us-pretreatment-snc.json";
        var lines = System.Text.Encoding.UTF8.GetString(ParameterSheet.Write(Shipped.Text(path), path)).Split('\n');
        var table = string.Join('\n', says.StartsWith("t.csv", StringComparison.Ordinal) ? [lines[0], row.TrimEnd(), .. lines[1..]] : [lines[0], row.TrimEnd(), .. lines[2..]]);
        var error = Assert.Throws<PackException>(() => ParameterSheet.Read(Shipped.Text(path), path, System.Text.Encoding.UTF8.GetBytes(table), "t.csv"));
        Assert.StartsWith("t.csv:", error.Message, StringComparison.Ordinal);
        if (!says.StartsWith("t.csv", StringComparison.Ordinal)) Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }
}
