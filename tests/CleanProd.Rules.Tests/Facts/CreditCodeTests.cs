using CleanProd.Rules.Facts;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace CleanProd.Rules.Tests.Facts;

public sealed class CreditCodeTests
{
    [Theory]
    [InlineData("91350100M000100Y43")]
    [InlineData("9144030071526726XG")]
    [InlineData("914403001922038216")]
    [InlineData("91330100799655058B")]
    [InlineData("91110000802100433B")]
    [InlineData("91440400192548256N")]
    [InlineData("91100000100003962T")]
    [InlineData("91340111MA2RAD3M4R")]
    [InlineData("91340111MA2W0QEU5B")]
    [InlineData("112302070019030687")]
    public void Codes_of_real_bodies_pass(string code) => Assert.Equal(CreditCodeFault.None, CreditCode.Check(code));

    [Theory]
    [InlineData("91350100M0001TGQXM", CreditCodeFault.CheckCharacter)]
    [InlineData("91350211M0000XUF46", CreditCodeFault.CheckCharacter)]
    [InlineData("914403001922038217", CreditCodeFault.CheckCharacter)]
    [InlineData("914403001922038126", CreditCodeFault.CheckCharacter)]
    [InlineData("91310000631295002H", CreditCodeFault.OrganisationCode)]
    [InlineData("91110108355231542F", CreditCodeFault.CheckCharacter)]
    [InlineData("9144030019220382I6", CreditCodeFault.Form)]
    [InlineData("91440300192203821", CreditCodeFault.Form)]
    [InlineData("440301103097413", CreditCodeFault.Form)]
    [InlineData("91AB0300192203821X", CreditCodeFault.Form)]
    [InlineData("0", CreditCodeFault.Placeholder)]
    [InlineData("-", CreditCodeFault.Placeholder)]
    [InlineData("", CreditCodeFault.Placeholder)]
    [InlineData("000000000000000000", CreditCodeFault.Placeholder)]
    public void A_wrong_code_says_what_is_wrong(string code, CreditCodeFault fault) => Assert.Equal(fault, CreditCode.Check(code));

    [Fact]
    public void Normalising_takes_off_space_width_and_case_but_guesses_no_letter()
    {
        Assert.Equal("91340111MA2RAD3M4R", CreditCode.Normalize("\u200b ９１３４０１１１ma2rad3m4r\u00a0"));
        Assert.Equal("9144030O", CreditCode.Normalize("9144030o"));
    }

    [Property]
    public Property Every_single_wrong_character_is_caught() =>
        Prop.ForAll(Gen.Choose(0, 16).ToArbitrary(), Gen.Elements("0123456789ABCDEFGHJKLMNPQRTUWXY".ToCharArray()).ToArbitrary(), (at, c) =>
        {
            const string code = "91340111MA2RAD3M4R";
            var changed = code[..at] + c + code[(at + 1)..];
            return (CreditCode.Check(changed) == CreditCodeFault.None) == (changed == code);
        });
}
