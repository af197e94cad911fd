namespace CleanProd.Rules.Facts.Merging;

/// <summary>What lasts, field by field: facilities and outlets.</summary>
internal static class Descriptions
{
    private static readonly DescriptionMerge<FacilityRecord> Facilities = new(
        FactTables.Facilities, _ => null, f => f.Source,
        new("name", f => f.Name, (f, e) => f with { Name = e.Name }),
        new("region", f => f.Region, (f, e) => f with { Region = e.Region }),
        new("address", f => f.Address, (f, e) => f with { Address = e.Address }),
        new("industry", f => f.Industry, (f, e) => f with { Industry = e.Industry }),
        new("legal_representative", f => f.LegalRepresentative, (f, e) => f with { LegalRepresentative = e.LegalRepresentative }),
        new("permit_number", f => f.PermitNumber, (f, e) => f with { PermitNumber = e.PermitNumber }),
        new("credit_code", f => f.CreditCode, (f, e) => f with { CreditCode = e.CreditCode }),
        new("eia_approved_on", f => f.EiaApprovedOn, (f, e) => f with { EiaApprovedOn = e.EiaApprovedOn }),
        new("key_source", f => f.KeySource, (f, e) => f with { KeySource = e.KeySource }),
        new("status", f => f.Status == FacilityStatus.Unspecified ? null : f.Status, (f, e) => f with { Status = e.Status }));

    private static readonly DescriptionMerge<OutletRecord> Outlets = new(
        FactTables.Outlets, o => o.Id, o => o.Source,
        new("name", o => o.Name, (o, e) => o with { Name = e.Name }),
        new("medium", o => o.Medium, (o, e) => o with { Medium = e.Medium }),
        new("discharge", o => o.Discharge == DischargeKind.Unspecified ? null : o.Discharge, (o, e) => o with { Discharge = e.Discharge }),
        new("workshop", o => o.Workshop, (o, e) => o with { Workshop = e.Workshop }),
        new("grade", o => o.Grade, (o, e) => o with { Grade = e.Grade }),
        new("standard", o => o.Standard, (o, e) => o with { Standard = e.Standard }),
        new("stack_height_m", o => o.StackHeightM, (o, e) => o with { StackHeightM = e.StackHeightM }));

    internal static (FacilityRecord Facility, IEnumerable<CompletedField> Completed) Facility(IReadOnlyList<FactLayer> layers, List<SupersededFact> superseded)
    {
        DescriptionMerge<FacilityRecord>.Told? told = null;
        // A mention describes nothing and never prevails.
        foreach (var layer in layers.Where(l => !l.Records.Facility.IsMention))
            told = Facilities.Next(told, layer.Records.Facility, layer.Scope, superseded);
        // Of mentions the first row, as within one data set: which import came first must not matter.
        return told is null
            ? (layers.Select(l => l.Records.Facility).MinBy(f => f.Source, SourceOrder.Instance)!, [])
            : (told.Record, Facilities.Completed(told));
    }

    internal static (IReadOnlyList<OutletRecord> Outlets, IEnumerable<CompletedField> Completed) Of(IReadOnlyList<FactLayer> layers, List<SupersededFact> superseded)
    {
        var kind = FactKinds.Outlets;
        var held = new SortedDictionary<string, DescriptionMerge<OutletRecord>.Told>(StringComparer.Ordinal);
        foreach (var layer in layers)
        {
            if (layer.Scope.Replaces(kind.Table.Name, null))
            {
                var given = layer.Records.Outlets.Select(kind.Thing).ToHashSet(StringComparer.Ordinal);
                foreach (var (thing, gone) in held.Where(h => !given.Contains(h.Key)).ToArray())
                {
                    superseded.Add(Outlets.Gone(gone, layer.Scope));
                    held.Remove(thing);
                }
            }

            foreach (var outlet in layer.Records.Outlets)
                held[kind.Thing(outlet)] = Outlets.Next(held.GetValueOrDefault(kind.Thing(outlet)), outlet, layer.Scope, superseded);
        }

        return ([.. held.Values.Select(h => h.Record)], held.Values.SelectMany(Outlets.Completed));
    }
}
