using System.Text;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Limits;
using Xunit;

namespace CleanProd.Rules.Tests.Facts.Limits;

public class LimitLibraryTests
{
    private static LimitLibrary Library => Shipped.Reference.Limits;

    [Fact]
    public void The_library_holds_every_row_of_its_source_and_the_two_removals_made_of_a_note()
    {
        Assert.Equal(4520 + 2, Library.Limits.Count);
        Assert.Equal(20, Library.Limits.Select(l => l.Standard).Distinct().Count());
        Assert.All(Library.Limits, l => Assert.True(l.NotDetectable || l.Low is not null || l.High is not null, l.RowId));
        Assert.All(Library.Limits.Where(l => l.Kind == LimitKind.Rate), l => Assert.NotNull(l.StackHeightM));
        Assert.Equal(Shipped.ReferenceFiles().Count(f => f.Key.StartsWith("limits/", StringComparison.Ordinal)), Shipped.Reference.Hashes.Count(h => h.Key.StartsWith("limits/", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_industry_a_limit_names_is_an_industry() =>
        Assert.DoesNotContain(Library.Limits.SelectMany(l => l.Conditions.Industries.Concat(l.Conditions.MaybeIndustries)).Concat(Library.Standards.SelectMany(s => s.Scope.Industries.Concat(s.Scope.MaybeIndustries)))
            .Distinct(), i => i != "*" && Shipped.Reference.Industries.Find(i)?.Code != i);

    public static TheoryData<string> Standards => [.. Library.Limits.Select(l => l.Standard).Distinct()];

    // No row is dead: a unit that its own conditions describe has it as limit, or a stricter one of the same standard.
    [Theory]
    [MemberData(nameof(Standards))]
    public void Every_limit_binds_the_unit_that_its_conditions_describe(string standard)
    {
        var wrong = new List<string>();
        foreach (var row in Library.Limits.Where(l => l.Standard == standard && l.Kind is LimitKind.Concentration or LimitKind.Rate && l.Standard == standard))
        {
            var answer = Asked.Answer(Describe(row));
            if (answer.Standing != LimitStanding.Applies || !answer.Limits.Any(l => l.RowId == row.RowId || NotLooser(l, row)))
                wrong.Add($"{row.RowId} {row.Pollutant} {row.Scope}: {answer.Standing} {string.Join(',', answer.Missing.Select(m => m.Name))} {answer.Reason.Zh} {string.Join(',', answer.Limits.Select(l => l.RowId))}");
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("asks", "colour=red")]
    [InlineData("asks", "water_temperature_c>warm")]
    [InlineData("discharge", "sideways")]
    [InlineData("eia_from", "1998")]
    [InlineData("limit_high", "1e2")]
    [InlineData("kind", "speed")]
    [InlineData("standard", "GB 1")]
    public void A_condition_nobody_can_evaluate_is_refused_with_its_place(string column, string value)
    {
        var fault = Assert.Throws<ReferenceDataException>(() => ReferenceReader.Read(With(column, value)));
        Assert.Equal(("limits/GB-8978-1996.csv", 2, column, value), (fault.File, fault.Row, fault.Column, fault.Value));
    }

    [Fact]
    public void A_bureau_may_replace_a_value_and_the_hash_tells()
    {
        var files = With("limit_high", "0.04");
        var read = ReferenceReader.Read(files);
        Assert.Equal(0.04m, read.Limits.Row("L0001").High);
        Assert.NotEqual(Shipped.Reference.Hashes["limits/GB-8978-1996.csv"], read.Hashes["limits/GB-8978-1996.csv"]);
        Assert.Equal(Shipped.Reference.Hashes["limits/DB44-26-2001.csv"], read.Hashes["limits/DB44-26-2001.csv"]);
    }

    private static Dictionary<string, byte[]> With(string column, string value)
    {
        var files = Shipped.ReferenceFiles();
        var lines = Encoding.UTF8.GetString(files["limits/GB-8978-1996.csv"]).Split('\n');
        var cells = lines[1].Split(',');
        // No cell of the first row before the source holds a comma; the source does, in quotes, and stays whole after it.
        var heading = lines[0].Split(',').ToList();
        var at = heading.IndexOf(column);
        var source = heading.IndexOf("source");
        var extra = cells.Length - heading.Count;
        cells[at <= source ? at : at + extra] = value;
        lines[1] = string.Join(',', cells);
        files["limits/GB-8978-1996.csv"] = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        return files;
    }

    private static bool NotLooser(ApplicableLimit limit, DischargeLimit row) =>
        limit.NotDetectable || (limit.High <= row.High && !(limit.Low < row.Low));

    private static LimitQuestion Describe(DischargeLimit row)
    {
        var conditions = row.Conditions;
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["low_fluoride"] = "no", ["process"] = "other", ["stack_5_m_above_buildings"] = "yes", ["receiver"] = "other", [$"scope[{row.Standard}]"] = row.Scope,
        };
        foreach (var ask in conditions.Asks)
            facts[ask.Fact] = ask.Number is { } bound ? PlainNumber.Text(ask.Operator == ">" ? bound + 1 : bound) : ask.Values[0];
        var region = conditions.Region is not { } where ? Asked.Guangzhou
            : where.Group is not null ? (where.Inside ? Asked.Guangzhou : Asked.Shaoguan)
            : where.Inside ? where.Codes[0] + "0000" : Asked.Guangzhou;
        return new(row.Codes[0], row.Medium, row.From)
        {
            Region = region, Standard = row.Standard, EiaApprovedOn = conditions.EiaFrom ?? conditions.EiaTo ?? new DateOnly(1990, 1, 1),
            Discharge = conditions.Discharge.Count > 0 ? conditions.Discharge[0] : DischargeKind.Unspecified, Workshop = conditions.Point == MonitoringPoint.Workshop,
            Grade = conditions.Grade, StackHeightM = row.StackHeightM, Unit = row.Unit, Window = conditions.Window, Kinds = [row.Kind], Facts = facts,
        };
    }
}
