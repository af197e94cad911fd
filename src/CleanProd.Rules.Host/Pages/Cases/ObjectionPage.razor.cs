using CleanProd.Rules.Cases.Objections;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Host.Cases;
using CleanProd.Rules.Host.Pages.Parts;
using CleanProd.Rules.Host.Pages.Shell;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Cases;
using CleanProd.Rules.Storage.Imports;
using Microsoft.AspNetCore.Components;

namespace CleanProd.Rules.Host.Pages.Cases;

/// <summary>An objection and its answer.</summary>
public partial class ObjectionPage
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    private StoredObjection? _objection;
    private IReadOnlyList<StoredImport> _imports = [];
    private Redetermination? _result;
    private long _import;
    private string _remark = "";
    private Wording? _done;

    /// <summary>Number of the objection.</summary>
    [Parameter]
    public string Objection { get; set; } = "";

    private object Route => new { objection = Objection };

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        await LoadAsync(ReadAsync);
        if (Waits) _ = WatchAsync();
    }

    private bool Waits => _objection is { Objection.State: ObjectionState.UnderRedetermination } && _result is null && Viewer.May(Permission.AnswerObjections);

    private async Task ReadAsync(CancellationToken ct)
    {
        var found = await Objections.ReadAsync(CaseActors.Number(Objection), ct);
        _result = found.Run is { } run && found.Objection.State == ObjectionState.UnderRedetermination ? await Redeterminations.ResultAsync(run, found.Objection.Filing.Facility, ct) : null;
        if (Viewer.May(Permission.AnswerObjections) && found.Objection.State == ObjectionState.Filed)
        {
            _imports = await Imports.ListAsync(Actor.Scope.Regions, ImportState.Effective, null, 50, ct);
            _import = _imports is [var newest, ..] ? newest.Id : 0;
        }

        _objection = found;
    }

    private async Task WatchAsync()
    {
        try
        {
            while (Waits)
            {
                await Task.Delay(Again, Left);
                await InvokeAsync(async () =>
                {
                    await LoadAsync(ReadAsync);
                    StateHasChanged();
                });
                if (Problem is not null) return;
            }
        }
        catch (Exception) when (Left.IsCancellationRequested)
        {
        }
    }

    private async Task AcceptAsync()
    {
        var version = _objection!.Objection.Version;
        await DoAsync((actor, ct) => ObjectionsApi.AcceptAsync(Objection, new(version, _import, _remark), actor, Cases, Objections, Imports, Redeterminations, ct));
        if (Waits) _ = WatchAsync();
    }

    private async Task UpholdAsync()
    {
        var version = _objection!.Objection.Version;
        if (await ConfirmAct.AskForAsync(Dialogs, new(CasesTexts.Uphold, CasesTexts.Uphold, [CasesTexts.UpholdConsequence]) { AsksReason = true, TakesDocument = true }) is not { } given) return;
        await DoAsync((actor, ct) => Objections.UpholdAsync(_objection.Id, actor.Wants(version, null, Cases.Today, given.Reason, given.Document), Redeterminations, Amendments, ct));
    }

    private async Task DismissAsync()
    {
        var version = _objection!.Objection.Version;
        if (await ConfirmAct.AskForAsync(Dialogs, new(CasesTexts.Dismiss, CasesTexts.Dismiss, [CasesTexts.DismissConsequence]) { AsksReason = true, TakesDocument = true }) is not { } given) return;
        await DoAsync((actor, ct) => Objections.ActAsync(_objection.Id, ObjectionAct.Dismissed, actor.Wants(version, null, Cases.Today, given.Reason, given.Document), null, ct));
    }

    private async Task DoAsync(Func<Access.Actor, CancellationToken, Task> act)
    {
        _done = null;
        if (!await ActAsync(Permission.AnswerObjections, Target.Objection, Route, act)) return;
        _done = CasesTexts.Answered;
        await LoadAsync(ReadAsync);
    }

    private string Result(Redetermination result) => result.Grounds.Count > 0
        ? string.Join(Language == DocumentLanguage.English ? ", " : "、", result.Grounds.Select(g => T(GroundLabel.NameOf(g))))
        : Enum.GetValues<Outcome>().Where(o => ActView.Word(o) == result.Outcome).Select(o => T(PartTexts.Of(o))).FirstOrDefault(result.Outcome);
}
