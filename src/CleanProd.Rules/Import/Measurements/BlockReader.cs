using System.Runtime.CompilerServices;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Import.Csv;

namespace CleanProd.Rules.Import.Measurements;

/// <summary>A part of a file to read.</summary>
/// <param name="Block">Its bytes.</param>
/// <param name="From">Where the first record begins.</param>
/// <param name="Place">Its number among all places, in the order of files and rows.</param>
internal readonly record struct BlockWork(CsvBlock Block, int From, int Place);

/// <summary>What came of a part of a file.</summary>
/// <param name="Lines">Its lines.</param>
/// <param name="Taken">Rows whose points were taken.</param>
/// <param name="Odd">Records that have to go the long way, their rows counted from 0.</param>
internal sealed record BlockRead(int Lines, int Taken, IReadOnlyList<CsvRecord> Odd);

/// <summary>
/// Takes the points of plain rows straight out of the bytes: those whose cells say nothing that would need a finding and that a row before them has not
/// said already. All others are handed back. One for each thread.
/// </summary>
internal sealed class BlockReader(ReferenceData reference, PointPiles piles, ImportMeans means)
{
    private readonly SharedCellTable _shared = new(reference, piles);
    private readonly char[] _record = new char[MeasurementCells.LongestRecord];

    /// <summary>Reads one part; parts may come in any order.</summary>
    /// <param name="work">The part.</param>
    /// <param name="columns">Where the cells stand.</param>
    /// <param name="separator">What stands between fields.</param>
    /// <param name="firstPlace">The first place of the file: what was said of another file has to be said again.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal BlockRead Read(BlockWork work, MeasurementColumns columns, byte separator, int firstPlace)
    {
        var bytes = work.Block.Span;
        var ends = new FieldEnds(work.Block.Bytes, work.Block.Length, separator);
        ends.MoveTo(work.From);
        var fields = new RecordFields(columns.Width);
        var odd = new List<CsvRecord>();
        var (line, taken) = (0, 0);
        for (var at = work.From; at < bytes.Length;)
        {
            var start = at;
            if (!fields.Read(bytes, separator, ref ends, ref at))
            {
                var record = CsvRecords.Find(bytes, start, separator, atEnd: true)!.Value;
                odd.Add(new(line, CsvRows.Text(bytes[start..record.End]), record.Broken));
                line += record.Lines;
                at = record.End;
                ends.MoveTo(at);
                continue;
            }

            if (fields.Count == columns.Width && Take(bytes, fields, columns, work.Place, firstPlace, line)) taken++;
            else if (!fields.IsEmptyLine) odd.Add(new(line, CsvRows.Text(bytes[start..at]), false));
            line++;
        }

        piles.Relieve(means);
        return new(line, taken, odd);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Take(ReadOnlySpan<byte> bytes, RecordFields fields, MeasurementColumns columns, int place, int firstPlace, int line)
    {
        if (!_shared.TryFind(bytes, fields.Starts, fields.Ends, columns.Shared, out var found)) return false;
        ref var shared = ref _shared[found];
        if (shared.Pile < 0) return false;
        if (shared.SaidInBlock < firstPlace || shared.SaidInBlock > place)
        {
            shared.SaidInBlock = place;
            return false;
        }

        if (!MeasurementCells.TryRead(bytes, fields, columns, out var point, _record, out var recordLength)) return false;
        (point.Place, point.Row) = (place, line);
        piles.Add(shared.Pile, point, _record.AsSpan(0, recordLength));
        return true;
    }
}
