using CleanProd.Rules.Cases;
using CleanProd.Rules.Cases.Objections;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Pages.Lists;
using CleanProd.Rules.Host.Pages.Shell;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Publication;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Cases;
using CleanProd.Rules.Storage.Enterprises;
using CleanProd.Rules.Storage.Imports;
using CleanProd.Rules.Storage.Lists;
using CleanProd.Rules.Storage.Screenings;
using Actor = CleanProd.Rules.Host.Access.Actor;

namespace CleanProd.Rules.Host.Pages.Home;

/// <summary>A step of the way from data to acceptance.</summary>
internal sealed record FunnelStep(Wording Name, int Count, string Path);

/// <summary>Something that waits for the reader.</summary>
internal sealed record Waiting(Wording Text, string Path);

/// <summary>A year at a glance, cut to what the reader reaches.</summary>
internal sealed record YearFigures(
    IReadOnlyList<int> Years, IReadOnlyList<FunnelStep> Funnel, IReadOnlyList<JudgedCount> Counts, IReadOnlyList<YearChange> Changes, bool ComparedWithYearBefore)
{
    internal int Of(Outcome outcome) => Counts.Where(c => c.Outcome == outcome).Sum(c => c.Count);

    internal int Judged => Counts.Sum(c => c.Count);
}

/// <summary>Gathers what the first page shows from the stores that the API reads. It counts and decides nothing.</summary>
internal sealed class HomeFigures(
    EnterpriseStore enterprises, ScreeningStore screenings, ListStore lists, CaseStore cases, ImportStore imports, ObjectionStore objections, MessageStore messages,
    ListDesk desk) : IPageReader
{
    private const int MostLists = 200;
    private const int MostCases = 20_000;
    private const int MostChanges = 500;

    // Past the service of the notice and past the start of the audit, in whichever way it went on.
    private static readonly CaseStage[] NotYetNotified = [CaseStage.Published];
    private static readonly CaseStage[] NotYetStarted = [CaseStage.Published, CaseStage.Notified, CaseStage.Announced, CaseStage.PlanFiled];
    private static readonly CaseStage[] Ended = [CaseStage.Withdrawn, CaseStage.EnterpriseClosed, CaseStage.RolledOver];

    /// <summary>The day by Beijing time.</summary>
    internal DateOnly Today => cases.Today;

    /// <summary>The year that is shown when none is chosen: the latest that was screened, else the one before this.</summary>
    internal async Task<int> UsualYearAsync(Actor actor, CancellationToken ct) =>
        (await YearsAsync(actor, ct)) is [var latest, ..] ? latest : Today.Year - 1;

    /// <summary>The year.</summary>
    internal async Task<YearFigures> YearAsync(Actor actor, int year, CancellationToken ct)
    {
        var reach = actor.Scope.Reach;
        var years = await YearsAsync(actor, ct);
        var counts = await enterprises.CountAsync(year, reach, ct);
        var entries = new List<EntryCount>();
        foreach (var list in (await lists.ListAsync(new(), reach, null, MostLists, ct)).Where(l => l.Basis.ScreenedYear == year && l.List.State != ListState.Abandoned))
            entries.AddRange(await lists.CountAsync(list.Id, reach, ct));
        var followed = (await cases.ListAsync(new CaseFilter(reach), null, MostCases, ct)).Where(c => c.Year == year + 1 && !Ended.Contains(c.Stage)).ToArray();
        FunnelStep[] funnel =
        [
            new(HomeTexts.Imported, await enterprises.CountAsync(reach, ct), "/imports"),
            new(HomeTexts.Screened, counts.Sum(c => c.Count), $"/results?year={year}"),
            new(HomeTexts.Listed, counts.Where(c => c.Outcome == Outcome.Triggered).Sum(c => c.Count), $"/results?year={year}&outcome=triggered"),
            new(HomeTexts.Approved, Included(entries, EntryState.Fixed, EntryState.Published), $"/lists?year={year}"),
            new(HomeTexts.Published, Included(entries, EntryState.Published), $"/lists?year={year}"),
            new(HomeTexts.Notified, followed.Count(c => !NotYetNotified.Contains(c.Stage)), "/cases"),
            new(HomeTexts.Started, followed.Count(c => !NotYetStarted.Contains(c.Stage)), "/cases"),
            new(HomeTexts.Accepted, followed.Count(c => c.Stage is CaseStage.Accepted or CaseStage.Closed), "/cases"),
        ];
        return new(years, funnel, counts, await enterprises.ChangesAsync(year, reach, MostChanges, ct), years.Contains(year - 1));
    }

    /// <summary>What waits for the reader, whichever year it is of.</summary>
    internal async Task<IReadOnlyList<Waiting>> WaitingAsync(Actor actor, CancellationToken ct)
    {
        var found = new List<Waiting>();
        var reach = actor.Scope.Reach;
        bool May(Permission permission) => actor.Grants.Any(g => g.Role.Has(permission));
        if (May(Permission.SettleImports) && (await imports.ListAsync(actor.Scope.Regions, ImportState.Waiting, null, 100, ct)).Count is > 0 and var waiting)
            found.Add(new(HomeTexts.ImportsWait.With(waiting), "/imports?state=waiting"));
        foreach (var queued in await desk.QueueAsync(actor, ct))
        {
            if (queued.Entries > 0) found.Add(new(HomeTexts.EntriesWait.With(queued.List.List.Head.Title, queued.Entries), $"/lists/{queued.List.Id}?waiting=true"));
            if (queued.Parts.Count > 0) found.Add(new(HomeTexts.SignaturesWait.With(queued.List.List.Head.Title), $"/lists/{queued.List.Id}?class={queued.Parts[0].ClassId}"));
        }

        if (May(Permission.AnswerObjections) && (await objections.ListAsync(reach, ObjectionState.Filed, null, null, 100, ct)).Count is > 0 and var filed)
            found.Add(new(HomeTexts.ObjectionsWait.With(filed), "/cases/objections"));
        if (May(Permission.ReadCases) && (await messages.ListAsync(new(reach, actor.AccountId) { Unread = true }, null, 100, ct)).Count is > 0 and var unread)
            found.Add(new(HomeTexts.MessagesWait.With(unread), "/cases/reminders"));
        return found;
    }

    /// <summary>What is overdue, and what falls due within a week.</summary>
    internal async Task<IReadOnlyList<DutyLine>> DeadlinesAsync(Actor actor, CancellationToken ct)
    {
        if (!actor.Grants.Any(g => g.Role.Has(Permission.ReadCases))) return [];
        var filter = new CaseFilter(actor.Scope.Reach);
        return [.. await cases.OverdueAsync(filter, Today, 500, ct), .. await cases.CalendarAsync(filter, Today, Today.AddDays(7), 500, ct)];
    }

    private async Task<IReadOnlyList<int>> YearsAsync(Actor actor, CancellationToken ct) =>
        [.. (await screenings.ListAsync(actor.Scope.Reach, null, MostLists, ct)).Where(r => r.State == ScreeningState.Finished && r.Kind != ScreeningKind.Dry).Select(r => r.Year).Distinct().OrderDescending()];

    private static int Included(IEnumerable<EntryCount> entries, params EntryState[] states) => entries.Where(e => e.Included && states.Contains(e.State)).Sum(e => e.Count);
}
