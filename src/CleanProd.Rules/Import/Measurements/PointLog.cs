using System.Runtime.CompilerServices;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Packing;

namespace CleanProd.Rules.Import.Measurements;

/// <summary>
/// Points of one pile one after the other in about ten bytes each: of times and rows, which mostly go on by the same step, only the change of the
/// step is written, and a limit only when it is another than before.
/// </summary>
internal struct PointLog
{
    /// <summary>The longest point without the number of its report.</summary>
    internal const int MostBytes = 96;

    // Bits of the head of a point: its qualifier stands in the lowest three, the scale of its value in the highest five.
    private const int HasFlag = 1 << 3;
    private const int NewPlace = 1 << 4;
    private const int HasLow = 1 << 5;
    private const int HasHigh = 1 << 6;
    private const int SameHigh = 1 << 7;
    private const int HasVolume = 1 << 8;
    private const int HasRecord = 1 << 9;
    private const int ScaleShift = 11;

    private long _second;
    private long _secondStep;
    private long _row;
    private long _rowStep;
    private int _place;
    private FixedNumber _high;
    private bool _hasHigh;

    internal static PointLog New => new() { _place = -1 };

    /// <summary>Writes a point behind the last one; gives its length.</summary>
    /// <param name="to">Room for <see cref="MostBytes"/> and three for each character of the record.</param>
    /// <param name="point">The point.</param>
    /// <param name="record">The source's own number of the report; empty when there is none.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal int Write(Span<byte> to, in PlainPoint point, ReadOnlySpan<char> record)
    {
        unchecked
        {
            var head = (int)point.Qualifier | point.Value.Scale << ScaleShift;
            var at = 2;
            if (point.Place != _place)
            {
                head |= NewPlace;
                at += Varint.Write(to[at..], (ulong)point.Place);
                (_place, _row, _rowStep) = (point.Place, 0, 0);
            }

            var rowStep = point.Row - _row;
            at += Varint.Write(to[at..], Varint.Fold(rowStep - _rowStep));
            (_row, _rowStep) = (point.Row, rowStep);
            var secondStep = point.Second - _second;
            at += Varint.Write(to[at..], Varint.Fold(secondStep - _secondStep));
            (_second, _secondStep) = (point.Second, secondStep);
            at += Varint.Write(to[at..], Varint.Fold(point.Value.Whole));
            if ((point.Parts & PointParts.Flag) != 0)
            {
                head |= HasFlag;
                at += Varint.Write(to[at..], point.Flag);
            }

            if ((point.Parts & PointParts.Low) != 0)
            {
                head |= HasLow;
                at += Write(to[at..], point.Low);
            }

            if ((point.Parts & PointParts.High) != 0)
            {
                head |= HasHigh;
                if (_hasHigh && _high == point.High) head |= SameHigh;
                else at += Write(to[at..], point.High);
                (_high, _hasHigh) = (point.High, true);
            }

            if ((point.Parts & PointParts.Volume) != 0)
            {
                head |= HasVolume;
                at += Write(to[at..], point.Volume);
            }

            if (!record.IsEmpty)
            {
                head |= HasRecord;
                at += Varint.Write(to[at..], (ulong)record.Length);
                foreach (var c in record) at += Varint.Write(to[at..], c);
            }

            (to[0], to[1]) = ((byte)head, (byte)(head >> 8));
            return at;
        }
    }

    /// <summary>Reads the next point that a log like this one wrote.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Read(ReadOnlySpan<byte> from, ref int at, out PlainPoint point, out string? record)
    {
        unchecked
        {
            var head = from[at] | from[at + 1] << 8;
            at += 2;
            point = new PlainPoint { Qualifier = (ValueQualifier)(head & 7) };
            if ((head & NewPlace) != 0) (_place, _row, _rowStep) = ((int)Varint.Read(from, ref at), 0, 0);
            _rowStep += Varint.Unfold(Varint.Read(from, ref at));
            _row += _rowStep;
            _secondStep += Varint.Unfold(Varint.Read(from, ref at));
            _second += _secondStep;
            (point.Place, point.Row, point.Second) = (_place, (int)_row, _second);
            point.Value = new(Varint.Unfold(Varint.Read(from, ref at)), (byte)(head >> ScaleShift));
            if ((head & HasFlag) != 0) (point.Flag, point.Parts) = ((char)Varint.Read(from, ref at), PointParts.Flag);
            if ((head & HasLow) != 0)
            {
                point.Parts |= PointParts.Low;
                point.Low = Number(from, ref at);
            }

            if ((head & HasHigh) != 0)
            {
                point.Parts |= PointParts.High;
                if ((head & SameHigh) == 0) _high = Number(from, ref at);
                point.High = _high;
            }

            if ((head & HasVolume) != 0)
            {
                point.Parts |= PointParts.Volume;
                point.Volume = Number(from, ref at);
            }

            record = (head & HasRecord) == 0 ? null : Record(from, ref at);
        }
    }

    private static int Write(Span<byte> to, FixedNumber number)
    {
        to[0] = number.Scale;
        return 1 + Varint.Write(to[1..], Varint.Fold(number.Whole));
    }

    private static FixedNumber Number(ReadOnlySpan<byte> from, ref int at)
    {
        var scale = from[at++];
        return new(Varint.Unfold(Varint.Read(from, ref at)), scale);
    }

    private static string Record(ReadOnlySpan<byte> from, ref int at)
    {
        var record = new char[Varint.Read(from, ref at)];
        for (var i = 0; i < record.Length; i++) record[i] = unchecked((char)Varint.Read(from, ref at));
        return new string(record);
    }
}
