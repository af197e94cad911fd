using CleanProd.Rules.Host.Jobs;
using CleanProd.Rules.Storage.Cases;
using CleanProd.Rules.Storage.Voluntary;

namespace CleanProd.Rules.Host.Cases;

/// <summary>
/// What cases need without anybody asking, by the legal clock. Everything is told done by the store's own rows, so that it may be asked for
/// at any time, by any number of processes; each piece is asked for by itself, so that none waits for another that fails.
/// </summary>
internal sealed class CaseCare(Func<CancellationToken, Task> piece) : IUnfinishedWork
{
    public Task ResumeAsync(CancellationToken ct) => piece(ct);

    /// <summary>
    /// Publications open and change cases, served notices are noted, accepted objections are screened, people are reminded of last days and
    /// of certificates.
    /// </summary>
    internal static void AddTo(IServiceCollection services)
    {
        Add((s, ct) => s.GetRequiredService<CaseStore>().TakeUpAsync(s.GetRequiredService<IPublications>(), ct));
        Add((s, ct) => s.GetRequiredService<CaseStore>().NoteServiceAsync(ct));
        Add((s, ct) => s.GetRequiredService<ObjectionStore>().RedetermineAsync(s.GetRequiredService<IRedeterminations>(), ct));
        Add((s, ct) => s.GetRequiredService<CaseStore>().RemindAsync(ct));
        Add((s, ct) => s.GetRequiredService<VoluntaryStore>().RemindAsync(ct));

        void Add(Func<IServiceProvider, CancellationToken, Task> piece) => services.AddSingleton<IUnfinishedWork>(s => new CaseCare(ct => piece(s, ct)));
    }
}
