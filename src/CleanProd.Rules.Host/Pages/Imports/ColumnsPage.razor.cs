using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Imports;
using CleanProd.Rules.Import;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Imports;
using Hangfire;
using Microsoft.AspNetCore.Components;

namespace CleanProd.Rules.Host.Pages.Imports;

/// <summary>What the page that lines columns up remembers and does.</summary>
public sealed partial class ColumnsPage
{
    private readonly Dictionary<string, Dictionary<string, LinedUpField>> _tables = new(StringComparer.Ordinal);
    private ImportView? _view;
    private List<(GivenFile File, SheetPreview Sheet)>? _sheets;
    private int _at, _header;
    private string _name = "";
    private int? _year;
    private bool _trying;
    private Wording? _wrong;
    private ImportResult? _tried;

    /// <summary>Number of the import.</summary>
    [Parameter]
    public string Import { get; set; } = "";

    private SheetPreview Sheet => _sheets![_at].Sheet;

    private string[] Headings => [.. Sheet.Rows.Where(r => r.Number == _header).SelectMany(r => r.Cells).OfType<string>().Select(h => h.Trim()).Distinct(StringComparer.Ordinal)];

    private ColumnLineUp LineUp => new(
        _name.Trim(), Sheet.Sheet, _header,
        [.. FactTables.All.Where(t => _tables.ContainsKey(t.Name)).Select(t => new LinedUpTable(t, [.. _tables[t.Name].Values.Where(f => f.Heading is not null || f.Constant is { Length: > 0 })]))]);

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => LoadAsync(async ct =>
    {
        if (_sheets is not null) return;
        _view = await Imports.ViewAsync(long.Parse(Import, NumberStyles.None, CultureInfo.InvariantCulture), ct) ?? throw new KeyNotFoundException();
        _year = _view.Import.Year ?? _view.Import.KnownAt.Year - 1;
        var sheets = new List<(GivenFile File, SheetPreview Sheet)>();
        var files = _view.Given.Count > 0 ? _view.Given : [.. _view.Files.Select(f => new GivenFile(f.Name, f.Sha256))];
        foreach (var file in files.Where(f => !f.Name.EndsWith(".log", StringComparison.OrdinalIgnoreCase)))
            sheets.AddRange((await Reading.PreviewAsync(file, ct)).Where(s => s.Rows.Count > 0).Select(s => (file, s)));
        _sheets = sheets;
        if (sheets.Count > 0) Take(0);
    });

    private void Take(int sheet)
    {
        _at = sheet;
        // A title has one cell; headings are the first row that has the most.
        Head(Sheet.Rows.MaxBy(r => r.Cells.Count(c => c is not null))!.Number);
    }

    // Whatever bears a known name is proposed; a person says what is right.
    private void Head(int row)
    {
        _header = row;
        _tried = null;
        foreach (var table in FactTables.All.Where(t => _tables.ContainsKey(t.Name))) Give(table, true);
        if (_tables.Count == 0) Give(FactTables.Facilities, true);
    }

    private void Give(FactTable table, bool given)
    {
        if (given) _tables[table.Name] = table.Columns.ToDictionary(c => c.Name, c => new LinedUpField(c.Name, ColumnLineUp.Suggest(c, Headings), null), StringComparer.Ordinal);
        else _tables.Remove(table.Name);
    }

    private void Set(FactTable table, FactColumn column, string? heading, string? constant) =>
        _tables[table.Name][column.Name] = new(column.Name, heading is { Length: > 0 } ? heading : null, constant is { Length: > 0 } ? constant.Trim() : null);

    private bool IsWhole()
    {
        var open = LineUp.Open.ToArray();
        _wrong = _tables.Count == 0 ? ImportTexts.NoTables
            : open.Length > 0 ? new(
                string.Format(CultureInfo.InvariantCulture, ImportTexts.OpenFields.Zh, string.Join('、', open.Select(o => $"{o.Table.Chinese[0]}·{o.Field.Chinese[0]}"))),
                string.Format(CultureInfo.InvariantCulture, ImportTexts.OpenFields.En, string.Join(", ", open.Select(o => $"{o.Table.Name}.{o.Field.Name}"))))
            : _year is null ? ImportTexts.NoYear : null;
        return _wrong is null;
    }

    private async Task TryAsync()
    {
        if (!IsWhole()) return;
        (_trying, _tried) = (true, null);
        StateHasChanged();
        await LoadAsync(async ct => _tried = await Reading.TryAsync(_sheets![_at].File, (LineUp with { Name = _name.Trim().Length > 0 ? _name.Trim() : "—" }).ToJson(), _year!.Value, ct));
        _trying = false;
    }

    private async Task SaveAsync()
    {
        if (!IsWhole()) return;
        if (_name.Trim().Length == 0)
        {
            _wrong = ImportTexts.NoName;
            return;
        }

        var (name, view, file) = (_name.Trim(), _view!, _sheets![_at].File);
        long? taken = null;
        await ActAsync(Permission.SettleImports, Target.Import, new { import = Import }, async (actor, ct) =>
            await Maps.SaveAsync(name, LineUp.ToJson(), view.Import.Region, r => actor.Scope.Regions.Any(s => s.Covers(r)), actor.Officer, ct));
        if (Problem is not null) return;
        await ActAsync(Permission.ImportData, Target.Import, new { import = Import }, async (actor, ct) =>
        {
            var (region, reach) = await ActorReach.OfAsync(actor, view.Import.Region, Imports, ct);
            var given = await Desk.HandInAsync(new NewImport(region, view.Import.Mode, actor.Officer, reach, [file]) { Year = _year, Label = view.Import.Label, Map = await Maps.KeepAsync(name, ct) }, ct);
            if (!given.Already) Jobs.Enqueue<ImportJob>(j => j.RunAsync(given.Import, CancellationToken.None));
            taken = given.Import;
        });
        if (taken is { } import) Navigation.NavigateTo(FormattableString.Invariant($"/imports/{import}"));
    }
}
