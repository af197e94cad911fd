using System.Text.Json;
using CleanProd.Rules.Cases;
using CleanProd.Rules.Cases.Duties;
using CleanProd.Rules.Cases.Penalties;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Cases;
using CleanProd.Rules.Storage.People;
using Actor = CleanProd.Rules.Host.Access.Actor;

namespace CleanProd.Rules.Host.Api;

/// <summary>A duty as people see it.</summary>
internal sealed record DutyView(
    string Duty, Wording Text, Wording Citation, string Anchor, DateOnly AnchoredOn, DateOnly DueOn, bool HolidaysKnown, DutyState State, DateOnly? DoneOn, int DaysLate)
{
    internal static DutyView Of(CaseDuty duty, DateOnly today) => new(
        duty.Duty, duty.Text, duty.Citation, duty.Anchor, duty.AnchoredOn, duty.Due.On, duty.Due.HolidaysKnown, duty.State, duty.DoneOn, duty.DaysLate(today));
}

/// <summary>A recorded act as people see it.</summary>
internal sealed record ActView(
    int Sequence, string Act, Wording Name, string By, bool ByEnterprise, DateOnly On, DateTimeOffset At, string Reason, DocumentRef? Document, JsonElement Detail)
{
    internal static ActView Of(RecordedAct act, string word, Wording name, object detail) => new(
        act.Sequence, word, name, act.Actor is EnterpriseActor e ? e.Name : ((OfficerActor)act.Actor).Officer.Name, act.Actor is EnterpriseActor, act.On, act.At, act.Reason, act.Document,
        JsonSerializer.SerializeToElement(detail, detail.GetType(), CaseJson.Options));

    /// <summary>A word of a closed list as the API writes it.</summary>
    internal static string Word<T>(T word) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(word.ToString());
}

/// <summary>An act that can be done now.</summary>
/// <param name="Act">The act.</param>
/// <param name="Name">Its name.</param>
/// <param name="Endpoint">Where it is recorded, under the case.</param>
/// <param name="NeedsReason">Whether a reason is asked for.</param>
/// <param name="NeedsDocument">Whether a document is asked for.</param>
/// <param name="Permitted">Whether a role of the asking person allows it.</param>
internal sealed record PossibleAct(CaseAct Act, Wording Name, string Endpoint, bool NeedsReason, bool NeedsDocument, bool Permitted);

/// <summary>A case whole.</summary>
internal sealed record CaseView(
    long Id, string Key, int Version, string List, int Year, Wording Instrument, DateOnly PublishedOn, string Facility, string Name, string Region, string? Industry,
    IReadOnlyList<string> Grounds, IReadOnlyList<string> Classes, bool EvaluationRequired, CaseStage Stage, Wording StageName, bool Underway, bool Suspended,
    IReadOnlyList<DutyView> Duties, IReadOnlyList<CorrectionOrder> Orders, IReadOnlyList<Wording> Announcement, IReadOnlyList<ActView> History, IReadOnlyList<PossibleAct> PossibleActs)
{
    internal static CaseView Of(StoredCase stored, DateOnly today, Actor reader)
    {
        var (audit, from) = (stored.Audit, stored.Audit.Opening);
        return new(
            stored.Id, audit.Id.Value, audit.Version, from.List.Id, from.List.Year, from.List.Instrument, from.List.PublishedOn, from.Facility.Value, from.Name, from.Region.Value, from.Industry,
            from.Grounds, from.Classes, from.EvaluationRequired, audit.Stage, audit.StageName, audit.IsUnderway, audit.IsSuspended,
            [.. stored.Duties.Select(d => DutyView.Of(d, today))], audit.Orders, [.. AnnouncementContents.For(from.Grounds).Select(i => i.Text)],
            [.. audit.History.Select(e => ActView.Of(e, ActView.Word(e.Act), CaseTransitions.Of(e.Act).Name, e.Detail))],
            [.. audit.PossibleActs.Where(a => CaseDoors.Of(a) != CaseDoor.Program).Select(a => Possible(a, reader))]);
    }

    private static PossibleAct Possible(CaseAct act, Actor reader)
    {
        var (line, way) = (CaseTransitions.Of(act), CasesApi.Ways[CaseDoors.Of(act)]);
        return new(act, line.Name, way.Path, line.Reason, line.Document, reader.Grants.Any(g => g.Role.Has(way.Permission)));
    }
}

/// <summary>A case in an overview.</summary>
internal sealed record CaseLineView(
    long Id, string List, int Year, string Facility, string Name, string Region, DateOnly PublishedOn, CaseStage Stage, DateOnly? NextDueOn, int DaysOverdue)
{
    internal static CaseLineView Of(CaseLine line, DateOnly today) => new(
        line.Id, line.List, line.Year, line.Facility.Value, line.Name, line.Region.Value, line.PublishedOn, line.Stage, line.NextDueOn,
        line.NextDueOn is { } due && due < today ? today.DayNumber - due.DayNumber : 0);
}

/// <summary>A duty of a case in an overview.</summary>
internal sealed record DutyLineView(long Case, string Facility, string Name, string Region, CaseStage Stage, string Duty, Wording Text, Wording Citation, DateOnly DueOn, int DaysLate)
{
    internal static DutyLineView Of(DutyLine line, DateOnly today) => new(
        line.Case.Id, line.Case.Facility.Value, line.Case.Name, line.Case.Region.Value, line.Case.Stage, line.Duty.Duty, line.Duty.Text, line.Duty.Citation, line.Duty.Due.On,
        Math.Max(0, today.DayNumber - line.Duty.Due.On.DayNumber));
}
