using System.Diagnostics;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Imports;
using CleanProd.Rules.Host.Jobs;
using CleanProd.Rules.Host.Serve;
using CleanProd.Rules.Storage;

namespace CleanProd.Rules.Host.Upkeep;

/// <summary>How the system stands, for administrators.</summary>
/// <param name="Ok">Whether nothing needs attention.</param>
/// <param name="Alarms">What does.</param>
/// <param name="Store">The database.</param>
/// <param name="Queue">The queues; null while the database does not answer.</param>
/// <param name="Disks">Room where this process writes.</param>
/// <param name="LastBackup">The newest whole backup of the configured folder.</param>
/// <param name="Process">The process that answers.</param>
internal sealed record HealthReport(
    bool Ok, IReadOnlyList<Alarm> Alarms, StoreHealth Store, QueueState? Queue, IReadOnlyList<DiskHealth> Disks, BackupLine? LastBackup, ProcessHealth Process);

/// <summary>Something that needs attention.</summary>
/// <param name="Code">Stable name in snake case.</param>
/// <param name="Text">What it is and what to do.</param>
internal sealed record Alarm(string Code, Wording Text);

/// <summary>The database.</summary>
internal sealed record StoreHealth(StoreKind Kind, bool Answers, bool Current, double Milliseconds);

/// <summary>Room on the disk of a folder.</summary>
internal sealed record DiskHealth(string Folder, long FreeBytes, long TotalBytes);

/// <summary>A process: its name among the workers, its memory as the system sees it, and what lives in its managed heap.</summary>
internal sealed record ProcessHealth(string Name, long WorkingSetBytes, long HeapBytes)
{
    /// <summary>This one, now.</summary>
    internal static ProcessHealth Now => new(FormattableString.Invariant($"{Environment.MachineName}/{Environment.ProcessId}"), Environment.WorkingSet, GC.GetTotalMemory(forceFullCollection: false));
}

/// <summary>Looks at everything that can go wrong while nobody looks.</summary>
internal sealed class SystemHealth(Store store, QueueWatch queues, Backups backups, InboxFolder inbox, ServiceOptions options)
{
    // Under these somebody should look before it is too late.
    private const long LeastFreeBytes = 1L << 30;
    private const int StraysShown = 5;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan OldestBackup = TimeSpan.FromDays(2);

    /// <summary>Looks now.</summary>
    internal async Task<HealthReport> LookAsync(CancellationToken ct)
    {
        var database = await StoreAsync(ct);
        var queue = database.Answers ? queues.Look() : null;
        var disks = Folders().Distinct(StringComparer.Ordinal).Select(f => new DriveInfo(f) is var d ? new DiskHealth(f, d.AvailableFreeSpace, d.TotalSize) : null!).ToArray();
        var last = backups.List().FirstOrDefault(b => b.State == BackupState.Done);
        Alarm[] alarms = [.. StoreAlarms(database), .. QueueAlarms(queue), .. DiskAlarms(disks), .. BackupAlarms(last), .. InboxAlarms()];
        return new(alarms.Length == 0, alarms, database, queue, disks, last, ProcessHealth.Now);
    }

    private async Task<StoreHealth> StoreAsync(CancellationToken ct)
    {
        var asked = Stopwatch.GetTimestamp();
        var answers = await store.AnswersAsync(ct);
        var took = Stopwatch.GetElapsedTime(asked);
        return new(store.Address.Kind, answers, answers && await store.IsCurrentAsync(ct), Math.Round(took.TotalMilliseconds, 1));
    }

    private IEnumerable<string> Folders()
    {
        if (store.Address.Kind == StoreKind.Sqlite) yield return Path.GetDirectoryName(Path.GetFullPath(store.Address.Connection))!;
        if (options.Backups is { } folder && Directory.Exists(folder)) yield return Path.GetFullPath(folder);
    }

    private static IEnumerable<Alarm> StoreAlarms(StoreHealth database)
    {
        if (!database.Answers) yield return new("store_silent", new("数据库没有应答。", "The database does not answer."));
        else if (!database.Current) yield return new("store_other_version", new("存储已由其他版本的程序升级，请更新本进程。", "Another version upgraded the store: update this process."));
    }

    private static IEnumerable<Alarm> QueueAlarms(QueueState? queue)
    {
        if (queue is null) yield break;
        if (queue.Workers.Count == 0) yield return new("no_worker", new("没有进程处理后台任务。", "No process does background work."));
        if (queue.OldestWaiting > LongestWait) yield return new("queue_old", new("后台任务等待过久。", "Background jobs wait too long."));
        if (queue.Overdue > 0) yield return new("jobs_overdue", new("有定时任务到期未执行。", "Jobs whose time has passed are not taken."));
        if (queue.Failed > 0) yield return new("jobs_failed", new("有后台任务多次失败后被放弃，见 /hangfire。", "Jobs were given up after several failures; see /hangfire."));
        foreach (var job in queue.Recurring.Where(r => r.Disabled))
            yield return new("recurring_disabled", new($"周期任务 {job.Id} 已被停用：{job.Error}", $"The recurring job {job.Id} is disabled: {job.Error}"));
    }

    private static IEnumerable<Alarm> DiskAlarms(IEnumerable<DiskHealth> disks) => disks.Where(d => d.FreeBytes < LeastFreeBytes)
        .Select(d => new Alarm("disk_low", new($"{d.Folder} 所在磁盘剩余空间不足。", $"The disk of {d.Folder} is nearly full.")));

    private IEnumerable<Alarm> InboxAlarms()
    {
        if (inbox.Path is null) return [];
        try
        {
            var strays = inbox.Look().Strays;
            if (strays.Count == 0) return [];
            var (shown, more) = (string.Join('、', strays.Take(StraysShown)), strays.Count > StraysShown ? "…" : "");
            return
            [
                new("inbox_stray", new(
                    $"收件夹中有 {strays.Count} 项不在辖区文件夹内（或为链接），未导入：{shown}{more}。请移入以行政区划代码命名的文件夹，如 440100。",
                    $"{strays.Count} things in the inbox lie outside the folder of a jurisdiction, or are links, and are not imported: {shown}{more}. Move them into a folder named by its division code, such as 440100.")),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [new("inbox_unreachable", new($"收件夹无法读取：{e.Message}", $"The inbox cannot be read: {e.Message}"))];
        }
    }

    private IEnumerable<Alarm> BackupAlarms(BackupLine? last)
    {
        if (backups.Folder is null) yield return new("no_backup_folder", new("未设置备份文件夹（设置项 Backups）。", "No folder for backups is configured (setting Backups)."));
        else if (last is null) yield return new("no_backup", new("尚无备份。", "There is no backup yet."));
        else if (store.Clock.GetUtcNow() - last.TakenAt > OldestBackup) yield return new("backup_old", new("最近的备份已超过两天。", "The newest backup is older than two days."));
    }
}
