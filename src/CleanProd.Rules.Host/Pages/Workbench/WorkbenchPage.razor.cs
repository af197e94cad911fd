using CleanProd.Rules.Determinations.Foresight;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Pages.Parts;
using CleanProd.Rules.Host.Pages.Shell;
using CleanProd.Rules.Host.Policy;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Authoring;
using CleanProd.Rules.Storage.Policy;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using Newtonsoft.Json.Linq;

namespace CleanProd.Rules.Host.Pages.Workbench;

/// <summary>What is on the bench: the text as it is being written, and what the engine says of it after every pause.</summary>
public partial class WorkbenchPage : IAsyncDisposable
{
    private const int Few = 40;

    private static readonly (string View, Wording Name)[] Views =
        [("form", WorkbenchTexts.ViewForm), ("text", WorkbenchTexts.ViewText), ("pack", WorkbenchTexts.ViewPack), ("words", WorkbenchTexts.ViewWords)];

    private readonly BenchState _bench = new();
    private string? _opened;
    private IJSObjectReference? _shelf;
    private string? _said;

    // The text of the whole pack is what there is; the pack is what it last could be read as.
    private string _text = "";
    private int _textRevision;
    private IReadOnlyList<TextMark> _marks = [];
    private IReadOnlyList<PaintedCondition> _painted = [];
    private LanguageData? _language;

    private string _condition = "";
    private int _conditionRevision;
    private string? _inPack;
    private string? _inForm;
    private bool _typing;
    private int _formRevision;
    private IReadOnlyList<TextMark> _conditionMarks = [];
    private JObject? _form;
    private string? _formProblem;
    private bool _plain;
    private RuleEditor? _packEditor;
    private RuleEditor? _conditionEditor;

    /// <summary>The draft.</summary>
    [Parameter]
    public string? Draft { get; set; }

    [SupplyParameterFromQuery(Name = "rule")]
    private string? ChosenRule { get; set; }

    [SupplyParameterFromQuery(Name = "view")]
    private string? View { get; set; }

    private string Current => View is { } view && Views.Any(v => v.View == view) ? view : "form";

    private bool MayEdit => _bench.Open?.Draft.State == DraftState.Drafting && Viewer.May(Permission.DraftRules);

    private bool IsChanged => _bench.Open is not null && MayEdit && _text != _bench.Open.Text;

    private PackRule? Rule => _bench.ShownPack?.Rules.FirstOrDefault(r => r.Name == _bench.Rule);

    private bool IsOneCondition => Rule?.Condition is ConditionNode.Leaf { Text.Locals.Count: 0 };

    private FormWords FormWords => new(_language!, []);

    private string ShelfName => $"{Actor.AccountId:N}/{Draft}";

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_opened != Draft)
        {
            _opened = Draft;
            await LoadAsync(async ct =>
            {
                var open = await Desk.OpenAsync(Draft!, ct);
                _shelf ??= await Js.InvokeAsync<IJSObjectReference>("import", ct, "/js/rule-editor.js");
                var kept = await RuleEditor.ReadAsync(_shelf, "kept", ShelfName);
                _regions = Desk.RegionsOf(Actor);
                Begin(open);
                // Kept with the version it was made from: what somebody else saved since is not written over by it.
                if (MayEdit && kept.Split('\n', 2) is [var version, var text] && version == PlainNumber.Text(open.Draft.Version) && text != open.Text)
                {
                    _said = T(WorkbenchTexts.KeptHere);
                    _text = text;
                }

                await CheckAsync();
            });
        }

        Choose(ChosenRule ?? (_bench.ShownPack is { Rules: [var first, ..] } ? first.Name : null));
    }

    private void Begin(OpenDraft open)
    {
        _bench.Open = open;
        _text = open.Text;
        _textRevision++;
        var today = Desk.Today;
        _bench.Year = _bench.Year == 0 ? today.Year - 1 : _bench.Year;
        _bench.Region ??= (_regions.FirstOrDefault(r => open.Draft.Last.Jurisdiction == "CN-" + r.Value) is { Value: { Length: > 0 } own } ? own : _regions.Count > 0 ? _regions[0].Value : "");
        _bench.EffectiveFrom = _bench.EffectiveFrom == default ? today.AddDays(1) : _bench.EffectiveFrom;
    }

    // Reading and proving a pack takes a moment, and the connection has others to serve.
    private async Task CheckAsync()
    {
        var text = _text;
        var name = _bench.Open!.Draft.Last.PackId;
        var (pack, errors, painted, language) = await Task.Run(() =>
        {
            try
            {
                var read = PackCheck.Read(text, name);
                return (read, [], PaintedCondition.Of(read), ProofBench.Language(read));
            }
            catch (PackException e)
            {
                return ((RulePack?)null, e.Errors.Select(x => new TextMark(x.Position.Line, x.Position.Column, x.Message)).ToArray(), (IReadOnlyList<PaintedCondition>)[], (LanguageData?)null);
            }
        });
        // Somebody wrote on meanwhile; the pause after that comes here again.
        if (text != _text) return;
        (_bench.Pack, _marks) = (pack, errors);
        if (pack is null) return;
        (_bench.ShownPack, _painted, _language) = (pack, painted, language!);
        (_bench.Coverage, _bench.Mutation, _bench.Findings, _bench.Proposed, _bench.Reach) = (null, null, null, null, null);
        if (_bench.Rule is null || pack.Rules.All(r => r.Name != _bench.Rule)) Choose(pack.Rules.Count > 0 ? pack.Rules[0].Name : null);
        else Choose(_bench.Rule);
        try
        {
            _bench.Check = await Desk.CheckAsync(pack, Left);
            if (_bench.Live && _bench.Impact is not null) await ForeseeAsync();
        }
        catch (OperationCanceledException) when (Left.IsCancellationRequested)
        {
            // The page was left between two strokes.
        }
    }

    private IReadOnlyList<LanguageItem> Offers(string condition, int offset) => (_language ?? ProofBench.Language()).At(condition, offset);

    private async Task GoAsync(TextMark mark)
    {
        if (Current != "pack") Address(("view", "pack"));
        // The editor comes with the view.
        for (var i = 0; i < 40 && _packEditor is null; i++) await Task.Delay(50);
        if (_packEditor is not null) await _packEditor.GoAsync(mark.Line, mark.Column);
    }

    private async Task BeforeLeavingAsync(LocationChangingContext leaving)
    {
        if (!IsChanged || Path(leaving.TargetLocation) == Path(Navigation.Uri)) return;
        if (await ConfirmAct.AskAsync(Dialogs, new Confirmation(WorkbenchTexts.LeaveAsk, WorkbenchTexts.Leave, [WorkbenchTexts.LeaveKeeps])) is null) leaving.PreventNavigation();
    }

    private string Path(string address) => Navigation.ToAbsoluteUri(address).AbsolutePath;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_shelf is not null) await _shelf.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone.
        }

        Dispose();
        GC.SuppressFinalize(this);
    }
}
