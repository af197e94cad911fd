using CleanProd.Rules.Determinations;
using CleanProd.Rules.Storage.Schema;
using CleanProd.Rules.Storage.Screenings;
using CleanProd.Rules.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Enterprises;

// Results of a year or a screening, filtered and ordered where the rows are.
public sealed partial class EnterpriseStore
{
    /// <summary>Screenings whose determinations stand for a year: of each place the latest finished one that reaches it; dry runs decide nothing.</summary>
    public Task<IReadOnlyList<long>> RunsOfAsync(int year, CancellationToken ct = default) => store.ReadAsync<IReadOnlyList<long>>(async c => await RunsAsync(c, year, ct));

    /// <summary>Where the results are kept, in order: whoever looks through them asks for their rows by place, and the order is found once.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="order">In which order.</param>
    /// <param name="descending">Whether the order is turned round.</param>
    /// <param name="ct">Breaks it off.</param>
    public Task<IReadOnlyList<ResultPlace>> PlacesAsync(ResultFilter filter, ResultOrder order, bool descending, CancellationToken ct = default) =>
        store.ReadAsync<IReadOnlyList<ResultPlace>>(async c =>
            await Ordered(await FoundAsync(c, filter, ct), order, descending).Select(r => new ResultPlace(r.Run, r.Number)).ToListAsync(ct));

    /// <summary>Identities of all results with their places, in ordinal order of the database.</summary>
    public Task<IReadOnlyList<PlacedResult>> IdentitiesAsync(ResultFilter filter, CancellationToken ct = default) => store.ReadAsync<IReadOnlyList<PlacedResult>>(async c =>
        await (await FoundAsync(c, filter, ct)).OrderBy(r => r.FacilityId).Select(r => new PlacedResult(new(r.Run, r.Number), r.FacilityId)).ToListAsync(ct));

    /// <summary>Rows of results, in the order of their places.</summary>
    /// <param name="year">The year they stand for; each is told with what the year before decided.</param>
    /// <param name="places">Where they are kept.</param>
    /// <param name="ct">Breaks it off.</param>
    public Task<IReadOnlyList<ResultRow>> RowsAsync(int year, IReadOnlyList<ResultPlace> places, CancellationToken ct = default) => store.ReadAsync<IReadOnlyList<ResultRow>>(async c =>
    {
        var before = await JudgedAsync(c, year - 1, new(), ct);
        var rows = new Dictionary<ResultPlace, ResultRow>();
        foreach (var run in places.GroupBy(p => p.Run, p => p.Number))
        {
            var (id, numbers) = (run.Key, run.ToList());
            var judged = c.Set<DeterminationEntry>().Where(d => d.RunId == id && EF.Parameter(numbers).Contains(d.FacilityNo));
            foreach (var r in await Told(c, judged, before).ToListAsync(ct))
                rows[new(r.Run, r.Number)] = new(r.Run, new(r.FacilityId), r.Name, new(r.Region), r.Industry, r.Outcome, Grounds(r.Grounds), r.Before, Grounds(r.GroundsBefore));
        }

        return [.. places.Select(p => rows[p])];
    });

    /// <summary>How many results there are of each outcome; an outcome that the filter asks for is passed over, so that the others can be offered.</summary>
    public Task<IReadOnlyDictionary<Outcome, int>> CountResultsAsync(ResultFilter filter, CancellationToken ct = default) => store.ReadAsync<IReadOnlyDictionary<Outcome, int>>(async c =>
        await (await FoundAsync(c, filter with { Outcome = null }, ct)).GroupBy(r => r.Outcome).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct));

    private static async Task<List<long>> RunsAsync(StoreContext context, int year, CancellationToken ct)
    {
        var finished = await context.Set<ScreeningEntry>().Where(r => r.Year == year && r.State == ScreeningState.Finished && r.Kind != ScreeningKind.Dry)
            .OrderByDescending(r => r.Id).Select(r => new { r.Id, r.Region }).ToListAsync(ct);
        var latest = new List<(long Id, Facts.RegionCode Region)>();
        foreach (var run in finished)
            if (!latest.Exists(l => l.Region.Covers(new(run.Region)))) latest.Add((run.Id, new(run.Region)));
        return latest.ConvertAll(l => l.Id);
    }

    private static async Task<IQueryable<Result>> FoundAsync(StoreContext context, ResultFilter filter, CancellationToken ct)
    {
        var judged = filter.Run is { } run
            ? context.Set<DeterminationEntry>().Where(d => d.RunId == run && context.Set<ScreeningEntry>().Any(r => r.Id == run && r.State == ScreeningState.Finished))
            : await JudgedAsync(context, filter.Year, new(), ct);
        judged = judged.Within(filter.Reach, d => d.Region, d => d.FacilityId);
        if (filter.Outcome is { } outcome) judged = judged.Where(d => d.Outcome == outcome);
        if (filter.Ground is { } ground) judged = judged.Where(d => d.Grounds.Contains($" {ground} "));
        if (filter.Region is { } region) judged = judged.Where(d => d.Region.StartsWith(region.Value));
        // One parameter each, however many they are.
        if (filter.Among is { } among) judged = judged.Where(d => EF.Parameter(among).Contains(d.FacilityId));
        var rows = Told(context, judged, await JudgedAsync(context, filter.Year - 1, new(), ct));
        if (filter.Industry is { } industry) rows = rows.Where(r => r.Industry!.StartsWith(industry));
        if (filter.Text is { } text)
        {
            var (also, upper) = (filter.Also, text.ToUpperInvariant());
            rows = rows.Where(r => r.Name.Contains(text) || r.FacilityId.Contains(upper) || r.FacilityId.Contains(text) || r.CreditCode!.Contains(upper) || EF.Parameter(also).Contains(r.FacilityId));
        }

        return filter.Change switch
        {
            null => rows,
            ResultChange.Joined => rows.Where(r => r.Outcome == Outcome.Triggered && (r.Before == null || r.Before != Outcome.Triggered)),
            ResultChange.Left => rows.Where(r => r.Outcome != Outcome.Triggered && r.Before == Outcome.Triggered),
            ResultChange.OtherGrounds => rows.Where(r => r.Outcome == Outcome.Triggered && r.Before == Outcome.Triggered && r.Grounds != r.GroundsBefore),
            _ => rows.Where(r => r.Before == null || r.Before != r.Outcome),
        };
    }

    // The year before is looked up for the rows that are shown or chosen by it. As a join it was gone through whole for every row, and by SQLite even
    // where that year was never screened.
    private static IQueryable<Result> Told(StoreContext context, IQueryable<DeterminationEntry> judged, IQueryable<DeterminationEntry> before) =>
        from d in judged
        join k in context.Set<Dictionary<string, object>>(KnownTables.Facilities.Name) on d.FacilityId equals EF.Property<string>(k, "facility_id") into known
        from k in known.DefaultIfEmpty()
        select new Result
        {
            Run = d.RunId, Number = d.FacilityNo, FacilityId = d.FacilityId, Name = d.Name, Region = d.Region, Outcome = d.Outcome, Grounds = d.Grounds,
            Industry = EF.Property<string?>(k!, "industry"), CreditCode = EF.Property<string?>(k!, "credit_code"),
            Before = before.Where(b => b.FacilityId == d.FacilityId).Select(b => (Outcome?)b.Outcome).FirstOrDefault(),
            GroundsBefore = before.Where(b => b.FacilityId == d.FacilityId).Select(b => b.Grounds).FirstOrDefault(),
        };

    private static IQueryable<Result> Ordered(IQueryable<Result> rows, ResultOrder order, bool descending)
    {
        IOrderedQueryable<Result> By<TKey>(System.Linq.Expressions.Expression<Func<Result, TKey>> key) => descending ? rows.OrderByDescending(key) : rows.OrderBy(key);
        return order switch
        {
            ResultOrder.Identity => By(r => r.FacilityId),
            ResultOrder.Name => By(r => r.Name).ThenBy(r => r.FacilityId),
            ResultOrder.Place => By(r => r.Region).ThenBy(r => r.FacilityId),
            ResultOrder.Industry => By(r => r.Industry).ThenBy(r => r.FacilityId),
            _ => By(r => r.Outcome == Outcome.Error ? 0 : r.Outcome == Outcome.Triggered ? 1 : r.Outcome == Outcome.Undetermined ? 2 : r.Outcome == Outcome.NotTriggered ? 3 : 4).ThenBy(r => r.FacilityId),
        };
    }

    private sealed class Result
    {
        public required long Run { get; init; }

        public required int Number { get; init; }

        public required string FacilityId { get; init; }

        public required string Name { get; init; }

        public required string Region { get; init; }

        public required Outcome Outcome { get; init; }

        public required string Grounds { get; init; }

        public string? Industry { get; init; }

        public string? CreditCode { get; init; }

        public Outcome? Before { get; init; }

        public string? GroundsBefore { get; init; }
    }
}
