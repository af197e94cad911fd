using System.Text;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Authoring;

namespace CleanProd.Rules.Tests.Rules.Authoring;

/// <summary>What becomes of parameters when their table is changed in one place, and what is said of cells that are wrong: approved as a whole.</summary>
public class SheetTableTests
{
    private const string Many = "Many,number,1,次数,count,2016-01-01,2019-12-31,,3,旧条,sourced,\n";

    private static readonly string[] Changes =
    [
        "新条 ⟶ 新条", "2.50 ⟶ 2.75", "2.50 ⟶ 3", "2.50 ⟶ -3", "2.50 ⟶ +3", "2.50 ⟶ \"1,000\"", "2.50 ⟶ 5%", "2.50 ⟶ ", "2.50 ⟶ 1e3", "2.50 ⟶ 123456789012345678901234567890", ",改 ⟶ ,别的", ",改 ⟶ ,", "Named,list,,名单,names,2016-01-01,,,a ⟶ Named,list,,名单,names,2016-01-01,,,aa", "Named,list,,名单,names,2016-01-01,,,a ⟶ Named,list,,名单,names,2020-01-01,,,a", "Named,list,,名单,names,2016-01-01,,,a ⟶ Named,list,,名单,names,2016-01-01,2020-01-01,,a",
        "Named,list,,名单,names,2016-01-01,,,a,表一 ⟶ Named,list,,名单,names,2016-01-01,,,a,表二", "Named,list,,名单,names,2016-01-01,,,a,表一,derived, ⟶ Named,list,,名单,names,2016-01-01,,,a,表一,sourced,", "Named,list,,名单,names,2016-01-01,,,a,表一,derived, ⟶ Named,list,,名单,names,2016-01-01,,,a,表一,derived,x", "Named,list,,名单,names,2016-01-01,,,b ⟶ Named,list,1,名单,names,2016-01-01,,,b", "Named,list,,名单,names,2016-01-01,,,a ⟶ Named,list,,名,names,2016-01-01,,,a", "Named,list,,名单,names,2016-01-01,,,a ⟶ Named,list,,名单,name,2016-01-01,,,a", "Named,list,,名单,names,2016-01-01,,,a ⟶ Named,table,,名单,names,2016-01-01,,,a", "Named,list,,名单,names,2016-01-01,,,a ⟶ Named,lists,,名单,names,2016-01-01,,,a",
        "ByKey,table,t,限量,amounts,2016-01-01,2024-12-31,w0,0.5 ⟶ ByKey,table,t,限量,amounts,2016-01-01,2024-12-31,w1,0.5", "ByKey,table,t,限量,amounts,2016-01-01,2024-12-31,w0,0.5 ⟶ ByKey,table,t,限量,amounts,2016-01-01,2024-12-31,w0,x", "ByKey,table,t,限量,amounts,2016-01-01,2024-12-31,w0,0.5 ⟶ ByKey,table,kg,限量,amounts,2016-01-01,2024-12-31,w0,0.5", "ByKey,table,t,限量,amounts,2016-01-01,2024-12-31,w0,0.5 ⟶ ByKey,table,t,限量,amounts,2016-01-01,,w0,0.5",
        Many + " ⟶ " + Many + Many, Many + " ⟶ ", Many + " ⟶ " + Many + "\n,,,\n", Many + " ⟶ " + Many.Replace("2016-01-01", "2016-1-1", StringComparison.Ordinal), Many + " ⟶ Many,number,1,次数,count,2016-01-01,2019-12-31,,3\n", Many + " ⟶ " + Many + "More,number,kg,更多,more,2016-01-01,,,1,x,derived,\n",
        // Headings.
        "citation ⟶ citaton", "citation ⟶ Citation", ",note ⟶ ,remark", ",note ⟶ ", "id,kind ⟶ kind,id", "value,citation ⟶ value", "key ⟶ ",
    ];

    private static readonly string Sheet = Encoding.UTF8.GetString(ParameterSheet.Write(WholePack.Text, "whole.json")).ReplaceLineEndings("\n");

    private static readonly string[] Before = ParameterSheet.Read(WholePack.Text, "whole.json", Encoding.UTF8.GetBytes(Sheet), "t.csv").Split('\n');

    private static readonly ApprovedTable Table = new("tests/CleanProd.Rules.Tests/Rules/Authoring/sheets.txt", Changes, Said, 5);

    public static TheoryData<int> Parts => new(Table.Parts);

    [Theory]
    [MemberData(nameof(Parts))]
    public void What_becomes_of_a_changed_table_is_as_approved(int part) => Table.Check(part);

    [Fact]
    public void The_approved_changes_are_these() => Table.CheckInputs();

    [Fact]
    public void An_empty_table_is_told_its_headings() => Assert.Equal(
        "t.csv:1:1: headings: The table is empty; its first row is id, kind, unit, title_zh, title_en, from, to, key, value, citation, basis, note.",
        Assert.Throws<PackException>(() => ParameterSheet.Read(WholePack.Text, "whole.json", [], "t.csv")).Message);

    [Theory]
    [InlineData("\"新条\" ⟶ \" 新条\"", " 新条")]
    [InlineData("\"表一\" ⟶ \"表一 \"", "表一 ")]
    public void A_text_that_a_table_would_not_keep_is_refused(string change, string text) => Assert.Equal(
        $"whole.json:1:1: spaces: The text '{text}' begins or ends with a space, which a table does not keep; take the space off.",
        Assert.Throws<PackException>(() => ParameterSheet.Write(WholePack.With(change), "whole.json")).Message);

    private static IEnumerable<string> Said(string change)
    {
        var sides = change.Split(" ⟶ ");
        Assert.Contains(sides[0], Sheet, StringComparison.Ordinal);
        try
        {
            var at = Sheet.IndexOf(sides[0], StringComparison.Ordinal);
            var now = ParameterSheet.Read(WholePack.Text, "whole.json", Encoding.UTF8.GetBytes(Sheet[..at] + sides[1] + Sheet[(at + sides[0].Length)..]), "t.csv").Split('\n');
            return [.. Before.Except(now, StringComparer.Ordinal).Select(l => "- " + l.Trim()), .. now.Except(Before, StringComparer.Ordinal).Select(l => "+ " + l.Trim()), $"{Before.Length} lines, now {now.Length}"];
        }
        catch (PackException e)
        {
            return e.Errors.Select(x => x.ToString());
        }
    }
}
