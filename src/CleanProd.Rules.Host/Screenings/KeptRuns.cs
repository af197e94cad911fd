namespace CleanProd.Rules.Host.Screenings;

/// <summary>What was read of finished screenings, each once, while there is room: the one that nobody asked for the longest goes first.</summary>
/// <param name="most">How much all of them may hold together, in the measure of <paramref name="sizeOf"/>. The one just asked for stays whatever it holds.</param>
/// <param name="sizeOf">How much one holds.</param>
internal sealed class KeptRuns<T>(int most, Func<T, int> sizeOf)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<long, Kept> _kept = [];
    private long _asked;

    /// <summary>What is kept of a run. The first to ask waits until it is read, whoever asks meanwhile waits for the same; what failed is read again.</summary>
    internal async Task<T> OfAsync(long run, Func<Task<T>> read)
    {
        Task<T> reading;
        lock (_lock)
        {
            reading = _kept.TryGetValue(run, out var known) ? known.Reading : Task.Run(read);
            _kept[run] = new(reading, ++_asked);
        }

        try
        {
            var found = await reading;
            LetGo();
            return found;
        }
        catch
        {
            lock (_lock)
            {
                if (_kept.TryGetValue(run, out var failed) && failed.Reading == reading) _kept.Remove(run);
            }

            throw;
        }
    }

    private void LetGo()
    {
        lock (_lock)
        {
            var read = _kept.Where(k => k.Value.Reading.IsCompletedSuccessfully).OrderByDescending(k => k.Value.Asked).Select(k => (Run: k.Key, Size: (long)sizeOf(k.Value.Reading.Result))).ToArray();
            var held = 0L;
            foreach (var (run, size) in read)
                if ((held += size) > most && run != read[0].Run) _kept.Remove(run);
        }
    }

    private sealed record Kept(Task<T> Reading, long Asked);
}
