using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Screenings;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Publication;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Storage.Lists;
using CleanProd.Rules.Storage.Screenings;

namespace CleanProd.Rules.Host.Lists;

/// <summary>What somebody asks for who opens a list.</summary>
/// <param name="Kind">What it is for: audit or polluters.</param>
/// <param name="Run">The screening behind it.</param>
/// <param name="Year">Year of the batch; the year after the screened one where none is given.</param>
/// <param name="Batch">Number of the batch within the year.</param>
/// <param name="Jurisdiction">The jurisdiction that publishes, within that of the screening; that of the screening where none is given.</param>
/// <param name="Publisher">The side that publishes; where none is given the environmental side, of polluters the one that the law names.</param>
/// <param name="Organs">Names of the organs that publish.</param>
/// <param name="Classes">Only these classes; all where none are given.</param>
internal sealed record ListOrder(
    ListKind Kind, long Run, int? Year, int Batch, RegionCode? Jurisdiction, Department? Publisher, IReadOnlyList<Wording> Organs, IReadOnlyList<string>? Classes);

/// <summary>Opens lists from what screenings decided.</summary>
internal sealed class ListOffice(ListStore lists, PublicationStore publications, ScreeningStore screenings, LawBooks books)
{
    /// <summary>Opens a list.</summary>
    /// <exception cref="KeyNotFoundException">There is no such screening.</exception>
    /// <exception cref="RefusedActException"><c>run_not_finished</c>, <c>dry_run</c>, <c>outside_run</c>, <c>wrong_kind</c>, or the store's refusals.</exception>
    internal async Task<long> OpenAsync(ListOrder order, Officer by, CancellationToken ct)
    {
        if (order.Kind is not (ListKind.Audit or ListKind.Polluters))
            throw new RefusedActException("wrong_kind", new("此处只编制审核名单和超标超总量排污企业名单。", "Only audit lists and lists of polluters are opened here."));
        var run = await RunAsync(order.Run, ct);
        var jurisdiction = order.Jurisdiction ?? run.Region;
        if (!run.Region.Covers(jurisdiction))
            throw new RefusedActException("outside_run", new("名单的行政区超出筛查的范围。", "The jurisdiction lies outside that of the screening."));
        var packs = await books.PacksOfAsync(run);
        var procedure = ListProcedure.Of(packs);
        var regions = (await books.ReferenceOfAsync(run)).Regions;
        var head = new ListHead(
            order.Kind, order.Year ?? run.Year + 1, order.Batch, jurisdiction, NameOf(jurisdiction, regions),
            order.Publisher ?? (order.Kind == ListKind.Polluters ? procedure.Polluters?.Lead : null) ?? Department.Environment, LawOf(packs)) { Organs = order.Organs };
        var determinations = await DeterminationsAsync(run.Id, jurisdiction, ct);
        var openings = order.Kind == ListKind.Polluters
            ? EntryOpenings.Polluters(determinations, procedure, regions, jurisdiction)
            : EntryOpenings.Audit(determinations, regions, jurisdiction);
        var wanted = openings.Where(o => order.Classes?.Contains(o.ClassId, StringComparer.Ordinal) ?? true).Select(o => new NewEntry(o)).ToArray();
        return await lists.OpenAsync(head, BasisOf(run, procedure) with { Classes = order.Classes }, wanted, by, ct);
    }

    /// <summary>Opens an amendment of a published audit list from a later screening.</summary>
    /// <returns>Its number, and who could no longer be decided and therefore stays as he is.</returns>
    /// <exception cref="RefusedActException"><c>list_not_published</c>, <c>wrong_kind</c>, <c>nothing_differs</c>, <c>run_not_finished</c>, <c>dry_run</c>, or the store's refusals.</exception>
    internal async Task<(long List, IReadOnlyList<DifferenceItem> Unsettled)> AmendAsync(long list, long later, Officer by, CancellationToken ct)
    {
        if (await publications.BatchAsync(list, ct) is not { Count: > 0 } batch)
            throw new RefusedActException("list_not_published", new("尚未公布的名单直接改正，不需要调整名单。", "A list that is not published is corrected itself; it needs no amendment."));
        var first = batch[0];
        if (first.List.Kind != ListKind.Audit) throw new RefusedActException("wrong_kind", new("只有审核名单可以调整。", "Only audit lists are amended."));
        var run = await RunAsync(later, ct);
        var stored = await lists.ReadAsync(first.ListId, ct);
        var packs = await books.PacksOfAsync(run);
        var regions = (await books.ReferenceOfAsync(run)).Regions;
        var jurisdiction = stored.List.Head.Jurisdiction;
        var difference = ListDifference.Of(
            StoredPublication.InForce(batch), await DeterminationsAsync(run.Id, jurisdiction, ct), await lists.KeptOffAsync(first.ListId, ct), !run.Region.Covers(jurisdiction));
        if (first.Basis.Classes is { } classes) difference = difference with { Joins = [.. difference.Joins.Where(j => classes.Contains(j.Key.ClassId, StringComparer.Ordinal))] };
        var openings = difference.Openings(regions, jurisdiction);
        if (openings.Count == 0) throw new RefusedActException("nothing_differs", new("该次筛查与现行名单一致，无需调整。", "The screening says what the list in force says: there is nothing to amend."));
        const string reason = "经重新筛查，不再符合列入条件";
        var head = stored.List.Head with { Kind = ListKind.Amendment, Instrument = LawOf(packs) };
        var basis = BasisOf(run, ListProcedure.Of(packs)) with { Amends = first.ListId, Classes = first.Basis.Classes };
        return (await lists.OpenAsync(head, basis, [.. openings.Select(o => new NewEntry(o, o.Origin == EntryOrigin.Removal ? reason : null))], by, ct), difference.Unsettled);
    }

    /// <summary>Puts up by hand whom the machine does not list.</summary>
    /// <returns>Number of the entry.</returns>
    /// <exception cref="KeyNotFoundException">The enterprise is not in the screening behind the list.</exception>
    /// <exception cref="RefusedActException"><c>entry_exists</c>, <c>bad_class</c>, <c>reason_required</c>, <c>document_required</c>, or the store's refusals.</exception>
    internal async Task<int> AddAsync(long list, FacilityId facility, string classId, string? reason, DocumentRef? document, Func<RegionCode, Officer> by, CancellationToken ct)
    {
        var stored = await lists.ReadAsync(list, ct);
        var found = stored.Basis.RunId is { } number ? await screenings.FindAsync(number, facility, ct) : null;
        if (found is null || !stored.List.Head.Jurisdiction.Covers(found.Region)) throw new KeyNotFoundException($"The screening behind list {list} has no enterprise {facility} in its jurisdiction.");
        var run = await RunAsync(stored.Basis.RunId!.Value, ct);
        var procedure = stored.Basis.Procedure;
        var polluters = stored.List.Head.Kind == ListKind.Polluters;
        if (polluters != (classId == ListClass.Polluters.Id) || !polluters && !IsClass(classId, found.Determination))
            throw new RefusedActException("bad_class", new($"本名单没有类别“{classId}”。", $"The list has no class {classId}."));
        var machine = polluters ? MachineResult.Of(found.Determination, procedure.Polluters!.Grounds) : MachineResult.Of(found.Determination, classId);
        var opening = EntryOpenings.Of(found.Determination, classId, EntryOrigin.Manual, machine, (await books.ReferenceOfAsync(run)).Regions, stored.List.Head.Jurisdiction);
        var numbers = await lists.AddAsync(list, [new(opening, reason, document)], by(opening.Region), ct);
        return numbers.Count == 1 ? numbers[0] : throw new RefusedActException("entry_exists", new("该企业已在本名单的此类别中。", "The enterprise is in this class of the list already."));
    }

    private async Task<ScreeningHead> RunAsync(long number, CancellationToken ct)
    {
        var run = await screenings.FindAsync(number, ct) ?? throw new KeyNotFoundException($"There is no screening {number}.");
        if (run.Kind == ScreeningKind.Dry) throw new RefusedActException("dry_run", run.WhyNotReleasable!);
        return run.State == ScreeningState.Finished ? run : throw new RefusedActException("run_not_finished", run.WhyNotReleasable!);
    }

    private async Task<List<Determination>> DeterminationsAsync(long run, RegionCode jurisdiction, CancellationToken ct)
    {
        var determinations = new List<Determination>();
        await foreach (var facility in screenings.ReadAsync(run, new ScreenedFilter { Region = jurisdiction }, ct)) determinations.Add(facility.Determination);
        return determinations;
    }

    private static ListBasis BasisOf(ScreeningHead run, ListProcedure procedure) => new(
        run.Year, run.AsOf, run.Packs, procedure, new(run.Counts!.Errors, run.Counts.Facilities.GetValueOrDefault(Outcome.Undetermined))) { RunId = run.Id };

    private static bool IsClass(string classId, Determination determination) =>
        ListClass.Named(classId).Order < ListClass.Polluters.Order && (ListClass.Named(classId).Order != 5 || determination.Rules.Any(r => ListClass.Of(r).Id == classId));

    private static Wording LawOf(IReadOnlyList<RulePack> packs) => new(packs[0].Instrument.Law.Zh, packs[0].Instrument.Law.En);

    private static Wording NameOf(RegionCode jurisdiction, RegionRegister regions) => jurisdiction == RegionCode.Nation ? new("全国", "China")
        : Wording.Same(regions.Find(jurisdiction.Value.PadRight(6, '0'))?.Name ?? jurisdiction.Value);
}
