namespace CleanProd.Rules.Benchmarks.Data;

/// <summary>The only source of chance (SplitMix64): the sequence of <see cref="System.Random"/> is not promised between versions of .NET.</summary>
internal struct Dice(ulong seed)
{
    private ulong _state = seed;

    internal ulong Next()
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

    /// <summary>A whole number from 0 up to, not including, the bound.</summary>
    internal int Below(int bound) => (int)(Next() % (ulong)bound);
}
