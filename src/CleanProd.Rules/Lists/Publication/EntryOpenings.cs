using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists.Review;

namespace CleanProd.Rules.Lists.Publication;

/// <summary>What a run puts up for review in a jurisdiction: one opening for each enterprise and class that the machine lists.</summary>
public static class EntryOpenings
{
    /// <summary>The openings of an audit list. An enterprise whose place is not known stands in the jurisdiction itself.</summary>
    public static IReadOnlyList<EntryOpening> Audit(IEnumerable<Determination> determinations, RegionRegister regions, RegionCode jurisdiction) =>
    [
        .. from determination in determinations
           from classId in ClassesOf(determination)
           let opening = Of(determination, classId, EntryOrigin.Screening, MachineResult.Of(determination, classId), regions, jurisdiction)
           where jurisdiction.Covers(opening.Region)
           select opening,
    ];

    /// <summary>The openings of the list of polluters; none where the law knows no such list.</summary>
    public static IReadOnlyList<EntryOpening> Polluters(IEnumerable<Determination> determinations, ListProcedure procedure, RegionRegister regions, RegionCode jurisdiction) =>
        procedure.Polluters is not { } polluters ? [] :
        [
            .. from determination in determinations
               let machine = MachineResult.Of(determination, polluters.Grounds)
               where machine.Reasons.Count > 0
               let opening = Of(determination, ListClass.Polluters.Id, EntryOrigin.Screening, machine, regions, jurisdiction)
               where jurisdiction.Covers(opening.Region)
               select opening,
        ];

    /// <summary>One opening: also for listing by hand, roll-over and recognition.</summary>
    public static EntryOpening Of(
        Determination determination, string classId, EntryOrigin origin, MachineResult machine, RegionRegister regions, RegionCode jurisdiction)
    {
        var place = Place.Of(determination.Facility.Region, regions);
        return new(determination.Facility.Id, determination.Facility.Name, place.Code is { } code ? RegionCode.Of(code) : jurisdiction, place.City + place.County, classId, origin, machine);
    }

    /// <summary>Classes that an enterprise is listed in, each once.</summary>
    internal static IEnumerable<string> ClassesOf(Determination determination) =>
        determination.Rules.Where(r => r.Outcome == Outcome.Triggered).Select(r => ListClass.Of(r).Id).Distinct(StringComparer.Ordinal);
}
