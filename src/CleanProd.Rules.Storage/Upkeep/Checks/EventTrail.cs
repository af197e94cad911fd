using System.Globalization;
using System.Text.Json;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Storage.Cases;
using CleanProd.Rules.Storage.Journal;
using CleanProd.Rules.Storage.Lists;
using CleanProd.Rules.Storage.Notices;
using CleanProd.Rules.Storage.Policy;
using CleanProd.Rules.Storage.Schema;
using CleanProd.Rules.Storage.Voluntary;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Upkeep.Checks;

/// <summary>An event as its table has it, to be found in the journal.</summary>
/// <param name="Place">Table and key, for people.</param>
/// <param name="Subject">Subject of its line.</param>
/// <param name="Mark">What its line must say, as <see cref="EventTrail.MarkOf"/> takes it from a line.</param>
internal sealed record JournalledEvent(string Place, string Subject, string Mark);

/// <summary>A table of events and the lines of the journal that belong to it: each event has its line, and each line its event.</summary>
/// <param name="Table">The table.</param>
/// <param name="Kind">Beginning of subjects and acts of its lines: <c>case</c> for <c>case/7</c> and <c>case.accept</c>.</param>
/// <param name="MarkOf">What a line says of its event.</param>
/// <param name="Events">Reads the events.</param>
internal sealed record EventTrail(string Table, string Kind, Func<JournalLine, string> MarkOf, Func<StoreContext, IAsyncEnumerable<JournalledEvent>> Events)
{
    /// <summary>Whether a line of the journal belongs to the trail.</summary>
    internal bool Covers(JournalLine line) =>
        line.Act.StartsWith(Kind + ".", StringComparison.Ordinal) && line.Subject.StartsWith(Kind + "/", StringComparison.Ordinal);
}

/// <summary>The tables of events that there are.</summary>
internal static class EventTrails
{
    /// <summary>All of them.</summary>
    internal static IReadOnlyList<EventTrail> All { get; } =
    [
        new("import_acts", "import", line => Told(line.Act, line.At, IdOf(line.Actor)), ImportActs),
        new("list_events", "list", line => line.Content, context => context.Set<ListEventRow>().OrderBy(e => e.ListId).ThenBy(e => e.Seq).AsAsyncEnumerable()
            .Select(e => new JournalledEvent(string.Create(CultureInfo.InvariantCulture, $"list_events {e.ListId}/{e.Seq}"), ListRecord.SubjectOf(e.ListId), e.Content))),
        new("list_entry_events", "entry", line => line.Content, context => context.Set<ListEntryEventRow>().OrderBy(e => e.ListId).ThenBy(e => e.EntryNo).ThenBy(e => e.Seq).AsAsyncEnumerable()
            .Select(e => new JournalledEvent(
                string.Create(CultureInfo.InvariantCulture, $"list_entry_events {e.ListId}/{e.EntryNo}/{e.Seq}"), ListRecord.SubjectOf(e.ListId, e.EntryNo), e.Content))),
        new("notice_events", "notice", line => EventOf(line.Content), NoticeEvents),
        Whole<CaseEventRow>("case_events", "case"),
        Whole<ObjectionEventRow>("objection_events", "objection"),
        Whole<VoluntaryEventRow>("voluntary_events", "voluntary"),
        Whole<DraftEventRow>("rule_draft_events", "rule_draft"),
        Whole<PackEventRow>("rule_pack_events", "rule_pack"),
        Whole<TrustEventRow>("trusted_key_events", "trusted_key"),
    ];

    /// <summary>A table whose events stand in the journal word for word.</summary>
    private static EventTrail Whole<T>(string table, string kind) where T : EventRow => new(
        table, kind, line => line.Content,
        context => context.Set<T>().OrderBy(e => e.Aggregate).ThenBy(e => e.Seq).AsAsyncEnumerable().Select(e => new JournalledEvent(
            string.Create(CultureInfo.InvariantCulture, $"{table} {e.Aggregate}/{e.Seq}"), string.Create(CultureInfo.InvariantCulture, $"{kind}/{e.Aggregate}"), e.Content)));

    private static IAsyncEnumerable<JournalledEvent> ImportActs(StoreContext context) =>
        context.ImportActs.OrderBy(a => a.ImportId).ThenBy(a => a.Seq).AsAsyncEnumerable().Select(a => new JournalledEvent(
            string.Create(CultureInfo.InvariantCulture, $"import_acts {a.ImportId}/{a.Seq}"), string.Create(CultureInfo.InvariantCulture, $"import/{a.ImportId}"),
            Told($"import.{a.Act}", new DateTimeOffset(DateTime.SpecifyKind(a.At, DateTimeKind.Utc)), IdOf(a.Officer))));

    private static IAsyncEnumerable<JournalledEvent> NoticeEvents(StoreContext context) =>
        context.Set<NoticeEvent>().OrderBy(e => e.NoticeId).ThenBy(e => e.Seq).AsAsyncEnumerable().Select(e => new JournalledEvent(
            string.Create(CultureInfo.InvariantCulture, $"notice_events {e.NoticeId}/{e.Seq}"), string.Create(CultureInfo.InvariantCulture, $"notice/{e.NoticeId}"), EventJson.Write(e)));

    // Beside its event the line has what the notice says.
    private static string EventOf(string content)
    {
        try
        {
            using var json = JsonDocument.Parse(content);
            return json.RootElement.GetProperty("event").GetRawText();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return content;
        }
    }

    private static string Told(string act, DateTimeOffset at, string actor) =>
        string.Join('\n', act, Store.Moment(at).ToString("O", CultureInfo.InvariantCulture), actor);

    // The journal writes names of members small, the acts upon imports as they are.
    private static string IdOf(string officer)
    {
        try
        {
            using var json = JsonDocument.Parse(officer);
            return (json.RootElement.TryGetProperty("id", out var id) ? id : json.RootElement.GetProperty(nameof(Officer.Id))).GetString() ?? "";
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return officer;
        }
    }
}
