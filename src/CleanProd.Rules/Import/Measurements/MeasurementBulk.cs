using System.Collections.Concurrent;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Import.Csv;

namespace CleanProd.Rules.Import.Measurements;

/// <summary>The threads that read measurements in bulk, whatever the number of files.</summary>
/// <param name="reference">Codes to resolve with.</param>
/// <param name="pile">Where the points go.</param>
internal sealed class BulkReaders(ReferenceData reference, MeasurementPile pile)
{
    private readonly ConcurrentBag<BlockReader> _idle = [];

    internal MeasurementPile Pile => pile;

    // One is read while another is taken from the file.
    internal int Threads => pile.Means.Threads + 1;

    internal void Start()
    {
        while (_idle.Count < Threads) _idle.Add(new BlockReader(reference, pile.New(), pile.Means));
    }

    internal BlockRead Read(BlockWork work, MeasurementColumns columns, byte separator, int firstPlace)
    {
        if (!_idle.TryTake(out var reader)) throw new InvalidOperationException("More parts are read at once than there are readers.");
        try
        {
            return reader.Read(work, columns, separator, firstPlace);
        }
        finally
        {
            _idle.Add(reader);
            work.Block.Return();
        }
    }
}

/// <summary>Reads the measurements of one file in bulk, part by part, and hands the rows on that are not plain.</summary>
/// <param name="readers">Who reads.</param>
/// <param name="file">Name of the file.</param>
/// <param name="columns">Where its cells stand.</param>
/// <param name="separator">What stands between its fields.</param>
/// <param name="taken">Told of rows whose points were taken, in order.</param>
internal sealed class MeasurementBulk(BulkReaders readers, string file, MeasurementColumns columns, byte separator, Action<int> taken)
{
    /// <summary>The records that are not plain, in order.</summary>
    /// <param name="blocks">The file.</param>
    /// <param name="first">The block that was begun already.</param>
    /// <param name="from">Where to go on in it.</param>
    /// <param name="row">The row there.</param>
    internal IEnumerable<CsvRecord> Read(CsvBlocks blocks, CsvBlock first, int from, int row)
    {
        readers.Start();
        var places = readers.Pile.Places;
        var (firstPlace, next) = (places.Count, new BlockWork(first, from, places.Add(file, null)));
        var begun = new Queue<(int Place, Task<BlockRead> Read)>();
        try
        {
            for (var more = true; more || begun.Count > 0;)
            {
                // This thread reads the file and hashes it while the others work.
                while (more && begun.Count < readers.Threads)
                {
                    var work = next;
                    begun.Enqueue((work.Place, Task.Run(() => readers.Read(work, columns, separator, firstPlace))));
                    var block = blocks.Next();
                    more = block is not null;
                    if (block is not null) next = new(block, 0, places.Add(file, null));
                }

                var (place, task) = begun.Dequeue();
                var read = task.GetAwaiter().GetResult();
                places.Begins(place, row);
                taken(read.Taken);
                foreach (var odd in read.Odd) yield return odd with { Row = row + odd.Row };
                row += read.Lines;
            }
        }
        finally
        {
            // Whoever stops in the middle leaves no thread behind that still reads.
            foreach (var (_, read) in begun) ((IAsyncResult)read).AsyncWaitHandle.WaitOne();
        }
    }
}
