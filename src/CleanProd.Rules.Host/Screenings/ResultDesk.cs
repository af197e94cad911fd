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

    /// <summary>Some of them.</summary>
    internal async Task<IReadOnlyList<ResultLine>> PageAsync(ResultQuestion question, Reach reach, int skip, int most, CancellationToken ct)
    {
        var filter = await FilterAsync(question, reach, ct);
        if (question.Sort != ResultSort.Margin) return await LinesAsync(await enterprises.ResultsAsync(filter, OrderOf(question.Sort), question.Descending, skip, most, ct), ct);
        var page = (await ByMarginAsync(question, filter, ct)).Skip(skip).Take(most).ToArray();
        return await ThoseAsync(filter, page, ct);
    }

    /// <summary>All of them, read in blocks.</summary>
    internal async IAsyncEnumerable<ResultLine> ReadAsync(ResultQuestion question, Reach reach, [EnumeratorCancellation] CancellationToken ct)
    {
        var filter = await FilterAsync(question, reach, ct);
        var order = question.Sort == ResultSort.Margin ? await ByMarginAsync(question, filter, ct) : null;
        for (var skip = 0; ; skip += Block)
        {
            var block = order is null
                ? await LinesAsync(await enterprises.ResultsAsync(filter, OrderOf(question.Sort), question.Descending, skip, Block, ct), ct)
                : await ThoseAsync(filter, [.. order.Skip(skip).Take(Block)], ct);
            foreach (var line in block) yield return line;
            if (block.Count < Block) yield break;
        }
    }

    /// <summary>Kinds of facts that are missing somewhere, with how many enterprises lack them.</summary>
    internal async Task<IReadOnlyList<(string Kind, int Count)>> MissingKindsAsync(ResultQuestion question, Reach reach, CancellationToken ct)
    {
        var known = await TraitsAsync(question, ct);
        var open = await enterprises.ResultIdentitiesAsync(new(question.Year) { Run = question.Run, Reach = reach, Outcome = Outcome.Undetermined }, ct);
        return [.. open.SelectMany(id => known.GetValueOrDefault(id)?.Missing ?? []).CountBy(k => k).OrderByDescending(k => k.Value).ThenBy(k => k.Key, StringComparer.Ordinal).Select(k => (k.Key, k.Value))];
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

    private async Task<string[]> ByMarginAsync(ResultQuestion question, ResultFilter filter, CancellationToken ct)
    {
        var known = await TraitsAsync(question, ct);
        var found = (await enterprises.ResultIdentitiesAsync(filter, ct)).Select(id => (Id: id, known.GetValueOrDefault(id)?.Ratio));
        // Without a number last, whichever way round.
        return [.. (question.Descending
            ? found.OrderBy(f => f.Ratio is null).ThenBy(f => f.Ratio)
            : found.OrderBy(f => f.Ratio is null).ThenByDescending(f => f.Ratio)).Select(f => f.Id)];
    }

    private async Task<IReadOnlyList<ResultLine>> ThoseAsync(ResultFilter filter, string[] ids, CancellationToken ct)
    {
        var rows = (await enterprises.ResultsAsync(filter with { Among = ids }, ResultOrder.Identity, false, 0, ids.Length, ct)).ToDictionary(r => r.FacilityId.Value, StringComparer.Ordinal);
        return await LinesAsync([.. ids.Where(rows.ContainsKey).Select(id => rows[id])], ct);
    }

    private async Task<IReadOnlyList<ResultLine>> LinesAsync(IReadOnlyList<ResultRow> rows, CancellationToken ct)
    {
        var known = new Dictionary<string, DeterminationTraits>(StringComparer.Ordinal);
        foreach (var run in rows.GroupBy(r => r.Run))
            foreach (var told in await screenings.TraitsAsync(run.Key, [.. run.Select(r => r.FacilityId)], ct)) known[told.FacilityId] = told;
        return [.. rows.Select(r => Line(r, known[r.FacilityId.Value]))];
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
