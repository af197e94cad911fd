using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists.Review;

namespace CleanProd.Rules.Lists.Publication;

/// <summary>
/// Who joins a list, who leaves it, and whose reason changes, by name with the deciding values. Missing data never takes anybody off:
/// whoever was listed and can no longer be decided is unsettled.
/// </summary>
/// <param name="Joins">Not listed before, listed after.</param>
/// <param name="Leaves">Listed before, not listed after, on complete facts.</param>
/// <param name="Changes">Listed both times, for other reasons or values.</param>
/// <param name="Unsettled">Listed before; after, not to be decided, failed, or no longer in the data.</param>
public sealed record ListDifference(
    IReadOnlyList<DifferenceItem> Joins, IReadOnlyList<DifferenceItem> Leaves, IReadOnlyList<DifferenceItem> Changes, IReadOnlyList<DifferenceItem> Unsettled)
{
    /// <summary>Whether nothing differs.</summary>
    public bool IsEmpty => Joins.Count + Leaves.Count + Changes.Count + Unsettled.Count == 0;

    /// <summary>The difference of two runs.</summary>
    /// <param name="before">Determinations of the earlier run.</param>
    /// <param name="after">Determinations of the later run.</param>
    /// <param name="partial">Whether the later run judged only what a correction touches: the others stay as they were.</param>
    public static ListDifference Of(IEnumerable<Determination> before, IEnumerable<Determination> after, bool partial = false)
    {
        var listed = before.SelectMany(d => EntryOpenings.ClassesOf(d).Select(c => new Listed(new(d.Facility.Id, c), d.Facility.Name, MachineResult.Of(d, c).Reasons)));
        return Compare(listed, after, partial, withFacts: true);
    }

    /// <summary>
    /// The difference of the audit list in force from a run. Values were not published, so only rules and clauses are compared; whom an
    /// officer listed by hand stays.
    /// </summary>
    /// <param name="before">The list in force.</param>
    /// <param name="after">Determinations of the run.</param>
    /// <param name="keptOff">Whom officers excluded from the list: they do not join again.</param>
    /// <param name="partial">Whether the run judged only what a correction touches.</param>
    public static ListDifference Of(CurrentList before, IEnumerable<Determination> after, IReadOnlySet<EntryKey> keptOff, bool partial = false)
    {
        var difference = Compare(before.Entries.Select(e => new Listed(e.Key, e.Name, e.Reasons)), after, partial, withFacts: false);
        return difference with { Joins = [.. difference.Joins.Where(j => !keptOff.Contains(j.Key))] };
    }

    /// <summary>Openings of an amendment list: joins, removals and changes; the unsettled wait for a decision.</summary>
    public IReadOnlyList<EntryOpening> Openings(RegionRegister regions, RegionCode jurisdiction) =>
    [
        .. Joins.Select(i => (i, EntryOrigin.Screening)).Concat(Leaves.Select(i => (i, EntryOrigin.Removal))).Concat(Changes.Select(i => (i, EntryOrigin.Change)))
            .OrderBy(p => p.i.Key)
            .Select(p => EntryOpenings.Of(p.i.Determination!, p.i.Key.ClassId, p.Item2, MachineResult.Of(p.i.Determination!, p.i.Key.ClassId), regions, jurisdiction)),
    ];

    private static ListDifference Compare(IEnumerable<Listed> before, IEnumerable<Determination> after, bool partial, bool withFacts)
    {
        var (joins, leaves, changes, unsettled) = (new List<DifferenceItem>(), new List<DifferenceItem>(), new List<DifferenceItem>(), new List<DifferenceItem>());
        var judged = after.ToDictionary(d => d.Facility.Id);
        var known = new HashSet<EntryKey>();
        foreach (var listed in before.OrderBy(l => l.Key))
        {
            known.Add(listed.Key);
            if (!judged.TryGetValue(listed.Key.FacilityId, out var determination))
            {
                if (!partial) unsettled.Add(new(listed.Key, listed.Name, listed.Reasons, [], null));
                continue;
            }

            var now = MachineResult.Of(determination, listed.Key.ClassId);
            var byHand = listed.Reasons.All(r => r.Rule.Length == 0);
            var item = new DifferenceItem(listed.Key, determination.Facility.Name, listed.Reasons, now.Reasons, now.Outcome) { Determination = determination };
            if (now.Outcome == Outcome.Triggered && (byHand || Same(listed.Reasons, now.Reasons, withFacts))) continue;
            if (now.Outcome == Outcome.Triggered) changes.Add(item);
            else if (now.Outcome is Outcome.Undetermined or Outcome.Error) unsettled.Add(item);
            else if (!byHand) leaves.Add(item with { Nearest = NearestOf(determination, listed.Key.ClassId) });
        }

        joins.AddRange(
            from determination in judged.Values
            from classId in EntryOpenings.ClassesOf(determination)
            let key = new EntryKey(determination.Facility.Id, classId)
            where !known.Contains(key)
            orderby key
            select new DifferenceItem(key, determination.Facility.Name, [], MachineResult.Of(determination, classId).Reasons, Outcome.Triggered) { Determination = determination });
        return new(joins, leaves, changes, unsettled);
    }

    private static bool Same(IReadOnlyList<EntryReason> before, IReadOnlyList<EntryReason> after, bool withFacts) =>
        Text(before, withFacts) == Text(after, withFacts);

    private static string Text(IReadOnlyList<EntryReason> reasons, bool withFacts) =>
        EventJson.Write(reasons.Select(r => withFacts ? r : r with { Facts = [] }).ToArray());

    private static ReasonFact[] NearestOf(Determination determination, string classId) =>
    [
        .. determination.Rules.Where(r => ListClass.Of(r).Id == classId).Select(r => r.Margin).OfType<Rules.Margin>()
            .Select(m => new ReasonFact { Name = m.Subject, Value = m.Value, Basis = m.Threshold, Ratio = m.Ratio }),
    ];

    private sealed record Listed(EntryKey Key, string Name, IReadOnlyList<EntryReason> Reasons);
}

/// <summary>One enterprise in a class that differs.</summary>
/// <param name="Key">Enterprise and class.</param>
/// <param name="Name">Its name.</param>
/// <param name="Before">Why it was listed; empty when it was not.</param>
/// <param name="After">Why it is listed now; empty when it is not.</param>
/// <param name="Outcome">What the class's rules say now; null when it was not judged.</param>
public sealed record DifferenceItem(EntryKey Key, string Name, IReadOnlyList<EntryReason> Before, IReadOnlyList<EntryReason> After, Outcome? Outcome)
{
    /// <summary>Of one that leaves: the nearest values, with the threshold in <see cref="ReasonFact.Basis"/>.</summary>
    public IReadOnlyList<ReasonFact> Nearest { get; init; } = [];

    /// <summary>The later determination; null when it was not judged.</summary>
    public Determination? Determination { get; init; }
}
