using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Enterprises;
using CleanProd.Rules.Storage.Screenings;

namespace CleanProd.Rules.Host.Pages.Results;

/// <summary>What can be chosen on the page of results.</summary>
/// <param name="Years">Years that were screened.</param>
/// <param name="Counts">Cities, industries and grounds of the year.</param>
internal sealed record ResultChoices(IReadOnlyList<int> Years, IReadOnlyList<JudgedCount> Counts);

/// <summary>Gathers what can be chosen.</summary>
internal sealed class ResultOptions(EnterpriseStore enterprises, ScreeningStore screenings, Store store) : IPageReader
{
    private const int MostRuns = 200;

    /// <summary>A screening that the reader's regions have to do with.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that number, or it lies elsewhere.</exception>
    internal async Task<ScreeningHead> RunAsync(long run, Reach reach, CancellationToken ct) =>
        await screenings.FindAsync(run, ct) is { State: ScreeningState.Finished } found && reach.Regions.Any(r => r.Touches(found.Region)) ? found : throw new KeyNotFoundException();

    /// <summary>The year that is shown when none is chosen: the latest that was screened, else the one before this.</summary>
    internal async Task<int> UsualYearAsync(Reach reach, CancellationToken ct) => await YearsAsync(reach, ct) is [var latest, ..] ? latest : Schedule.DayOf(store.Clock.GetUtcNow()).Year - 1;

    /// <summary>What can be chosen in a year.</summary>
    internal async Task<ResultChoices> OfAsync(int year, Reach reach, CancellationToken ct) => new(await YearsAsync(reach, ct), await enterprises.CountAsync(year, reach, ct));

    private async Task<IReadOnlyList<int>> YearsAsync(Reach reach, CancellationToken ct) =>
        [.. (await screenings.ListAsync(reach, null, MostRuns, ct)).Where(r => r.State == ScreeningState.Finished && r.Kind != ScreeningKind.Dry).Select(r => r.Year).Distinct().OrderDescending()];
}
