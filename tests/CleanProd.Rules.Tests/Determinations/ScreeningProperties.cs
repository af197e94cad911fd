using System.Buffers;
using System.Globalization;
using System.Text;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Import;
using FsCheck.Xunit;

namespace CleanProd.Rules.Tests.Determinations;

/// <summary>A determination depends on the facility's own records, the law and the day: on nothing else.</summary>
public class ScreeningProperties
{
    private static readonly DateOnly AsOf = new(2025, 1, 15);

    [Property(MaxTest = 25)]
    public async Task Order_threads_and_shards_do_not_matter(int seed)
    {
        var facts = Import(Province(new Random(seed)));
        var screening = Screening(facts);
        var whole = Lines(screening.Judge(facts.Facilities));
        Assert.Equal(whole, Lines([.. screening.Judge([.. facts.Facilities.Reverse()]).Reverse()]));
        Assert.Equal(whole, Lines([.. facts.Facilities.Select(Screening(facts).Judge)]));
        Assert.Equal(whole, Lines([.. facts.Facilities.Chunk(3).SelectMany(shard => Screening(facts).Judge(shard))]));
        Assert.Equal(whole, Lines(await screening.JudgeAsync(facts.Facilities.ToAsyncEnumerable()).ToArrayAsync()));
    }

    [Property(MaxTest = 25)]
    public void Units_do_not_matter(int seed)
    {
        var rows = Province(new Random(seed));
        var other = rows.Select(r => r.Table is "discharges" or "measurements" ? Rescaled(r) : r).ToArray();
        Assert.Equal(Outcomes(rows), Outcomes(other));
    }

    [Property(MaxTest = 40)]
    public void Raising_an_emission_never_clears_anybody(int seed)
    {
        var random = new Random(seed);
        var rows = Province(random);
        var raised = rows.Select(r => r.Table switch
        {
            "measurements" when random.Next(3) == 0 => With(r, "value", Number(r.Cells["value"]) + random.Next(1, 40)),
            "discharges" when random.Next(3) == 0 => With(r, "quantity", Number(r.Cells["quantity"]) + random.Next(1, 10)),
            _ => r,
        }).ToArray();
        foreach (var (before, after) in Outcomes(rows).Zip(Outcomes(raised)))
            Assert.True(!before.EndsWith("triggered", StringComparison.Ordinal) || before.EndsWith("not_triggered", StringComparison.Ordinal) || before == after, $"{before} → {after}");
    }

    [Property(MaxTest = 25)]
    public void Taking_a_fact_away_never_turns_an_open_answer_or_a_yes_into_a_no(int seed)
    {
        var random = new Random(seed);
        var rows = Province(random);
        // Measurements and declarations go; what they told may only become unknown, unless other rows tell the same.
        var fewer = rows.Where(r => r.Table is not ("measurements" or "substances") || random.Next(2) == 0).ToArray();
        var clean = Outcomes(fewer).Where(o => o.EndsWith("not_triggered", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        foreach (var line in Outcomes(rows).Where(o => o.EndsWith("undetermined", StringComparison.Ordinal)))
            Assert.DoesNotContain(line.Replace("undetermined", "not_triggered", StringComparison.Ordinal), clean);
    }

    private static Screening Screening(FactSet facts) =>
        new(PackSelection.On(Shipped.NationalPacks, AsOf), Shipped.Reference, facts.TablesGiven, 2024, AsOf, CrossCheck.All);

    private static FactSet Import(IEnumerable<TableRow> rows) => RowImporter.Import(rows, Shipped.Reference, 2024).Facts;

    private static string[] Outcomes(IEnumerable<TableRow> rows)
    {
        var facts = Import(rows);
        return [.. Screening(facts).Judge(facts.Facilities).SelectMany(d => d.Rules.Select(r => $"{d.Facility.Id} {r.Rule} {r.Outcome.Word()}"))];
    }

    private static string Lines(IEnumerable<Determination> determinations)
    {
        var lines = new ArrayBufferWriter<byte>();
        foreach (var determination in determinations) DeterminationJson.Write(determination, lines);
        return Encoding.UTF8.GetString(lines.WrittenSpan);
    }

    private static TableRow[] Province(Random random)
    {
        var rows = new List<TableRow>();
        for (var i = 0; i < 8; i++)
        {
            var id = $"facility_id:F{i}";
            rows.Add(Row("facilities", id, $"name:厂{i}", "region:440100", "industry:C1713"));
            rows.Add(Row("outlets", id, "outlet_id:DW001", "medium:water"));
            for (var k = random.Next(4); k > 0; k--)
                rows.Add(Row("measurements", id, "outlet_id:DW001", "pollutant:化学需氧量", $"at:2024-{k:00}-05", "window:day", $"value:{random.Next(60, 100)}", "unit:mg/L", "origin:self", "limit_high:90"));
            if (random.Next(2) == 0) rows.Add(Row("quotas", id, "pollutant:化学需氧量", "medium:water", "from:2021-01-01", "quantity:10", "unit:t"));
            if (random.Next(3) > 0) rows.Add(Row("discharges", id, "pollutant:化学需氧量", "medium:water", "from:2024-01-01", "to:2024-12-31", $"quantity:{random.Next(5, 15)}", "unit:t"));
            if (random.Next(3) > 0) rows.Add(Row("substances", id, "year:2024", random.Next(2) == 0 ? "substance:none" : "substance:氰化钠", "role:used"));
        }

        rows.Add(Row("quotas", "facility_id:ELSEWHERE", "pollutant:化学需氧量", "from:2021-01-01", "quantity:1", "unit:t"));
        return [.. rows];
    }

    private static TableRow Rescaled(TableRow row) => row.Table is "discharges"
        ? With(row, "quantity", Number(row.Cells["quantity"]) * 1000m, ("unit", "kg"))
        : With(row, "value", Number(row.Cells["value"]) * 1000m, ("unit", "ug/L"), ("limit_high", "90000"));

    private static TableRow With(TableRow row, string column, decimal value, params (string Column, string Text)[] others)
    {
        var cells = new Dictionary<string, string>(row.Cells, StringComparer.Ordinal) { [column] = value.ToString(CultureInfo.InvariantCulture) };
        foreach (var (name, text) in others) cells[name] = text;
        return row with { Cells = cells };
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static TableRow Row(string table, params string[] cells) => new(table,
        cells.Select(c => c.Split(':', 2)).ToDictionary(c => c[0], c => c[1], StringComparer.Ordinal), new SourceRef($"{table}.csv", null, 2));
}
