using CleanProd.Rules.Facts;
using CleanProd.Rules.Import.Csv;

namespace CleanProd.Rules.Import;

/// <summary>How an import reads; nothing of it changes what is read.</summary>
internal sealed record ImportMeans
{
    /// <summary>Whether plain measurements are taken straight out of the bytes.</summary>
    internal bool InBulk { get; init; } = true;

    /// <summary>Threads that read and pack at once.</summary>
    internal int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Bytes that one of them reads at a time.</summary>
    internal int BlockLength { get; init; } = CsvRows.BlockLength;

    /// <summary>Bytes of measured values that one of them keeps in memory where there is a scratch.</summary>
    internal long MostHeld { get; init; } = 48 << 20;

    /// <summary>Packed values that stay in memory where there is a scratch: as long as they are few.</summary>
    internal long MostInMemory { get; init; } = 4_000_000;

    /// <summary>Where measured values go that should not all stay in memory.</summary>
    internal IScratch? Scratch { get; init; }
}
