using System.Runtime.CompilerServices;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Enterprises;
using CleanProd.Rules.Storage.Screenings;

namespace CleanProd.Rules.Host.Screenings;

/// <summary>Answers which enterprises a year or a screening lists and why, a page at a time: for the API, the page of results and its export.</summary>
internal sealed class ResultDesk(EnterpriseStore enterprises, ScreeningStore screenings, RunTraits traits)
{
    private const int Block = 500;

    /// <summary>How many there are of each outcome; the outcome that is asked for is passed over.</summary>
    internal async Task<IReadOnlyDictionary<Outcome, int>> CountAsync(ResultQuestion question, Reach reach, CancellationToken ct) =>
        await enterprises.CountResultsAsync(await FilterAsync(question, reach, ct), ct);

    /// <summary>Where all of them are kept, in the order that is asked for.</summary>
    internal async Task<IReadOnlyList<ResultPlace>> PlacesAsync(ResultQuestion question, Reach reach, CancellationToken ct)
    {
        var filter = await FilterAsync(question, reach, ct);
        return question.Sort == ResultSort.Margin ? await ByMarginAsync(question, filter, ct) : await enterprises.PlacesAsync(filter, OrderOf(question.Sort), question.Descending, ct);
    }

    /// <summary>Those that are kept at some places.</summary>
    internal async Task<IReadOnlyList<ResultLine>> LinesAsync(int year, IReadOnlyList<ResultPlace> places, CancellationToken ct)
    {
        var rows = await enterprises.RowsAsync(year, places, ct);
        var known = new Dictionary<string, DeterminationTraits>(StringComparer.Ordinal);
        foreach (var run in rows.GroupBy(r => r.Run))
            foreach (var told in await screenings.TraitsAsync(run.Key, [.. run.Select(r => r.FacilityId)], ct)) known[told.FacilityId] = told;
        return [.. rows.Select(r => Line(r, known[r.FacilityId.Value]))];
    }

    /// <summary>All of them, read in blocks.</summary>
    internal async IAsyncEnumerable<ResultLine> ReadAsync(ResultQuestion question, Reach reach, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var block in (await PlacesAsync(question, reach, ct)).Chunk(Block))
            foreach (var line in await LinesAsync(question.Year, block, ct)) yield return line;
    }

    /// <summary>Kinds of facts that are missing somewhere, with how many enterprises lack them.</summary>
    internal async Task<IReadOnlyList<(string Kind, int Count)>> MissingKindsAsync(ResultQuestion question, Reach reach, CancellationToken ct)
    {
        var known = await TraitsAsync(question, ct);
        var open = await enterprises.IdentitiesAsync(new(question.Year) { Run = question.Run, Reach = reach, Outcome = Outcome.Undetermined }, ct);
        return [.. open.SelectMany(r => known.GetValueOrDefault(r.FacilityId)?.Missing ?? []).CountBy(k => k).OrderByDescending(k => k.Value).ThenBy(k => k.Key, StringComparer.Ordinal).Select(k => (k.Key, k.Value))];
    }

    private async Task<ResultFilter> FilterAsync(ResultQuestion q, Reach reach, CancellationToken ct)
    {
        var filter = new ResultFilter(q.Year)
        {
            Run = q.Run, Outcome = q.Outcome, Ground = q.Ground, Region = q.Region, Industry = q.Industry?.Trim().ToUpperInvariant(), Change = q.Change, Reach = reach,
            Text = q.Text?.Trim() is { Length: > 0 } text ? text : null,
        };
        if (filter.Text is { } asked && PinyinInitials.IsMeant(asked))
        {
            var also = new HashSet<string>(StringComparer.Ordinal);
            foreach (var run in await RunsAsync(q, ct)) also.UnionWith(await traits.WithInitialsAsync(run, asked));
            filter = filter with { Also = [.. also] };
        }

        if (!q.Near && q.Missing is null) return filter;
        var known = await TraitsAsync(q, ct);
        return filter with { Among = [.. known.Where(t => (!q.Near || t.Value.IsNear) && (q.Missing is null || t.Value.Missing.Contains(q.Missing))).Select(t => t.Key)] };
    }

    private async Task<IReadOnlyList<ResultPlace>> ByMarginAsync(ResultQuestion question, ResultFilter filter, CancellationToken ct)
    {
        var known = await TraitsAsync(question, ct);
        var found = (await enterprises.IdentitiesAsync(filter, ct)).Select(r => (r.Place, known.GetValueOrDefault(r.FacilityId)?.Ratio));
        // Without a number last, whichever way round.
        return [.. (question.Descending
            ? found.OrderBy(f => f.Ratio is null).ThenBy(f => f.Ratio)
            : found.OrderBy(f => f.Ratio is null).ThenByDescending(f => f.Ratio)).Select(f => f.Place)];
    }

    private static ResultLine Line(ResultRow row, DeterminationTraits told)
    {
        var nearest = told.Nearest is { } rule ? GroundLabel.NameOf(GroundLabel.KeyOf(rule)) : Wording.None;
        var about = told.Nearest?.Margin?.Subject;
        return new(
            row, told.Nearest?.Margin?.Ratio, string.IsNullOrEmpty(about) ? nearest : new($"{nearest.Zh} {about}", $"{nearest.En} {about}"),
            [.. told.Missing.Select(m => MissingFact.Of(m).Words).Distinct()]);
    }

    private async Task<IReadOnlyList<long>> RunsAsync(ResultQuestion question, CancellationToken ct) => question.Run is { } run ? [run] : await enterprises.RunsOfAsync(question.Year, ct);

    // Of several screenings the later tells of an enterprise that both judged.
    private async Task<IReadOnlyDictionary<string, ShortTraits>> TraitsAsync(ResultQuestion question, CancellationToken ct)
    {
        var runs = await RunsAsync(question, ct);
        if (runs is [var only]) return await traits.OfAsync(only).WaitAsync(ct);
        var all = new Dictionary<string, ShortTraits>(StringComparer.Ordinal);
        foreach (var run in runs.Order())
            foreach (var (id, told) in await traits.OfAsync(run).WaitAsync(ct)) all[id] = told;
        return all;
    }

    private static ResultOrder OrderOf(ResultSort sort) => sort switch
    {
        ResultSort.Name => ResultOrder.Name,
        ResultSort.Identity => ResultOrder.Identity,
        ResultSort.Place => ResultOrder.Place,
        ResultSort.Industry => ResultOrder.Industry,
        _ => ResultOrder.Outcome,
    };
}
