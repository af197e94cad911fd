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

    /// <summary>Where measured values go that should not all stay in memory.</summary>
    internal IScratch? Scratch { get; init; }
}
