using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Rules;
using Xunit;

namespace CleanProd.Rules.Tests.Rules;

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
    }
}
