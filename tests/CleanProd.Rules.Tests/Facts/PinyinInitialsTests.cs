using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Tests.Facts;

public class PinyinInitialsTests
{
    [Theory]
    [InlineData("广州市荔湾区", "gzslwq")]
    [InlineData("东莞市鑫晟电镀有限公司", "dgsxsddyxgs")]
    [InlineData("佛山市禅城区", "fssccq")]
    [InlineData("番禺冼村", "pyxc")]
    [InlineData("深圳燊昇", "szss")]
    [InlineData("重庆长江重工", "cqcjzg")]
    [InlineData("A1 化工（集团）", "ahgjt")]
    [InlineData("澳门氨基酸", "amajs")]
    [InlineData("做作座", "zzz")]
    public void A_name_is_found_by_the_initials_of_its_pinyin(string name, string letters)
    {
        var initials = PinyinInitials.Of(name);
        Assert.True(initials.Contain(letters));
        Assert.True(initials.Contain(letters[1..].ToUpperInvariant()));
        Assert.False(initials.Contain(letters + "x"));
        Assert.False(initials.Contain("vv"));
    }

    [Fact]
    public void A_character_that_nobody_knows_hides_no_name() => Assert.True(PinyinInitials.Of("广州𠮷龘厂").Contain("gz"));

    [Fact]
    public void Only_letters_are_meant_as_initials() => Assert.Equal([true, true, false, false, false], new[] { "gz", "GZ", "g", "g1", "广z" }.Select(PinyinInitials.IsMeant));

    [Fact]
    public void Every_character_of_the_register_of_regions_has_a_reading_in_Guangdong()
    {
        var unknown = Shipped.Reference.Regions.All.Where(r => r.Code.StartsWith("44", StringComparison.Ordinal)).SelectMany(r => r.Name).Where(char.IsLetter).Where(c => !PinyinInitials.Knows(c));
        Assert.Empty(unknown.Distinct());
    }
}
