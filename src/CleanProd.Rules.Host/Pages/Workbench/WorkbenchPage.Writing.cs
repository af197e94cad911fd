using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Authoring;
using Microsoft.JSInterop;
using Newtonsoft.Json.Linq;

namespace CleanProd.Rules.Host.Pages.Workbench;

// What is written, as the whole text, as one condition, as a form or as a number, and how each brings the others along.
public partial class WorkbenchPage
{
    private void Choose(string? rule)
    {
        if (rule is null || _bench.ShownPack is null) return;
        var changed = rule != _bench.Rule;
        _bench.Rule = rule;
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
        _form = IsOneCondition ? JObject.Parse(RuleForms.Of(condition, _bench.ShownPack).Form) : null;
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
        if (!MayEdit || _bench.ShownPack is null || Rule is null) return;
        try
        {
            _condition = condition;
            // First by itself, so that mistakes have their places in what is being written.
            await Task.Run(() => RuleForms.Of(condition, _bench.ShownPack));
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
            _inForm = RuleForms.Text(_form.ToString(), _bench.ShownPack);
            await PutConditionAsync(_inForm);
            _formProblem = null;
        }
        catch (Exception e) when (e is FormException or PackException)
        {
            _formProblem = e is PackException p ? string.Join("; ", p.Errors.Select(x => x.Message)) : e.Message;
        }
    }

    private Task PutConditionAsync(string condition) => PutAsync(() => PackEdit.SetCondition(_text, _bench.Open!.Draft.Last.PackId, Rule!.Name, condition));

    private async Task NumberAsync((string Parameter, DateOnly From, string Written, string? Citation) number)
    {
        var (parameter, from, written, citation) = number;
        if (!decimal.TryParse(written.Trim(), System.Globalization.NumberStyles.AllowDecimalPoint | System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var value))
        {
            Problem = new(400, "bad_number", FilledNumber(written));
            return;
        }

        try
        {
            await PutAsync(() => PackEdit.SetNumber(_text, _bench.Open!.Draft.Last.PackId, parameter, from, value, citation));
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
        if (_shelf is null || _bench.Open is null) return;
        if (IsChanged) await _shelf.InvokeVoidAsync("keep", ShelfName, $"{PlainNumber.Text(_bench.Open.Draft.Version)}\n{_text}");
        else await _shelf.InvokeVoidAsync("forget", ShelfName);
    }

    private Wording FilledNumber(string written) => Rules.FilledWording.Of(WorkbenchTexts.NoNumber, written);
}
