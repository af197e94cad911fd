using System.Globalization;
using CleanProd.Rules.Facts;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Upkeep.Checks;

/// <summary>
/// What the tables of events say and what the journal says is the same. The journal is chained, the events are what the program acts on: whoever
/// changes one of them is found by the other.
/// </summary>
/// <param name="trails">The tables of events.</param>
internal sealed class EventCheck(IReadOnlyList<EventTrail> trails) : IStoreCheck
{
    /// <inheritdoc/>
    public Wording Subject => new("事件与日志一致", "events agree with the journal");

    /// <inheritdoc/>
    public async Task<long> RunAsync(StoreSnapshot store, Action<StoreFault> found, CancellationToken ct)
    {
        var examined = 0L;
        foreach (var trail in trails)
        {
            // Lines by what they say; several may say the same.
            var lines = new Dictionary<(string, string), Queue<long>>();
            await foreach (var line in store.Context.Journal.OrderBy(l => l.Seq).AsAsyncEnumerable().WithCancellation(ct))
            {
                if (!trail.Covers(line)) continue;
                var key = (line.Subject, trail.MarkOf(line));
                if (!lines.TryGetValue(key, out var same)) lines.Add(key, same = new());
                same.Enqueue(line.Seq);
            }

            await foreach (var one in trail.Events(store.Context).WithCancellation(ct))
            {
                examined++;
                if (!lines.TryGetValue((one.Subject, one.Mark), out var same) || !same.TryDequeue(out _))
                    found(new(one.Place, new("日志中没有这一事件，或内容不同。", "The journal knows nothing of this event, or says otherwise.")));
            }

            foreach (var seq in lines.Values.SelectMany(l => l).Order())
            {
                found(new(string.Create(CultureInfo.InvariantCulture, $"journal {seq}"), new(
                    $"表 {trail.Table} 中没有这一事件，或内容不同。", $"Table {trail.Table} knows nothing of this event, or says otherwise.")));
            }
        }

        return examined;
    }
}
