using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Lists.Review;

public sealed partial record ListEntry
{
    /// <summary>The step that waits, and who may take it; null where nothing waits.</summary>
    public NextStep? Waiting(ListProcedure procedure)
    {
        if (State is not (EntryState.Screened or EntryState.Proposed or EntryState.Verified)) return null;
        var part = procedure.PartOf(Opening.ClassId, Grounds);
        return new(part.Lead, part.LevelOf(StepOf(State)), Opening.Region);
    }

    /// <summary>What an officer may do with it now, reasons and documents apart.</summary>
    public IEnumerable<EntryAct> ActsOf(Officer by, ListProcedure procedure) =>
        EntryTransition.In(State).Where(t => t.Side != EntrySide.List && Objection(t, new(t.Act, by, default), procedure) is null).Select(t => t.Act);

    /// <summary>The event of an act. The entry itself stays as it is: fold the event in with <see cref="Apply"/>.</summary>
    /// <exception cref="RefusedActException">
    /// <c>stale_version</c>, <c>illegal_transition</c>, <c>through_list</c>, <c>outside_region</c>, <c>wrong_department</c>,
    /// <c>level_too_low</c>, <c>four_eyes</c>, <c>exclude_instead</c>, <c>reason_required</c>, <c>document_required</c>, <c>result_required</c>.
    /// </exception>
    public EntryEvent Next(EntryRequest request, ListProcedure procedure)
    {
        if (request.ExpectedVersion is { } expected && expected != Version) throw ReviewRefusal.Stale(Version, expected);
        var line = EntryTransition.Of(State, request.Act) ?? throw ReviewRefusal.Illegal(State, request.Act, EntryTransition.In(State).Where(t => t.Side != EntrySide.List).Select(t => t.Act));
        if (line.Side == EntrySide.List) throw ReviewRefusal.ThroughList(request.Act);
        if (Objection(line, request, procedure) is { } objection) throw objection;
        ReviewRefusal.ReasonAndDocument(line.NeedsReason, line.NeedsDocument, request.Reason, request.Document);
        if (request.Act == EntryAct.Redetermine && request.Machine is null) throw ReviewRefusal.ResultRequired();
        return Event(line, request, procedure);
    }

    /// <summary>The event that publishes or closes it with its list; the list has checked everything.</summary>
    internal EntryEvent PublishedWith(string publication, Officer by, DateTimeOffset at)
    {
        var act = Included ? EntryAct.Publish : EntryAct.Close;
        var line = EntryTransition.Of(State, act) ?? throw ReviewRefusal.Illegal(State, act, EntryTransition.In(State).Select(t => t.Act));
        return new(Version + 1, act, by, at, line.To) { Before = State, Publication = publication };
    }

    private EntryEvent Event(EntryTransition line, EntryRequest request, ListProcedure procedure)
    {
        var level = procedure.PartOf(Opening.ClassId, Grounds).LevelOf(line.Step);
        return new(Version + 1, request.Act, request.By, request.At, line.To)
        {
            Before = State,
            Reason = string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason.Trim(),
            Document = request.Document,
            Machine = request.Act == EntryAct.Redetermine ? request.Machine : null,
            ActedForLevel = request.By.Department != Department.None && request.By.Region.Level < level ? level : null,
        };
    }

    private RefusedActException? Objection(EntryTransition line, EntryRequest request, ListProcedure procedure)
    {
        if (PersonObjection(line.Side, line.Step, procedure, request.By) is { } person) return person;
        if (EyesObjection(request.Act, request.By) is { } eyes) return eyes;
        return request.Act == EntryAct.Withdraw && Machine.Outcome == Outcome.Triggered ? ReviewRefusal.ExcludeInstead(Opening.FacilityName) : null;
    }

    private void MustBeAllowed(EntrySide side, ReviewStep step, ListProcedure procedure, Officer by)
    {
        if (PersonObjection(side, step, procedure, by) is { } objection) throw objection;
    }

    private RefusedActException? PersonObjection(EntrySide side, ReviewStep step, ListProcedure procedure, Officer by)
    {
        if (side == EntrySide.LeadOrProgram && by.Id == Officer.System.Id) return null;
        var part = procedure.PartOf(Opening.ClassId, Grounds);
        var who = new NextStep(part.Lead, part.LevelOf(step), Opening.Region);
        if (!by.Region.Covers(Opening.Region)) return ReviewRefusal.OutsideRegion(by, who);
        var sides = side == EntrySide.LeadOrSigner ? part.Signatures.Prepend(part.Lead) : [part.Lead];
        if (!sides.Contains(by.Department)) return ReviewRefusal.WrongDepartment(by, who);
        return by.Region.Level > who.Level ? ReviewRefusal.LevelTooLow(by, who) : null;
    }

    // Each of the three steps that stand was taken by another account; who decided by hand does not also have the last word.
    private RefusedActException? EyesObjection(EntryAct act, Officer by)
    {
        var (others, step) = act switch
        {
            EntryAct.Propose => (new[] { VerifiedBy, FixedBy }, ReviewStep.Propose),
            EntryAct.Verify => ([ProposedBy, FixedBy], ReviewStep.Verify),
            EntryAct.Fix => ([ProposedBy, VerifiedBy], ReviewStep.Fix),
            _ => ([], ReviewStep.Propose),
        };
        if (others.Any(o => o?.Id == by.Id)) return ReviewRefusal.FourEyes(by, step);
        return act == EntryAct.Fix && Deciders.Contains(by.Id, StringComparer.Ordinal) ? ReviewRefusal.DecidedByHand(by) : null;
    }
}

/// <summary>Whose turn it is.</summary>
/// <param name="Department">The side of government.</param>
/// <param name="Level">Lowest level that may act.</param>
/// <param name="Region">Region that its jurisdiction must cover.</param>
public sealed record NextStep(Department Department, AdministrativeLevel Level, RegionCode Region)
{
    /// <summary>In words: 生态环境部门市级账号（辖区含440106）.</summary>
    public Wording Words
    {
        get
        {
            var (department, level) = (ReviewWords.Of(Department), ReviewWords.Of(Level));
            return Region == RegionCode.Nation
                ? new($"{department.Zh}{level.Zh}账号", $"an account of the {department.En} at {level.En} level")
                : new($"{department.Zh}{level.Zh}账号（辖区含 {Region}）", $"an account of the {department.En} at {level.En} level whose jurisdiction covers {Region}");
        }
    }
}
