using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Host.Lists;
using CleanProd.Rules.Host.Pages.Parts;
using CleanProd.Rules.Host.Pages.Shell;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Storage.Lists;
using Microsoft.AspNetCore.Components;

namespace CleanProd.Rules.Host.Pages.Lists;

/// <summary>The enterprises of a list and what is done with many of them at once.</summary>
public partial class ListEntries
{
    private const int Step = 200;

    private readonly HashSet<int> _selected = [];
    private List<StoredListEntry>? _entries;
    private Dictionary<int, IReadOnlyList<EntryAct>> _possible = [];
    private IReadOnlyList<EntryAct> _acts = [];
    private bool _more;
    private bool _stop;
    private string _text = "";
    private string? _shown;
    private Wording? _working;
    private Wording? _told;
    private int _at;
    private int _of;
    private List<(string Name, Wording Why)> _refused = [];

    /// <summary>Another number when the list has changed.</summary>
    [Parameter]
    public int Stamp { get; set; }

    /// <summary>Tells the page that the list has changed.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    [CascadingParameter]
    private ListView View { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "class")]
    private string? Class { get; set; }

    [SupplyParameterFromQuery(Name = "state")]
    private string? State { get; set; }

    [SupplyParameterFromQuery(Name = "decision")]
    private string? Decision { get; set; }

    [SupplyParameterFromQuery(Name = "waiting")]
    private bool? Waiting { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? Q { get; set; }

    private IReadOnlyList<EntryTurn> Turns => EntryActs.TurnsOf(Actor);

    private List<StoredListEntry> Actable => [.. _entries!.Where(e => Possible(e).Count > 0)];

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var wanted = $"{View.List.Id}/{Stamp}/{Class}/{State}/{Decision}/{Waiting}/{Q}";
        if (wanted == _shown) return;
        (_shown, _text) = (wanted, Q ?? "");
        _selected.Clear();
        await LoadAsync(async ct => Take(await PageAsync(0, ct), anew: true));
    }

    private Task MoreAsync() => LoadAsync(async ct => Take(await PageAsync(_entries![^1].Number, ct), anew: false));

    private Task<IReadOnlyList<StoredListEntry>> PageAsync(int after, CancellationToken ct)
    {
        var filter = new EntryFilter
        {
            ClassId = Class, State = Of<EntryState>(State), Decision = Of<EntryDecision>(Decision), Text = string.IsNullOrWhiteSpace(Q) ? null : Q.Trim(),
            WaitingFor = Waiting == true && Turns.Count > 0 ? Turns : null, Reach = Actor.Scope.Reach,
        };
        return Store.PageAsync(View.List.Id, filter, after, Step + 1, ct);
    }

    private void Take(IReadOnlyList<StoredListEntry> found, bool anew)
    {
        _more = found.Count > Step;
        _entries = [.. anew ? [] : _entries!, .. found.Take(Step)];
        _possible = View.IsOpen ? _entries.ToDictionary(e => e.Number, e => (IReadOnlyList<EntryAct>)[.. EntryActs.Of(Actor, e.Entry, View.List.Basis.Procedure)]) : [];
        _acts = [.. EntryActs.Table.Select(t => t.Act).Where(a => _possible.Values.Any(p => p.Contains(a)))];
    }

    private IReadOnlyList<EntryAct> Possible(StoredListEntry line) => _possible.GetValueOrDefault(line.Number, []);

    private List<StoredListEntry> Chosen(EntryAct act) => [.. _entries!.Where(e => _selected.Contains(e.Number) && Possible(e).Contains(act))];

    private void Select(int number, bool on)
    {
        if (on) _selected.Add(number);
        else _selected.Remove(number);
    }

    private void SelectAll(bool on)
    {
        _selected.Clear();
        if (on) _selected.UnionWith(Actable.Select(e => e.Number));
    }

    private async Task DoAsync(EntryAct act)
    {
        var those = Chosen(act);
        if (await ConfirmAct.AskForAsync(Dialogs, EntryConfirmation.Of(act, those, View.List.Basis.Procedure)) is not { } given) return;
        (_working, _stop, _told, _refused, _at, _of) = (ReviewWords.Of(act), false, null, [], 0, those.Count);
        var permission = EntryActs.Table.Single(t => t.Act == act).Permission;
        var done = 0;
        await ActAsync(permission, Target.List, new { list = PlainNumber.Text(View.List.Id) }, async (actor, ct) =>
        {
            foreach (var line in those.TakeWhile(_ => !_stop))
            {
                try
                {
                    await ListsApi.ActAsync(View.List.Id, line.Number, act, permission, new(line.Entry.Version, given.Reason, given.Document), actor, Store, ct);
                    done++;
                }
                catch (Exception e) when (e is RefusedActException or KeyNotFoundException)
                {
                    _refused.Add((line.Entry.Opening.FacilityName, Problems.Of(e)!.Reason));
                }

                _at++;
                StateHasChanged();
                await Task.Yield();
            }
        });
        (_working, _told) = (null, ListsTexts.Done.With(ReviewWords.Of(act), done));
        await Changed.InvokeAsync();
    }

    private string Next(ListEntry entry) => entry.Waiting(View.List.Basis.Procedure) is { } next
        ? $"{T(ReviewWords.Of(next.Level))} · {T(ReviewWords.Of(next.Department))}（{T(Places.NameOf(next.Region))}）"
        : T(ListsTexts.Nothing);

    private string Tab(string? id) => Navigation.GetUriWithQueryParameter("class", id);

    private static T? Of<T>(string? word) where T : struct, Enum => Enum.GetValues<T>().Where(v => ActView.Word(v) == word).Select(v => (T?)v).FirstOrDefault();
}
