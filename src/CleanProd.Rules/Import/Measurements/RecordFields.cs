using System.Runtime.CompilerServices;

namespace CleanProd.Rules.Import.Measurements;

/// <summary>The fields of one record in the bytes of a block; those beyond the headings are only counted.</summary>
internal ref struct RecordFields(int width)
{
    private readonly Span<int> _starts = new int[width];
    private readonly Span<int> _ends = new int[width];
    private bool _quoted;

    internal readonly ReadOnlySpan<int> Starts => _starts;

    internal readonly ReadOnlySpan<int> Ends => _ends;

    internal int Count { get; private set; }

    internal readonly bool IsEmptyLine => Count == 1 && _starts[0] == _ends[0] && !_quoted;

    internal readonly ReadOnlySpan<byte> Of(ReadOnlySpan<byte> bytes, int column) =>
        column < 0 ? default : bytes[_starts[column].._ends[column]];

    /// <summary>
    /// Finds the fields of the record that begins somewhere and moves on behind its line; false when it has quotes that are not simply around a field.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal bool Read(ReadOnlySpan<byte> bytes, byte separator, ref FieldEnds next, ref int at)
    {
        (Count, _quoted) = (0, false);
        while (true)
        {
            int start = at, end, stop;
            if (start < bytes.Length && bytes[start] == '"')
            {
                _quoted = true;
                next.Next();
                do end = next.Next();
                while (end < bytes.Length && bytes[end] == separator);
                if (end == bytes.Length || bytes[end] != '"') return false;
                stop = next.Next();
                if (stop != end + 1) return false;
                start++;
            }
            else
            {
                end = stop = next.Next();
            }

            if (stop < bytes.Length && bytes[stop] == '"') return false;
            if (Count < _starts.Length) (_starts[Count], _ends[Count]) = (start, end);
            Count++;
            at = stop + 1;
            if (stop >= bytes.Length)
            {
                at = bytes.Length;
                return true;
            }

            if (bytes[stop] == separator) continue;
            if (bytes[stop] == '\r' && at < bytes.Length && bytes[at] == '\n')
            {
                next.Next();
                at++;
            }

            return true;
        }
    }
}
