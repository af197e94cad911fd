using System.Globalization;
using System.Text.Json;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Upkeep.Checks;

/// <summary>An event as its table has it, to be found in the journal.</summary>
/// <param name="Place">Table and key, for people.</param>
/// <param name="Subject">Subject of its line.</param>
/// <param name="Act">Act of its line.</param>
/// <param name="At">When.</param>
/// <param name="ActorId">Who.</param>
/// <param name="Content">
/// Its contents as JSON, which the line holds as a whole or as its member <c>event</c>; null where the line tells the act in other words.
/// </param>
internal sealed record JournalledEvent(string Place, string Subject, string Act, DateTimeOffset At, string ActorId, string? Content = null);

/// <summary>A table of events and the lines of the journal that belong to it: each event has its line, and each line its event.</summary>
/// <param name="Table">The table.</param>
/// <param name="Acts">Acts of its lines, as they are or as a beginning that ends with a dot.</param>
/// <param name="Events">Reads the events.</param>
internal sealed record EventTrail(string Table, IReadOnlyList<string> Acts, Func<StoreContext, IAsyncEnumerable<JournalledEvent>> Events)
{
    /// <summary>Whether a line of the journal belongs to the trail.</summary>
    internal bool Covers(string act) => Acts.Any(a => a.EndsWith('.') ? act.StartsWith(a, StringComparison.Ordinal) : act == a);
}

/// <summary>The tables of events that there are.</summary>
internal static class EventTrails
{
    /// <summary>All of them.</summary>
    internal static IReadOnlyList<EventTrail> All { get; } =
    [
        new("import_acts", ["import.taken", "import.accepted", "import.refused", "import.undone"], ImportActs),
    ];

    private static IAsyncEnumerable<JournalledEvent> ImportActs(StoreContext context) =>
        context.ImportActs.OrderBy(a => a.ImportId).ThenBy(a => a.Seq).AsAsyncEnumerable().Select(a => new JournalledEvent(
            string.Create(CultureInfo.InvariantCulture, $"import_acts {a.ImportId}/{a.Seq}"),
            string.Create(CultureInfo.InvariantCulture, $"import/{a.ImportId}"),
            $"import.{a.Act}",
            new DateTimeOffset(DateTime.SpecifyKind(a.At, DateTimeKind.Utc)),
            JsonDocument.Parse(a.Officer).RootElement.GetProperty(nameof(Officer.Id)).GetString()!));
}
