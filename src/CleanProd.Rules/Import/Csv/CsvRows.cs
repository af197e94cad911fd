using System.Collections;
using System.Text;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Import.Measurements;

namespace CleanProd.Rules.Import.Csv;

/// <summary>The rows of a CSV file, read once. Rows of plain measurements may be taken in bulk: then only those come by that are not plain.</summary>
internal sealed class CsvRows : IEnumerable<SourceRow>, IDisposable
{
    /// <summary>Bytes read at once.</summary>
    internal const int BlockLength = (1 << 20) - CsvBlock.Margin;

    // The longest record, in bytes.
    private const int LongestRecord = 1 << 24;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private readonly SourceFile _file;
    private readonly FindingLog _log;
    private readonly char _separator;
    private readonly CsvBlocks _blocks;
    private MeasurementBulk? _bulk;

    internal CsvRows(SourceFile file, Encoding encoding, FindingLog log, int blockLength)
    {
        (_file, _log, _separator) = (file, log, Separator(file, encoding));
        _blocks = new CsvBlocks(file, encoding, _separator, blockLength);
    }

    internal SourceSheet Sheet => new(_file.Name, null, this, CellsMayNotExceedHeadings: true);

    internal string File => _file.Name;

    internal byte SeparatorByte => (byte)_separator;

    /// <summary>From the next row on, hands all that are plain to the bulk.</summary>
    internal void TakeInBulk(MeasurementBulk bulk) => _bulk = bulk;

    /// <summary>SHA-256 of the file, lower-case hexadecimal.</summary>
    internal string Sha256() => _blocks.Sha256();

    public IEnumerator<SourceRow> GetEnumerator()
    {
        var (line, empty) = (1, true);
        while (_blocks.Next() is { } block)
        {
            for (var at = 0; at < block.Length;)
            {
                if (_bulk is not null)
                {
                    foreach (var odd in _bulk.Read(_blocks, block, at, line))
                        if (Row(odd) is { } oddRow) yield return oddRow;
                    yield break;
                }

                if (Next(block, ref at, ref line) is not { } record) continue;
                empty &= record.Broken;
                if (Row(record) is not { } row) continue;
                yield return row;
            }

            block.Return();
        }

        if (empty) throw new ImportException($"{_file.Name}：文件是空的。请检查导出是否完整。 / The file is empty. Check that the export is complete.");
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose() => _blocks.Dispose();

    /// <summary>The text of a record, its lines parted by LF.</summary>
    internal static string Text(ReadOnlySpan<byte> record)
    {
        var text = StrictUtf8.GetString(record);
        var end = text.EndsWith("\r\n", StringComparison.Ordinal) ? 2 : text.EndsWith('\n') || text.EndsWith('\r') ? 1 : 0;
        return text[..^end].Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
    }

    // Null for an empty line.
    private CsvRecord? Next(CsvBlock block, ref int at, ref int line)
    {
        var (start, first) = (at, line);
        var extent = CsvRecords.Find(block.Span, start, SeparatorByte, atEnd: true)!.Value;
        (at, line) = (extent.End, line + extent.Lines);
        var text = Text(block.Span[start..at]);
        return text.Length == 0 ? null : new(first, text, extent.Broken);
    }

    // Null for a blank row and for one that cannot be read, which is then said.
    private SourceRow? Row(CsvRecord record)
    {
        if (record.Broken)
        {
            _log.Add("broken_quote", new SourceRef(_file.Name, null, record.Row), null, record.Text.Length <= 200 ? record.Text : record.Text[..200] + "…");
            return null;
        }

        if (record.Text.Length > LongestRecord)
            throw new ImportException($"{_file.Name}：CSV 格式错误（第 {record.Row} 行过长）。请检查引号和分隔符。 / The CSV is malformed: row {record.Row} is too long. Check quotes and separators.");
        var cells = CsvFields.Split(record.Text, _separator);
        return cells.AsSpan().ContainsAnyExcept((string?)null) ? new SourceRow(record.Row, cells) : null;
    }

    private static char Separator(SourceFile file, Encoding encoding)
    {
        using var text = new StreamReader(file.Open(), encoding, detectEncodingFromByteOrderMarks: true);
        while (text.ReadLine() is { } line)
            if (CellText.Clean(line) is not null) return CsvFields.SeparatorOf(line);
        return ',';
    }
}

/// <summary>One record of a CSV file.</summary>
/// <param name="Row">Line on which it begins.</param>
/// <param name="Text">Its text.</param>
/// <param name="Broken">Whether a quote in it is not closed properly.</param>
internal readonly record struct CsvRecord(int Row, string Text, bool Broken);
