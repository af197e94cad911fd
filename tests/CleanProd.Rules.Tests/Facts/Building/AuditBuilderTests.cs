using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Tests.Facts.Building;

/// <summary>What is known of an audit on the determination date, 2025-01-15.</summary>
public class AuditBuilderTests
{
    [Fact]
    public void The_evidence_is_dated_by_the_listing_where_the_acceptance_is_known_too() =>
        Assert.Equal("2024-02-15", Assert.Single(Assert.Single(Built("2024-12-01", "合格")).Evidence).At);

    [Theory]
    [InlineData("2025-01-14", "合格", "passed", 0)]
    [InlineData("2025-01-15", "合格", "passed", 0)]
    [InlineData("2025-01-16", "合格", null, null)]
    [InlineData("2025-01-14", "不合格", "failed", null)]
    [InlineData("2025-01-15", "不合格", "failed", null)]
    [InlineData("2025-01-16", "不合格", null, null)]
    [InlineData("2024-01-16", "合格", "passed", 0)]
    [InlineData("2024-01-15", "合格", "passed", 1)]
    public void A_result_counts_from_the_day_of_the_acceptance_on(string acceptedOn, string given, string? result, int? years)
    {
        var facts = Built(acceptedOn, given);
        Assert.Equal((result, years), (Assert.Single(facts).Result, facts.YearsSinceLastAccepted));
    }

    private static AuditFacts Built(string acceptedOn, string result)
    {
        var audit = new AuditRecord(new("A"), AuditKind.Mandatory, TestFacts.Source)
        {
            ListedOn = new(2024, 2, 15), AcceptedOn = DateOnly.Parse(acceptedOn, CultureInfo.InvariantCulture), Result = result,
        };
        return AuditBuilder.Build(new() { Facility = new(new("A"), "甲厂", TestFacts.Source), Audits = [audit] }, TestFacts.AsOf, new HashSet<string> { "audits" });
    }
}
