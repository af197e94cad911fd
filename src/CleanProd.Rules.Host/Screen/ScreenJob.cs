using System.Diagnostics;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Cli;
using CleanProd.Rules.Host.Imports;
using CleanProd.Rules.Import;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Host.Screen;

/// <summary>
/// The main job: import → facts → rules → determinations → list → notices. Its store is thrown away: packed facts in memory and, when they are many, in a
/// scratch file, as long as the job is not disposed.
/// </summary>
internal sealed class ScreenJob(ScreenArguments arguments) : IDisposable
{
    private readonly ScratchFile _scratch = new();
    private readonly Stages _stages = new();

    /// <summary>Runs it and returns the exit code.</summary>
    internal async Task<int> RunAsync(CancellationToken cancellation)
    {
        var screened = await ScreenAsync(cancellation);
        if (arguments.Strict && screened.Attention > 0)
        {
            Summary.PrintRefused(screened);
            return ExitCode.Attention;
        }

        using var output = new OutputFolder(arguments.Output);
        ScreenOutput.Write(output, screened, _stages, cancellation);
        output.Publish(RunFile.Name);
        Summary.Print(screened, _stages, arguments.Output);
        return screened.Attention > 0 || screened.Determinations.Any(d => d.Outcome == Outcome.Error) ? ExitCode.Attention : ExitCode.Done;
    }

    /// <inheritdoc/>
    public void Dispose() => _scratch.Dispose();

    /// <summary>Everything up to the determinations; nothing is written outside the throw-away store. They may be read until the job is disposed.</summary>
    internal Task<Screened> ScreenAsync(CancellationToken cancellation) => Task.Run(() => Screen(cancellation), cancellation);

    private Screened Screen(CancellationToken cancellation)
    {
        var (given, isOneFile) = ShippedFiles.Packs(arguments.Rules);
        var packs = isOneFile ? [PackSelection.Named(given[0], arguments.AsOf)] : PackSelection.On(given, arguments.AsOf);
        var reference = ShippedFiles.Reference(arguments.Reference);
        var map = arguments.Map is { } name ? ShippedFiles.Map(name) : null;
        var sources = ShippedFiles.DataSet(arguments.Data);
        var accepted = AcceptedFindings.Of(arguments.Data);

        var imported = _stages.Run("import", report =>
            new DataSetImporter(reference, map, new ImportArguments(arguments.Year)) { Scratch = _scratch }
                .Import([.. sources, .. ShippedFiles.PassedOver(arguments.Data)], new Relay<ImportProgress>(p => report($"{p.File} {p.Rows:N0}")), cancellation));

        var screening = _stages.Run("rules", _ => new Screening(
            packs, reference, imported.Facts.TablesGiven, arguments.Year, arguments.AsOf, arguments.CheckAll ? CrossCheck.All : CrossCheck.Sample));
        var facilities = imported.Facts.Facilities;
        var determinations = _stages.Run("determinations", report =>
            screening.Judge(facilities, new Relay<int>(n => report($"{n:N0} / {facilities.Count:N0}")), cancellation));
        return new Screened(arguments, packs, reference, imported, determinations, accepted) { Facilities = facilities, TablesGiven = imported.Facts.TablesGiven };
    }

    private sealed class Relay<T>(Action<T> act) : IProgress<T>
    {
        public void Report(T value) => act(value);
    }
}

/// <summary>What a screening found, before anything is written.</summary>
internal sealed record Screened(
    ScreenArguments Arguments, IReadOnlyList<RulePack> Packs, ReferenceData Reference, ImportResult Imported,
    IReadOnlyList<Determination> Determinations, AcceptedFindings Accepted)
{
    /// <summary>The records that were judged, in the order of the determinations.</summary>
    internal required IReadOnlyList<FacilityRecords> Facilities { get; init; }

    /// <summary>Tables that the data set held at all.</summary>
    internal required IReadOnlySet<string> TablesGiven { get; init; }

    /// <summary>Findings with errors that nobody has accepted.</summary>
    internal int Attention { get; } = Imported.Findings.Count(f => f.Severity == FindingSeverity.Error && !Accepted.Holds(f));

    internal DocumentLanguage Language => Arguments.English ? DocumentLanguage.English : DocumentLanguage.Chinese;
}
