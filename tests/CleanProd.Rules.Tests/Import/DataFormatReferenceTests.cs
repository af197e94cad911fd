using CleanProd.Rules.Import;

namespace CleanProd.Rules.Tests.Import;

public class DataFormatReferenceTests
{
    [Fact]
    public void The_reference_is_not_stale() => Assert.True(
        DataFormatReference.Markdown() == Shipped.Text("docs/data-format.md"),
        "docs/data-format.md is stale: dotnet run --project src/CleanProd.Rules.Host -- rules data-format > docs/data-format.md");
}
