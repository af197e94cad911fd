using System.Buffers;
using System.Text;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Storage.Journal;

namespace CleanProd.Rules.Storage.EvidencePacks;

/// <summary>Everything that one determination rests on: enough to reach it again without the store, the data set or the program's own files.</summary>
public sealed class EvidenceContent
{
    /// <summary>The records of the enterprise that were judged, without recorded audits.</summary>
    public required FacilityRecords Records { get; init; }

    /// <summary>Audits that the service recorded itself.</summary>
    public required IReadOnlyList<AuditRecord> RecordedAudits { get; init; }

    /// <summary>Tables that the data held at all.</summary>
    public required IReadOnlySet<string> TablesGiven { get; init; }

    /// <summary>Names (<c>id@sha256</c>) and texts of the rule packs in the order in which they were applied.</summary>
    public required IReadOnlyList<(string Name, byte[] Text)> Packs { get; init; }

    /// <summary>The files of the reference data by name.</summary>
    public required IReadOnlyDictionary<string, byte[]> Reference { get; init; }

    /// <summary>The screened year.</summary>
    public required int Year { get; init; }

    /// <summary>The determination date.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>How much RulesEngine reads a second time.</summary>
    public required CrossCheck CrossCheck { get; init; }

    /// <summary>The line of <c>determinations.jsonl</c>, without its line feed.</summary>
    public required byte[] Line { get; init; }

    /// <summary>SHA-256 of all lines of the run.</summary>
    public required string ResultSha256 { get; init; }

    /// <summary>The screening of a store; null for an output folder.</summary>
    public EvidenceRun? Run { get; init; }

    /// <summary>The rows that the evidence cites.</summary>
    public required IReadOnlyList<CitedRow> Cited { get; init; }

    /// <summary>The lines of the store's journal about the screening.</summary>
    public IReadOnlyList<JournalLine> Journal { get; init; } = [];

    /// <summary>Judges the enterprise again from what is here alone and gives its line.</summary>
    /// <exception cref="PackException">A rule pack cannot be used.</exception>
    /// <exception cref="ReferenceDataException">A file of the reference data cannot be used.</exception>
    public byte[] JudgeAgain()
    {
        var packs = Packs.Select(p => PackReader.Read(Encoding.UTF8.GetString(p.Text), p.Name)).ToArray();
        var screening = new Screening(packs, ReferenceReader.Read(Reference), TablesGiven, Year, AsOf, CrossCheck);
        var line = new ArrayBufferWriter<byte>();
        DeterminationJson.Write(screening.Judge(RecordedAudits.Count > 0 ? Records.WithAudits(RecordedAudits) : Records), line);
        return line.WrittenSpan.ToArray();
    }

    /// <summary>The values that evidence shows of each row, in the notation of the line.</summary>
    public static ILookup<SourceRef, MeasuredValue> ValuesShown(Determination determination)
    {
        ArgumentNullException.ThrowIfNull(determination);
        return determination.Rules.SelectMany(r => r.Evidence).Select(e => (e.Source, Value: e.Value ?? MeasuredValue.Missing)).Distinct()
            .ToLookup(e => e.Source, e => e.Value);
    }
}
