using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Host.Lists;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Publication;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Storage.Lists;
using CleanProd.Rules.Storage.Screenings;

namespace CleanProd.Rules.Host.Pages.Lists;

/// <summary>A list as a page shows it.</summary>
/// <param name="List">The list.</param>
/// <param name="Detail">What the API answers for it.</param>
/// <param name="Turns">Whose turn it is, within the reader's reach.</param>
/// <param name="Enterprises">Enterprises on the list as it stands, each once however many classes it is in.</param>
internal sealed record ListView(StoredList List, ListDetail Detail, IReadOnlyList<Turn> Turns, int Enterprises)
{
    internal ListHead Head => List.List.Head;

    internal bool IsOpen => List.List.State == ListState.Open;

    internal int Blocks => Detail.Blocks.Values.Sum();

    internal int Of(EntryState state) => Detail.Counts.Where(c => c.State == state).Sum(c => c.Count);
}

/// <summary>A step that waits.</summary>
/// <param name="Department">Side of government.</param>
/// <param name="Level">Lowest level that takes it.</param>
/// <param name="Act">The step.</param>
/// <param name="Count">Entries: an enterprise in two classes counts twice.</param>
/// <param name="Mine">Those with which the reader may take it.</param>
internal sealed record Turn(Department Department, AdministrativeLevel Level, EntryAct Act, int Count, int Mine);

/// <summary>An open list that waits for the reader.</summary>
/// <param name="List">The list.</param>
/// <param name="Entries">Entries whose next step is the reader's.</param>
/// <param name="Parts">Classes that the reader's department has to sign.</param>
internal sealed record QueuedList(StoredList List, int Entries, IReadOnlyList<PartAnswer> Parts);

/// <summary>A list among others.</summary>
internal sealed record ListLine(StoredList List, IReadOnlyList<EntryCount> Counts, int Signed, int Signers)
{
    internal int Of(params EntryState[] states) => Counts.Where(c => states.Contains(c.State)).Sum(c => c.Count);
}

/// <summary>Gathers what the pages about lists show. It decides nothing: steps, signers and obstacles are the library's.</summary>
internal sealed class ListDesk(ListStore lists, ScreeningStore screenings) : IPageReader
{
    private const int MostLists = 200;
    private const int MostMine = 5000;

    /// <summary>A list with who is next.</summary>
    internal async Task<ListView> ReadAsync(long number, Actor actor, CancellationToken ct)
    {
        var list = await lists.ReadAsync(number, ct);
        var entries = await lists.EntriesAsync(number, ct);
        var (reach, procedure) = (actor.Scope.Reach, list.Basis.Procedure);
        var detail = ListDetail.Of(list, entries, await lists.CountAsync(number, reach, ct), reach);
        var turns = list.List.State != ListState.Open ? [] : entries.Select(e => e.Entry).Where(e => reach.Holds(e.Opening.Region, e.Opening.FacilityId))
            .Select(e => (Entry: e, Next: e.Waiting(procedure))).Where(p => p.Next is not null)
            .GroupBy(p => (p.Next!.Department, p.Next.Level, Act: StepOf(p.Entry.State)))
            .Select(g => new Turn(g.Key.Department, g.Key.Level, g.Key.Act, g.Count(), g.Count(p => EntryActs.Of(actor, p.Entry, procedure).Contains(g.Key.Act))))
            .OrderBy(t => t.Act).ThenBy(t => t.Department).ToArray();
        return new(list, detail, turns, entries.Where(e => e.Entry.Included).Select(e => e.Entry.Opening.FacilityId).Distinct().Count());
    }

    /// <summary>Lists, the newest first, with how far each is.</summary>
    internal async Task<IReadOnlyList<ListLine>> ListAsync(ListFilter filter, int? screenedYear, Actor actor, int most, CancellationToken ct)
    {
        var found = (await lists.ListAsync(filter, actor.Scope.Reach, null, MostLists, ct)).Where(l => screenedYear is null || l.Basis.ScreenedYear == screenedYear).Take(most);
        var lines = new List<ListLine>();
        foreach (var list in found)
        {
            var (signed, signers) = list.List.State == ListState.Open ? await SignedAsync(list, ct) : Signed(list);
            lines.Add(new(list, await lists.CountAsync(list.Id, actor.Scope.Reach, ct), signed, signers));
        }

        return lines;
    }

    /// <summary>Years of lists within reach.</summary>
    internal async Task<IReadOnlyList<int>> YearsAsync(Actor actor, CancellationToken ct) =>
        [.. (await lists.ListAsync(new(), actor.Scope.Reach, null, MostLists, ct)).Select(l => l.Basis.ScreenedYear).Distinct().OrderDescending()];

    /// <summary>What waits for the reader: steps that are his, and classes that his department signs once all in them is fixed.</summary>
    internal async Task<IReadOnlyList<QueuedList>> QueueAsync(Actor actor, CancellationToken ct)
    {
        var (turns, queue) = (EntryActs.TurnsOf(actor), new List<QueuedList>());
        foreach (var list in await lists.ListAsync(new() { State = ListState.Open }, actor.Scope.Reach, null, MostLists, ct))
        {
            var mine = turns.Count == 0 ? 0 : (await lists.PageAsync(list.Id, new EntryFilter { WaitingFor = turns, Reach = actor.Scope.Reach }, 0, MostMine, ct)).Count;
            var parts = SignsOf(actor, list) is { Count: > 0 } departments ? ToSign(list, [.. (await lists.EntriesAsync(list.Id, ct)).Select(e => e.Entry)], departments) : [];
            if (mine > 0 || parts.Length > 0) queue.Add(new(list, mine, parts));
        }

        return queue;
    }

    /// <summary>Departments for which somebody may sign a list.</summary>
    internal static IReadOnlyList<Department> SignsOf(Actor actor, StoredList list) =>
        [.. actor.As(Permission.SignLists, list.List.Head.Jurisdiction).Select(o => o.Department).Distinct()];

    /// <summary>Finished screenings of which a list can be made, within reach, the newest first.</summary>
    internal async Task<IReadOnlyList<ScreeningHead>> RunsAsync(Actor actor, CancellationToken ct) =>
        [.. (await screenings.ListAsync(actor.Scope.Reach, null, MostLists, ct)).Where(r => r.Releasable)];

    private async Task<(int Signed, int Signers)> SignedAsync(StoredList list, CancellationToken ct)
    {
        var parts = PartAnswer.Of(list, [.. (await lists.EntriesAsync(list.Id, ct)).Select(e => e.Entry)]);
        return (parts.Sum(p => p.Signers.Count(d => p.Signatures.LastOrDefault(s => s.By.Department == d) is { Valid: true, Refusal: null })), parts.Sum(p => p.Signers.Count));
    }

    // A list that is closed does not change: nobody needs its entries to know who signed.
    private static (int Signed, int Signers) Signed(StoredList list)
    {
        var signed = list.List.Signatures.Where(s => s.Refusal is null).Select(s => (s.ClassId, s.By.Department)).Distinct().Count();
        return (signed, signed);
    }

    private static PartAnswer[] ToSign(StoredList list, IReadOnlyList<ListEntry> entries, IReadOnlyList<Department> departments) =>
    [
        .. PartAnswer.Of(list, entries).Where(p => p.Included > 0
            && p.Signers.Any(d => departments.Contains(d) && !p.Signatures.Any(s => s.Valid && s.By.Department == d))
            && entries.All(e => e.Opening.ClassId != p.ClassId || e.State is EntryState.Fixed or EntryState.Withdrawn)),
    ];

    private static EntryAct StepOf(EntryState state) => state switch
    {
        EntryState.Screened => EntryAct.Propose,
        EntryState.Proposed => EntryAct.Verify,
        _ => EntryAct.Fix,
    };
}
