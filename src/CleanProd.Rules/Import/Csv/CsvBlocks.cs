using System.Buffers;
using System.Text;

namespace CleanProd.Rules.Import.Csv;

/// <summary>Whole records of a CSV file as UTF-8 bytes.</summary>
/// <param name="Bytes">The bytes, and some more room behind them.</param>
/// <param name="Length">How many there are.</param>
internal sealed record CsvBlock(byte[] Bytes, int Length)
{
    /// <summary>Room that is there behind the bytes, so that they may be looked at by the word.</summary>
    internal const int Margin = 64;

    internal ReadOnlySpan<byte> Span => Bytes.AsSpan(0, Length);

    internal void Return() => ArrayPool<byte>.Shared.Return(Bytes);
}

/// <summary>
/// Reads a CSV file once, from its beginning, in blocks of whole records, whatever its encoding. The hash of its own bytes is known at the end.
/// </summary>
internal sealed class CsvBlocks : IDisposable
{
    private readonly HashingStream _file;
    private readonly Stream _utf8;
    private readonly byte _separator;
    private readonly int _length;
    private byte[] _carried = [];
    private int _carry;
    private bool _first = true;
    private bool _ended;

    internal CsvBlocks(SourceFile file, Encoding encoding, char separator, int length)
    {
        _file = new HashingStream(file.Open());
        _utf8 = encoding is UTF8Encoding ? _file : Encoding.CreateTranscodingStream(_file, encoding, new UTF8Encoding(false), leaveOpen: true);
        (_separator, _length) = ((byte)separator, length);
    }

    /// <summary>The next block; null at the end.</summary>
    internal CsvBlock? Next()
    {
        if (_ended && _carry == 0) return null;
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Max(_length, _carry) + CsvBlock.Margin);
        _carried.AsSpan(0, _carry).CopyTo(buffer);
        var filled = _carry;
        while (true)
        {
            if (!_ended) filled = Fill(buffer, filled);
            var whole = _ended ? filled : Whole(buffer.AsSpan(0, filled));
            if (whole == 0 && !_ended)
            {
                // A record longer than a block.
                var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
                buffer.AsSpan(0, filled).CopyTo(larger);
                ArrayPool<byte>.Shared.Return(buffer);
                buffer = larger;
                continue;
            }

            _carry = filled - whole;
            if (_carried.Length < _carry) _carried = new byte[Math.Max(_carry, 1 << 12)];
            buffer.AsSpan(whole, _carry).CopyTo(_carried);
            if (whole > 0) return new(buffer, whole);
            ArrayPool<byte>.Shared.Return(buffer);
            return null;
        }
    }

    /// <summary>SHA-256 of the file's bytes, lower-case hexadecimal, having read what is left of it.</summary>
    internal string Sha256() => _file.Finish();

    public void Dispose()
    {
        if (_utf8 != _file) _utf8.Dispose();
        _file.Dispose();
    }

    private int Fill(byte[] buffer, int filled)
    {
        var room = buffer.Length - CsvBlock.Margin;
        while (filled < room)
        {
            var count = _utf8.Read(buffer, filled, room - filled);
            _ended = count == 0;
            if (_ended) break;
            filled += count;
        }

        if (!_first) return filled;
        _first = false;
        if (!buffer.AsSpan(0, filled).StartsWith(Encoding.UTF8.Preamble)) return filled;
        buffer.AsSpan(3, filled - 3).CopyTo(buffer);
        return filled - 3;
    }

    // How many bytes are whole records. Most blocks hold no quote: there the last line break tells.
    private int Whole(ReadOnlySpan<byte> bytes)
    {
        var whole = bytes.LastIndexOf((byte)'\n') + 1;
        // Lines may end with a carriage return alone; one at the very end may be half of a line break.
        if (whole == 0 && bytes.Length > 1) whole = bytes[..^1].LastIndexOf((byte)'\r') + 1;
        for (var at = 0; at < whole;)
        {
            var quote = bytes[at..whole].IndexOf((byte)'"');
            if (quote < 0) break;
            var line = at + bytes.Slice(at, quote).LastIndexOfAny((byte)'\n', (byte)'\r') + 1;
            if (CsvRecords.Find(bytes[..whole], line, _separator, atEnd: false) is not { } record) return line;
            at = record.End;
        }

        return whole;
    }
}
