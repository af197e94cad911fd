using System.Text;

namespace CleanProd.Rules.Import;

/// <summary>
/// Hands on the text of a CSV file record by record and remembers on which line each record starts. A quote that is not closed properly
/// would swallow the rest of the file: its line is kept out and reported, and reading goes on with the next line.
/// </summary>
internal sealed class CsvLines(TextReader text, char separator, Action<int, string> broken) : TextReader
{
    // A field of more lines than this is a quote that nobody closed.
    private const int LinesOfOneRecord = 1000;
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    private readonly LinkedList<(int Number, string Text)> _ahead = new();
    private readonly Queue<int> _starts = new();
    private int _read;
    private string _record = "";
    private int _position;

    /// <summary>What stands between fields.</summary>
    internal char Separator => separator;

    /// <summary>Line on which the next record starts that the parser has not yet taken.</summary>
    internal int NextStart() => _starts.Dequeue();

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        var written = 0;
        while (written < buffer.Length)
        {
            if (_position == _record.Length && !NextRecord()) break;
            var part = Math.Min(buffer.Length - written, _record.Length - _position);
            _record.AsSpan(_position, part).CopyTo(buffer[written..]);
            _position += part;
            written += part;
        }

        return written;
    }

    public override int Peek() => _position < _record.Length || NextRecord() ? _record[_position] : -1;

    public override int Read() => Peek() is >= 0 and var c ? (_position++, c).c : -1;

    private bool NextRecord()
    {
        while (NextLine() is { } first)
        {
            if (first.Text.Length == 0) continue;
            if (!first.Text.Contains('"', StringComparison.Ordinal)) return Supply(first.Number, first.Text);
            var lines = new List<(int Number, string Text)> { first };
            var state = Quote.Outside;
            state = Scan(first.Text, state);
            while (state == Quote.Inside && lines.Count < LinesOfOneRecord && NextLine() is { } next)
            {
                lines.Add(next);
                state = Scan(next.Text, state);
            }

            if (state == Quote.Outside) return Supply(first.Number, string.Join('\n', lines.Select(l => l.Text)));
            for (var i = lines.Count - 1; i > 0; i--) _ahead.AddFirst(lines[i]);
            broken(first.Number, first.Text);
        }

        return false;
    }

    private bool Supply(int start, string record)
    {
        _starts.Enqueue(start);
        (_record, _position) = (record + "\n", 0);
        return true;
    }

    private (int Number, string Text)? NextLine()
    {
        if (_ahead.First is { } first)
        {
            _ahead.RemoveFirst();
            return first.Value;
        }

        return text.ReadLine() is { } line ? (++_read, line) : null;
    }

    private enum Quote
    {
        Outside,
        Inside,
        Broken,
    }

    // A quote opens at the beginning of a field only, and closes before a separator or the end of the line only.
    private Quote Scan(string line, Quote state)
    {
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

    /// <summary>The separator of a heading line: the one of <c>, ; tab |</c> that it holds most often outside quotes.</summary>
    internal static char SeparatorOf(string heading)
    {
        var quoted = false;
        var outside = new StringBuilder();
        foreach (var c in heading)
        {
            if (c == '"') quoted = !quoted;
            else if (!quoted) outside.Append(c);
        }

        var bare = outside.ToString();
        return Separators.MaxBy(s => bare.Count(c => c == s));
    }
}
