namespace CleanProd.Rules.Import.Csv;

/// <summary>How far a record reaches.</summary>
/// <param name="End">Where the next line begins.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="Broken">Whether a quote is not closed properly: then the record is its first line, and reading goes on with the next.</param>
internal readonly record struct RecordExtent(int End, int Lines, bool Broken);

/// <summary>
/// Records in the bytes of a CSV file (UTF-8: separators, quotes and line ends are never part of another character). A quote that is not closed
/// properly would swallow the rest of the file: its line is kept out and reported, and reading goes on with the next line.
/// </summary>
internal static class CsvRecords
{
    // A field of more lines than this is a quote that nobody closed.
    private const int LinesOfOneRecord = 1000;

    private enum Quote
    {
        Outside,
        Inside,
        Broken,
    }

    /// <summary>The record that begins somewhere; null when it goes on behind the bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="start">Where a line begins.</param>
    /// <param name="separator">What stands between fields.</param>
    /// <param name="atEnd">Whether the file ends with the bytes.</param>
    internal static RecordExtent? Find(ReadOnlySpan<byte> bytes, int start, byte separator, bool atEnd)
    {
        var first = LineEnd(bytes, start);
        var next = NextLine(bytes, first);
        var state = Scan(bytes[start..first], Quote.Outside, separator);
        var lines = 1;
        var end = next;
        for (; state == Quote.Inside && lines < LinesOfOneRecord && end < bytes.Length; lines++)
        {
            var lineEnd = LineEnd(bytes, end);
            state = Scan(bytes[end..lineEnd], state, separator);
            end = NextLine(bytes, lineEnd);
        }

        if (state == Quote.Inside && lines < LinesOfOneRecord && !atEnd) return null;
        return state == Quote.Outside ? new(end, lines, false) : new(next, 1, true);
    }

    /// <summary>Where the line ends that begins somewhere: at its line break, or at the end of the bytes.</summary>
    internal static int LineEnd(ReadOnlySpan<byte> bytes, int start)
    {
        var length = bytes[start..].IndexOfAny((byte)'\n', (byte)'\r');
        return length < 0 ? bytes.Length : start + length;
    }

    /// <summary>Where the line begins that follows a line break.</summary>
    internal static int NextLine(ReadOnlySpan<byte> bytes, int end)
    {
        if (end == bytes.Length) return end;
        return bytes[end] == '\r' && end + 1 < bytes.Length && bytes[end + 1] == '\n' ? end + 2 : end + 1;
    }

    // A quote opens at the beginning of a field only, and closes before a separator or the end of the line only.
    private static Quote Scan(ReadOnlySpan<byte> line, Quote state, byte separator)
    {
        if (state == Quote.Outside && !line.Contains((byte)'"')) return state;
        var fieldStart = state == Quote.Outside;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (state == Quote.Outside)
            {
                if (c == '"' && fieldStart) state = Quote.Inside;
                else if (c == '"') return Quote.Broken;
                fieldStart = c == separator;
            }
            else if (c == '"')
            {
                if (i + 1 < line.Length && line[i + 1] == '"') i++;
                else if (i + 1 == line.Length || line[i + 1] == separator) (state, fieldStart) = (Quote.Outside, false);
                else return Quote.Broken;
            }
        }

        return state;
    }
}
