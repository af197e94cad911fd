using CleanProd.Rules.Determinations;

namespace CleanProd.Rules.Storage.Screenings;

/// <summary>One screening.</summary>
internal sealed class ScreeningEntry
{
    public long Id { get; set; }

    public required ScreeningKind Kind { get; set; }

    public required string Region { get; set; }

    public required int Year { get; set; }

    public required DateOnly AsOf { get; set; }

    public required DateTimeOffset KnownAt { get; set; }

    /// <summary>JSON array of the numbers of the imports that held at that time.</summary>
    public required string Imports { get; set; }

    /// <summary>JSON array of <c>id@sha256</c>; the texts are kept by their hash.</summary>
    public required string Packs { get; set; }

    /// <summary>JSON object of reference file and SHA-256; the files are kept by their hash.</summary>
    public required string Reference { get; set; }

    public required string ReferenceHash { get; set; }

    public required int CrossCheck { get; set; }

    /// <summary>Which occurrence of which schedule it is; null for what somebody ordered.</summary>
    public string? Occurrence { get; set; }

    /// <summary>When the occurrence was due.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>The run that a correction starts from.</summary>
    public long? BaseRun { get; set; }

    public required ScreeningState State { get; set; }

    /// <summary>The officer who ordered it, as JSON.</summary>
    public required string RequestedBy { get; set; }

    /// <summary>Legal time of the order.</summary>
    public required DateTimeOffset RequestedAt { get; set; }

    /// <summary>Real time of the last message to the queue about the run as a whole; null when none is under way.</summary>
    public DateTimeOffset? QueuedAt { get; set; }

    /// <summary>Real time at which judging began.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>Real time of its end, whatever the end.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Enterprises on its roster; 0 until it is drawn up.</summary>
    public int Facilities { get; set; }

    /// <summary>Of them, those whose determination was carried over from the base run.</summary>
    public int Carried { get; set; }

    public string? ResultHash { get; set; }

    /// <summary>Counts as JSON; null until it is finished.</summary>
    public string? Counts { get; set; }

    /// <summary>Why it failed.</summary>
    public string? Failure { get; set; }
}

/// <summary>One enterprise of a run: drawn up once, in ordinal order of identities, so that shards mean the same to every process.</summary>
internal sealed class RosterEntry
{
    public required long RunId { get; set; }

    public required int FacilityNo { get; set; }

    public required string FacilityId { get; set; }

    public required string Name { get; set; }

    public required string Region { get; set; }

    /// <summary>Whether its determination is the base run's.</summary>
    public required bool Carried { get; set; }

    /// <summary>Audits that this service recorded itself, as JSON; null for none.</summary>
    public string? Audits { get; set; }
}

/// <summary>One piece of a run.</summary>
internal sealed class ShardEntry
{
    public required long RunId { get; set; }

    public required int ShardNo { get; set; }

    /// <summary>First number of the roster.</summary>
    public required int FromNo { get; set; }

    /// <summary>Last number of the roster.</summary>
    public required int ToNo { get; set; }

    /// <summary>Enterprises to judge in between.</summary>
    public required int Facilities { get; set; }

    public required ShardState State { get; set; }

    /// <summary>Grows with every claim; whoever comes with an older one writes nothing.</summary>
    public long Token { get; set; }

    /// <summary>Real time.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    public string? Worker { get; set; }

    /// <summary>How often judging it broke off by an error of its own, not by a kill.</summary>
    public int Faults { get; set; }

    /// <summary>Real time of the last message to the queue; null when none is under way.</summary>
    public DateTimeOffset? QueuedAt { get; set; }

    /// <summary>Real time.</summary>
    public DateTimeOffset? DoneAt { get; set; }
}

/// <summary>One determination of a run.</summary>
internal sealed class DeterminationEntry
{
    public required long RunId { get; set; }

    public required int FacilityNo { get; set; }

    public required string FacilityId { get; set; }

    public required string Name { get; set; }

    public required string Region { get; set; }

    public required Outcome Outcome { get; set; }

    /// <summary>Grounds that list it, each between spaces.</summary>
    public required string Grounds { get; set; }

    /// <summary>Its line of <c>determinations.jsonl</c> without the line break.</summary>
    public required string Line { get; set; }

    public required string LineSha256 { get; set; }

    /// <summary>The whole determination as JSON: what the line holds, and sentences, margins, names and bases of limits.</summary>
    public required string Record { get; set; }
}

/// <summary>A yearly order.</summary>
internal sealed class ScheduleEntry
{
    public long Id { get; set; }

    public required string Name { get; set; }

    public required string Region { get; set; }

    public required int Month { get; set; }

    public required int Day { get; set; }

    public required int Hour { get; set; }

    public required bool Enabled { get; set; }

    /// <summary>Number of changes: of two who change it at once one is refused.</summary>
    public required int Version { get; set; }

    /// <summary>Occurrences before this legal time are none: the schedule was not there, or not so.</summary>
    public required DateTimeOffset Since { get; set; }
}
