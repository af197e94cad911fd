using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Import;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Imports;

namespace CleanProd.Rules.Host.Imports;

/// <summary>What became of a data set that was handed in.</summary>
/// <param name="Import">Number of the import.</param>
/// <param name="AlreadyImported">Whether the same was handed in before: it is the earlier import.</param>
/// <param name="State">Where it stands.</param>
internal sealed record HandedIn(long Import, bool AlreadyImported, string State);

/// <summary>An import in a list.</summary>
internal sealed record ListedImport(
    long Id, string State, string Region, string Mode, int? Year, string? Label, string? Map, string Actor, DateTimeOffset KnownAt,
    DateTimeOffset? EffectiveAt, DateTimeOffset? UndoneAt)
{
    internal static ListedImport Of(StoredImport i, bool reading = false) => new(
        i.Id, StateOf(i.State, reading), i.Region.Value, ApiJson.WordOf(i.Mode), i.Year, i.Label, i.Map, i.Actor, i.KnownAt, i.EffectiveAt, i.UndoneAt);

    internal static string StateOf(ImportState state, bool reading = false) => reading ? "reading" : ApiJson.WordOf(state);
}

/// <summary>An import with all that is told of it.</summary>
/// <param name="Import">What it is.</param>
/// <param name="Version">Number of its last act: what acts upon it carry.</param>
/// <param name="Progress">How far its reading is.</param>
/// <param name="Failure">Why it could not be read.</param>
/// <param name="Given">The files that were handed in.</param>
/// <param name="Files">The files that were read, with their counts.</param>
/// <param name="Findings">Findings by severity.</param>
/// <param name="OpenErrors">Errors that nobody accepted and that it waits for.</param>
/// <param name="Acts">What was done with it.</param>
internal sealed record ShownImport(
    ListedImport Import, int Version, ImportProgress? Progress, Wording? Failure, IReadOnlyList<GivenFile> Given, IReadOnlyList<ImportedFile> Files,
    FindingCounts Findings, int OpenErrors, IReadOnlyList<ShownAct> Acts)
{
    internal static ShownImport Of(ImportView v) => new(
        ListedImport.Of(v.Import, v.Reading), v.Acts.Count, v.Progress, v.Failure, v.Given, v.Files, FindingCounts.Of(v.Findings), v.OpenErrors,
        [.. v.Acts.Select(a => new ShownAct(a.Number, a.Act, Person.Of(a.By), a.At, a.Reason))]);
}

/// <summary>Findings by severity.</summary>
internal sealed record FindingCounts(int Error, int Warning, int Note)
{
    internal static FindingCounts Of(IReadOnlyDictionary<FindingSeverity, int> counts) => new(
        counts.GetValueOrDefault(FindingSeverity.Error), counts.GetValueOrDefault(FindingSeverity.Warning), counts.GetValueOrDefault(FindingSeverity.Note));
}

/// <summary>An act upon an import.</summary>
internal sealed record ShownAct(int Number, ImportActKind Act, Person By, DateTimeOffset At, string? Reason);

/// <summary>Who did something.</summary>
internal sealed record Person(string Id, string Name, Department Department, string Region)
{
    internal static Person Of(Officer o) => new(o.Id, o.Name, o.Department, o.Region.Value);
}

/// <summary>A finding with its number in the import.</summary>
internal sealed record ShownFinding(
    int Number, string File, string? Sheet, int? Row, string? Column, string? Value, FindingSeverity Severity, string Code, Wording Message, Wording Action,
    AcceptedFinding? Accepted)
{
    internal static ShownFinding Of(NumberedFinding f)
    {
        var (message, action) = FindingTexts.In(f.Finding, "en");
        return new(
            f.Number, f.Finding.File, f.Finding.Sheet, f.Finding.Row == 0 ? null : f.Finding.Row, f.Finding.Column, f.Finding.Value, f.Finding.Severity,
            f.Finding.Code, new(f.Finding.Message, message), new(f.Finding.Action, action), f.Accepted);
    }
}

/// <summary>What a decision about an import says.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Version">Number of the last act that was seen; without it the act is done whatever happened in between, if it is still open.</param>
internal sealed record ImportDecision(string? Reason, int? Version);

/// <summary>Acceptance of findings.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Findings">Numbers of the errors that are accepted; all when absent.</param>
/// <param name="Version">Number of the last act that was seen.</param>
internal sealed record FindingsAcceptance(string? Reason, IReadOnlyList<int>? Findings, int? Version);
