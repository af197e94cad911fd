using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Cases;
using CleanProd.Rules.Storage.Cases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CleanProd.Rules.Host.Api;

/// <summary>Reminders and what else people have to be told about enterprises.</summary>
internal static class MessagesApi
{
    internal static void MapMessages(this IEndpointRouteBuilder api)
    {
        api.MapGet("/reminders", ListAsync).Needs(Permission.ReadCases, Target.Scoped).WithSummary("Reminders, listings, answers to objections, certificates that run out; the newest first.");
        api.MapPost("/reminders/{reminder}/read", ReadAsync).Needs(Permission.ReadCases, Target.Scoped).WithSummary("Notes that the asking account has read it.");
    }

    /// <summary>A message.</summary>
    internal sealed record MessageView(
        long Id, MessageKind Kind, DateOnly Day, DateTimeOffset At, string Facility, string Name, string Region, string Subject, Wording Text, DateOnly? DueOn, DateTimeOffset? ReadAt);

    private static async Task<Ok<Page<MessageView>>> ListAsync(Actor actor, MessageStore messages, Word<MessageKind>? kind, bool? unread, string? after, int? limit, CancellationToken ct)
    {
        var most = Page<MessageView>.Limit(limit);
        var found = await messages.ListAsync(new(actor.Reach(), actor.AccountId) { Kind = kind?.Value, Unread = unread == true }, CaseActors.After(after), most, ct);
        return TypedResults.Ok(new Page<MessageView>(
            [.. found.Select(m => new MessageView(m.Id, m.Kind, m.Day, m.At, m.Facility.Value, m.Name, m.Region.Value, m.Subject, m.Text, m.DueOn, m.ReadAt))],
            found.Count == most ? PlainNumber.Text(found[^1].Id) : null));
    }

    private static async Task<NoContent> ReadAsync(string reminder, Actor actor, MessageStore messages, CancellationToken ct) =>
        await messages.ReadAsync(CaseActors.Number(reminder), new(actor.Reach(), actor.AccountId), ct)
            ? TypedResults.NoContent()
            : throw new KeyNotFoundException($"There is no message {reminder} within reach.");
}
