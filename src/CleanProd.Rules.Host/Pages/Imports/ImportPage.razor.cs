using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Host.Imports;
using CleanProd.Rules.Host.Pages.Parts;
using CleanProd.Rules.Host.Pages.Shell;
using CleanProd.Rules.Import;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Imports;
using Microsoft.AspNetCore.Components;

namespace CleanProd.Rules.Host.Pages.Imports;

/// <summary>What the page of an import asks and does.</summary>
public sealed partial class ImportPage
{
    private const int Most = 50;

    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(1);

    private static readonly (FindingSeverity Severity, Wording Text)[] Severities =
        [(FindingSeverity.Error, ImportTexts.Errors), (FindingSeverity.Warning, ImportTexts.Warnings), (FindingSeverity.Note, ImportTexts.Notes)];

    private readonly HashSet<int> _chosen = [];
    private ImportView? _view;
    private IReadOnlyList<NumberedFinding> _findings = [];
    private NumberedFinding? _shown;
    private bool _following;

    /// <summary>Number of the import.</summary>
    [Parameter]
    public string Import { get; set; } = "";

    [SupplyParameterFromQuery(Name = "severity")]
    private string? SeverityWord { get; set; }

    [SupplyParameterFromQuery(Name = "after")]
    private int? After { get; set; }

    [SupplyParameterFromQuery(Name = "finding")]
    private int? Finding { get; set; }

    [SupplyParameterFromQuery(Name = "file")]
    private string? File { get; set; }

    [SupplyParameterFromQuery(Name = "sheet")]
    private string? Sheet { get; set; }

    [SupplyParameterFromQuery(Name = "row")]
    private int? Row { get; set; }

    [SupplyParameterFromQuery(Name = "already")]
    private bool Already { get; set; }

    private long Number => long.Parse(Import, NumberStyles.None, CultureInfo.InvariantCulture);

    private FindingSeverity? Wanted => Word<FindingSeverity>.TryParse(SeverityWord, out var severity) ? severity.Value : null;

    private bool MayChoose => _view!.Import.State == ImportState.Waiting && Viewer.May(Permission.SettleImports);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        await LoadAsync(ReadAsync);
        if (_view?.Import.State == ImportState.Queued && !_following) _ = FollowAsync();
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        if (_view?.Import.Id != Number) _chosen.Clear();
        _view = await Imports.ViewAsync(Number, ct) ?? throw new KeyNotFoundException();
        _findings = await Imports.FindingsAsync(Number, new(Wanted, null, After ?? -1, Most + 1), ct);
        _shown = Finding is { } number ? (await Imports.FindingsAsync(Number, new(null, null, number - 1, 1), ct)).SingleOrDefault(f => f.Number == number) : null;
    }

    private async Task FollowAsync()
    {
        _following = true;
        try
        {
            using var pulse = new PeriodicTimer(Pulse);
            while (_view!.Import.State == ImportState.Queued && await pulse.WaitForNextTickAsync(Left))
            {
                await InvokeAsync(async () =>
                {
                    await ReadAsync(Left);
                    StateHasChanged();
                });
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
        catch (Exception e)
        {
            Problem = Viewer.Explain(e);
            await InvokeAsync(StateHasChanged);
        }
        finally
        {
            _following = false;
        }
    }

    private Task AcceptAsync(IReadOnlyCollection<int>? findings) => SettleAsync(
        new(Filled(ImportTexts.AcceptTitle, findings?.Count ?? _view!.OpenErrors), findings is null ? ImportTexts.AcceptAll : Filled(ImportTexts.AcceptSome, findings.Count), [ImportTexts.AcceptRows, ImportTexts.AcceptHolds]) { AsksReason = true },
        Permission.SettleImports, (actor, reason, ct) => Imports.AcceptAsync(Number, findings, actor.Officer, reason, _view!.Acts.Count, ct));

    private Task RefuseAsync() => SettleAsync(
        new(Filled(ImportTexts.RefuseTitle, Number), ImportTexts.Refuse, [ImportTexts.RefuseNever]) { AsksReason = true },
        Permission.SettleImports, (actor, reason, ct) => Imports.RefuseAsync(Number, actor.Officer, reason, _view!.Acts.Count, ct));

    private Task UndoAsync() => SettleAsync(
        new(Filled(ImportTexts.UndoTitle, Number), ImportTexts.Undo, [ImportTexts.UndoHolds, ImportTexts.UndoKept]) { AsksReason = true },
        Permission.SettleImports, (actor, reason, ct) => Imports.UndoAsync(Number, actor.Officer, reason, _view!.Acts.Count, ct));

    private Task CancelAsync() => SettleAsync(
        new(Filled(ImportTexts.CancelTitle, Number), ImportTexts.CancelDo, [ImportTexts.CancelNone]),
        Permission.ImportData, (actor, reason, ct) => Imports.CancelAsync(Number, actor.Officer, reason, ct));

    private async Task SettleAsync(Confirmation asked, Permission permission, Func<Actor, string, CancellationToken, Task> act)
    {
        if (await ConfirmAct.AskAsync(Dialogs, asked) is not { } reason) return;
        if (await ActAsync(permission, Target.Import, new { import = Import }, (actor, ct) => act(actor, reason, ct))) _chosen.Clear();
        var refused = Problem;
        await LoadAsync(ReadAsync);
        Problem ??= refused;
    }

    private void Choose(int number, bool chosen) => _ = chosen ? _chosen.Add(number) : _chosen.Remove(number);

    private string At(string? severity) => LocalPath.With($"/imports/{Number}", ("severity", severity));

    private string FindingAt(int number) => LocalPath.With($"/imports/{Number}", ("severity", SeverityWord), ("after", After), ("finding", number)) + "#findings";

    private static ShownFinding ShownFindingOf(NumberedFinding found) => ShownFinding.Of(found);

    private static string N(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static Wording Filled(Wording text, params object[] values) =>
        new(string.Format(CultureInfo.InvariantCulture, text.Zh, values), string.Format(CultureInfo.InvariantCulture, text.En, values));
}
