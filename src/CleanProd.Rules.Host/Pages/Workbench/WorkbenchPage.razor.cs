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

    private OpenDraft? _open;
    private string? _opened;
    private IJSObjectReference? _shelf;
    private string? _said;

    // The text of the whole pack is what there is; the pack is what it last could be read as.
    private string _text = "";
    private int _textRevision;
    private RulePack? _pack;
    private RulePack? _shownPack;
    private DraftCheck? _check;
    private IReadOnlyList<TextMark> _marks = [];
    private IReadOnlyList<PaintedCondition> _painted = [];
    private LanguageData? _language;

    private string? _rule;
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

    private bool MayEdit => _open?.Draft.State == DraftState.Drafting && Viewer.May(Permission.DraftRules);

    private bool IsChanged => _open is not null && MayEdit && _text != _open.Text;

    private PackRule? Rule => _shownPack?.Rules.FirstOrDefault(r => r.Name == _rule);

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

        Choose(ChosenRule ?? (_shownPack is { Rules: [var first, ..] } ? first.Name : null));
    }

    private void Begin(OpenDraft open)
    {
        _open = open;
        _text = open.Text;
        _textRevision++;
        var today = Desk.Today;
        _year = _year == 0 ? today.Year - 1 : _year;
        _region ??= (_regions.FirstOrDefault(r => open.Draft.Last.Jurisdiction == "CN-" + r.Value) is { Value: { Length: > 0 } own } ? own : _regions.Count > 0 ? _regions[0].Value : "");
        _effectiveFrom = _effectiveFrom == default ? today.AddDays(1) : _effectiveFrom;
        _newFrom = _newFrom == default ? new DateOnly(today.Year + 1, 1, 1) : _newFrom;
    }

    // Reading and proving a pack takes a moment, and the connection has others to serve.
    private async Task CheckAsync()
    {
        var text = _text;
        var name = _open!.Draft.Last.PackId;
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
        (_pack, _marks) = (pack, errors);
        if (pack is null) return;
        (_shownPack, _painted, _language) = (pack, painted, language!);
        (_coverage, _mutation, _findings, _proposed, _reach) = (null, null, null, null, null);
        if (_rule is null || pack.Rules.All(r => r.Name != _rule)) Choose(pack.Rules.Count > 0 ? pack.Rules[0].Name : null);
        else Choose(_rule);
        try
        {
            _check = await Desk.CheckAsync(pack, Left);
            if (_live && _impact is not null) await ForeseeAsync();
        }
        catch (OperationCanceledException) when (Left.IsCancellationRequested)
        {
            // The page was left between two strokes.
        }
    }

    private void Choose(string? rule)
    {
        if (rule is null || _shownPack is null) return;
        var changed = rule != _rule;
        _rule = rule;
        var condition = Rule?.Condition is ConditionNode.Leaf leaf ? leaf.Text.Text : "";
        // What is being written in the field stays as it is written, mistakes included; it is replaced when the condition changed elsewhere.
        if (changed || (condition != _inPack && !_typing))
        {
            _condition = condition;
            _conditionRevision++;
            _conditionMarks = [];
        }

        _inPack = condition;
        if (!changed && condition == _inForm) return;
        (_inForm, _formProblem) = (condition, null);
        _formRevision++;
        _form = IsOneCondition ? JObject.Parse(RuleForms.Of(condition, _shownPack).Form) : null;
    }

    private async Task PackTypedAsync(string text)
    {
        if (!MayEdit || text == _text) return;
        _text = text;
        await KeepAsync();
        await CheckAsync();
    }

    private async Task ConditionTypedAsync(string condition)
    {
        if (!MayEdit || _shownPack is null || Rule is null) return;
        try
        {
            _condition = condition;
            // First by itself, so that mistakes have their places in what is being written.
            await Task.Run(() => RuleForms.Of(condition, _shownPack));
            _typing = true;
            await PutConditionAsync(condition);
            _conditionMarks = [];
        }
        catch (PackException e)
        {
            _conditionMarks = [.. e.Errors.Select(x => new TextMark(x.Position.Line, x.Position.Column, x.Message))];
        }
        finally
        {
            _typing = false;
        }
    }

    private async Task FormChangedAsync()
    {
        if (!MayEdit || _form is null || Rule is null) return;
        try
        {
            // The form holds this already; made anew, it would take the keyboard away from whoever fills it in.
            _inForm = RuleForms.Text(_form.ToString(), _shownPack);
            await PutConditionAsync(_inForm);
            _formProblem = null;
        }
        catch (Exception e) when (e is FormException or PackException)
        {
            _formProblem = e is PackException p ? string.Join("; ", p.Errors.Select(x => x.Message)) : e.Message;
        }
    }

    private Task PutConditionAsync(string condition) => PutAsync(() => PackEdit.SetCondition(_text, _open!.Draft.Last.PackId, Rule!.Name, condition));

    private async Task NumberAsync(string parameter, DateOnly from, string written, string? citation)
    {
        if (!decimal.TryParse(written.Trim(), System.Globalization.NumberStyles.AllowDecimalPoint | System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number))
        {
            Problem = new(400, "bad_number", FilledNumber(written));
            return;
        }

        try
        {
            await PutAsync(() => PackEdit.SetNumber(_text, _open!.Draft.Last.PackId, parameter, from, number, citation));
            Problem = null;
        }
        catch (PackException e)
        {
            Problem = Viewer.Explain(e);
        }
    }

    /// <summary>Changes the whole text; the editors show it, what does not stand is thrown.</summary>
    private async Task PutAsync(Func<string> change)
    {
        _text = await Task.Run(change);
        _textRevision++;
        await KeepAsync();
        await CheckAsync();
    }

    private async Task KeepAsync()
    {
        if (_shelf is null || _open is null) return;
        if (IsChanged) await _shelf.InvokeVoidAsync("keep", ShelfName, $"{PlainNumber.Text(_open.Draft.Version)}\n{_text}");
        else await _shelf.InvokeVoidAsync("forget", ShelfName);
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

    private RenderFragment RuleButton(RulePack pack, string name) => (RenderTreeBuilder builder) =>
    {
        if (pack.Rules.FirstOrDefault(r => r.Name == name) is not { } rule) return;
        builder.OpenElement(0, "button");
        builder.AddAttribute(1, "type", "button");
        builder.AddAttribute(2, "class", "rule-button");
        builder.AddAttribute(3, "aria-pressed", name == _rule ? "true" : "false");
        builder.AddAttribute(4, "onclick", EventCallback.Factory.Create(this, () => Address(("rule", name))));
        builder.OpenElement(5, "strong");
        builder.AddContent(6, name);
        builder.CloseElement();
        builder.AddContent(7, " " + T(rule.Sentence));
        builder.CloseElement();
    };

    private static string Short(string name) => name.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && name.Length > at + 13 ? name[..(at + 13)] + "…" : name;

    private Wording FilledNumber(string written) => Rules.FilledWording.Of(WorkbenchTexts.NoNumber, written);

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
