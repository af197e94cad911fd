using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Screenings;

namespace CleanProd.Rules.Host.Screenings;

/// <summary>Takes orders for screenings, from officers and from schedules.</summary>
internal sealed class ScreeningOffice(Store store, ScreeningStore screenings, LawBooks books, ScreeningQueue queue)
{
    private DateTimeOffset Now => store.Clock.GetUtcNow();

    /// <summary>Orders a screening and sets it going.</summary>
    /// <param name="order">What is asked for.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="ct">Breaks it off.</param>
    /// <exception cref="RefusedActException">Year, date or time do not fit; codes <c>bad_year</c>, <c>bad_as_of</c>, <c>bad_known_at</c>.</exception>
    /// <exception cref="PackSelectionException">No pack, or more than one, governs on that day.</exception>
    internal async Task<ScreeningHead> OrderAsync(WantedScreening order, Officer by, CancellationToken ct)
    {
        if (order.Year is < 1900 or > 2200) throw new RefusedActException("bad_year", new("年度应为四位数字，如2024。", "Give a year such as 2024."));
        var (now, today) = (Now, Schedule.DayOf(Now));
        if (order.KnownAt > now) throw new RefusedActException("bad_known_at", new("不能使用将来才知道的数据。", "Facts cannot be known from a time to come."));
        var usual = new DateOnly(order.Year + 1, 1, 15);
        var asOf = order.AsOf ?? (usual <= today ? usual : today);
        if (asOf > today && order.Kind != ScreeningKind.Dry)
            throw new RefusedActException("bad_as_of", new("判定日期不能晚于今天；可先试运行。", "The determination date lies in the future: only a dry run may look ahead."));
        var packs = await PacksAsync(order.Packs, asOf, ct);
        var texts = new List<(string, byte[])>();
        foreach (var pack in packs) texts.Add((pack.Name, await books.TextOfAsync(pack, ct)));
        return await StartAsync(
            new(order.Kind, order.Region, order.Year, asOf, order.KnownAt ?? now, texts, books.ReferenceFiles, order.CrossCheck)
            {
                Occurrence = order.Occurrence, DueAt = order.DueAt,
            },
            by, ct);
    }

    /// <summary>
    /// Orders a correction: with the packs and tables of the base run, over what is known now, judging only what was touched since. Of a dry run, it is
    /// one too.
    /// </summary>
    /// <exception cref="RefusedActException">The base run is not finished.</exception>
    internal async Task<ScreeningHead> CorrectAsync(ScreeningHead before, DateTimeOffset? knownAt, Officer by, CancellationToken ct)
    {
        if (before.State != ScreeningState.Finished) throw new RefusedActException("illegal_transition", new("只能对已完成的筛查进行更正。", "Only a finished screening can be corrected."));
        var at = knownAt ?? Now;
        if (at > Now || at < before.KnownAt)
            throw new RefusedActException("bad_known_at", new("数据时点应在原筛查之后、现在之前。", "Give a time between that of the base run and now."));
        var packs = new List<(string, byte[])>();
        foreach (var pack in before.Packs) packs.Add((pack, await books.TextAsync(LawBooks.HashOf(pack))));
        var reference = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (name, sha256) in before.Reference) reference.Add(name, await books.TextAsync(sha256));
        var kind = before.Kind == ScreeningKind.Dry ? ScreeningKind.Dry : ScreeningKind.Correction;
        return await StartAsync(new(kind, before.Region, before.Year, before.AsOf, at, packs, reference, before.CrossCheck) { BaseRun = before.Id }, by, ct);
    }

    /// <summary>Orders an occurrence for which no pack governs: a screening that fails and says so, rather than silence.</summary>
    internal Task<ScreeningHead> OrderWithoutPacksAsync(Schedule schedule, ScheduleOccurrence occurrence, Officer by, CancellationToken ct) => StartAsync(
        new(ScreeningKind.Annual, schedule.Region, occurrence.ScreenedYear, occurrence.AsOf, Now, [], books.ReferenceFiles, CrossCheck.Sample)
        {
            Occurrence = occurrence.Key, DueAt = occurrence.DueAt,
        },
        by, ct);

    private async Task<ScreeningHead> StartAsync(ScreeningOrder order, Officer by, CancellationToken ct)
    {
        var run = await screenings.StartAsync(order, by, ct);
        queue.Put(new PendingStep(run.Id, ScreeningStep.Prepare));
        return run;
    }

    private async Task<IReadOnlyList<RulePack>> PacksAsync(IReadOnlyList<string>? named, DateOnly asOf, CancellationToken ct)
    {
        if (named is not { Count: > 0 }) return await books.PacksOnAsync(asOf, ct);
        var packs = new List<RulePack>();
        foreach (var name in named)
        {
            packs.Add(PackSelection.Named(
                await books.FindAsync(name, asOf, ct) ?? throw new RefusedActException("bad_pack", new($"没有规则包“{name}”。", $"There is no rule pack '{name}'.")), asOf));
        }

        return packs;
    }
}

/// <summary>What somebody asks for.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Region">The jurisdiction.</param>
/// <param name="Year">The year to screen.</param>
internal sealed record WantedScreening(ScreeningKind Kind, RegionCode Region, int Year)
{
    /// <summary>The determination date; null for 15 January after the year, or today if that is earlier.</summary>
    internal DateOnly? AsOf { get; init; }

    /// <summary>The facts are those known at this time; null for now.</summary>
    internal DateTimeOffset? KnownAt { get; init; }

    /// <summary>Packs by id or <c>id@sha256</c>; null for those that govern on the determination date.</summary>
    internal IReadOnlyList<string>? Packs { get; init; }

    /// <summary>How much is read a second time.</summary>
    internal CrossCheck CrossCheck { get; init; } = CrossCheck.Sample;

    /// <summary>The occurrence of a schedule.</summary>
    internal string? Occurrence { get; init; }

    /// <summary>When that was due.</summary>
    internal DateTimeOffset? DueAt { get; init; }
}
