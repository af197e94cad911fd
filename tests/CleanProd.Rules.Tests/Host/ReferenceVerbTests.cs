using ClosedXML.Excel;

namespace CleanProd.Rules.Tests.Host;

/// <summary>Reference data go into Excel and come back, are checked before they are used, and are used.</summary>
public sealed class ReferenceVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void All_reference_data_go_through_a_workbook_byte_for_byte()
    {
        var (book, back) = (_folder["reference.xlsx"], _folder["back"]);
        Assert.Equal(0, Cleanprod.Run("reference", "export", book).ExitCode);
        var imported = Cleanprod.Run("reference", "import", book, "--out", back);
        Assert.True(imported.ExitCode == 0, imported.Error);
        var root = Shipped.PathOf("data/reference");
        var files = Directory.EnumerateFiles(root, "*.csv", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(root, f)).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(files, Directory.EnumerateFiles(back, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(back, f)).Order(StringComparer.Ordinal));
        Assert.All(files, f => Assert.Equal(File.ReadAllText(Path.Combine(root, f)), File.ReadAllText(Path.Combine(back, f))));
        Assert.Equal(2, Cleanprod.Run("reference", "import", book, "--out", back).ExitCode);
    }

    [Fact]
    public void A_limit_that_a_bureau_tightens_in_Excel_decides_the_next_screening_and_its_verification()
    {
        var (book, own) = (_folder["reference.xlsx"], _folder["own"]);
        Cleanprod.Run("reference", "export", book);
        using (var workbook = new XLWorkbook(book))
        {
            var sheet = workbook.Worksheet("energy_limits");
            var column = sheet.Row(1).CellsUsed().Single(c => c.GetString() == "limit").Address.ColumnNumber;
            foreach (var row in sheet.RowsUsed().Skip(1).Where(r => decimal.TryParse(r.Cell(column).GetString(), out _)))
                // As Excel stores what somebody types.
                row.Cell(column).SetValue(0.5);
            workbook.Save();
        }

        var imported = Cleanprod.Run("reference", "import", book, "--out", own);
        Assert.True(imported.ExitCode == 0, imported.Error);
        int Listed(string name, params string[] more)
        {
            var run = Cleanprod.Run(["screen", "data/samples/guangdong", "--year", "2024", "--as-of", "2025-01-15", "--out", _folder[name], .. more]);
            Assert.True(run.ExitCode is 0 or 1, run.Error);
            return File.ReadLines(Path.Combine(_folder[name], "determinations.jsonl")).Count(l => l.Contains("\"rule\":\"G2\",\"outcome\":\"triggered\"", StringComparison.Ordinal));
        }

        Assert.True(Listed("ours") < Listed("theirs", "--reference", own));
        Assert.Equal(0, Cleanprod.Run("verify", _folder["theirs"]).ExitCode);
    }

    [Fact]
    public void A_workbook_with_a_fault_writes_nothing_and_says_where_it_is()
    {
        var book = _folder["reference.xlsx"];
        Cleanprod.Run("reference", "export", book);
        using (var workbook = new XLWorkbook(book))
        {
            workbook.Worksheet("marking_rules").Cell(2, 1).SetValue("");
            workbook.Save();
        }

        var run = Cleanprod.Run("reference", "import", book, "--out", _folder["own"]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("marking_rules.csv", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["own"]));
    }

    [Fact]
    public void Lists_that_were_superseded_or_not_looked_at_for_long_are_named()
    {
        var now = Cleanprod.Run("reference", "list");
        Assert.Equal(1, now.ExitCode);
        Assert.Contains("HJ 212-2025", now.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("regions.csv 起未复核", now.Output, StringComparison.Ordinal);
        Assert.True(Cleanprod.Run("reference", "list", "--as-of", "2031-01-01").Output.Split("提醒 warning").Length > 10);
    }
}
