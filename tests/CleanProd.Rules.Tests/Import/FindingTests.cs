using CleanProd.Rules.Facts;
using CleanProd.Rules.Import;
using Xunit;

namespace CleanProd.Rules.Tests.Import;

public sealed class FindingTests
{
    [Fact]
    public void Findings_are_written_as_csv_that_no_spreadsheet_runs()
    {
        var finding = FindingTexts.Make("not_a_number", new SourceRef("a.csv", "S", 3), "=cmd", "-1+\"x\",y", "-1");
        var text = new StringWriter();
        FindingsCsv.Write([finding], text, "en");
        var lines = text.ToString().Split('\n');
        Assert.Equal("file,sheet,row,column,value,severity,code,message,action", lines[0]);
        Assert.Equal("a.csv,S,3,'=cmd,\"'-1+\"\"x\"\",y\",error,not_a_number,'-1' is not a number.,Write a number such as 12.5; leave it blank when unknown.", lines[1]);
    }

    [Fact]
    public void Every_kind_of_finding_speaks_both_languages_about_the_same_things()
    {
        foreach (var code in FindingTexts.Codes)
        {
            var finding = FindingTexts.Make(code, new SourceRef("f", null, 0), null, null, "@0", "@1", "@2");
            var (message, action) = FindingTexts.In(finding, "en");
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", finding.Message + finding.Action);
            Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", message + action);
            Assert.DoesNotMatch(@"\{\d\}", finding.Message + finding.Action + message + action);
        }
    }

    [Fact]
    public void No_two_columns_of_a_table_share_a_heading()
    {
        foreach (var table in FactTables.All)
        {
            var headings = table.Columns.SelectMany(c => c.Chinese.Prepend(c.Name)).ToList();
            Assert.Equal(headings.Distinct(), headings);
        }
    }
}
