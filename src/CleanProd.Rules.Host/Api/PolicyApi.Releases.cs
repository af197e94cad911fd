using System.Text;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Policy;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Rules.Comparing;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Policy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CleanProd.Rules.Host.Api;

// Released packs and what other bureaus are given of them.
internal static partial class PolicyApi
{
    private static void MapReleases(this IEndpointRouteBuilder api)
    {
        api.MapGet("/policy/releases", VersionsAsync).Needs(Permission.ReadRules, Target.Law).WithSummary("Released versions; of one pack, or those used on a determination date.");
        api.MapGet("/policy/releases/{pack}/{version}", VersionTextAsync).Needs(Permission.ReadRules, Target.Law).WithSummary("The text of a released version.");
        api.MapGet("/policy/difference", DifferenceAsync).Needs(Permission.ReadRules, Target.Law).WithSummary("What one released pack says otherwise than another, in sentences.");
        api.MapPost("/policy/releases/{pack}/withdraw", WithdrawAsync).Needs(Permission.ReleaseRules, Target.Scoped).WithSummary("Withdraws a pack from a determination date on, as a later version.");
        api.MapPost("/policy/releases/{pack}/roll-back", RollBackAsync).Needs(Permission.ReleaseRules, Target.Scoped).WithSummary("Puts an earlier version back, as a later version.");
        api.MapGet("/policy/outdated-screenings", OutdatedAsync).Needs(Permission.ReadLists, Target.Scoped)
            .WithSummary("Finished screenings that were judged with other packs than those now in force for their determination date: what may be screened again.");
    }

    private static void MapBundles(this IEndpointRouteBuilder api)
    {
        api.MapGet("/policy/key", KeyAsync).Needs(Permission.ReadRules, Target.Law).WithSummary("The public key with which this bureau signs its bundles.");
        api.MapPost("/policy/bundles/export", ExportAsync).Needs(Permission.ReleaseRules, Target.Scoped).WithSummary("Released packs as a signed bundle for another bureau.");
        api.MapPost("/policy/bundles", ImportAsync).Needs(Permission.DraftRules, Target.Scoped).TakesBytes("application/json").WithSummary("Takes a signed bundle: its packs become drafts. One that is unsigned, tampered with or signed with a key that is not trusted is refused.");
        api.MapGet("/policy/trusted-keys", TrustedAsync).Needs(Permission.ManageSystem, Target.System).WithSummary("Keys of other bureaus.");
        api.MapPost("/policy/trusted-keys", TrustAsync).Needs(Permission.ManageSystem, Target.System).WithSummary("Registers the key of another bureau.");
        api.MapPost("/policy/trusted-keys/{fingerprint}/distrust", DistrustAsync).Needs(Permission.ManageSystem, Target.System).WithSummary("Trusts a key no more, with a reason.");
    }

    /// <summary>A released version.</summary>
    internal sealed record VersionRow(
        string Pack, int Version, string? Name, VersionOrigin Origin, string Jurisdiction, DateOnly EffectiveFrom, DateOnly? EffectiveTo, string By, DateTimeOffset At, string? Reason, int? PutBack, string? Dossier)
    {
        internal static VersionRow Of(PackVersion v) => new(
            v.PackId, v.Version, v.Name, v.Origin, v.Jurisdiction, v.EffectiveFrom, v.EffectiveTo, v.By.Name, v.At, v.Reason, v.PutBack, v.Dossier);
    }

    /// <summary>A withdrawal.</summary>
    internal sealed record WithdrawnPack(DateOnly EffectiveFrom, string? Reason = null);

    /// <summary>A roll-back.</summary>
    /// <param name="Version">The version to put back.</param>
    /// <param name="EffectiveFrom">First determination date; that of the version when absent.</param>
    /// <param name="Reason">Why.</param>
    internal sealed record RolledBack(int Version, DateOnly? EffectiveFrom = null, string? Reason = null);

    /// <summary>Packs to give.</summary>
    internal sealed record WantedBundle(IReadOnlyList<string> Packs);

    /// <summary>A key: SubjectPublicKeyInfo in Base64 and its SHA-256.</summary>
    internal sealed record KeyAnswer(string Fingerprint, string PublicKey, string? Name = null, bool? Trusted = null);

    /// <summary>A key to trust.</summary>
    internal sealed record NewKey(string Name, string PublicKey, string? Reason = null);

    /// <summary>Why a key is trusted no more.</summary>
    internal sealed record DistrustedKey(string? Reason = null);

    private static async Task<Ok<IReadOnlyList<VersionRow>>> VersionsAsync(ReleaseOffice office, string? pack, DateOnly? on, CancellationToken ct) =>
        TypedResults.Ok<IReadOnlyList<VersionRow>>([.. (await office.ListAsync(pack, on, ct)).Select(VersionRow.Of)]);

    private static async Task<FileContentHttpResult> VersionTextAsync(string pack, string version, ReleaseOffice office, CancellationToken ct) =>
        TypedResults.File(await office.TextAsync(pack, (int)Math.Min(Number(version), int.MaxValue), ct), "application/json", $"{pack}-v{version}.json");

    private static async Task<Ok<IReadOnlyList<PackChange>>> DifferenceAsync(ReleaseOffice office, Store store, string before, string after, CancellationToken ct) =>
        TypedResults.Ok(await office.DifferenceAsync(before, after, LegalDay.Of(store.Clock.GetUtcNow()), ct));

    private static async Task<Ok<VersionRow>> WithdrawAsync(string pack, WithdrawnPack act, Actor actor, ReleaseOffice office, CancellationToken ct) =>
        TypedResults.Ok(VersionRow.Of(await office.WithdrawAsync(pack, act.EffectiveFrom, act.Reason, actor.Officer, actor.Scope.Reach, ct)));

    private static async Task<Ok<VersionRow>> RollBackAsync(string pack, RolledBack act, Actor actor, ReleaseOffice office, CancellationToken ct) =>
        TypedResults.Ok(VersionRow.Of(await office.RollBackAsync(pack, act.Version, act.EffectiveFrom, act.Reason, actor.Officer, actor.Scope.Reach, ct)));

    private static async Task<Ok<IReadOnlyList<OutdatedScreening>>> OutdatedAsync(Actor actor, ReleaseOffice office, CancellationToken ct) =>
        TypedResults.Ok(await office.OutdatedAsync(actor.Scope.Reach, ct));

    private static async Task<Ok<KeyAnswer>> KeyAsync(BureauKeys keys, CancellationToken ct)
    {
        var key = await keys.PublicKeyAsync(ct);
        return TypedResults.Ok(new KeyAnswer(BureauKeys.FingerprintOf(key), Convert.ToBase64String(key)));
    }

    private static async Task<Ok<Bundle>> ExportAsync(WantedBundle wanted, Actor actor, BundleDesk desk, Store store, CancellationToken ct) =>
        TypedResults.Ok(await desk.ExportAsync(wanted.Packs, actor.Officer, LegalDay.Of(store.Clock.GetUtcNow()), ct));

    private static async Task<Ok<IReadOnlyList<DraftRow>>> ImportAsync(HttpRequest request, Actor actor, BundleDesk desk, CancellationToken ct)
    {
        using var reader = new StreamReader(request.Body, new UTF8Encoding(false));
        var text = await reader.ReadToEndAsync(ct);
        if (text.Length > BundleDesk.MostCharacters) throw new RefusedActException("bad_bundle", new("规则包文件过大。", "The bundle is too large."));
        return TypedResults.Ok<IReadOnlyList<DraftRow>>([.. (await desk.ImportAsync(text, actor.Officer, actor.Scope.Reach, ct)).Select(DraftRow.Of)]);
    }

    private static async Task<Ok<IReadOnlyList<KeyAnswer>>> TrustedAsync(BureauKeys keys, CancellationToken ct) =>
        TypedResults.Ok<IReadOnlyList<KeyAnswer>>([.. (await keys.OthersAsync(ct)).Select(Key)]);

    private static async Task<Ok<KeyAnswer>> TrustAsync(NewKey wanted, Actor actor, BureauKeys keys, CancellationToken ct)
    {
        var bytes = new byte[wanted.PublicKey.Length];
        if (!Convert.TryFromBase64String(wanted.PublicKey, bytes, out var length)) throw new RefusedActException("bad_key", new Wording("公钥不是 Base64。", "The key is not Base64."));
        return TypedResults.Ok(Key(await keys.TrustAsync(wanted.Name, bytes[..length], actor.Officer, wanted.Reason, ct)));
    }

    private static async Task<Ok<KeyAnswer>> DistrustAsync(string fingerprint, DistrustedKey why, Actor actor, BureauKeys keys, CancellationToken ct) =>
        TypedResults.Ok(Key(await keys.DistrustAsync(fingerprint, actor.Officer, why.Reason, ct)));

    private static KeyAnswer Key(TrustedKey k) => new(k.Fingerprint, Convert.ToBase64String(k.PublicKey), k.Name, k.Trusted);
}
