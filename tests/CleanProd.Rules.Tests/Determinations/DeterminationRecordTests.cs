using System.Buffers;
using System.Text;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Tests.Storage;
using Newtonsoft.Json.Linq;
using Xunit;

namespace CleanProd.Rules.Tests.Determinations;

/// <summary>A determination that was kept is the determination that was made.</summary>
public class DeterminationRecordTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_is_read_back_has_the_same_line_and_the_same_record(int seed)
    {
        foreach (var any in Effort.Seeds(seed).SelectMany(s => Enumerable.Range(0, 40).Select(i => Any(s * 100 + i))))
        {
            var record = DeterminationRecord.Write(any);
            var read = DeterminationRecord.Read(record);

            Assert.Equal(Line(any), Line(read));
            Assert.Equal(record, DeterminationRecord.Write(read));
            Assert.Equal(any.Facility, read.Facility);
            Assert.Equal(any.Rules.SelectMany(r => r.Evidence), read.Rules.SelectMany(r => r.Evidence));
            Assert.Equal(any.Rules.Select(r => r with { Evidence = [], Missing = [] }), read.Rules.Select(r => r with { Evidence = [], Missing = [] }));
        }
    }

    [Fact]
    public void What_is_no_determination_is_said_so() => Assert.Throws<InvalidDataException>(() => DeterminationRecord.Read("""{"year":1,"more":2}"""));

    [Fact]
    public void What_follows_from_the_rest_is_not_kept_beside_it()
    {
        var record = JObject.Parse(DeterminationRecord.Write(new(new AnyFacts(1).Facility("F1").Facility, 2024, [new("规则", Outcome.Triggered)])));
        Assert.Equal(["facility", "rules", "year"], record.Properties().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["citation", "citation_en", "evidence", "missing", "outcome", "rule", "sentence", "sentence_en"], ((JObject)record["rules"]![0]!).Properties().Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_outcome_is_a_word_and_never_a_number()
    {
        var record = DeterminationRecord.Write(new(new AnyFacts(1).Facility("F1").Facility, 2024, [new("规则", Outcome.Triggered)]));
        Assert.Contains("\"outcome\":\"triggered\"", record, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => DeterminationRecord.Read(record.Replace("\"outcome\":\"triggered\"", "\"outcome\":1", StringComparison.Ordinal)));
    }

    private static Determination Any(int seed)
    {
        var (facts, random) = (new AnyFacts(seed), new Random(seed));
        var facility = facts.Facility($"F{seed}").Facility;
        return new(facility, random.Next(1990, 2100), [.. Enumerable.Range(0, random.Next(4)).Select(i => new RuleDetermination($"规则{i}", Pick<Outcome>())
        {
            Ground = random.Next(2) == 0 ? null : "G1a",
            Citation = Text(), CitationEn = Text(), Sentence = Text(), SentenceEn = Text(),
            Evidence = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Evidence())],
            Missing = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Text())],
            Margin = random.Next(2) == 0 ? null : new Margin(Number(), Text(), Perhaps(Text()), Perhaps(Text()), Perhaps(Text())),
        })]);

        Evidence Evidence() => new(new SourceRef("数据.csv", Perhaps("sheet"), random.Next(1, 1_000_000)))
        {
            OutletId = Perhaps("DW001"), Pollutant = Perhaps("w01018"), Name = Perhaps("化学需氧量"), At = Perhaps("2024-03-01T08:00"),
            Value = random.Next(3) == 0 ? null : new MeasuredValue(Pick<ValueQualifier>(), Number()),
            Limit = random.Next(2) == 0 ? null : Number(), Unit = Perhaps("mg/L"), Ratio = random.Next(2) == 0 ? null : Number(), Basis = Perhaps(Text()),
        };

        decimal Number() => random.Next(4) switch { 0 => 0m, 1 => 1.50m, 2 => decimal.MaxValue, _ => -random.Next() / 1000m };
        string Text() => new[] { "", "甲\"乙\"", "a\nb", "𠮷野家", "x > 1" }[random.Next(5)];
        string? Perhaps(string text) => random.Next(3) == 0 ? null : text;
        T Pick<T>() where T : struct, Enum => Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)];
    }

    private static string Line(Determination determination)
    {
        var line = new ArrayBufferWriter<byte>();
        DeterminationJson.Write(determination, line);
        return Encoding.UTF8.GetString(line.WrittenSpan);
    }
}
