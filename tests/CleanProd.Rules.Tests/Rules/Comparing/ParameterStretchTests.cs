using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Comparing;
using static CleanProd.Rules.Tests.TestFacts;

namespace CleanProd.Rules.Tests.Rules.Comparing;

/// <summary>Values that hold for a while: what is told of each stretch of days, and how often.</summary>
public class ParameterStretchTests
{
    [Theory]
    // Neither has a value after the end.
    [InlineData("60 2000-01-01 2025-12-31", "50 2000-01-01 2025-12-31", "Many goes from 60 次 to 50 次 from 2000-01-01（某条）")]
    // Two values of the same size are one stretch.
    [InlineData("60 2000-01-01 -", "50 2000-01-01 2025-12-31|50 2026-01-01 -", "Many goes from 60 次 to 50 次 from 2000-01-01（某条）")]
    [InlineData("60 2000-01-01 2025-12-31|60 2026-01-01 -", "60 2000-01-01 -", "")]
    // After days without a value, or with the same one, the change is told again.
    [InlineData("60 2000-01-01 2009-12-31|60 2020-01-01 -", "50 2000-01-01 2009-12-31|50 2020-01-01 -", "Many goes from 60 次 to 50 次 from 2000-01-01（某条）|Many goes from 60 次 to 50 次 from 2020-01-01（某条）")]
    [InlineData("60 2000-01-01 -", "50 2000-01-01 2009-12-31|60 2010-01-01 2019-12-31|50 2020-01-01 -", "Many goes from 60 次 to 50 次 from 2000-01-01（某条）|Many goes from 60 次 to 50 次 from 2020-01-01（某条）")]
    [InlineData("60 2000-01-01 2025-12-31", "60 2000-01-01 2025-12-31|40 2026-01-01 -", "Many is set to 40 次 from 2026-01-01（某条）")]
    [InlineData("60 2000-01-01 2025-12-31|40 2026-01-01 -", "60 2000-01-01 2025-12-31", "Many has no value from 2026-01-01 (was 40 次)")]
    // The last day of a value still has it.
    [InlineData("60 2000-01-01 2025-12-31|40 2026-01-01 -", "60 2000-01-01 2025-12-30|40 2025-12-31 -", "Many goes from 60 次 to 40 次 from 2025-12-31（某条）")]
    public void Each_stretch_on_which_both_stand_still_is_told_once(string before, string after, string told) =>
        Assert.Equal(told.Split('|', StringSplitOptions.RemoveEmptyEntries), PackDifference.Of(With(before), With(after)).Select(c => c.Sentence.En));

    [Fact]
    public void Another_section_on_notices_is_told() =>
        Assert.Equal((PackChangeKind.Notice, ""), PackDifference.Of(WholePack.Pack, WholePack.Pack with { NoticeJson = "{}" }).Select(c => (c.Kind, c.Subject)).Single());

    private static RulePack With(string values) => Pack("indicators.Value(\"x\") > 1", parameters: $$"""{ "id": "Many", "kind": "number", "unit": "次", "title": { "zh": "次数", "en": "count" }, "values": [{{string.Join(", ", values.Split('|').Select(Value))}}] }""");

    private static string Value(string value)
    {
        var parts = value.Split(' ');
        return $$"""{ "from": "{{parts[1]}}", "to": {{(parts[2] == "-" ? "null" : $"\"{parts[2]}\"")}}, "value": {{parts[0]}}, "citation": "某条", "basis": "derived" }""";
    }
}
