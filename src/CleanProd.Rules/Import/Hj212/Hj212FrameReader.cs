using System.Buffers;
using System.Globalization;
using System.Text;

namespace CleanProd.Rules.Import.Hj212;

/// <summary>
/// Finds the frames in a log of any length, with one buffer. What stands between frames (times, addresses, line breaks of any kind or none) is
/// passed over.
/// </summary>
internal sealed class Hj212FrameReader(Stream log)
{
    // The standard ends at 1,024 characters, the length field at 9,999; frames a little over the first are met in the field.
    private const int Head = 6, Tail = 4, Longest = Head + 9999 + Tail, Capacity = 1 << 17;

    private static readonly SearchValues<byte> Ends = SearchValues.Create("\r\n"u8);

    private readonly byte[] _buffer = new byte[Capacity];
    private int _start, _end, _line = 1;
    private bool _over;

    /// <summary>Whether the beginning of a file holds a frame: a text file that is not a table.</summary>
    internal static bool IsLog(ReadOnlySpan<byte> beginning)
    {
        for (var at = beginning.IndexOf("##"u8); at >= 0 && at < beginning.Length; at = Next(beginning, at))
            if (IsHead(beginning[at..]) && beginning[at..].IndexOf("CP=&&"u8) is >= 0 and < Longest) return true;
        return false;
    }

    internal IEnumerable<Hj212Frame> Read()
    {
        while (Find()) yield return Take();
    }

    // Moves to the next head of a frame.
    private bool Find()
    {
        while (true)
        {
            Fill();
            var rest = _buffer.AsSpan(_start, _end - _start);
            var at = rest.IndexOf("##"u8);
            if (at < 0)
            {
                // One sign may be the first of two.
                Pass(_over ? rest.Length : Math.Max(0, rest.Length - 1));
                if (_over) return false;
                continue;
            }

            Pass(at);
            Fill();
            if (IsHead(_buffer.AsSpan(_start, _end - _start))) return true;
            if (_end - _start < Head && _over) return false;
            Pass(1);
        }
    }

    private Hj212Frame Take()
    {
        var rest = _buffer.AsSpan(_start, _end - _start);
        var (line, stated) = (_line, int.Parse(rest[2..Head], NumberStyles.None, CultureInfo.InvariantCulture));
        // Where the length says; else wherever a segment ends before the line or the next frame does.
        var length = Ending(rest, Head + stated) ? stated : Search(rest);
        if (length < 0)
        {
            var broken = Encoding.UTF8.GetString(rest[..Math.Min(Stop(rest), 120)]);
            Pass(2);
            return new(line, broken, Hj212Fault.Broken, stated, 0, 0, 0, false);
        }

        var segment = rest.Slice(Head, length);
        var crc = ushort.Parse(rest.Slice(Head + length, Tail), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        var text = Encoding.UTF8.GetString(segment);
        var computed = Hj212Crc.Of(segment);
        // Some devices count characters where a Chinese remark has three bytes for one.
        var fault = stated != length && stated != text.Length ? Hj212Fault.Length : crc != computed ? Hj212Fault.Crc : Hj212Fault.None;
        var modbus = crc != computed && crc == Hj212Crc.Modbus(segment);
        Pass(Head + length + Tail);
        return new(line, text, fault, stated, length, crc, computed, modbus);
    }

    private static int Search(ReadOnlySpan<byte> rest)
    {
        for (var end = Stop(rest); end > Head + Tail; end--)
            if (Ending(rest, end - Tail)) return end - Tail - Head;
        return -1;
    }

    // Where the line ends, or another frame begins.
    private static int Stop(ReadOnlySpan<byte> rest)
    {
        var window = rest[..Math.Min(rest.Length, Longest)];
        var line = window.IndexOfAny(Ends);
        if (line >= 0) window = window[..line];
        for (var at = Next(window, 0); at < window.Length; at = Next(window, at))
            if (IsHead(window[at..])) return at;
        return window.Length;
    }

    private static int Next(ReadOnlySpan<byte> text, int after)
    {
        var next = text[(after + 1)..].IndexOf("##"u8);
        return next < 0 ? text.Length : after + 1 + next;
    }

    private static bool Ending(ReadOnlySpan<byte> rest, int at) =>
        at >= Head + 2 && at + Tail <= rest.Length && rest.Slice(at - 2, 2).SequenceEqual("&&"u8) && Hexadecimal(rest.Slice(at, Tail));

    private static bool Hexadecimal(ReadOnlySpan<byte> text)
    {
        foreach (var b in text)
            if (!char.IsAsciiHexDigit((char)b)) return false;
        return true;
    }

    private static bool IsHead(ReadOnlySpan<byte> text)
    {
        if (text.Length < Head) return false;
        foreach (var b in text[2..Head])
            if (!char.IsAsciiDigit((char)b)) return false;
        return true;
    }

    private void Pass(int count)
    {
        _line += _buffer.AsSpan(_start, count).Count((byte)'\n');
        _start += count;
    }

    // So that a whole frame lies in the buffer, or all that is left of the log.
    private void Fill()
    {
        if (_over || _end - _start >= Longest + Head) return;
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        var read = log.ReadAtLeast(_buffer.AsSpan(_end), _buffer.Length - _end, throwOnEndOfStream: false);
        _end += read;
        _over = _end < _buffer.Length;
    }
}
