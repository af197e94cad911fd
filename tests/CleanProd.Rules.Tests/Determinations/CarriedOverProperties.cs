using System.Globalization;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Import;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using FsCheck.Xunit;

namespace CleanProd.Rules.Tests.Determinations;

/// <summary>
/// A correction judges only what an import touched since and carries the rest over. Whatever was corrected, added or undone, that is what judging everybody again
/// gives: values, limits of permits, quotas and tables that nobody gave before.
/// </summary>
public class CarriedOverProperties
{
    private static readonly DateOnly AsOf = new(2025, 1, 15);

    [Property(MaxTest = 12)]
    public async Task Judging_what_was_touched_gives_what_judging_everybody_gives(int seed)
    {
        var random = new Random(seed);
        await using var store = await FactStore.CreateTemporaryAsync();
        var row = 2;
        await GiveAsync(store, 1, [.. Enumerable.Range(0, 6).SelectMany(i => Whole(random, i, ref row))]);
        var last = 1 + random.Next(1, 4);
        var undone = 0;
        for (var day = 2; day <= last; day++)
        {
            var id = await GiveAsync(store, day, [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Change(random, row++))]);
            if (random.Next(4) == 0 && undone++ == 0) await store.UndoImportAsync(id, Officer.System, Day(++last), "传错文件");
        }

        var before = await JudgeAsync(store, 1, null);
        var touched = (await store.FacilitiesTouchedSinceAsync(Day(1), Day(last))).ToHashSet();
        var again = await JudgeAsync(store, last, touched);
        Assert.Equal(await JudgeAsync(store, last, null), before.Where(d => !touched.Contains(d.Key)).Concat(again).OrderBy(d => d.Key));
    }

    private static async Task<KeyValuePair<FacilityId, string>[]> JudgeAsync(FactStore store, int day, HashSet<FacilityId>? only)
    {
        var ids = (await store.RosterAsync(Day(day), RegionCode.Nation)).Select(f => f.Id).Where(f => only?.Contains(f) ?? true).ToArray();
        var screening = new Screening(
            PackSelection.On(Shipped.NationalPacks, AsOf), Shipped.Reference, await store.TablesGivenKnownAsync(Day(day)), 2024, AsOf, CrossCheck.Sample);
        return await screening.JudgeAsync(store.ReadKnownAsync(ids, Day(day)).Select(f => f.Records))
            .Select(d => new KeyValuePair<FacilityId, string>(d.Facility.Id, DeterminationRecord.Write(d))).ToArrayAsync();
    }

    private static Task<long> GiveAsync(FactStore store, int day, TableRow[] rows) =>
        store.SaveImportAsync(new(RowImporter.Import(rows, Shipped.Reference, 2024).Facts, [], []), [], Day(day));

    private static List<TableRow> Whole(Random random, int i, ref int row)
    {
        var rows = new List<TableRow>
        {
            Row(row++, i, "facilities", $"name:厂{i}", "region:440105", "industry:C1713"),
            Row(row++, i, "outlets", "outlet_id:DW001", "medium:water", "discharge:direct"),
            Row(row++, i, "quotas", "pollutant:化学需氧量", "medium:water", "from:2021-01-01", "quantity:10", "unit:t"),
            Row(row++, i, "discharges", "pollutant:化学需氧量", "medium:water", "from:2024-01-01", "to:2024-12-31", $"quantity:{random.Next(6, 12)}", "unit:t"),
        };
        if (random.Next(2) == 0) rows.Add(Limit(row++, i, 80));
        for (var day = 0; day < 40; day++) rows.Add(Value(row++, i, day, random.Next(30, 84)));
        return rows;
    }

    private static TableRow Change(Random random, int row) => (random.Next(6), random.Next(6)) switch
    {
        (var i, 0) => Limit(row, i, random.Next(50, 90)),
        (var i, 1) => Row(row, i, "quotas", "pollutant:化学需氧量", "medium:water", "from:2021-01-01", $"quantity:{random.Next(5, 12)}", "unit:t"),
        (var i, 2) => Row(row, i, "substances", "year:2024", "substance:氰化钠", "role:used"),
        (var i, _) => Value(row, i, random.Next(60), random.Next(60, 130)),
    };

    private static TableRow Limit(int row, int i, int high) =>
        Row(row, i, "permit_limits", "outlet_id:DW001", "pollutant:化学需氧量", $"limit_high:{high}", "unit:mg/L", "from:2022-01-01");

    private static TableRow Value(int row, int i, int day, int value) => Row(
        row, i, "measurements", "outlet_id:DW001", "pollutant:化学需氧量", $"at:{new DateOnly(2024, 2, 1).AddDays(day):yyyy-MM-dd}", "window:day", $"value:{value}", "unit:mg/L", "origin:automatic");

    private static DateTimeOffset Day(int day) => new DateTimeOffset(2025, 2, 1, 8, 0, 0, TimeSpan.FromHours(8)).AddDays(day);

    private static TableRow Row(int row, int i, string table, params string[] cells) => new(
        table,
        cells.Prepend(string.Create(CultureInfo.InvariantCulture, $"facility_id:F{i}")).Select(c => c.Split(':', 2)).ToDictionary(c => c[0], c => c[1], StringComparer.Ordinal),
        new SourceRef($"{table}.csv", null, row));
}
