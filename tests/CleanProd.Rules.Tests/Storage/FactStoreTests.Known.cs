using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Merging;
using CleanProd.Rules.Import;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Journal;
using Xunit;

namespace CleanProd.Rules.Tests.Storage;

public abstract partial class FactStoreTests
{
    private static readonly Officer Liang = new("liang", "梁示安", Department.Environment, new RegionCode("4401"));

    [Fact]
    public async Task What_is_known_at_a_time_is_what_came_until_then_and_was_not_undone_yet()
    {
        await using var store = await database.OpenAsync();
        var first = await ReceiveAsync(store, Day(1), "4401", ("F", 10m), ("G", 5m));
        var second = await ReceiveAsync(store, Day(2), "4401", ("F", 99m));
        await store.UndoImportAsync(second.Id, Liang, Day(3), "传错文件");

        Assert.Empty(await store.ReadKnownAsync(Ids("F", "G"), Day(0)).ToListAsync());
        Assert.Equal([10m], await ValuesAsync(store, "F", Day(1)));
        Assert.Equal([99m], await ValuesAsync(store, "F", Day(2)));
        Assert.Equal([10m], await ValuesAsync(store, "F", Day(3)));
        Assert.Equal([first.Id], (await store.EffectiveImportsAsync(Day(3))).Select(i => i.Id));
        var gone = Assert.Single((await store.ReadKnownAsync(Ids("F"), Day(2)).SingleAsync()).Superseded);
        Assert.Equal((first.Id, second.Id), (gone.EarlierImport, gone.LaterImport));
        Assert.Equal(2, (await store.ReadFacilitiesAsync(first.Id).ToListAsync()).Count);
    }

    [Fact]
    public async Task An_import_with_errors_waits_and_holds_from_its_acceptance_in_the_order_it_came()
    {
        await using var store = await database.OpenAsync();
        var waiting = await ReceiveAsync(store, Day(1), "4401", refused: true, ("F", 1m), ("G", 1m));
        await ReceiveAsync(store, Day(2), "4401", ("F", 2m));
        Assert.Equal(ImportState.Waiting, waiting.State);
        Assert.Empty(await ValuesAsync(store, "G", Day(2)));

        var accepted = await store.AcceptImportAsync(waiting.Id, Liang, Day(3));

        Assert.Equal((ImportState.Effective, Day(3)), (accepted.State, accepted.EffectiveAt));
        Assert.Equal([1m], await ValuesAsync(store, "G", Day(3)));
        Assert.Empty(await ValuesAsync(store, "G", Day(2)));
        // It came before the other one: what came later still prevails.
        Assert.Equal([2m], await ValuesAsync(store, "F", Day(3)));
    }

    [Fact]
    public async Task Every_act_upon_an_import_is_kept_with_officer_time_and_reason()
    {
        await using var store = await database.OpenAsync();
        var import = await ReceiveAsync(store, Day(1), "4401", refused: true, ("F", 1m));
        await store.AcceptImportAsync(import.Id, Liang, Day(2), "已核实");
        await store.UndoImportAsync(import.Id, Officer.System, Day(3), "重复");

        Assert.Equal(
            [
                new ImportAct(1, ImportActKind.Received, Liang, Day(1), null),
                new ImportAct(2, ImportActKind.Accepted, Liang, Day(2), "已核实"),
                new ImportAct(3, ImportActKind.Undone, Officer.System, Day(3), "重复"),
            ],
            await store.ImportActsAsync(import.Id));
        var journal = new JournalStore(await Store.OpenAsync(await database.AddressAsync(), TimeProvider.System));
        Assert.Equal(["import.undone", "import.accepted", "import.received"], (await journal.ReadAsync($"import/{import.Id}", null, 9)).Select(l => l.Act));
        Assert.Equal((3L, (string?)null), await journal.VerifyAsync());
    }

    [Theory]
    [InlineData("illegal_transition")]
    [InlineData("reason_required")]
    [InlineData("time_reversed")]
    public async Task An_act_that_is_not_open_to_an_import_is_refused_and_changes_nothing(string code)
    {
        await using var store = await database.OpenAsync();
        var import = await ReceiveAsync(store, Day(5), "4401", ("F", 1m));

        var refusal = await Assert.ThrowsAsync<RefusedActException>(() => code switch
        {
            "illegal_transition" => store.AcceptImportAsync(import.Id, Liang, Day(6)),
            "reason_required" => store.UndoImportAsync(import.Id, Liang, Day(6), " "),
            _ => store.UndoImportAsync(import.Id, Liang, Day(4), "传错"),
        });

        Assert.Equal(code, refusal.Code);
        Assert.Equal(import, await store.FindImportAsync(import.Id));
        Assert.Single(await store.ImportActsAsync(import.Id));
        await Assert.ThrowsAsync<KeyNotFoundException>(() => store.AcceptImportAsync(99, Liang, Day(6)));
    }

    [Fact]
    public async Task The_same_files_given_the_same_way_are_the_earlier_import_until_it_is_refused_or_undone()
    {
        await using var store = await database.OpenAsync();
        byte[] bytes = [1, 2, 3];
        var result = Result([Facility("F")], File("a.csv", bytes));
        var order = new ImportOrder(new RegionCode("4401"), ImportMode.Adds, Liang, Day(1)) { Map = "m.json", MapHash = "aa", Year = 2024, Label = "五月" };
        var first = await store.ReceiveImportAsync(result, [Source("a.csv", bytes)], order);
        var renamed = Result([Facility("F")], File("b.csv", bytes));

        var again = await store.ReceiveImportAsync(renamed, [Source("b.csv", bytes)], order with { At = Day(2), Label = "六月" });
        var otherwise = await store.ReceiveImportAsync(result, [Source("a.csv", bytes)], order with { Mode = ImportMode.Replaces });
        await store.UndoImportAsync(first.Import.Id, Liang, Day(3), "传错");
        var anew = await store.ReceiveImportAsync(result, [Source("a.csv", bytes)], order with { At = Day(4) });

        Assert.Equal((false, true, false, false), (first.Repeated, again.Repeated, otherwise.Repeated, anew.Repeated));
        Assert.Equal(first.Import, again.Import);
        Assert.Equal(("五月", "m.json", 2024, "liang"), (first.Import.Label, first.Import.Map, first.Import.Year, first.Import.Actor));
        Assert.NotEqual(first.Import.Id, anew.Import.Id);
        Assert.Equal(3L, await database.AskAsync<long>("SELECT count(*) FROM imports"));
    }

    [Fact]
    public async Task A_replacing_import_reaches_as_far_as_the_years_it_gave()
    {
        await using var store = await database.OpenAsync();
        await ReceiveAsync(store, Day(1), "4401", ("F", 1m), ("G", 1m));
        var replacing = Indicators(("F", "other", 2m));
        await store.ReceiveImportAsync(new(new FactSet(replacing, Tables("indicators")), [], []), [], new(new RegionCode("4401"), ImportMode.Replaces, Liang, Day(2)));

        Assert.Equal([2m], await ValuesAsync(store, "F", Day(2)));
        Assert.Equal([1m], await ValuesAsync(store, "G", Day(2)));
    }

    [Fact]
    public async Task The_roster_is_in_ordinal_order_and_lies_in_the_region()
    {
        await using var store = await database.OpenAsync();
        string[] odd = ["a", "B", "_", "1", "é", "中", "\U0001F3ED", "\uff21", "\ue000", "A", "AA"];
        await ReceiveAsync(store, Day(1), "4401", [.. odd.Select(id => (id, 1m))]);
        await ReceiveAsync(store, Day(1), "4403", ("X", 1m), ("A", 1m));
        await ReceiveAsync(store, Day(2), "44", ("Z", 1m));

        Assert.Equal(odd.Append("X").Order(StringComparer.Ordinal), (await store.RosterAsync(Day(1), new("44"))).Select(f => f.Id.Value));
        Assert.Equal(["A", "X"], (await store.RosterAsync(Day(2), new("4403"))).Select(f => f.Id.Value));
        Assert.Equal(odd.Concat(["X", "Z"]).Order(StringComparer.Ordinal), (await store.RosterAsync(Day(2), RegionCode.Nation)).Select(f => f.Id.Value));
        Assert.Equal(
            odd.Concat(["X", "Z"]).Order(StringComparer.Ordinal),
            await store.ReadKnownAsync([.. (await store.RosterAsync(Day(2), RegionCode.Nation)).Select(f => f.Id)], Day(2)).Select(f => f.Records.Facility.Id.Value).ToListAsync());
    }

    [Fact]
    public async Task Facts_known_from_one_import_are_those_it_gave_across_blocks()
    {
        await using var store = await database.OpenAsync();
        var facilities = new AnyFacts(4).Facilities(300);
        await store.SaveImportAsync(Result(facilities), [], Day(1));

        var known = await store.ReadKnownAsync([.. facilities.Select(f => f.Facility.Id).Reverse()], Day(1)).ToListAsync();

        Assert.Equal(facilities.Count, known.Count);
        foreach (var (expected, actual) in facilities.Zip(known)) AnyFacts.AssertEqual(expected, actual.Records);
    }

    [Fact]
    public async Task Known_facilities_follow_every_act()
    {
        await using var store = await database.OpenAsync();
        await DescribeAsync(store, Day(1), "甲厂", "440106");
        var second = await DescribeAsync(store, Day(2), "甲新厂", null);
        var known = (await store.FindFacilityAsync(new("F")))!;
        Assert.Equal(("甲新厂", new RegionCode("440106"), second), (known.Name, known.Region, known.LastImport));
        Assert.Equal(["甲厂", "甲新厂"], (await store.NamesKnownAsync(new("F"), Day(2))).Select(n => n.Name));
        Assert.Equal(["甲厂"], (await store.NamesKnownAsync(new("F"), Day(1))).Select(n => n.Name));

        await store.UndoImportAsync(second, Liang, Day(3), "名称有误");
        Assert.Equal("甲厂", (await store.FindFacilityAsync(new("F")))!.Name);
        Assert.Equal(known.Id, Assert.Single(await store.FindFacilitiesAsync(new("4401"), "厂")).Id);
        Assert.Empty(await store.FindFacilitiesAsync(new("4403"), "厂"));
        Assert.Empty(await store.FindFacilitiesAsync(new("4401"), "新"));

        foreach (var import in await store.EffectiveImportsAsync(Day(3))) await store.UndoImportAsync(import.Id, Liang, Day(4), "全部撤销");
        Assert.Null(await store.FindFacilityAsync(new("F")));
        Assert.Equal("甲厂", Assert.Single(await store.RosterAsync(Day(3), new("44"))).Name);
    }

    [Fact]
    public async Task A_facility_that_is_only_mentioned_lies_with_the_narrowest_jurisdiction_that_named_it()
    {
        await using var store = await database.OpenAsync();
        var first = await ReceiveAsync(store, Day(1), "44", ("F", 1m));
        await ReceiveAsync(store, Day(2), "440106", ("F", 2m));
        await ReceiveAsync(store, Day(3), "4401", ("F", 3m));

        var known = (await store.FindFacilityAsync(new("F")))!;
        Assert.Equal((new RegionCode("440106"), "F", first.Id), (known.Region, known.Name, known.LastImport));
        Assert.Equal(known, Assert.Single(await store.RosterAsync(Day(3), RegionCode.Nation)));
    }

    [Fact]
    public async Task A_correction_or_an_undo_touches_the_facilities_it_names_and_a_new_table_touches_all()
    {
        await using var store = await database.OpenAsync();
        await ReceiveAsync(store, Day(1), "4401", ("F", 1m), ("G", 1m), ("H", 1m));
        var second = await ReceiveAsync(store, Day(2), "4401", ("G", 2m));
        await store.UndoImportAsync(second.Id, Liang, Day(4), "错");
        await store.ReceiveImportAsync(new(new FactSet([], Tables("energy")), [], []), [], new(new RegionCode("4401"), ImportMode.Adds, Liang, Day(6)));

        Assert.Equal(Ids("G"), await store.FacilitiesTouchedSinceAsync(Day(1), Day(2)));
        Assert.Equal(Ids("G"), await store.FacilitiesTouchedSinceAsync(Day(3), Day(5)));
        Assert.Empty(await store.FacilitiesTouchedSinceAsync(Day(1), Day(5)));
        Assert.Equal(Ids("F", "G", "H"), await store.FacilitiesTouchedSinceAsync(Day(5), Day(6)));
    }

    [Fact]
    public async Task What_one_place_gave_tells_nothing_of_what_another_gave()
    {
        await using var store = await database.OpenAsync();
        await ReceiveAsync(store, Day(1), "4401", ("F", 1m));
        await store.ReceiveImportAsync(new(new FactSet([], Tables("energy")), [], []), [], new(new RegionCode("4403"), ImportMode.Adds, Liang, Day(1)));

        Assert.Equal(["energy", "indicators"], await store.TablesGivenKnownAsync(Day(1)));
        Assert.Equal(["indicators"], await store.TablesGivenKnownAsync(Day(1), new RegionCode("440106")));
        Assert.Empty(await store.TablesGivenKnownAsync(Day(0)));
    }

    private static DateTimeOffset Day(int day) => new(2025, 2, 1 + day, 8, 0, 0, TimeSpan.FromHours(8));

    private static FacilityId[] Ids(params string[] ids) => [.. ids.Select(id => new FacilityId(id))];

    private static HashSet<string> Tables(params string[] tables) => [.. tables];

    private static Task<StoredImport> ReceiveAsync(FactStore store, DateTimeOffset at, string region, params (string Id, decimal Value)[] indicators) =>
        ReceiveAsync(store, at, region, refused: false, indicators);

    private static async Task<StoredImport> ReceiveAsync(
        FactStore store, DateTimeOffset at, string region, bool refused, params (string Id, decimal Value)[] indicators)
    {
        Finding[] findings = refused ? [new("i.csv", null, 9, null, "x", FindingSeverity.Error, "number", "不是数", "改正")] : [];
        var facts = new FactSet(Indicators([.. indicators.Select(i => (i.Id, "spills", i.Value))]), Tables("indicators"));
        // A file of its own, so that it is no repetition.
        byte[] bytes = [.. Guid.NewGuid().ToByteArray()];
        return (await store.ReceiveImportAsync(
            new(facts, findings, [File("i.csv", bytes)]), [Source("i.csv", bytes)], new(new RegionCode(region), ImportMode.Adds, Liang, at))).Import;
    }

    private static FacilityRecords[] Indicators(params (string Id, string Indicator, decimal Value)[] indicators) =>
    [
        .. indicators.Select(i => new FacilityRecords
        {
            Facility = new FacilityRecord(new FacilityId(i.Id), i.Id, new SourceRef("i.csv", null, 2)),
            Indicators = [new IndicatorRecord(new FacilityId(i.Id), i.Indicator, 2024, i.Value, new SourceRef("i.csv", null, 2))],
        }),
    ];

    private static async Task<long> DescribeAsync(FactStore store, DateTimeOffset at, string name, string? region) => await store.SaveImportAsync(
        Result([new FacilityRecords { Facility = new FacilityRecord(new FacilityId("F"), name, new SourceRef("f.csv", null, 2)) { Region = region } }]), [], at);

    private static async Task<IReadOnlyList<decimal?>> ValuesAsync(FactStore store, string facility, DateTimeOffset knownAt) =>
        await store.ReadKnownAsync(Ids(facility), knownAt).SelectMany(f => f.Records.Indicators.ToAsyncEnumerable()).Select(i => i.Value).ToListAsync();
}
