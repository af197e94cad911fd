using CleanProd.Rules.Determinations;
using CleanProd.Rules.Determinations.Foresight;
using CleanProd.Rules.Determinations.Proving;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Pages.Parts;
using CleanProd.Rules.Host.Pages.Rules;
using CleanProd.Rules.Host.Pages.Shell;
using CleanProd.Rules.Host.Policy;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Rules.Authoring;
using CleanProd.Rules.Storage.Policy;
using Microsoft.JSInterop;
using Newtonsoft.Json.Linq;
using Actor = CleanProd.Rules.Host.Access.Actor;

namespace CleanProd.Rules.Host.Pages.Workbench;

// What is done with a draft: proving, foreseeing, and the steps to its release.
public partial class WorkbenchPage
{
    private const int HashTyped = 8;

    private IReadOnlyList<RegionCode> _regions = [];

    private Task ProveAsync() => ProvingAsync(async () =>
    {
        var pack = _bench.Pack!;
        var coverage = await Bench.CoverageAsync(pack, Left);
        var mutation = await Bench.MutantsAsync(pack, Left);
        if (pack == _bench.Pack) (_bench.Coverage, _bench.Mutation) = (coverage, mutation);
    });

    private Task AnalyseAsync() => ProvingAsync(async () => _bench.Findings = await Bench.AnalysisAsync(_bench.Pack!, Left));

    private Task ProposeAsync() => ProvingAsync(async () => _bench.Proposed = await Bench.BoundariesAsync(_bench.Pack!, Left));

    private async Task ProvingAsync(Func<Task> prove)
    {
        _bench.IsProving = true;
        StateHasChanged();
        await LoadAsync(_ => prove());
        _bench.IsProving = false;
    }

    private async Task AddCaseAsync((Boundary Boundary, BoundaryCase Case) proposed)
    {
        var (boundary, one) = proposed;
        var json = JArray.Parse(PackBoundaries.Json([boundary with { Cases = [one] }]))[0].ToString();
        _bench.Proposed = null;
        await PutAsync(() => PackEdit.AddCases(_text, _bench.Open!.Draft.Last.PackId, json));
    }

    private async Task ForeseeAsync()
    {
        if (_bench.Pack is not { } pack || _bench.IsForeseeing) return;
        _bench.IsForeseeing = true;
        StateHasChanged();
        await ActAsync(Permission.ForeseeRules, Target.Scoped, null, async (actor, ct) =>
        {
            var year = Asked(actor);
            var reach = await Foresight.ReachAsync(pack, year, ct);
            var impact = await Foresight.ImpactAsync(pack, null, year, ct);
            if (pack == _bench.Pack) (_bench.Reach, _bench.Impact) = (reach, impact);
        });
        _bench.IsForeseeing = false;
    }

    private async Task FormatAsync() => await PutAsync(() => PackFormat.Format(_text, _bench.Open!.Draft.Last.PackId));

    private async Task SaveAsync()
    {
        var (text, note) = (_text, _bench.Note);
        Draft? saved = null;
        if (await DoAsync(Permission.DraftRules, async (actor, ct) => saved = await Office.EditAsync(_bench.Open!.Draft.Id, _bench.Open.Draft.Version, text, string.IsNullOrWhiteSpace(note) ? null : note, actor.Officer, ct)))
        {
            _bench.Open = new(saved!, text, null);
            await KeepAsync();
            _said = T(WorkbenchTexts.Saved, saved!.Version);
        }
    }

    private async Task DiscardAsync()
    {
        _text = _bench.Open!.Text;
        _textRevision++;
        _said = null;
        await KeepAsync();
        await CheckAsync();
    }

    private async Task SubmitAsync()
    {
        var draft = _bench.Open!.Draft;
        var follows = new List<Wording> { WorkbenchTexts.SubmitFollows, FilledWording.Of(WorkbenchTexts.SubmitDates, DayWords.Of(_bench.EffectiveFrom)) };
        if (_bench.Impact is { } known) follows.Add(FilledWording.Of(WorkbenchTexts.SubmitImpact, Places.NameOf(new RegionCode(_bench.Region ?? "")), known.Counts.Joins, known.Counts.Leaves, known.Counts.ReasonChanges));
        if (await ConfirmAct.AskAsync(Dialogs, new Confirmation(FilledWording.Of(WorkbenchTexts.SubmitAsk, draft.Version), WorkbenchTexts.Submit, follows)) is null) return;
        if (await DoAsync(Permission.DraftRules, (actor, ct) => Office.SubmitAsync(draft.Id, new(draft.Version, Asked(actor), _bench.EffectiveFrom, _bench.EffectiveTo) { Note = string.IsNullOrWhiteSpace(_bench.Note) ? null : _bench.Note }, actor.Officer, ct)))
            await ReopenAsync(WorkbenchTexts.Submitted);
    }

    private async Task SignAsync()
    {
        var (draft, signing) = (_bench.Open!.Draft, _bench.Open.Signing!);
        var hash = draft.Submission!.Dossier!;
        var ask = new Confirmation(FilledWording.Of(WorkbenchTexts.SignAsk, draft.Id), WorkbenchTexts.Sign,
        [
            FilledWording.Of(WorkbenchTexts.SignFollows, DayWords.Of(signing.EffectiveFrom), LawReader.PlaceOf(draft.Last.Jurisdiction, Places)),
            FilledWording.Of(WorkbenchTexts.SubmitImpact, Places.NameOf(new RegionCode(signing.Basis.Region)), signing.Impact.Counts.Joins, signing.Impact.Counts.Leaves, signing.Impact.Counts.ReasonChanges),
            WorkbenchTexts.SignOutdated, WorkbenchTexts.SignForGood,
        ]) { Word = hash[..HashTyped] };
        if (await ConfirmAct.AskAsync(Dialogs, ask) is not null && await DoAsync(Permission.ReleaseRules, (actor, ct) => Office.ReleaseAsync(draft.Id, draft.Version, hash, actor.Officer, ct)))
            await ReopenAsync(null);
    }

    private async Task ReturnAsync()
    {
        var draft = _bench.Open!.Draft;
        if (await ConfirmAct.AskAsync(Dialogs, new Confirmation(FilledWording.Of(WorkbenchTexts.ReturnAsk, draft.Id), WorkbenchTexts.Return, [WorkbenchTexts.ReturnFollows]) { AsksReason = true }) is { } reason
            && await DoAsync(Permission.ReleaseRules, (actor, ct) => Office.ReturnAsync(draft.Id, draft.Version, reason, actor.Officer, ct)))
            await ReopenAsync(null);
    }

    private async Task AbandonAsync()
    {
        var draft = _bench.Open!.Draft;
        if (await ConfirmAct.AskAsync(Dialogs, new Confirmation(FilledWording.Of(WorkbenchTexts.AbandonAsk, draft.Id), WorkbenchTexts.Abandon, [WorkbenchTexts.AbandonFollows]) { AsksReason = true }) is { } reason
            && await DoAsync(Permission.DraftRules, (actor, ct) => Office.AbandonAsync(draft.Id, draft.Version, reason, actor.Officer, ct)))
            await ReopenAsync(null);
    }

    private async Task<bool> DoAsync(Permission permission, Func<Actor, CancellationToken, Task> act)
    {
        (_bench.IsActing, _said) = (true, null);
        StateHasChanged();
        try
        {
            return await ActAsync(permission, Target.Draft, new { draft = Draft }, act);
        }
        finally
        {
            _bench.IsActing = false;
        }
    }

    private async Task ReopenAsync(Wording? said)
    {
        await LoadAsync(async ct => Begin(await Desk.OpenAsync(Draft!, ct)));
        _said = said is null ? null : T(said);
        await KeepAsync();
        await CheckAsync();
    }

    // A year is asked of a region that the asker reaches: its enterprises are named.
    private AskedYear Asked(Actor actor)
    {
        var region = new RegionCode(_bench.Region ?? "");
        return Gatekeeper.ScopeOf(actor.Grants.Where(g => g.Role.Has(Permission.ForeseeRules))).Reach.Covers(region)
            ? new(region, _bench.Year, null)
            : throw new RefusedActException("outside_region", new("所选范围超出您的辖区。", "The region reaches beyond your own."));
    }
}
