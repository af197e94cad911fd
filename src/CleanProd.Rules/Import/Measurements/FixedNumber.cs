using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace CleanProd.Rules.Import.Measurements;

/// <summary>An exact decimal as a whole number and how many of its digits stand behind the point, the last of them no zero.</summary>
internal readonly record struct FixedNumber(long Whole, byte Scale)
{
    private const int MostDigits = 18;

    /// <summary>The number as a decimal.</summary>
    internal decimal Number => unchecked(new decimal((int)Math.Abs(Whole), (int)(Math.Abs(Whole) >> 32), 0, Whole < 0, Scale));

    /// <summary>Reads plain digits, <c>12</c> or <c>12.50</c>; false for anything else that may be a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static bool TryRead(ReadOnlySpan<byte> text, out FixedNumber number)
    {
        number = default;
        var (whole, point) = (0L, -1);
        if (text.Length is 0 or > MostDigits + 1) return false;
        for (var i = 0; i < text.Length; i++)
        {
            var digit = unchecked((uint)(text[i] - '0'));
            if (digit <= 9) whole = unchecked(whole * 10 + digit);
            else if (text[i] == '.' && point < 0 && i > 0 && i + 1 < text.Length) point = i;
            else return false;
        }

        if (point < 0 && text.Length > MostDigits) return false;
        var scale = point < 0 ? 0 : text.Length - point - 1;
        if (whole == 0) scale = 0;
        else
            for (; scale > 0 && text[point + scale] == '0'; scale--) whole /= 10;
        number = new(whole, (byte)scale);
        return true;
    }

    /// <summary>Reads plain digits; false for anything else that may be a number.</summary>
    internal static bool TryRead(string text, out FixedNumber number)
    {
        Span<byte> digits = stackalloc byte[MostDigits + 1];
        number = default;
        return text.Length <= digits.Length && Ascii.FromUtf16(text, digits, out var length) == OperationStatus.Done && TryRead(digits[..length], out number);
    }

    /// <summary>The same number; false when it takes more than 63 bits.</summary>
    internal static bool TryOf(decimal number, out FixedNumber same)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(number, parts);
        var size = unchecked((uint)parts[0] | (ulong)(uint)parts[1] << 32);
        same = default;
        if (parts[2] != 0 || size > long.MaxValue) return false;
        var scale = size == 0 ? 0 : parts[3] >> 16 & 0x1f;
        for (; scale > 0 && size % 10 == 0; scale--) size /= 10;
        same = new(parts[3] < 0 ? -(long)size : (long)size, (byte)scale);
        return true;
    }
}
