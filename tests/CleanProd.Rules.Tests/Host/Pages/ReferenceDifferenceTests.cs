using System.Text;
using CleanProd.Rules.Documents;
using CleanProd.Rules.Host.Cli;
using CleanProd.Rules.Host.Pages.Reference;

namespace CleanProd.Rules.Tests.Host.Pages;

/// <summary>A new edition of the reference data is held against the one in use before anybody uses it.</summary>
public class ReferenceDifferenceTests
{
    private static Dictionary<string, byte[]> InUse => new() { ["regions.csv"] = File.ReadAllBytes(Shipped.PathOf("data/reference/regions.csv")) };

    [Fact]
    public void The_same_edition_differs_in_nothing_and_a_changed_row_is_one_that_is_gone_and_one_that_is_new()
    {
        Assert.Empty(ReferenceDifference.Of(Workbook(InUse), InUse));
        var changed = new Dictionary<string, byte[]> { ["regions.csv"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(InUse["regions.csv"]).Replace("北京市", "新京市", StringComparison.Ordinal)) };
        var rows = ReferenceDifference.Of(Workbook(changed), InUse);
        Assert.Equal([false, true], rows.Select(r => r.IsAdded));
        Assert.Contains("新京市", rows[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_that_is_none_and_a_table_that_is_refused_are_told()
    {
        var broken = new Dictionary<string, byte[]> { ["regions.csv"] = Encoding.UTF8.GetBytes("code,name\n1,2\n") };
        Assert.Contains("regions.csv", Assert.Throws<BadInputException>(() => ReferenceDifference.Of(Workbook(broken), InUse)).Message, StringComparison.Ordinal);
        Assert.Throws<BadInputException>(() => ReferenceDifference.Of(new MemoryStream("no workbook"u8.ToArray()), InUse));
    }

    private static MemoryStream Workbook(IReadOnlyDictionary<string, byte[]> files)
    {
        var bytes = new MemoryStream();
        ReferenceWorkbook.Write(files, bytes);
        bytes.Position = 0;
        return bytes;
    }
}
