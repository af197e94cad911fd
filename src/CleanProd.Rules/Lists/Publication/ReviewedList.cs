using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists.Review;

namespace CleanProd.Rules.Lists.Publication;

/// <summary>
/// A list as its events leave it: what it is, who signed what, and whether it is published. Its entries have events of their own.
/// Immutable: an act gives the event, <see cref="Apply"/> folds it in.
/// </summary>
public sealed partial record ReviewedList
{
    private ReviewedList(ListHead head) => Head = head;

    /// <summary>What it was opened with.</summary>
    public ListHead Head { get; }

    /// <summary>Number of its last event.</summary>
    public int Version { get; private init; }

    /// <summary>Where it stands.</summary>
    public ListState State { get; private init; }

    /// <summary>Signatures and refusals in the order they were given.</summary>
    public IReadOnlyList<Signature> Signatures { get; private init; } = [];

    /// <summary>Number under which it was published.</summary>
    public string? Number { get; private init; }

    /// <summary>Day of publication.</summary>
    public DateOnly? PublishedOn { get; private init; }

    /// <summary>SHA-256 of what became public.</summary>
    public string? PublicationSha256 { get; private init; }

    /// <summary>The list that a history leaves.</summary>
    /// <exception cref="RefusedActException"><c>stale_version</c> or <c>illegal_transition</c>: the events do not follow on one another.</exception>
    public static ReviewedList Replay(IEnumerable<ListEvent> events)
    {
        ReviewedList? list = null;
        foreach (var happened in events) list = list is null ? Opened(happened) : list.Apply(happened);
        return list ?? throw new ArgumentException("A history without events has no list.", nameof(events));
    }

    /// <summary>The list after its first event.</summary>
    public static ReviewedList Opened(ListEvent opening) => opening is { Sequence: 1, Act: ListAct.Open, Opening: { } head }
        ? new(head) { Version = 1, State = ListState.Open }
        : throw ReviewRefusal.Broken("A history begins with an opening that bears number 1.");

    /// <summary>The list after one more event.</summary>
    /// <exception cref="RefusedActException"><c>stale_version</c> or <c>illegal_transition</c>: it does not follow on the last one.</exception>
    public ReviewedList Apply(ListEvent happened)
    {
        if (happened.Sequence != Version + 1) throw ReviewRefusal.Stale(Version, happened.Sequence - 1);
        if (State != ListState.Open || happened.Act == ListAct.Open) throw ReviewRefusal.Broken($"Event {happened.Sequence} ({happened.Act}) does not follow on state {State}.");
        var after = this with { Version = happened.Sequence };
        return happened.Act switch
        {
            ListAct.Sign or ListAct.RefuseSignature => after with
            {
                Signatures =
                [
                    .. Signatures,
                    new(happened.ClassId ?? "", happened.By, happened.Sha256 ?? "", happened.At, happened.Act == ListAct.Sign ? null : happened.Reason ?? ""),
                ],
            },
            ListAct.Publish => after with { State = ListState.Published, Number = happened.Number, PublishedOn = happened.PublishedOn, PublicationSha256 = happened.Sha256 },
            _ => after with { State = ListState.Abandoned },
        };
    }

    /// <summary>Departments whose signature a class needs.</summary>
    public IReadOnlyList<Department> SignersOf(string classId, IEnumerable<ListEntry> entries, ListProcedure procedure)
    {
        var grounds = entries.Where(e => e.Included && e.Opening.ClassId == classId).SelectMany(e => e.Grounds).Distinct(StringComparer.Ordinal);
        return procedure.SignaturesOf(classId, grounds, Head.Publisher);
    }

    /// <summary>Refuses any act on the entries of a list that is published or given up; asked before every act on an entry.</summary>
    /// <exception cref="RefusedActException"><c>list_closed</c>.</exception>
    public void MustBeOpen()
    {
        if (State == ListState.Open) return;
        throw new RefusedActException("list_closed", State == ListState.Published
            ? new("名单已公布，不再变更；更正应另行编制调整名单。", "The list is published and does not change any more; corrections need an amendment list.")
            : new("名单已放弃。", "The list has been given up."));
    }
}
