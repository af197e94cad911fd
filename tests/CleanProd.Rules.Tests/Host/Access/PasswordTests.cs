using CleanProd.Rules.Host.Access;

namespace CleanProd.Rules.Tests.Host.Access;

public class PasswordTests
{
    [Fact]
    public void Every_password_that_is_drawn_fits_the_rules_for_passwords()
    {
        var drawn = Enumerable.Range(0, 2000).Select(_ => Password.New()).ToArray();
        Assert.All(drawn, p => Assert.True(p.Length >= 12 && p.Any(char.IsAsciiDigit) && p.Any(char.IsAsciiLetterLower) && p.Any(char.IsAsciiLetterUpper), p));
        Assert.Equal(drawn.Length, drawn.Distinct().Count());
    }
}
