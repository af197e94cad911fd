using System.Runtime.CompilerServices;
using System.Text;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import.Measurements;

/// <summary>The cells of a row that are its own: time, value, flag, limits, volume and report, where they are written as plainly as nearly all are.</summary>
internal static class MeasurementCells
{
    /// <summary>Characters of the longest number of a report that is read here.</summary>
    internal const int LongestRecord = 64;

    /// <summary>The point of a row; false when a cell is blank, wrong or unusual, so that the row has to go the long way.</summary>
    /// <param name="bytes">The bytes of the block.</param>
    /// <param name="fields">The fields of the row.</param>
    /// <param name="columns">Where its cells stand.</param>
    /// <param name="point">The point, without its place.</param>
    /// <param name="record">Room for the number of the report.</param>
    /// <param name="recordLength">Its length; 0 when there is none.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static bool TryRead(
        ReadOnlySpan<byte> bytes, in RecordFields fields, MeasurementColumns columns, out PlainPoint point, Span<char> record, out int recordLength)
    {
        (point, recordLength) = (default, 0);
        return MomentBytes.TryRead(fields.Of(bytes, columns.At), out point.Second)
            && TryValue(fields.Of(bytes, columns.Value), out point.Value, out point.Qualifier)
            && TryFlag(fields.Of(bytes, columns.Flag), ref point)
            && TryNumber(fields.Of(bytes, columns.Low), PointParts.Low, out point.Low, ref point.Parts)
            && TryNumber(fields.Of(bytes, columns.High), PointParts.High, out point.High, ref point.Parts)
            && AreLimits(point)
            && TryNumber(fields.Of(bytes, columns.Volume), PointParts.Volume, out point.Volume, ref point.Parts)
            && TryRecord(fields.Of(bytes, columns.Record), record, out recordLength);
    }

    // An upper limit of nought and a range whose ends are exchanged are things to be said.
    private static bool AreLimits(in PlainPoint point) =>
        (point.Parts & PointParts.High) == 0
        || (point.High.Whole != 0 && ((point.Parts & PointParts.Low) == 0 || point.Low.Number <= point.High.Number));

    private static bool TryValue(ReadOnlySpan<byte> text, out FixedNumber number, out ValueQualifier qualifier)
    {
        (number, qualifier) = (default, ValueQualifier.Exact);
        if (text.IsEmpty) return false;
        switch (text[0])
        {
            case (byte)'<':
                qualifier = ValueQualifier.Below;
                return FixedNumber.TryRead(text[1..], out number);
            case (byte)'>':
                qualifier = ValueQualifier.Above;
                return FixedNumber.TryRead(text[1..], out number);
            case (byte)'N' when text.SequenceEqual("ND"u8):
                qualifier = ValueQualifier.NotDetected;
                return true;
        }

        if (text[^1] != 'L') return FixedNumber.TryRead(text, out number);
        qualifier = ValueQualifier.Below;
        return FixedNumber.TryRead(text[..^1], out number);
    }

    private static bool TryFlag(ReadOnlySpan<byte> text, ref PlainPoint point)
    {
        if (text.IsEmpty) return true;
        if (text.Length > 1 || !char.IsAsciiLetterOrDigit((char)text[0])) return false;
        (point.Flag, point.Parts) = (char.ToUpperInvariant((char)text[0]), point.Parts | PointParts.Flag);
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<byte> text, PointParts part, out FixedNumber number, ref PointParts parts)
    {
        number = default;
        if (text.IsEmpty) return true;
        parts |= part;
        return FixedNumber.TryRead(text, out number);
    }

    private static bool TryRecord(ReadOnlySpan<byte> text, Span<char> record, out int length)
    {
        length = text.Length;
        if (length == 0) return true;
        // A cell that Excel could not compute begins with this sign.
        if (text[0] == '#' || length > record.Length || text.ContainsAnyExceptInRange((byte)'!', (byte)'~')) return false;
        Encoding.ASCII.GetChars(text, record);
        return true;
    }
}
