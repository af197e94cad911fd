using System.Text;
using System.Text.Json;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using Xunit;
using static CleanProd.Rules.Tests.Lists.InventedProvince;

namespace CleanProd.Rules.Tests.Lists;

public class CandidateExportTests
{
    [Fact]
    public void The_table_holds_every_listed_enterprise_of_every_class_and_every_open_rule()
    {
        var csv = Encoding.UTF8.GetString(Written(to => CandidateExport.WriteCsv(List, DocumentLanguage.Chinese, to)));
        Assert.StartsWith("\uFEFF部分,类别,统一社会信用代码", csv, StringComparison.Ordinal);
        Assert.Equal(List.Classes.Sum(c => c.Entries.Count), csv.Split("\n名单,").Length - 1);
        Assert.Equal(List.Undetermined.Count, csv.Split("\n数据不足,").Length - 1);
        Assert.Contains("132 mg/L", csv, StringComparison.Ordinal);
    }

    [Fact]
    public void The_document_holds_the_same_and_is_the_same_every_time()
    {
        var json = JsonDocument.Parse(Written(to => CandidateExport.WriteJson(List, to))).RootElement;
        Assert.Equal(List.Classes.Select(c => c.Entries.Count), json.GetProperty("classes").EnumerateArray().Select(c => c.GetProperty("entries").GetArrayLength()));
        Assert.Equal(List.Undetermined.Count, json.GetProperty("undetermined").GetArrayLength());
        Assert.Equal(Written(to => CandidateExport.WriteJson(List, to)), Written(to => CandidateExport.WriteJson(List, to)));
    }

    private static byte[] Written(Action<Stream> write)
    {
        using var bytes = new MemoryStream();
        write(bytes);
        return bytes.ToArray();
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+甲", "'+甲")]
    [InlineData("-5", "'-5")]
    [InlineData("@SUM", "'@SUM")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("＠SUM", "'＠SUM")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData(null, "")]
    public void A_cell_is_quoted_and_never_a_formula(string? text, string cell) => Assert.Equal(cell, CsvCell.Of(text));
}
