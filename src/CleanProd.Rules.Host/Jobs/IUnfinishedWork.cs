namespace CleanProd.Rules.Host.Jobs;

/// <summary>
/// Background work that our own tables know about. The queue only wakes workers: what it loses or repeats is found here and does no harm.
/// </summary>
internal interface IUnfinishedWork
{
    /// <summary>Queues whatever should be running and has given no sign of life for the length of a lease. Called often, by every process.</summary>
    Task ResumeAsync(CancellationToken ct);
}
