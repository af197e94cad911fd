using System.Globalization;
using System.Text.Json;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Host.Pages.Shell;
using CleanProd.Rules.Storage.Journal;
using CleanProd.Rules.Storage.People;
using Microsoft.AspNetCore.Components;

namespace CleanProd.Rules.Host.Pages.Audit;

/// <summary>Who did what, and who read what.</summary>
public partial class AuditPage
{
    private const int Step = 100;

    // Chinese as it is: nobody reads a record that writes it in escapes.
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private List<JournalLine>? _acts;
    private List<AccessLine>? _reads;
    private bool _more;
    private bool _verifying;
    private Wording? _verified;
    private string _text = "";
    private DateOnly? _from;
    private DateOnly? _to;

    [SupplyParameterFromQuery(Name = "tab")]
    private string? Tab { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? Q { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    private string? From { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    private string? To { get; set; }

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => LoadAsync(async ct =>
    {
        (_text, _from, _to) = (Q ?? "", DayOf(From), DayOf(To));
        _acts = Tab == "access" ? null : [];
        _reads = Tab == "access" ? [] : null;
        await TakeAsync(null, ct);
    });

    private void Find() => Address(("q", _text.Trim()), ("from", _from is { } from ? DayWords.Iso(from) : null), ("to", _to is { } to ? DayWords.Iso(to) : null));

    private Task MoreAsync() => LoadAsync(ct => TakeAsync(_acts is { } acts ? acts[^1].Seq : _reads![^1].Id, ct));

    private async Task TakeAsync(long? after, CancellationToken ct)
    {
        if (_acts is { } acts)
        {
            var lines = await Journal.ReadAsync(Q?.Trim() ?? "", after, Step + 1, Actor.Scope.Regions, ct);
            acts.AddRange(lines.Take(Step));
            _more = lines.Count > Step;
            return;
        }

        var read = await Log.ReadAsync(Actor.Scope.Regions, new AccessQuery(null, string.IsNullOrWhiteSpace(Q) ? null : Q.Trim(), Begin(_from), Begin(_to?.AddDays(1))), after, Step + 1, ct);
        _reads!.AddRange(read.Take(Step));
        _more = read.Count > Step;
        foreach (var id in read.Select(l => l.AccountId).Distinct().Where(id => !_names.ContainsKey(id)))
            if (Guid.TryParse(id, out var account) && await People.FindAsync(account, ct) is { } person) _names[id] = person.DisplayName;
    }

    private async Task VerifyAsync()
    {
        (_verifying, _verified) = (true, null);
        StateHasChanged();
        await ActAsync(Permission.ReadJournal, Target.System, null, async (_, ct) =>
        {
            var (lines, fault) = await Journal.VerifyAsync(ct);
            _verified = fault is null ? AuditTexts.Intact.With(lines) : AuditTexts.Broken.With(lines, fault);
        });
        _verifying = false;
    }

    // As the API does: who does not read enterprises sees that something was done about one, not what.
    private bool ReadsContent(JournalLine line) => PeopleApi.ReadsContent(Actor, line.Subject);

    private string ActorOf(string json)
    {
        using var actor = JsonDocument.Parse(json);
        return actor.RootElement.TryGetProperty("name", out var name) ? name.GetString() ?? "" : T(AuditTexts.System);
    }

    private static string Pretty(string json)
    {
        using var content = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(content.RootElement, Readable);
    }

    private string Roles(string words) => string.Join(Language == DocumentLanguage.English ? ", " : "、", words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => Enum.TryParse<Role>(w, out var role) ? T(ShellTexts.Of(role)) : w));

    private string? PathOf(string subject) => subject.Split('/') switch
    {
        ["list", var list] when Viewer.May(Permission.ReadLists) => $"/lists/{list}",
        ["entry", var list, var entry] when Viewer.May(Permission.ReadLists) => $"/lists/{list}/entries/{entry}",
        ["case", var id] when Viewer.May(Permission.ReadCases) => $"/cases/{id}",
        ["objection", var id] when Viewer.May(Permission.ReadCases) => $"/cases/objections/{id}",
        ["notice", var id] when Viewer.May(Permission.ReadNotices) => $"/notices/{id}",
        _ => null,
    };

    private static DateOnly? DayOf(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static DateTimeOffset? Begin(DateOnly? day) => day is { } on ? new DateTimeOffset(on, TimeOnly.MinValue, TimeSpan.FromHours(8)) : null;
}
