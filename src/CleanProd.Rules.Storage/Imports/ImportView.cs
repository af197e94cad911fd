using CleanProd.Rules.Import;

namespace CleanProd.Rules.Storage.Imports;

/// <summary>An import with all that is told of it.</summary>
/// <param name="Import">What it is and where it stands.</param>
/// <param name="Reading">Whether somebody reads it at this moment.</param>
/// <param name="Progress">How far its reading came; null where it was read at once.</param>
/// <param name="Failure">Why it could not be read; null when it could.</param>
/// <param name="Given">The files that were handed in.</param>
/// <param name="Files">The files that were read, with their counts.</param>
/// <param name="Findings">Findings by severity.</param>
/// <param name="OpenErrors">Findings that are errors and that nobody accepted.</param>
/// <param name="Acts">What was done with it.</param>
public sealed record ImportView(
    StoredImport Import, bool Reading, ImportProgress? Progress, Facts.Wording? Failure, IReadOnlyList<GivenFile> Given, IReadOnlyList<ImportedFile> Files,
    IReadOnlyDictionary<FindingSeverity, int> Findings, int OpenErrors, IReadOnlyList<ImportAct> Acts);

/// <summary>A finding of an import.</summary>
/// <param name="Number">Its number in the import, from 0.</param>
/// <param name="Finding">What was found.</param>
/// <param name="Accepted">Who accepted it and why; null while nobody did.</param>
public sealed record NumberedFinding(int Number, Finding Finding, AcceptedFinding? Accepted);

/// <summary>That somebody accepted a finding.</summary>
/// <param name="By">Account.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
public sealed record AcceptedFinding(string By, DateTimeOffset At, string Reason);

/// <summary>Which findings are asked for.</summary>
/// <param name="Severity">Only these; null for all.</param>
/// <param name="Code">Only of this kind; null for all.</param>
/// <param name="After">Only with a larger number; -1 for all.</param>
/// <param name="Most">At most so many.</param>
public sealed record FindingQuery(FindingSeverity? Severity, string? Code, int After, int Most);
