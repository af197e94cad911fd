using System.Globalization;
using System.Text.Json;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Storage.Journal;
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
            // Lines by what they say; several lines may say the same.
            var lines = new Dictionary<string, Queue<Line>>(StringComparer.Ordinal);
            await foreach (var line in store.Context.Journal.OrderBy(l => l.Seq).AsAsyncEnumerable().WithCancellation(ct))
            {
                if (!trail.Covers(line.Act)) continue;
                var key = Key(line.Subject, line.Act, line.At, IdOf(line.Actor));
                if (!lines.TryGetValue(key, out var same)) lines.Add(key, same = new());
                same.Enqueue(new(line.Seq, line.Content));
            }

            await foreach (var one in trail.Events(store.Context).WithCancellation(ct))
            {
                examined++;
                if (!lines.TryGetValue(Key(one.Subject, one.Act, one.At, one.ActorId), out var same) || !same.TryDequeue(out var line))
                    found(new(one.Place, new("日志中没有这一事件。", "The journal knows nothing of this event.")));
                else if (one.Content is not null && !Holds(line.Content, one.Content))
                    found(new(one.Place, new($"与日志第 {line.Seq} 行的内容不一致。", $"Line {line.Seq} of the journal says something else.")));
            }

            foreach (var line in lines.Values.SelectMany(l => l).OrderBy(l => l.Seq))
                found(new(string.Create(CultureInfo.InvariantCulture, $"journal {line.Seq}"), new($"表 {trail.Table} 中没有这一事件。", $"Table {trail.Table} knows nothing of this event.")));
        }

        return examined;
    }

    private static string Key(string subject, string act, DateTimeOffset at, string actor) =>
        string.Join('\n', subject, act, Store.Moment(at).ToString("O", CultureInfo.InvariantCulture), actor);

    private static string IdOf(string actor)
    {
        try
        {
            return JsonDocument.Parse(actor).RootElement.GetProperty("id").GetString() ?? "";
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return actor;
        }
    }

    private static bool Holds(string content, string expected)
    {
        try
        {
            using var line = JsonDocument.Parse(content);
            using var one = JsonDocument.Parse(expected);
            return JsonElement.DeepEquals(line.RootElement, one.RootElement)
                || (line.RootElement.ValueKind == JsonValueKind.Object && line.RootElement.TryGetProperty("event", out var part) && JsonElement.DeepEquals(part, one.RootElement));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private sealed record Line(long Seq, string Content);
}
