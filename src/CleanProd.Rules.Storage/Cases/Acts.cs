using CleanProd.Rules.Cases;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Documents;

namespace CleanProd.Rules.Storage.Cases;

/// <summary>What recording an act has in common, whatever it acts on.</summary>
internal static class Acts
{
    /// <summary>Refuses an act whose author had an older version on screen, and tells who did what since; looks for the document.</summary>
    /// <exception cref="RefusedActException"><c>stale_version</c>, <c>bad_document</c>.</exception>
    internal static async Task CheckAsync(StoreSession session, WantedAct wanted, RecordedAct last, Wording what, CancellationToken ct)
    {
        if (wanted.Version != last.Sequence)
        {
            var (who, at) = (NameOf(last.Actor), last.At.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));
            throw new RefusedActException("stale_version", new(
                $"{who}已于{at}办理“{what.Zh}”，此件现为第{last.Sequence}号记录。请重新载入后再试。",
                $"{who} recorded '{what.En}' at {at} (UTC+8); the version is {last.Sequence} now. Load it again and repeat."));
        }

        if (wanted.Document is { } document) await DocumentStore.MustBeKeptAsync(session, document.Sha256, ct);
    }

    /// <summary>The actor as the journal keeps one.</summary>
    internal static Officer Officer(Actor actor, RegionCode region) => actor switch
    {
        OfficerActor { Officer: var officer } => officer,
        EnterpriseActor enterprise => new(enterprise.Id, enterprise.Name, Department.None, region),
        _ => throw new ArgumentException($"{actor.GetType().Name} is no actor.", nameof(actor)),
    };

    /// <summary>Account of an actor.</summary>
    internal static string AccountOf(Actor actor) => Officer(actor, RegionCode.Nation).Id;

    private static string NameOf(Actor actor) => Officer(actor, RegionCode.Nation).Name;
}
