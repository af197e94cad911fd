using CleanProd.Rules.Facts;
using CleanProd.Rules.Storage.EvidencePacks;

namespace CleanProd.Rules.Tests.Storage.EvidencePacks;

/// <summary>The records of a facility in an evidence pack.</summary>
public class FactLinesTests
{
    [Fact]
    public void Whatever_facts_are_written_come_back_equal()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var any = new AnyFacts(seed);
            var facts = any.Facility($"厂-{seed}");
            AuditRecord[] recorded = [.. Enumerable.Range(0, seed % 3).Select(_ => any.Of<AuditRecord>())];

            var lines = FactLines.Write(facts, recorded).ToDictionary(t => t.Table, t => t.Lines, StringComparer.Ordinal);
            var (back, backRecorded) = FactLines.Read(facts.Facility.Id, lines);

            AnyFacts.AssertEqual(facts, back);
            Assert.Equal(recorded, backRecorded);
        }
    }

    [Fact]
    public void A_line_of_another_form_is_refused_by_table_and_line()
    {
        var facts = new AnyFacts(1).Facility("A");
        var lines = FactLines.Write(facts, []).ToDictionary(t => t.Table, t => t.Lines, StringComparer.Ordinal);
        lines["facilities"] = [.. lines["facilities"], .. "[1]\n"u8];

        var refusal = Assert.Throws<InvalidDataException>(() => FactLines.Read(facts.Facility.Id, lines));

        Assert.Contains("facts/facilities.jsonl, line 3", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => FactLines.Read(new FacilityId("B"), FactLines.Write(facts, []).ToDictionary(t => t.Table, t => t.Lines, StringComparer.Ordinal)));
    }
}
