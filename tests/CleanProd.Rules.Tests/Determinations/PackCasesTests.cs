using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Rules;
using Xunit;

namespace CleanProd.Rules.Tests.Determinations;

/// <summary>What the cases of a pack say when they are run.</summary>
public class PackCasesTests
{
    public static TheoryData<string> Packs => new(Shipped.PackFiles);

    [Theory]
    [MemberData(nameof(Packs))]
    public void Every_case_of_a_shipped_pack_comes_out_as_a_lawyer_expects(string path)
    {
        var results = PackCaseRunner.Run(PackReader.Read(Shipped.Text(path), path), Shipped.Reference);
        Assert.True(results.Count >= 6);
        Assert.Empty(results.Where(r => r.Verdict != CaseVerdict.Pass).Select(r => $"{r.Case.Name}: {r.Verdict} {string.Join("; ", r.Messages)}"));
    }

    [Fact]
    public void A_wrong_expectation_fails_and_a_case_about_two_facilities_is_an_error()
    {
        var text = TestFacts.PackText("facility.KeySource == true").Replace("\"cases\": []",
            """
            "cases": [
              { "name": "wrong", "asOf": "2025-01-15", "year": 2024, "facts": { "facilities": [{ "facility_id": "A", "name": "甲", "key_source": true }] }, "expect": { "outcome": "not_triggered", "rules": { "rule": { "outcome": "not_triggered" } } } },
              { "name": "broken", "asOf": "2025-01-15", "year": 2024, "facts": { "facilities": [{ "facility_id": "A", "name": "甲" }, { "facility_id": "B", "name": "乙" }] }, "expect": { "outcome": "triggered", "rules": { "rule": { "outcome": "triggered" } } } } ]
            """, StringComparison.Ordinal);
        var results = PackCaseRunner.Run(PackReader.Read(text, "t.json"), Shipped.Reference);
        Assert.Equal([CaseVerdict.Fail, CaseVerdict.Error], results.Select(r => r.Verdict));
        Assert.Equal(["outcome: expected not_triggered, got triggered", "rule: expected not_triggered, got triggered"], results[0].Messages);
    }

    [Theory]
    [InlineData("2025-01-15", "other", "undetermined", "", "Fail", "other: no such rule")]
    [InlineData("2025-01-15", "rule", "triggered", "", "Fail", "rule: expected triggered, got undetermined (facility.KeySource")]
    [InlineData("2025-01-15", "G1a", "undetermined", ", \"citation\": \"第九条\"", "Fail", "G1a: expected to cite '第九条', cites '第一条'")]
    [InlineData("2025-01-15", "G1a", "undetermined", ", \"citation\": \"Art. 1\"", "Pass", "")]
    [InlineData("2025-01-15", "rule", "undetermined", ", \"missing\": [\"energy\"]", "Fail", "rule: expected to miss 'energy', misses 'facility.KeySource")]
    [InlineData("2025-01-15", "rule", "undetermined", ", \"missing\": [\"KeySource\"]", "Pass", "")]
    [InlineData("1999-01-15", "rule", "undetermined", "", "Error", "governs 2000-01-01 to …, not 1999-01-15")]
    public void What_differs_is_said_of_each_expectation(string asOf, string rule, string outcome, string more, string verdict, string says)
    {
        var text = TestFacts.PackText("facility.KeySource == true").Replace("\"cases\": []",
            $$"""
            "cases": [{ "name": "one", "asOf": "{{asOf}}", "year": 2024, "facts": { "facilities": [{ "facility_id": "A", "name": "甲" }] },
              "expect": { "outcome": "undetermined", "rules": { "{{rule}}": { "outcome": "{{outcome}}"{{more}} } } } }]
            """, StringComparison.Ordinal);
        var result = Assert.Single(PackCaseRunner.Run(PackReader.Read(text, "t.json"), Shipped.Reference));
        Assert.Equal(verdict, result.Verdict.ToString());
        if (says.Length == 0) Assert.Empty(result.Messages);
        else Assert.Contains(says, Assert.Single(result.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public void A_case_that_differs_says_which_of_its_rows_was_refused_and_why()
    {
        var text = TestFacts.PackText("facility.KeySource == true").Replace("\"cases\": []",
            """
            "cases": [{ "name": "one", "asOf": "2025-01-15", "year": 2024, "facts": { "facilities": [{ "facility_id": "A", "name": "甲", "key_source": "maybe" }] }, "expect": { "outcome": "triggered", "rules": { "rule": { "outcome": "triggered" } } } }]
            """, StringComparison.Ordinal);
        var result = Assert.Single(PackCaseRunner.Run(PackReader.Read(text, "t.json"), Shipped.Reference));
        Assert.Equal("outcome: expected triggered, got undetermined", result.Messages[0]);
        Assert.StartsWith("facts, row 1, key_source: 'maybe' is not ", result.Messages[^1], StringComparison.Ordinal);
    }
}
