using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace CleanProd.Rules.Import.Measurements;

/// <summary>Days and times in the forms of <see cref="DateText"/>, out of bytes.</summary>
internal static class MomentBytes
{
    /// <summary>Reads <c>2024-03-05</c>, <c>2024-03-05 13:00</c>, <c>2024-03-05T13:00:00</c> as seconds since the year 1; false for anything else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static bool TryRead(ReadOnlySpan<byte> text, out long second)
    {
        second = 0;
        if (text.Length is not (10 or 16 or 19) || text[4] != '-' || text[7] != '-') return false;
        if (!Digits(text[..2], out var century) || !Digits(text[2..4], out var ofCentury) || !Digits(text[5..7], out var month) || !Digits(text[8..10], out var day)) return false;
        var year = century * 100 + ofCentury;
        if (year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month)) return false;
        second = new DateOnly(year, month, day).DayNumber * 86_400L;
        if (text.Length == 10) return true;
        if (text[10] is not ((byte)' ' or (byte)'T') || text[13] != ':' || !Digits(text[11..13], out var hour) || !Digits(text[14..16], out var minute)) return false;
        var secondOfMinute = 0;
        if (text.Length == 19 && (text[16] != ':' || !Digits(text[17..19], out secondOfMinute))) return false;
        if (hour > 23 || minute > 59 || secondOfMinute > 59) return false;
        second += hour * 3600 + minute * 60 + secondOfMinute;
        return true;
    }

    /// <summary>Reads the same forms out of text.</summary>
    internal static bool TryRead(string text, out DateTime moment)
    {
        Span<byte> bytes = stackalloc byte[19];
        moment = default;
        if (text.Length > bytes.Length || Ascii.FromUtf16(text, bytes, out var length) != OperationStatus.Done || !TryRead(bytes[..length], out long second)) return false;
        moment = new DateTime(second * TimeSpan.TicksPerSecond);
        return true;
    }

    private static bool Digits(ReadOnlySpan<byte> two, out int number)
    {
        var (tens, ones) = unchecked(((uint)(two[0] - '0'), (uint)(two[1] - '0')));
        number = unchecked((int)(tens * 10 + ones));
        return tens <= 9 && ones <= 9;
    }
}
