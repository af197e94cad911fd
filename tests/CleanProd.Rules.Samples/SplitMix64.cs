namespace CleanProd.Rules.Samples;

/// <summary>
/// The only source of chance. Our own, because the sequence of <see cref="System.Random"/> is not promised from one .NET to the next and
/// the committed data set must come out the same for ever.
/// </summary>
internal sealed class SplitMix64(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }

    /// <summary>A whole number of the closed range.</summary>
    public int Between(int low, int high) => low + (int)(Next() % (ulong)(high - low + 1));

    /// <summary>A number of the closed range, in steps of a thousandth of it.</summary>
    public decimal Between(decimal low, decimal high) => low + ((high - low) * Between(0, 1000) / 1000m);
}
