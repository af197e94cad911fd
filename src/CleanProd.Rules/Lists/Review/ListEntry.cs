using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Lists.Review;

/// <summary>
/// An enterprise in a class of a list, as its events leave it. Immutable: <see cref="Next"/> makes the event of an act or refuses it,
/// <see cref="Apply"/> folds it in. What the machine said stands beside what people decided, and neither is ever overwritten in the events.
/// </summary>
public sealed partial record ListEntry
{
    private ListEntry(EntryOpening opening) => (Opening, Machine) = (opening, opening.Machine);

    /// <summary>What it was opened with.</summary>
    public EntryOpening Opening { get; }

    /// <summary>Enterprise and class.</summary>
    public EntryKey Key => new(Opening.FacilityId, Opening.ClassId);

    /// <summary>Number of its last event.</summary>
    public int Version { get; private init; }

    /// <summary>Where it stands.</summary>
    public EntryState State { get; private init; }

    /// <summary>What the machine says now.</summary>
    public MachineResult Machine { get; private init; }

    /// <summary>The decision by hand that stands; null where the machine's does.</summary>
    public HandDecision? Decision { get; private init; }

    /// <summary>Accounts that ever decided it by hand: none of them may fix it.</summary>
    public IReadOnlyList<string> Deciders { get; private init; } = [];

    /// <summary>Who proposed it; null when it has to be proposed.</summary>
    public Officer? ProposedBy { get; private init; }

    /// <summary>Who verified it; null when it has to be verified.</summary>
    public Officer? VerifiedBy { get; private init; }

    /// <summary>Who fixed it; null when it has to be fixed.</summary>
    public Officer? FixedBy { get; private init; }

    /// <summary>That it was sent back; null once it has gone forward again.</summary>
    public EntryReturn? Returned { get; private init; }

    /// <summary>The reason given when it was opened.</summary>
    public string? OpeningReason { get; private init; }

    /// <summary>Number of the list on which it was published.</summary>
    public string? Publication { get; private init; }

    /// <summary>
    /// Whether it goes on the list: as decided by hand, else as the machine says; what did not come from a screening stands until
    /// somebody excludes it.
    /// </summary>
    public bool Included => State is not (EntryState.Withdrawn or EntryState.LeftOut)
        && (Decision?.Include ?? (Opening.Origin != EntryOrigin.Screening || Machine.Outcome == Outcome.Triggered));

    /// <summary>Grounds that order its procedure.</summary>
    public IReadOnlyList<string> Grounds => Machine.Grounds.Count > 0 ? Machine.Grounds : ListClass.GroundsOf(Opening.ClassId);

    /// <summary>Why it is listed, or leaves the list: the machine's reasons, else that of the officer, else that of the opening.</summary>
    public IReadOnlyList<EntryReason> Reasons =>
        Machine.Reasons.Count > 0 ? Machine.Reasons
        : (Decision is { Include: true } decision ? decision.Reason : OpeningReason) is { Length: > 0 } reason ? [EntryReason.By(reason)]
        : [];

    /// <summary>
    /// The first event of an entry. A listing by hand of one that the machine does not list needs reason and document and counts as a
    /// decision by hand; a roll-over and a removal need a reason.
    /// </summary>
    /// <exception cref="RefusedActException"><c>reason_required</c>, <c>document_required</c>, <c>outside_region</c>, <c>wrong_department</c>, <c>level_too_low</c>.</exception>
    public static EntryEvent Open(EntryOpening opening, ListProcedure procedure, Officer by, DateTimeOffset at, string? reason = null, DocumentRef? document = null)
    {
        var byHand = opening.Origin is EntryOrigin.Manual or EntryOrigin.Recognition;
        ReviewRefusal.ReasonAndDocument(byHand || opening.Origin is EntryOrigin.RolledOver or EntryOrigin.Removal, byHand, reason, document);
        var entry = new ListEntry(opening);
        if (byHand || by.Id != Officer.System.Id) entry.MustBeAllowed(EntrySide.Lead, ReviewStep.Propose, procedure, by);
        return new(1, EntryAct.Open, by, at, EntryState.Screened) { Reason = reason, Document = document, Opening = opening };
    }

    /// <summary>The entry that a history leaves.</summary>
    /// <exception cref="RefusedActException"><c>stale_version</c> or <c>illegal_transition</c>: the events do not follow on one another.</exception>
    public static ListEntry Replay(IEnumerable<EntryEvent> events)
    {
        ListEntry? entry = null;
        foreach (var happened in events) entry = entry is null ? Opened(happened) : entry.Apply(happened);
        return entry ?? throw new ArgumentException("A history without events has no entry.", nameof(events));
    }

    /// <summary>The entry after its first event.</summary>
    public static ListEntry Opened(EntryEvent opening)
    {
        if (opening is not { Sequence: 1, Act: EntryAct.Open, Opening: { } with, After: EntryState.Screened })
            throw ReviewRefusal.Broken("A history begins with an opening that bears number 1.");
        var byHand = with.Origin is EntryOrigin.Manual or EntryOrigin.Recognition;
        return new(with)
        {
            Version = 1,
            OpeningReason = opening.Reason,
            Decision = byHand ? new(true, opening.By, opening.At, opening.Reason ?? "", opening.Document) : null,
            Deciders = byHand ? [opening.By.Id] : [],
        };
    }

    /// <summary>The entry after one more event. What <see cref="Next"/> checks of persons is not checked again: history is what happened.</summary>
    /// <exception cref="RefusedActException"><c>stale_version</c> or <c>illegal_transition</c>: it does not follow on the last one.</exception>
    public ListEntry Apply(EntryEvent happened)
    {
        if (happened.Sequence != Version + 1) throw ReviewRefusal.Stale(Version, happened.Sequence - 1);
        if (EntryTransition.Of(State, happened.Act) is not { } line || happened.Before != State || happened.After != line.To)
            throw ReviewRefusal.Broken($"Event {happened.Sequence} ({happened.Act}) does not follow on state {State}.");
        var after = this with { Version = happened.Sequence, State = line.To };
        return happened.Act switch
        {
            EntryAct.Include or EntryAct.Exclude => after with
            {
                Decision = new(happened.Act == EntryAct.Include, happened.By, happened.At, happened.Reason ?? "", happened.Document),
                Deciders = [.. Deciders.Append(happened.By.Id).Distinct(StringComparer.Ordinal)],
            },
            EntryAct.Propose => after with { ProposedBy = happened.By, Returned = null },
            EntryAct.Verify => after with { VerifiedBy = happened.By, Returned = null },
            EntryAct.Fix => after with { FixedBy = happened.By, Returned = null },
            EntryAct.Refuse => after with
            {
                ProposedBy = line.To == EntryState.Screened ? null : ProposedBy,
                VerifiedBy = line.To == EntryState.Verified ? VerifiedBy : null,
                FixedBy = null,
                Returned = new(StepOf(line.To), happened.By, happened.At, happened.Reason ?? ""),
            },
            EntryAct.Redetermine => after with
            {
                Machine = happened.Machine ?? throw ReviewRefusal.Broken("A redetermination bears no result."),
                Decision = Opening.Origin == EntryOrigin.Screening ? null : Decision,
                ProposedBy = null, VerifiedBy = null, FixedBy = null, Returned = null,
            },
            EntryAct.Publish => after with { Publication = happened.Publication },
            _ => after,
        };
    }

    /// <summary>The step that is to be taken next in a state.</summary>
    private static ReviewStep StepOf(EntryState state) => state switch
    {
        EntryState.Screened => ReviewStep.Propose,
        EntryState.Proposed => ReviewStep.Verify,
        _ => ReviewStep.Fix,
    };
}
