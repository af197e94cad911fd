using CleanProd.Rules.Host.Jobs;
using CleanProd.Rules.Storage.Cases;
using CleanProd.Rules.Storage.Voluntary;

namespace CleanProd.Rules.Host.Cases;

/// <summary>
/// What cases need without anybody asking, by the legal clock: people are reminded. Everything is told done by the store's own rows, so that it may be asked for at any time,
/// by any number of processes.
/// </summary>
internal sealed class CaseCare(CaseStore cases, VoluntaryStore voluntary) : IUnfinishedWork
{
    public async Task ResumeAsync(CancellationToken ct)
    {
        await cases.RemindAsync(ct);
        await voluntary.RemindAsync(ct);
    }
}
