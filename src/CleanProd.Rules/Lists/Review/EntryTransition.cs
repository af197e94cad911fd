namespace CleanProd.Rules.Lists.Review;

/// <summary>One line of the table of what may be done with an entry.</summary>
/// <param name="From">State in which it may be done.</param>
/// <param name="Act">The act.</param>
/// <param name="To">State after it.</param>
/// <param name="Step">Step whose level of government may do it (<see cref="ProcedurePart.LevelOf"/>); a higher one may act for it.</param>
/// <param name="Side">Which department.</param>
/// <param name="NeedsReason">Whether a reason must be given.</param>
/// <param name="NeedsDocument">Whether a document must stand behind it.</param>
public sealed record EntryTransition(
    EntryState From, EntryAct Act, EntryState To, ReviewStep Step, EntrySide Side, bool NeedsReason = false, bool NeedsDocument = false)
{
    /// <summary>Every legal act. What is not here is refused.</summary>
    public static readonly IReadOnlyList<EntryTransition> Table =
    [
        new(EntryState.Screened, EntryAct.Include, EntryState.Screened, ReviewStep.Propose, EntrySide.Lead, true, true),
        new(EntryState.Screened, EntryAct.Exclude, EntryState.Screened, ReviewStep.Propose, EntrySide.Lead, true, true),
        new(EntryState.Screened, EntryAct.Propose, EntryState.Proposed, ReviewStep.Propose, EntrySide.Lead),
        new(EntryState.Screened, EntryAct.Withdraw, EntryState.Withdrawn, ReviewStep.Propose, EntrySide.Lead, true),
        new(EntryState.Screened, EntryAct.Redetermine, EntryState.Screened, ReviewStep.Propose, EntrySide.LeadOrProgram, true),

        new(EntryState.Proposed, EntryAct.Include, EntryState.Proposed, ReviewStep.Verify, EntrySide.Lead, true, true),
        new(EntryState.Proposed, EntryAct.Exclude, EntryState.Proposed, ReviewStep.Verify, EntrySide.Lead, true, true),
        new(EntryState.Proposed, EntryAct.Verify, EntryState.Verified, ReviewStep.Verify, EntrySide.Lead),
        new(EntryState.Proposed, EntryAct.Refuse, EntryState.Screened, ReviewStep.Verify, EntrySide.Lead, true),
        new(EntryState.Proposed, EntryAct.Withdraw, EntryState.Withdrawn, ReviewStep.Verify, EntrySide.Lead, true),
        new(EntryState.Proposed, EntryAct.Redetermine, EntryState.Screened, ReviewStep.Verify, EntrySide.LeadOrProgram, true),

        new(EntryState.Verified, EntryAct.Include, EntryState.Verified, ReviewStep.Fix, EntrySide.Lead, true, true),
        new(EntryState.Verified, EntryAct.Exclude, EntryState.Verified, ReviewStep.Fix, EntrySide.Lead, true, true),
        new(EntryState.Verified, EntryAct.Fix, EntryState.Fixed, ReviewStep.Fix, EntrySide.Lead),
        new(EntryState.Verified, EntryAct.Refuse, EntryState.Proposed, ReviewStep.Fix, EntrySide.Lead, true),
        new(EntryState.Verified, EntryAct.Withdraw, EntryState.Withdrawn, ReviewStep.Fix, EntrySide.Lead, true),
        new(EntryState.Verified, EntryAct.Redetermine, EntryState.Screened, ReviewStep.Fix, EntrySide.LeadOrProgram, true),

        new(EntryState.Fixed, EntryAct.Refuse, EntryState.Verified, ReviewStep.Fix, EntrySide.LeadOrSigner, true),
        new(EntryState.Fixed, EntryAct.Withdraw, EntryState.Withdrawn, ReviewStep.Fix, EntrySide.Lead, true),
        new(EntryState.Fixed, EntryAct.Redetermine, EntryState.Screened, ReviewStep.Fix, EntrySide.LeadOrProgram, true),
        new(EntryState.Fixed, EntryAct.Publish, EntryState.Published, ReviewStep.Fix, EntrySide.List),
        new(EntryState.Fixed, EntryAct.Close, EntryState.LeftOut, ReviewStep.Fix, EntrySide.List),

        new(EntryState.Withdrawn, EntryAct.Redetermine, EntryState.Screened, ReviewStep.Propose, EntrySide.LeadOrProgram, true),
    ];

    /// <summary>The line of a state and an act; null where there is none.</summary>
    public static EntryTransition? Of(EntryState from, EntryAct act) => Table.FirstOrDefault(t => t.From == from && t.Act == act);

    /// <summary>What may be done in a state, in the order of the table.</summary>
    public static IEnumerable<EntryTransition> In(EntryState state) => Table.Where(t => t.From == state);
}

/// <summary>Which department may do an act.</summary>
public enum EntrySide
{
    /// <summary>The department that leads on the entry's ground.</summary>
    Lead,

    /// <summary>The lead, or a department whose signature the ground needs.</summary>
    LeadOrSigner,

    /// <summary>The lead, or the program after a re-run.</summary>
    LeadOrProgram,

    /// <summary>Nobody directly: the entry's list does it when it is published.</summary>
    List,
}
