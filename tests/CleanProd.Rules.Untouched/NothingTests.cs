using CleanProd.Rules.Facts;
using Xunit;

namespace CleanProd.Rules.Untouched;

/// <summary>
/// Passes next to no place of the library, so that dotnet-stryker builds its changes and tries next to none of them. If none at all were passed, it would take
/// that for a failure to watch, and try every one.
/// </summary>
public class NothingTests
{
    [Fact]
    public void A_number_is_written_plainly() => Assert.Equal("1.5", PlainNumber.Text(1.50m));
}
