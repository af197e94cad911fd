using CleanProd.Rules.Documents.Sheets;

namespace CleanProd.Rules.Tests.Documents;

public class SheetNameTests
{
    [Theory]
    [InlineData("双超", "双超")]
    [InlineData("a/b\\c?d*e[f]g:h", "a_b_c_d_e_f_g_h")]
    [InlineData("'quoted'", "quoted")]
    [InlineData("", "_")]
    [InlineData("History", "History (2)")]
    [InlineData("a name that is longer than excel allows", "a name that is longer than exce")]
    public void Names_are_made_what_excel_allows(string wanted, string expected) => Assert.Equal(expected, new SheetName().Take(wanted));

    [Fact]
    public void Two_sheets_never_share_a_name_whatever_the_case()
    {
        var names = new SheetName();
        Assert.Equal(["a", "A (2)", "a (3)"], new[] { "a", "A", "a" }.Select(names.Take));
    }

    [Fact]
    public void A_table_longer_than_a_sheet_is_cut_into_several()
    {
        var table = new SheetTable("证据", "", "", [], 25, () => Enumerable.Range(0, 25).Select(i => new object?[] { i }));
        var parts = table.Parts(10).ToArray();
        Assert.Equal([("证据", 10), ("证据 (2)", 10), ("证据 (3)", 5)], parts.Select(p => (p.Name, p.RowCount)));
        Assert.Equal(Enumerable.Range(0, 25), parts.SelectMany(p => p.Rows()).Select(r => (int)r[0]!));
    }

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("中文", 4)]
    [InlineData("中a\n长一些的行", 10)]
    public void A_chinese_character_is_two_wide_and_the_widest_line_counts(string text, int width) => Assert.Equal(width, TextWidth.Of(text));
}
