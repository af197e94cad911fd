using System.Globalization;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Host.Pages.Parts;
using CleanProd.Rules.Host.Pages.Shell;
using CleanProd.Rules.Host.Screenings;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Enterprises;
using CleanProd.Rules.Storage.Screenings;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web.Virtualization;

namespace CleanProd.Rules.Host.Pages.Results;

/// <summary>What the page of results asks and remembers.</summary>
public sealed partial class ResultsPage
{
    private static class QueryName
    {
        internal const string Text = "q";
    }

    private static readonly Outcome[] Shown = [Determinations.Outcome.Triggered, Determinations.Outcome.Undetermined, Determinations.Outcome.NotTriggered, Determinations.Outcome.NotApplicable, Determinations.Outcome.Error];

    private int _year;
    private ScreeningHead? _head;
    private ResultChoices? _choices;
    private ResultQuestion? _question;
    private IReadOnlyDictionary<Outcome, int> _counts = new Dictionary<Outcome, int>();
    private IReadOnlyList<(string Kind, int Count)> _missing = [];
    private string? _text;
    private IReadOnlyList<ResultPlace> _places = [];
    private bool _rowsShown;
    private Virtualize<Numbered>? _rows;

    [SupplyParameterFromQuery(Name = "year")]
    private int? Year { get; set; }

    [SupplyParameterFromQuery(Name = "run")]
    private long? Run { get; set; }

    [SupplyParameterFromQuery(Name = "outcome")]
    private string? Outcome { get; set; }

    [SupplyParameterFromQuery(Name = "ground")]
    private string? Ground { get; set; }

    [SupplyParameterFromQuery(Name = "region")]
    private string? Region { get; set; }

    [SupplyParameterFromQuery(Name = "industry")]
    private string? Industry { get; set; }

    [SupplyParameterFromQuery(Name = QueryName.Text)]
    private string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "near")]
    private bool? Near { get; set; }

    [SupplyParameterFromQuery(Name = "missing")]
    private string? Missing { get; set; }

    [SupplyParameterFromQuery(Name = "change")]
    private string? Change { get; set; }

    [SupplyParameterFromQuery(Name = "sort")]
    private string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = "desc")]
    private bool? Descending { get; set; }

    private ResultSort Order => Word<ResultSort>.TryParse(Sort, out var sort) ? sort.Value : ResultSort.Outcome;

    private int Total => _places.Count;

    private bool IsFiltered => (Outcome ?? Ground ?? Region ?? Industry ?? Search ?? Missing ?? Change) is { Length: > 0 } || Near == true;

    private string ExportPath => LocalPath.With("/api/v1/results/workbook", [.. Choices(), ("language", Language == DocumentLanguage.English ? "en" : "zh-CN")]);

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => LoadAsync(async ct =>
    {
        var reach = Actor.Scope.Reach;
        _head = Run is { } run ? await Options.RunAsync(run, reach, ct) : null;
        var year = _head?.Year ?? Year ?? await Options.UsualYearAsync(reach, ct);
        var isNew = _choices is null || year != _year || _question?.Run != _head?.Id;
        _year = year;
        var question = new ResultQuestion(_year, _head?.Id)
        {
            Outcome = Shown.Where(o => o.Word() == Outcome).Select(o => (Outcome?)o).FirstOrDefault(), Ground = Given(Ground), Region = RegionOf(Region), Industry = Given(Industry), Text = Given(Search),
            Near = Near == true, Missing = Given(Missing), Change = Word<ResultChange>.TryParse(Change, out var change) ? change.Value : null, Sort = Order, Descending = Descending == true,
        };
        if (!isNew && question == _question) return;
        _text = Search;
        // Side by side: whoever opens the page waits for the slowest and not for the sum.
        var (counting, placing, choosing) = (Desk.CountAsync(question, reach, ct), Desk.PlacesAsync(question, reach, ct), isNew ? Options.OfAsync(_year, reach, ct) : Task.FromResult(_choices!));
        await Task.WhenAll(counting, placing, choosing);
        (_counts, _places, _choices) = (await counting, await placing, await choosing);
        (_question, _rowsShown) = (question, false);
        if (isNew) _missing = [];

        if (_rows is not null) await _rows.RefreshDataAsync();
        if (!isNew) return;
        // Which facts are missing is read out of every determination: not before the first rows are there.
        StateHasChanged();
        if (_choices!.Counts.Any(c => c.Outcome == Determinations.Outcome.Undetermined)) _missing = await Desk.MissingKindsAsync(new(_year, _head?.Id), reach, ct);
    });

    private async ValueTask<ItemsProviderResult<Numbered>> ProvideAsync(ItemsProviderRequest request)
    {
        if (_question is not { } question) return new([], 0);
        try
        {
            var lines = await Desk.LinesAsync(question.Year, [.. _places.Skip(request.StartIndex).Take(request.Count)], request.CancellationToken);
            if (!_rowsShown)
            {
                _rowsShown = true;
                _ = InvokeAsync(StateHasChanged);
            }

            return new(lines.Select((l, i) => new Numbered(request.StartIndex + i, l)), Total);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Problem = Viewer.Explain(e);
            _rowsShown = true;
            _ = InvokeAsync(StateHasChanged);
            return new([], 0);
        }
    }

    private (string, object?)[] Choices() =>
    [
        ("year", _year), ("run", _head?.Id), ("outcome", Outcome), ("ground", Ground), ("region", Region), ("industry", Industry), ("search", Search), ("near", Near == true ? "true" : null), ("missing", Missing),
        ("change", Change), ("sort", Sort), ("descending", Descending == true ? "true" : null),
    ];

    private string With((string Name, object? Value) choice) => Navigation.GetUriWithQueryParameter(choice.Name, (string?)choice.Value);

    private RenderFragment Head(ResultSort sort, Wording name, bool isNumber = false) => builder =>
    {
        var current = Order == sort;
        // By margin the largest come first.
        var falls = Descending == true != (sort == ResultSort.Margin);
        builder.OpenElement(0, "th");
        builder.AddAttribute(1, "scope", "col");
        builder.AddAttribute(2, "class", isNumber ? "number" : null);
        builder.AddAttribute(3, "aria-sort", current ? falls ? "descending" : "ascending" : null);
        builder.OpenElement(4, "a");
        builder.AddAttribute(5, "class", "sort");
        builder.AddAttribute(6, "title", T(ResultTexts.SortBy, T(name)));
        builder.AddAttribute(7, "href", Navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["sort"] = ApiJson.WordOf(sort), ["desc"] = current && Descending != true ? "true" : null }));
        builder.AddContent(8, T(name));
        if (current) builder.AddMarkupContent(9, $" <span aria-hidden=\"true\">{(falls ? "▼" : "▲")}</span>");
        builder.CloseElement();
        builder.CloseElement();
    };

    private string EnterprisePath(ResultRow row) => LocalPath.With($"/enterprises/{Uri.EscapeDataString(row.FacilityId.Value)}", ("run", row.Run));

    private string Grounds(IEnumerable<string> grounds) => string.Join(Language == DocumentLanguage.English ? ", " : "、", grounds.Select(g => T(GroundLabel.NameOf(g))));

    private string Lacks(ResultLine line) => T(ResultTexts.Lacks, string.Join(Language == DocumentLanguage.English ? ", " : "、", line.Missing.Select(m => T(m))));

    private string Before(ResultRow row) => row.Before is not { } before ? T(ResultTexts.NotJudged)
        : before == row.Outcome && row.Grounds.SequenceEqual(row.GroundsBefore, StringComparer.Ordinal) ? T(ResultTexts.Same)
        : T(PartTexts.Of(before)) + (row.GroundsBefore.Count > 0 ? $" ({Grounds(row.GroundsBefore)})" : "");

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    // What somebody wrote into the address may be anything: a place that is none is not asked for.
    private static RegionCode? RegionOf(string? text) => text is { Length: >= 2 and <= 12 and not 3 and not 5 } && text.All(char.IsAsciiDigit) ? RegionCode.Of(text) : null;

    private sealed record Numbered(int Index, ResultLine Line);
}
