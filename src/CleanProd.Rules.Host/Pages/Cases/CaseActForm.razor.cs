using CleanProd.Rules.Cases;
using CleanProd.Rules.Cases.Penalties;
using CleanProd.Rules.Cases.Records;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Host.Cases;
using CleanProd.Rules.Host.Pages.Parts;
using CleanProd.Rules.Host.Pages.Shell;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Notices;
using CleanProd.Rules.Storage.Cases;
using Microsoft.AspNetCore.Components;

namespace CleanProd.Rules.Host.Pages.Cases;

/// <summary>Records an act of a case.</summary>
public partial class CaseActForm
{
    private static readonly char[] Dividers = ['、', ',', '，', ';', '；'];

    // What ends a step for good is asked once more.
    private static readonly CaseAct[] Final = [CaseAct.AcceptancePassed, CaseAct.AcceptanceFailed, CaseAct.Closed, CaseAct.EnterpriseClosed, CaseAct.EvaluationFailed];

    private readonly HashSet<string> _grounds = new(StringComparer.Ordinal);
    private CaseAct? _act;
    private DateOnly _on;
    private DateOnly _by;
    private string _text = "";
    private string _reason = "";
    private string _consultancy = "";
    private string _contract = "";
    private string _provision = "";
    private string _duty = "";
    private decimal? _number;
    private bool _conforms = true;
    private Breach _breach;
    private ServiceMethod _method = ServiceMethod.Direct;
    private DocumentRef? _document;
    private Wording? _done;

    /// <summary>The case.</summary>
    [Parameter, EditorRequired]
    public StoredCase Case { get; set; } = default!;

    /// <summary>Tells the page that the case has changed.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    private CaseAct[] Possible =>
        [.. Case.Audit.PossibleActs.Where(a => CaseDoors.Of(a) is not CaseDoor.Program and var door && Viewer.May(CasesApi.Ways[door].Permission))];

    private CaseTransition? Line => _act is { } act && Possible.Contains(act) ? CaseTransitions.Of(act) : null;

    private IReadOnlyList<PenaltyProvision> Clauses => PenaltyProvision.Reaching(Case.Audit.Opening, _on);

    private PenaltyProvision? Clause => Clauses.FirstOrDefault(c => c.Id == _provision);

    private void Begin()
    {
        (_on, _by, _done) = (Store.Today, Store.Today.AddDays(30), null);
        (_text, _reason, _consultancy, _contract, _number, _conforms, _document) = ("", "", "", "", null, true, null);
        _grounds.Clear();
        _grounds.UnionWith(Case.Audit.Opening.Grounds);
        _duty = Case.Duties.OrderByDescending(d => d.State == CleanProd.Rules.Cases.Duties.DutyState.Overdue).Select(d => d.Duty).FirstOrDefault("");
        _provision = Clauses.FirstOrDefault(c => c.To is null || c.To >= _on)?.Id ?? "";
        FirstBreach();
        if (Line?.Detail == typeof(OrderDetail)) _text = Case.Audit.Orders.FirstOrDefault(o => o.State == OrderState.Ordered)?.Number ?? "";
        if (Line?.Detail == typeof(FineDetail) && Case.Audit.Orders.FirstOrDefault(o => o.State == OrderState.Refused) is { } refused)
            (_text, _provision, _breach) = (refused.Number, refused.Provision, refused.Breach);
    }

    private void FirstBreach() => _breach = Clause is { Breaches: [var first, ..] } ? first : default;

    private void Cover(string ground, bool on)
    {
        if (on) _grounds.Add(ground);
        else _grounds.Remove(ground);
    }

    private async Task DoAsync()
    {
        if (Line is not { } line) return;
        var (door, act) = (CaseDoors.Of(line.Act), line.Act);
        if (door == CaseDoor.Enforcement || Final.Contains(act))
        {
            var asked = new Confirmation(CasesTexts.DoIt.With(line.Name), line.Name, [door == CaseDoor.Enforcement ? CasesTexts.ConfirmPunish : CasesTexts.ConfirmFinal]);
            if (await ConfirmAct.AskAsync(Dialogs, asked) is null) return;
        }

        var (id, version) = (Case.Id, Case.Audit.Version);
        var done = await ActAsync(CasesApi.Ways[door].Permission, Target.Case, new { @case = PlainNumber.Text(id) }, (actor, ct) =>
            Store.ActAsync(id, act, actor.Wants(version, _on, Store.Today, _reason, _document), Detail(line.Detail), ct));
        if (done)
        {
            _act = null;
            Begin();
            _done = CasesTexts.DidIt.With(line.Name);
        }

        await Changed.InvokeAsync();
    }

    private CaseDetail Detail(Type kind) =>
        kind == typeof(ServiceDetail) ? new ServiceDetail(_method, _text.Trim())
        : kind == typeof(AnnouncementDetail) ? new AnnouncementDetail(_text.Trim(), [.. Case.Audit.Opening.Grounds.Where(_grounds.Contains)])
        : kind == typeof(VerificationDetail) ? new VerificationDetail(_conforms, _conforms ? "" : _text.Trim())
        : kind == typeof(PlanDetail) ? new PlanDetail(new([.. _text.Split(Dividers, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)], Given(_consultancy), Given(_contract)))
        : kind == typeof(EvaluationDetail) ? new EvaluationDetail(_number)
        : kind == typeof(CorrectionOrderDetail) ? new CorrectionOrderDetail(_text.Trim(), _provision, _breach, _duty, _by)
        : kind == typeof(OrderDetail) ? new OrderDetail(_text)
        : kind == typeof(FineDetail) ? new FineDetail(_provision, _breach, new(_number ?? 0m), Given(_text))
        : new NoDetail();

    private static string? Given(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
