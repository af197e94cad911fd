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

    private IReadOnlyList<TestCoverage>? _coverage;
    private Mutation? _mutation;
    private IReadOnlyList<PackFinding>? _findings;
    private IReadOnlyList<Boundary>? _proposed;
    private IReadOnlyList<ConditionReach>? _reach;
    private Impact? _impact;
    private IReadOnlyList<RegionCode> _regions = [];
    private string? _region;
    private int _year;
    private bool _live = true;
    private bool _proving;
    private bool _foreseeing;
    private bool _acting;
    private DateOnly _effectiveFrom;
    private DateOnly? _effectiveTo;
    private string _note = "";
    private string _newParameter = "";
    private DateOnly _newFrom;
    private string _newNumber = "";
    private string _newCitation = "";

    private Task ProveAsync() => ProvingAsync(async () =>
    {
        var pack = _pack!;
        var coverage = await Bench.CoverageAsync(pack, Left);
        var mutation = await Bench.MutantsAsync(pack, Left);
        if (pack == _pack) (_coverage, _mutation) = (coverage, mutation);
    });

    private Task AnalyseAsync() => ProvingAsync(async () => _findings = await Bench.AnalysisAsync(_pack!, Left));

    private Task ProposeAsync() => ProvingAsync(async () => _proposed = await Bench.BoundariesAsync(_pack!, Left));

    private async Task ProvingAsync(Func<Task> prove)
    {
        _proving = true;
        StateHasChanged();
        await LoadAsync(_ => prove());
        _proving = false;
    }

    private async Task AddCaseAsync(Boundary boundary, BoundaryCase one)
    {
        var json = JArray.Parse(PackBoundaries.Json([boundary with { Cases = [one] }]))[0].ToString();
        _proposed = null;
        await PutAsync(() => PackEdit.AddCases(_text, _open!.Draft.Last.PackId, json));
    }

    private string OutcomeOf(string word) => Enum.GetValues<Outcome>().FirstOrDefault(o => o.Word() == word) is var outcome && outcome.Word() == word ? T(PartTexts.Of(outcome)) : word;

    private async Task ForeseeAsync()
    {
        if (_pack is not { } pack || _foreseeing) return;
        _foreseeing = true;
        StateHasChanged();
        await ActAsync(Permission.ForeseeRules, Target.Scoped, null, async (actor, ct) =>
        {
            var year = Asked(actor);
            var reach = await Foresight.ReachAsync(pack, year, ct);
            var impact = await Foresight.ImpactAsync(pack, null, year, ct);
            if (pack == _pack) (_reach, _impact) = (reach, impact);
        });
        _foreseeing = false;
    }

    private async Task FormatAsync() => await PutAsync(() => PackFormat.Format(_text, _open!.Draft.Last.PackId));

    private async Task SaveAsync()
    {
        var (text, note) = (_text, _note);
        Draft? saved = null;
        if (await DoAsync(Permission.DraftRules, async (actor, ct) => saved = await Office.EditAsync(_open!.Draft.Id, _open.Draft.Version, text, string.IsNullOrWhiteSpace(note) ? null : note, actor.Officer, ct)))
        {
            _open = new(saved!, text, null);
            await KeepAsync();
            _said = T(WorkbenchTexts.Saved, saved!.Version);
        }
    }

    private async Task DiscardAsync()
    {
        _text = _open!.Text;
        _textRevision++;
        _said = null;
        await KeepAsync();
        await CheckAsync();
    }

    private async Task SubmitAsync()
    {
        var draft = _open!.Draft;
        var follows = new List<Wording> { WorkbenchTexts.SubmitFollows, FilledWording.Of(WorkbenchTexts.SubmitDates, DayWords.Of(_effectiveFrom)) };
        if (_impact is { } known) follows.Add(FilledWording.Of(WorkbenchTexts.SubmitImpact, Places.NameOf(new RegionCode(_region ?? "")), known.Counts.Joins, known.Counts.Leaves, known.Counts.ReasonChanges));
        if (await ConfirmAct.AskAsync(Dialogs, new Confirmation(FilledWording.Of(WorkbenchTexts.SubmitAsk, draft.Version), WorkbenchTexts.Submit, follows)) is null) return;
        if (await DoAsync(Permission.DraftRules, (actor, ct) => Office.SubmitAsync(draft.Id, new(draft.Version, Asked(actor), _effectiveFrom, _effectiveTo) { Note = string.IsNullOrWhiteSpace(_note) ? null : _note }, actor.Officer, ct)))
            await ReopenAsync(WorkbenchTexts.Submitted);
    }

    private async Task SignAsync()
    {
        var (draft, signing) = (_open!.Draft, _open.Signing!);
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
        var draft = _open!.Draft;
        if (await ConfirmAct.AskAsync(Dialogs, new Confirmation(FilledWording.Of(WorkbenchTexts.ReturnAsk, draft.Id), WorkbenchTexts.Return, [WorkbenchTexts.ReturnFollows]) { AsksReason = true }) is { } reason
            && await DoAsync(Permission.ReleaseRules, (actor, ct) => Office.ReturnAsync(draft.Id, draft.Version, reason, actor.Officer, ct)))
            await ReopenAsync(null);
    }

    private async Task AbandonAsync()
    {
        var draft = _open!.Draft;
        if (await ConfirmAct.AskAsync(Dialogs, new Confirmation(FilledWording.Of(WorkbenchTexts.AbandonAsk, draft.Id), WorkbenchTexts.Abandon, [WorkbenchTexts.AbandonFollows]) { AsksReason = true }) is { } reason
            && await DoAsync(Permission.DraftRules, (actor, ct) => Office.AbandonAsync(draft.Id, draft.Version, reason, actor.Officer, ct)))
            await ReopenAsync(null);
    }

    private async Task<bool> DoAsync(Permission permission, Func<Actor, CancellationToken, Task> act)
    {
        (_acting, _said) = (true, null);
        StateHasChanged();
        try
        {
            return await ActAsync(permission, Target.Draft, new { draft = Draft }, act);
        }
        finally
        {
            _acting = false;
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
        var region = new RegionCode(_region ?? "");
        return Gatekeeper.ScopeOf(actor.Grants.Where(g => g.Role.Has(Permission.ForeseeRules))).Reach.Covers(region)
            ? new(region, _year, null)
            : throw new RefusedActException("outside_region", new("所选范围超出您的辖区。", "The region reaches beyond your own."));
    }
}
