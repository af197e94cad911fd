namespace CleanProd.Rules.Facts.Building;

/// <summary>Number, sum and ends of whole numbers at one scale, gathered stretch by stretch.</summary>
internal struct WholeNumbers
{
    // Sums of fewer numbers that are smaller fit 64 bits.
    private const long Small = 1L << 40;
    private const int Few = 1 << 20;

    private int _count;
    private long _min, _max;
    private Int128 _sum;

    /// <summary>Adds numbers.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="ends">Their ends and sum.</param>
    /// <param name="others">How many of them are the first again, in place of what does not count.</param>
    internal void Add(ReadOnlySpan<long> numbers, NumberEnds ends, int others)
    {
        Int128 sum = ends.WrappedSum;
        if (ends.Min < -Small || ends.Max > Small || numbers.Length > Few)
        {
            sum = 0;
            foreach (var number in numbers) sum += number;
        }

        Take(numbers.Length - others, ends.Min, ends.Max, sum - ((Int128)others * numbers[0]));
    }

    internal void Add(long number) => Take(1, number, number, number);

    /// <summary>The numbers as decimals.</summary>
    internal readonly ExactNumbers At(byte scale) => _count == 0 ? default : new(Decimal(_max, scale), Decimal(_min, scale), Decimal(_sum, scale) / _count);

    private void Take(int count, long min, long max, Int128 sum)
    {
        _min = _count == 0 ? min : Math.Min(_min, min);
        _max = _count == 0 ? max : Math.Max(_max, max);
        _sum += sum;
        _count += count;
    }

    // Fewer than 2^31 numbers of 63 bits stay within the 96 bits of a decimal.
    private static decimal Decimal(Int128 number, byte scale)
    {
        var size = (UInt128)Int128.Abs(number);
        return unchecked(new decimal((int)(uint)size, (int)(uint)(size >> 32), (int)(uint)(size >> 64), number < 0, scale));
    }
}
