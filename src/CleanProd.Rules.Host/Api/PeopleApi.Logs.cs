using System.Globalization;
using System.Text.Json;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Storage.Journal;
using CleanProd.Rules.Storage.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CleanProd.Rules.Host.Api;

/// <summary>Who may do what, who did what, and who read what.</summary>
internal static partial class PeopleApi
{
    private static void MapLogs(IEndpointRouteBuilder api)
    {
        api.MapGet("/journal", JournalAsync).Needs(Permission.ReadJournal, Target.Scoped)
            .WithSummary("What people of the own region did, the newest first; administrators see that something was done about an enterprise, not what.");
        api.MapGet("/journal/verify", VerifyAsync).Needs(Permission.ReadJournal, Target.System).WithSummary("Walks the whole chain of the journal.");
        api.MapGet("/access-log", AccessLogAsync).Needs(Permission.ReadJournal, Target.Scoped)
            .WithSummary("Who of the own region read what about whom, and who signed in or tried to, the newest first.");
    }

    /// <summary>A role in words.</summary>
    internal sealed record RoleView(Role Role, string Zh, string En, IReadOnlyList<PermissionView> Permissions);

    /// <summary>A permission in words.</summary>
    internal sealed record PermissionView(Permission Permission, string Zh, string En);

    /// <summary>A line of the journal.</summary>
    internal sealed record JournalView(
        long Seq, DateTimeOffset At, JsonElement Actor, string Act, string Subject, JsonElement? Content, string Previous, string Hash);

    /// <summary>What walking the chain found.</summary>
    internal sealed record ChainView(long Lines, bool Intact, string? Fault);

    private static Ok<IReadOnlyList<RoleView>> Roles() => TypedResults.Ok<IReadOnlyList<RoleView>>([.. Enum.GetValues<Role>().Select(role =>
    {
        var words = PermissionWords.Of(role);
        return new RoleView(role, words.Zh, words.En, [.. Enum.GetValues<Permission>().Where(p => role.Has(p)).Select(p =>
        {
            var allows = PermissionWords.Of(p);
            return new PermissionView(p, allows.Zh, allows.En);
        })]);
    })]);

    private static async Task<Ok<Page<JournalView>>> JournalAsync(
        Actor actor, JournalStore journal, string? subject, long? after, int? limit, CancellationToken ct)
    {
        var most = Api.Page<JournalView>.Limit(limit);
        var lines = await journal.ReadAsync(subject ?? "", after, most + 1, actor.Scope.Regions, ct);
        return TypedResults.Ok(new Page<JournalView>(
            [.. lines.Take(most).Select(l => View(l, ReadsContent(actor, l.Subject)))],
            lines.Count > most ? lines[most - 1].Seq.ToString(CultureInfo.InvariantCulture) : null));
    }

    /// <summary>Administrators see that something was done about an enterprise, not what.</summary>
    internal static bool ReadsContent(Actor actor, string subject) =>
        actor.Grants.Any(g => g.Role.Has(Permission.ReadEnterprises)) || subject.StartsWith("account/", StringComparison.Ordinal);

    private static async Task<Ok<ChainView>> VerifyAsync(JournalStore journal, CancellationToken ct)
    {
        var (lines, fault) = await journal.VerifyAsync(ct);
        return TypedResults.Ok(new ChainView(lines, fault is null, fault));
    }

    private static async Task<Ok<Page<AccessLine>>> AccessLogAsync(
        Actor actor, AccessLogStore log, Guid? account, string? path, DateTimeOffset? from, DateTimeOffset? to, long? after, int? limit, CancellationToken ct)
    {
        var most = Api.Page<AccessLine>.Limit(limit);
        var lines = await log.ReadAsync(actor.Scope.Regions, new AccessQuery(account?.ToString("D"), path, from, to), after, most + 1, ct);
        return TypedResults.Ok(new Page<AccessLine>(
            [.. lines.Take(most)], lines.Count > most ? lines[most - 1].Id.ToString(CultureInfo.InvariantCulture) : null));
    }

    private static JournalView View(JournalLine line, bool withContent) => new(
        line.Seq, line.At, Json(line.Actor), line.Act, line.Subject, withContent ? Json(line.Content) : null, line.Previous, line.Hash);

    private static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
