using System.Data.Common;
using System.Text;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Jobs;
using CleanProd.Rules.Host.Serve;
using CleanProd.Rules.Import;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Imports;
using Hangfire;

namespace CleanProd.Rules.Host.Imports;

/// <summary>
/// Reads one import. It may be begun any number of times and killed at any moment: who holds the lease writes everything in one transaction,
/// everybody else nothing.
/// </summary>
internal sealed partial class ImportJob(ImportStore imports, SourceStore sources, ReferenceData reference, ServiceOptions options, ILogger<ImportJob> log)
{
    // What brought the process down so often would do it again.
    private const int MostAttempts = 20;

    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(1);

    /// <summary>Reads an import unless somebody else does.</summary>
    [Queue(Queues.Urgent)]
    [AutomaticRetry(Attempts = 0)]
    public async Task RunAsync(long import, CancellationToken ct)
    {
        var token = Guid.NewGuid().ToString("N");
        if (await imports.TakeAsync(import, token, options.Lease, ct) is not { } work) return;
        try
        {
            if (work.Attempt > MostAttempts)
            {
                await imports.FailAsync(import, token, new(
                    "多次读取均异常中断，请联系管理员查看日志。", "Reading it broke off again and again; ask the administrator to look at the log."), ct);
                return;
            }

            using var scratch = new ScratchFile();
            var (content, failure) = await ReadAsync(work, token, scratch, ct);
            _ = content is not null ? await imports.FinishAsync(import, token, content, ct) : await imports.FailAsync(import, token, failure!, ct);
        }
        catch (RefusedActException e) when (e.Code == "illegal_transition")
        {
            // It was cancelled while it was read.
            Dropped(log, import);
        }
        catch (LostLeaseException)
        {
            Dropped(log, import);
        }
    }

    private async Task<(ImportResult? Content, Wording? Failure)> ReadAsync(ImportWork work, string token, ScratchFile scratch, CancellationToken ct)
    {
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var progress = new LastProgress();
        var read = Task.Run(() => Parse(work, scratch, progress, reading.Token), reading.Token);
        while (await Task.WhenAny(read, Task.Delay(Pulse, ct)) != read)
        {
            if (await imports.RenewAsync(work.Import, token, options.Lease, progress.Last, ct)) continue;
            await reading.CancelAsync();
            await read.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            throw new LostLeaseException();
        }

        ct.ThrowIfCancellationRequested();
        await imports.RenewAsync(work.Import, token, options.Lease, progress.Last, ct);
        try
        {
            var content = await read;
            var known = await imports.KnownPlacesAsync([.. content.Facts.Facilities.Select(f => f.Facility.Id)], ct);
            return (work.Reach.Hold(content, known), null);
        }
        catch (Exception e) when (e is ImportException or ColumnMapException)
        {
            return (null, Wording.Same(e.Message));
        }
        catch (Exception e) when (e is not (OperationCanceledException or DbException or IOException or TimeoutException))
        {
            // Another try would end the same way.
            Fault(log, work.Import, e);
            return (null, new("读取时发生程序内部错误，请联系管理员查看日志。", "The program failed while reading it; ask the administrator to look at the log."));
        }
    }

    private ImportResult Parse(ImportWork work, ScratchFile scratch, IProgress<ImportProgress> progress, CancellationToken ct)
    {
        var map = work.Map is { } given ? ColumnMapReader.Read(Text(given), given.Name) : null;
        var files = work.Files.Select(f => new SourceFile(f.Name, () => sources.Open(f.Sha256))).ToArray();
        return new DataSetImporter(reference, map, new ImportArguments(work.Year ?? 0)) { Scratch = scratch }.Import(files, progress, ct);
    }

    private string Text(GivenFile file)
    {
        using var reader = new StreamReader(sources.Open(file.Sha256), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Import {Import} was cancelled, or is read by another worker")]
    private static partial void Dropped(ILogger log, long import);

    [LoggerMessage(Level = LogLevel.Error, Message = "Reading import {Import} failed")]
    private static partial void Fault(ILogger log, long import, Exception error);

    private sealed class LostLeaseException : Exception;

    private sealed class LastProgress : IProgress<ImportProgress>
    {
        internal ImportProgress? Last { get; private set; }

        public void Report(ImportProgress value) => Last = value;
    }
}
