using CleanProd.Rules.Determinations;
using CleanProd.Rules.Determinations.Foresight;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Cli;
using CleanProd.Rules.Host.Screen;
using CleanProd.Rules.Import;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Host.Rules;

/// <summary>A data set on disk, read for a year: nothing is kept of it.</summary>
internal sealed class ImportedYear
{
    private readonly ImportResult _imported;

    private ImportedYear(ImportResult imported, ReferenceData reference, int year) => (_imported, Reference, Year) = (imported, reference, year);

    internal ReferenceData Reference { get; }

    internal int Year { get; }

    /// <summary>Tables that the data set holds at all.</summary>
    internal IReadOnlySet<string> TablesGiven => _imported.Facts.TablesGiven;

    /// <summary>Rows that were refused: what is said of their facilities rests on less than was handed in.</summary>
    internal int Refused => _imported.Findings.Count(f => f.Severity == FindingSeverity.Error);

    internal static ImportedYear Read(string data, string? map, int year, CancellationToken ct)
    {
        var reference = ShippedFiles.Reference();
        var imported = new DataSetImporter(reference, map is null ? null : ShippedFiles.Map(map), new ImportArguments(year)).Import(ShippedFiles.DataSet(data), null, ct);
        return new(imported, reference, year);
    }

    /// <summary>The facts of everyone, for packs that will be asked.</summary>
    internal FactsOfYear Facts(DateOnly asOf, IEnumerable<RulePack> packs, CancellationToken ct)
    {
        var preparation = FactsOfYear.Prepare(Reference, Year, asOf, packs);
        Parallel.ForEach(_imported.Facts.Facilities, new ParallelOptions { CancellationToken = ct, MaxDegreeOfParallelism = Environment.ProcessorCount }, f => preparation.Add(f, TablesGiven));
        return preparation.Done();
    }

    /// <summary>What was reported about one enterprise.</summary>
    /// <exception cref="BadInputException">The data set does not name it.</exception>
    internal FacilityRecords Of(string facility) => _imported.Facts.Facilities.FirstOrDefault(f => f.Facility.Id.Value == facility)
        ?? throw new BadInputException($"数据中没有企业 {facility}。 The data set holds no such facility.");

    /// <summary>The packs of a file or folder on a day; those that ship when nothing is named.</summary>
    /// <exception cref="PackSelectionException">None governs, or two of one jurisdiction do.</exception>
    internal static IReadOnlyList<RulePack> PacksOn(string? given, DateOnly asOf)
    {
        var (packs, isOneFile) = ShippedFiles.Packs(given);
        return isOneFile ? packs : PackSelection.On(packs, asOf);
    }
}
