using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Screenings;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Cases;
using CleanProd.Rules.Storage.Lists;
using CleanProd.Rules.Storage.Screenings;

namespace CleanProd.Rules.Host.Cases;

/// <summary>Corrections of the screening behind a list: with its packs and tables, over what is known now.</summary>
internal sealed class Redeterminations(ScreeningOffice office, ScreeningStore screenings, PublicationStore publications) : IRedeterminations
{
    public async Task<long> StartAsync(long objection, FacilityId facility, string list, Officer by, CancellationToken ct)
    {
        var publication = await publications.FindAsync(CaseActors.Number(list), ct) ?? throw new KeyNotFoundException($"List {list} is not published.");
        var run = publication.Basis.RunId is { } number ? await screenings.FindAsync(number, ct) : null;
        if (run is null) throw new RefusedActException("no_screening", new("该名单没有对应的筛查，无法重新判定。", "No screening stands behind the list: there is nothing to determine again."));
        return (await office.CorrectAsync(run, null, by, ct)).Id;
    }

    public async Task<Redetermination?> ResultAsync(long run, FacilityId facility, CancellationToken ct)
    {
        var head = await screenings.FindAsync(run, ct);
        if (head is not { State: ScreeningState.Finished })
        {
            return head is { State: ScreeningState.Failed or ScreeningState.Cancelled }
                ? throw new RefusedActException("screening_failed", new($"重新筛查（{run}号）未完成，请再次筛查。", $"Screening {run} did not end well: screen again."))
                : null;
        }

        var found = await screenings.FindAsync(run, facility, ct) ?? throw new KeyNotFoundException($"Screening {run} has no enterprise {facility}.");
        var grounds = found.Determination.Rules.Where(r => r.Outcome == Outcome.Triggered).Select(GroundLabel.KeyOf).Distinct(StringComparer.Ordinal);
        return new(Api.ActView.Word(found.Outcome), [.. grounds]);
    }
}
