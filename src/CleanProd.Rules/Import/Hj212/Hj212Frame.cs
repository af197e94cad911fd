namespace CleanProd.Rules.Import.Hj212;

/// <summary>One frame of a log: <c>##</c>, length, segment, check sum.</summary>
/// <param name="Line">Line of the file on which it begins.</param>
/// <param name="Text">Its segment; of what is no frame, how it begins.</param>
/// <param name="Fault">What is wrong with its frame.</param>
/// <param name="StatedLength">Length it states.</param>
/// <param name="Length">Length of the segment in bytes.</param>
/// <param name="StatedCrc">Check sum it states.</param>
/// <param name="Crc">Check sum of the segment by annex A.</param>
/// <param name="IsModbus">Whether the stated check sum is the Modbus one.</param>
internal readonly record struct Hj212Frame(int Line, string Text, Hj212Fault Fault, int StatedLength, int Length, ushort StatedCrc, ushort Crc, bool IsModbus);

/// <summary>What is wrong with a frame.</summary>
internal enum Hj212Fault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It has no end, or no segment.</summary>
    Broken,

    /// <summary>The length it states is not that of its segment.</summary>
    Length,

    /// <summary>The check sum it states is not that of its segment.</summary>
    Crc,
}
