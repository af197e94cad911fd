using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Tests.Facts;

public class CasNumberTests
{
    [Theory]
    [InlineData("143-33-9", true)]
    [InlineData("71-43-2", true)]
    [InlineData("1234567-89-5", true)]
    [InlineData("143-33-8", false)]
    [InlineData("1-43-2", false)]
    [InlineData("12345678-90-1", false)]
    [InlineData("1-43-4", false)]
    [InlineData("12345678-90-0", false)]
    [InlineData("143-3-5", false)]
    [InlineData("143-3-9", false)]
    [InlineData("143-33-09", false)]
    [InlineData("143-33", false)]
    [InlineData("143-33-9-1", false)]
    [InlineData("１43-33-9", false)]
    [InlineData("14a-33-9", false)]
    public void A_number_has_two_to_seven_digits_two_digits_and_the_right_check_digit(string text, bool valid) => Assert.Equal(valid, CasNumber.IsValid(text));
}
