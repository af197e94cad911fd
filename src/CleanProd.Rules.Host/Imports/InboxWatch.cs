using System.Diagnostics;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Merging;
using CleanProd.Rules.Host.Jobs;
using CleanProd.Rules.Host.Serve;
using CleanProd.Rules.Import;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Imports;
using Hangfire;

namespace CleanProd.Rules.Host.Imports;

/// <summary>
/// Looks through the inbox and hands in what is complete: what has had the same names, lengths and times for a while. The store remembers every
/// item under a lock, so that of several processes that come upon it at once one hands it in, and none does so a second time; an item that changed is a new
/// one.
/// </summary>
internal sealed partial class InboxWatch(
    InboxFolder folder, ImportDesk desk, ImportStore imports, IBackgroundJobClient jobs, ServiceOptions options, ILogger<InboxWatch> log) : IUnfinishedWork, IAsyncDisposable
{
    private readonly Dictionary<string, Seen> _seen = new(StringComparer.Ordinal);
    private Task? _sweep;

    /// <summary>Begins to look through the inbox, unless that is going on: large files must not hold up the care for other work.</summary>
    public async Task ResumeAsync(CancellationToken ct)
    {
        if (folder.Path is null || _sweep is { IsCompleted: false }) return;
        var before = _sweep;
        _sweep = null;
        if (before is not null) await before;
        _sweep = Task.Run(() => SweepAsync(ct), ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (_sweep is not null) await _sweep.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Looks through it once.</summary>
    internal async Task SweepAsync(CancellationToken ct)
    {
        var items = folder.Look().Items;
        foreach (var gone in _seen.Keys.Except(items.Select(i => i.Name), StringComparer.Ordinal).ToArray()) _seen.Remove(gone);
        foreach (var item in items)
        {
            if (!_seen.TryGetValue(item.Name, out var seen) || seen.Fingerprint != item.Fingerprint)
            {
                _seen[item.Name] = new(item.Fingerprint, Stopwatch.GetTimestamp(), false);
                continue;
            }

            if (seen.Done || Stopwatch.GetElapsedTime(seen.Since) < options.InboxSettle) continue;
            try
            {
                if (await imports.OfInboxAsync(item.Item, ct) is not null || await TakeAsync(item, ct)) _seen[item.Name] = seen with { Done = true };
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The others need not wait for this one; it is tried again.
                Failed(log, item.Name, e);
            }
        }
    }

    // False when it is to be looked at again.
    private async Task<bool> TakeAsync(InboxFind item, CancellationToken ct)
    {
        var files = new List<GivenFile>();
        foreach (var (name, path) in item.Files)
        {
            FileStream content;
            try
            {
                content = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
            {
                return false;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                await SayUnreadableAsync(item, new($"无法读取收件夹中的 {item.Name}（{name}）：{e.Message}", $"{item.Name} ({name}) in the inbox cannot be read: {e.Message}"), ct);
                return false;
            }

            await using (content)
            {
                try
                {
                    files.Add(await desk.KeepAsync(name, content, ct));
                }
                catch (RefusedActException e)
                {
                    await SayUnreadableAsync(item, e.Reason, ct);
                    return false;
                }
            }
        }

        // What was written to meanwhile is not what was copied.
        if (folder.Again(item)?.Fingerprint != item.Fingerprint) return false;
        var given = await desk.HandInAsync(Order(item, files) with { Inbox = item.Item }, ct);
        if (!given.Already) jobs.Enqueue<ImportJob>(j => j.RunAsync(given.Import, CancellationToken.None));
        return true;
    }

    // An import that failed is where people look for their data.
    private async Task SayUnreadableAsync(InboxFind item, Wording reason, CancellationToken ct)
    {
        if (await imports.OfInboxAsync(item.Unreadable, ct) is not null) return;
        var given = await desk.HandInAsync(Order(item, []) with { Inbox = item.Unreadable }, ct);
        var token = Guid.NewGuid().ToString("N");
        if (!given.Already && await imports.TakeAsync(given.Import, token, options.Lease, ct) is not null) await imports.FailAsync(given.Import, token, reason, ct);
    }

    private static NewImport Order(InboxFind item, IReadOnlyList<GivenFile> files) =>
        new(item.Region, ImportMode.Adds, Officer.System with { Region = item.Region }, ImportReach.Of(item.Region), files) { Label = item.Name };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Taking {Item} from the inbox failed; it is tried again")]
    private static partial void Failed(ILogger log, string item, Exception error);

    private sealed record Seen(string Fingerprint, long Since, bool Done);
}
