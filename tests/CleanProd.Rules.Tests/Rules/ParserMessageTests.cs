using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Tests.Rules;

/// <summary>What the expression parser says, and what a pack author reads.</summary>
public class ParserMessageTests
{
    [Theory]
    [InlineData("Something is wrong.", "Something is wrong.")]
    [InlineData("Unknown identifier 'Decimal'", "Unknown identifier 'Decimal'.")]
    [InlineData("Operator '>' incompatible with operand types 'Boolean' and 'Decimal?'", "Operator '>' incompatible with operand types 'yes/no' and 'number'. Compare numbers with numbers, texts with texts, days with days (\"2016-07-01\").")]
    [InlineData("No property or field 'Nmae' exists in type 'FacilityFact'", "No property or field 'Nmae' exists in type 'FacilityFact'. Did you mean 'Name'?")]
    [InlineData("Unknown identifier 'adn'", "Unknown identifier 'adn'. Did you mean 'and'?")]
    [InlineData("Unknown identifier 'Cuont'", "Unknown identifier 'Cuont'. Did you mean 'Count'?")]
    [InlineData("Type 'facilty' not found", "Unknown identifier 'facilty'. Did you mean 'facility'?")]
    [InlineData("Unknown identifier '>='", "Unknown identifier '>='.")]
    public void Messages_name_what_stands_there_and_the_nearest_that_exists(string parser, string author) =>
        Assert.Equal(author, ParserMessage.Explain(parser, [System.Linq.Expressions.Expression.Parameter(typeof(CleanProd.Rules.Facts.Words.FacilityFact), "facility")]));

    [Theory]
    [InlineData("no name", 0)]
    [InlineData("The type 'b' is unknown", 7)]
    [InlineData("The type 'c' is unknown", 0)]
    public void A_failure_without_a_place_is_placed_at_the_name_it_quotes(string message, int offset) => Assert.Equal(offset, ParserMessage.PlaceOf(message, "\"b\" == b"));
}
