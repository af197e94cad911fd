using System.Text.Json;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Review;

namespace CleanProd.Rules.Storage.Screenings;

/// <summary>What a screening is to be run with: enough to run it again to the same bytes.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Region">The jurisdiction: its enterprises are judged.</param>
/// <param name="Year">The screened year.</param>
/// <param name="AsOf">The determination date.</param>
/// <param name="KnownAt">The facts are those known at this time.</param>
/// <param name="Packs">The texts of the packs in the order in which they are applied, by name (<c>id@sha256</c>).</param>
/// <param name="Reference">The files of the reference data by their names.</param>
/// <param name="CrossCheck">How much is read a second time.</param>
public sealed record ScreeningOrder(
    ScreeningKind Kind, RegionCode Region, int Year, DateOnly AsOf, DateTimeOffset KnownAt,
    IReadOnlyList<(string Name, byte[] Text)> Packs, IReadOnlyDictionary<string, byte[]> Reference, CrossCheck CrossCheck)
{
    /// <summary>Which occurrence of which schedule it is; an occurrence is screened once.</summary>
    public string? Occurrence { get; init; }

    /// <summary>When the occurrence was due.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The run that a correction starts from.</summary>
    public long? BaseRun { get; init; }
}

/// <summary>A screening as the store knows it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Region">The jurisdiction.</param>
/// <param name="Year">The screened year.</param>
/// <param name="AsOf">The determination date.</param>
/// <param name="KnownAt">The facts are those known at this time.</param>
/// <param name="State">How far it is.</param>
public sealed record ScreeningHead(
    long Id, ScreeningKind Kind, RegionCode Region, int Year, DateOnly AsOf, DateTimeOffset KnownAt, ScreeningState State)
{
    /// <summary>Numbers of the imports whose facts are judged.</summary>
    public required IReadOnlyList<long> Imports { get; init; }

    /// <summary>Names of the packs (<c>id@sha256</c>) in the order in which they are applied; <see cref="Documents.DocumentStore"/> has the texts.</summary>
    public required IReadOnlyList<string> Packs { get; init; }

    /// <summary>SHA-256 of every file of the reference data by its name; <see cref="Documents.DocumentStore"/> has the files.</summary>
    public required IReadOnlyDictionary<string, string> Reference { get; init; }

    /// <summary>SHA-256 over the reference data.</summary>
    public required string ReferenceHash { get; init; }

    /// <summary>How much is read a second time.</summary>
    public required CrossCheck CrossCheck { get; init; }

    /// <summary>Which occurrence of which schedule it is; null for what somebody ordered.</summary>
    public string? Occurrence { get; init; }

    /// <summary>When the occurrence was due.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The run that a correction starts from.</summary>
    public long? BaseRun { get; init; }

    /// <summary>Who ordered it.</summary>
    public required Officer RequestedBy { get; init; }

    /// <summary>When it was ordered.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>Enterprises on its roster; 0 until it is drawn up.</summary>
    public int Facilities { get; init; }

    /// <summary>Of them, those whose determination was carried over from the base run.</summary>
    public int Carried { get; init; }

    /// <summary>SHA-256 over the lines of its determinations in ordinal order, each with its line feed; null until it is finished.</summary>
    public string? ResultHash { get; init; }

    /// <summary>How many of what; null until it is finished.</summary>
    public ScreeningCounts? Counts { get; init; }

    /// <summary>Why it failed.</summary>
    public string? Failure { get; init; }

    /// <summary>
    /// Whether a list may be made of it: it is finished, no rule failed, the two readers agreed everywhere, and it is no dry run.
    /// </summary>
    public bool Releasable => WhyNotReleasable is null;

    /// <summary>What stands against making a list of it; null when nothing does.</summary>
    public Wording? WhyNotReleasable => this switch
    {
        { State: not ScreeningState.Finished } => new(
            $"筛查{ScreeningLife.InChinese(State)}，未完成的筛查不能形成名单。", $"The screening is {Tables.Words<ScreeningState>.Text(State)}; only a finished one becomes a list."),
        { Kind: ScreeningKind.Dry } => new("试运行的结果不能形成名单，请正式筛查。", "A dry run never becomes a list: run it in earnest."),
        { Counts.Errors: > 0 and var n } => new(
            $"有 {n} 家企业判定出错（规则出错或复核不一致），修正后重新筛查。", $"{n} enterprises ended in an error (a rule failed, or the two readers disagree): mend the cause and screen again."),
        _ => null,
    };

    internal static ScreeningHead Of(ScreeningEntry e) => new(e.Id, e.Kind, new(e.Region), e.Year, e.AsOf, e.KnownAt, e.State)
    {
        Imports = JsonSerializer.Deserialize<long[]>(e.Imports)!,
        Packs = JsonSerializer.Deserialize<string[]>(e.Packs)!,
        Reference = JsonSerializer.Deserialize<SortedDictionary<string, string>>(e.Reference)!,
        ReferenceHash = e.ReferenceHash,
        CrossCheck = new(e.CrossCheck),
        Occurrence = e.Occurrence,
        DueAt = e.DueAt,
        BaseRun = e.BaseRun,
        RequestedBy = EventJson.Read<Officer>(e.RequestedBy),
        RequestedAt = e.RequestedAt,
        Facilities = e.Facilities,
        Carried = e.Carried,
        ResultHash = e.ResultHash,
        Counts = e.Counts is { } counts ? ScreeningCounts.Read(counts) : null,
        Failure = e.Failure,
    };
}
