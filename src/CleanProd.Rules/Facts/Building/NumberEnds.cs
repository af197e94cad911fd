using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CleanProd.Rules.Facts.Building;

/// <summary>The smallest and the largest of some numbers, and their sum, four at a time.</summary>
/// <param name="Min">The smallest.</param>
/// <param name="Max">The largest.</param>
/// <param name="WrappedSum">The sum; wrong where it does not fit 64 bits.</param>
internal readonly record struct NumberEnds(long Min, long Max, long WrappedSum)
{
    internal static NumberEnds Of(ReadOnlySpan<long> numbers)
    {
        long min = numbers[0], max = min, sum = 0;
        var rest = numbers;
        var vectors = MemoryMarshal.Cast<long, Vector256<long>>(numbers);
        if (Vector256.IsHardwareAccelerated && vectors.Length > 0)
        {
            Vector256<long> low = vectors[0], high = low, total = Vector256<long>.Zero;
            foreach (var vector in vectors)
            {
                low = Vector256.Min(low, vector);
                high = Vector256.Max(high, vector);
                total += vector;
            }

            sum = Vector256.Sum(total);
            for (var lane = 0; lane < Vector256<long>.Count; lane++)
            {
                min = Math.Min(min, low[lane]);
                max = Math.Max(max, high[lane]);
            }

            rest = numbers[(vectors.Length * Vector256<long>.Count)..];
        }

        foreach (var number in rest)
        {
            min = Math.Min(min, number);
            max = Math.Max(max, number);
            sum = unchecked(sum + number);
        }

        return new(min, max, sum);
    }
}
