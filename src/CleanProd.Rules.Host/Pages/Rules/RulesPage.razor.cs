using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Host.Pages.Parts;
using CleanProd.Rules.Host.Pages.Shell;
using CleanProd.Rules.Host.Policy;
using CleanProd.Rules.Host.Screenings;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Storage.Policy;
using CleanProd.Rules.Storage.Screenings;
using Microsoft.AspNetCore.Components;
using Wording = CleanProd.Rules.Facts.Wording;

namespace CleanProd.Rules.Host.Pages.Rules;

/// <summary>What the page of rules reads and does.</summary>
public sealed partial class RulesPage
{
    private const int HashShown = 8;

    private DateOnly _day;
    private DateOnly _from;
    private IReadOnlyList<PackInForce>? _inForce;
    private IReadOnlyList<RulePack> _latest = [];
    private IReadOnlyList<PackVersion> _versions = [];
    private IReadOnlyList<Draft> _drafts = [];
    private IReadOnlyList<OutdatedScreening> _outdated = [];
    private string _before = "";
    private string _after = "";
    private string? _said;

    [SupplyParameterFromQuery(Name = "on")]
    private DateOnly? On { get; set; }

    private IEnumerable<PackVersion> Texts => _versions.Where(v => v.Name is not null).DistinctBy(v => v.Name);

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => ReadAsync();

    private Task ReadAsync() => LoadAsync(async ct =>
    {
        _day = On ?? Law.Today;
        _from = _from == default ? Law.Today : _from;
        _versions = await Law.VersionsAsync(ct);
        _latest = await Law.LatestAsync(ct);
        _drafts = await Law.DraftsAsync(Actor, ct);
        _outdated = await Law.OutdatedAsync(Actor, ct);
        var inForce = await Law.InForceAsync(_day, ct);
        if (_after.Length == 0) (_before, _after) = Usual(inForce);
        _inForce = inForce;
    });

    // What is usually asked: what the law in force says otherwise than the version before it, or than the instrument before it.
    private (string Before, string After) Usual(IReadOnlyList<PackInForce> inForce)
    {
        if (inForce.Count == 0) return (Texts.Skip(1).FirstOrDefault()?.Name ?? "", Texts.FirstOrDefault()?.Name ?? "");
        var now = inForce[0].Pack;
        var version = Texts.Where(v => v.PackId == now.Id && v.Name != now.Name).MaxBy(v => v.Version)?.Name;
        return (version ?? _latest.Where(p => p.Jurisdiction == now.Jurisdiction && p.GovernsFrom < now.GovernsFrom).MaxBy(p => p.GovernsFrom)?.Name ?? now.Name, now.Name);
    }

    private void Choose(ChangeEventArgs chosen) => Address(("on", (string?)chosen.Value));

    private async Task ScreenAgainAsync(OutdatedScreening run)
    {
        var place = Places.NameOf(new RegionCode(run.Region));
        var asked = await ConfirmAct.AskAsync(Dialogs, new Confirmation(RulesTexts.ScreenAgainAsk, RulesTexts.ScreenAgain,
            [Filled(RulesTexts.ScreenAgainFollows, place, run.Year), RulesTexts.ListsStay]));
        if (asked is null) return;
        var region = new RegionCode(run.Region);
        var ordered = 0L;
        if (await ActAsync(Permission.RunScreenings, Target.Scoped, null, async (actor, ct) =>
        {
            DraftOffice.MustCover(actor.Scope.Reach, region.Value.Length == 0 ? "CN" : "CN-" + region.Value);
            ordered = (await Screenings.OrderAsync(new(ScreeningKind.Manual, region, run.Year) { AsOf = run.AsOf }, actor.Officer, ct)).Id;
        }))
        {
            _said = T(RulesTexts.Ordered, ordered);
            await ReadAsync();
        }
    }

    private async Task WithdrawAsync(PackVersion version)
    {
        var day = DayWords.Of(_from);
        if (await ConfirmAct.AskAsync(Dialogs, new Confirmation(Filled(RulesTexts.WithdrawAsk, day, version.PackId), RulesTexts.Withdraw, [Filled(RulesTexts.WithdrawFollows, day), RulesTexts.Touched]) { AsksReason = true, Word = version.PackId }) is { } reason
            && await ActAsync(Permission.ReleaseRules, Target.Scoped, null, (actor, ct) => Office.WithdrawAsync(version.PackId, _from, reason, actor.Officer, actor.Scope.Reach, ct)))
        {
            _said = T(RulesTexts.Done);
            await ReadAsync();
        }
    }

    private async Task RollBackAsync(PackVersion version)
    {
        var day = DayWords.Of(_from);
        if (await ConfirmAct.AskAsync(Dialogs, new Confirmation(Filled(RulesTexts.RollBackAsk, day, version.PackId, version.Version), RulesTexts.RollBack, [Filled(RulesTexts.RollBackFollows, day), RulesTexts.Touched]) { AsksReason = true }) is { } reason
            && await ActAsync(Permission.ReleaseRules, Target.Scoped, null, (actor, ct) => Office.RollBackAsync(version.PackId, version.Version, _from, reason, actor.Officer, actor.Scope.Reach, ct)))
        {
            _said = T(RulesTexts.Done);
            await ReadAsync();
        }
    }

    private string PackPath(RulePack pack) => On is null ? $"/rules/{pack.Id}" : $"/rules/{pack.Name}";

    private string Label(PackVersion v) => $"{v.PackId} · {T(RulesTexts.VersionOf, v.Version)}";

    private static string Names(IEnumerable<string> packs) => string.Join(", ", packs.Select(p => p.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? p[..Math.Min(p.Length, at + 1 + HashShown)] : p));

    private static Wording Filled(Wording text, params object[] values) => FilledWording.Of(text, values);
}
