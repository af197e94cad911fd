using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Storage.Tables;

internal static partial class StoredTables
{
    internal static StoreTable<FacilityRecord> Facilities { get; } = new StoreTable<FacilityRecord>(
        "facilities",
        row => new FacilityRecord(new FacilityId(row.Text("facility_id")), row.Text("name"), row.Source)
        {
            Region = row.OptionalText("region"),
            Address = row.OptionalText("address"),
            Industry = row.OptionalText("industry"),
            LegalRepresentative = row.OptionalText("legal_representative"),
            PermitNumber = row.OptionalText("permit_number"),
            CreditCode = row.OptionalText("credit_code"),
            EiaApprovedOn = row.OptionalDay("eia_approved_on"),
            KeySource = row.OptionalFlag("key_source"),
            Status = row.Word<FacilityStatus>("status"),
        },
        ImportId,
        FacilityNo)
        .Text("facility_id", f => f.Id.Value)
        .Text("name", f => f.Name)
        .OptionalText("region", f => f.Region)
        .OptionalText("address", f => f.Address)
        .OptionalText("industry", f => f.Industry)
        .OptionalText("legal_representative", f => f.LegalRepresentative)
        .OptionalText("permit_number", f => f.PermitNumber)
        .OptionalText("credit_code", f => f.CreditCode)
        .OptionalDay("eia_approved_on", f => f.EiaApprovedOn)
        .OptionalFlag("key_source", f => f.KeySource)
        .Word("status", f => f.Status)
        .Source(f => f.Source);

    internal static StoreTable<OutletRecord> Outlets { get; } = Of(
        "outlets",
        row => new OutletRecord(row.Facility, new OutletId(row.Text("outlet_id")), row.Word<Medium>("medium"), row.Source)
        {
            Name = row.OptionalText("name"),
            Discharge = row.Word<DischargeKind>("discharge"),
            Workshop = row.OptionalFlag("workshop"),
            Grade = row.OptionalText("grade"),
            Standard = row.OptionalText("standard"),
            StackHeightM = row.OptionalNumber("stack_height_m"),
        })
        .Text("outlet_id", o => o.Id.Value)
        .OptionalText("name", o => o.Name)
        .Word("medium", o => o.Medium)
        .Word("discharge", o => o.Discharge)
        .OptionalFlag("workshop", o => o.Workshop)
        .OptionalText("grade", o => o.Grade)
        .OptionalText("standard", o => o.Standard)
        .OptionalNumber("stack_height_m", o => o.StackHeightM)
        .Source(o => o.Source);

    internal static StoreTable<AuditRecord> Audits { get; } = Of(
        "audits",
        row => new AuditRecord(row.Facility, row.Word<AuditKind>("kind"), row.Source)
        {
            ListedOn = row.OptionalDay("listed_on"),
            StartedOn = row.OptionalDay("started_on"),
            ReportedOn = row.OptionalDay("reported_on"),
            AcceptedOn = row.OptionalDay("accepted_on"),
            Result = row.OptionalText("result"),
        })
        .Word("kind", a => a.Kind)
        .OptionalDay("listed_on", a => a.ListedOn)
        .OptionalDay("started_on", a => a.StartedOn)
        .OptionalDay("reported_on", a => a.ReportedOn)
        .OptionalDay("accepted_on", a => a.AcceptedOn)
        .OptionalText("result", a => a.Result)
        .Source(a => a.Source);

    internal static StoreTable<DiscretionRecord> Discretion { get; } = Of(
        "discretion",
        row => new DiscretionRecord(
            row.Facility, row.Text("topic"), row.Text("value"), row.Text("decided_by"), row.Day("decided_on"), row.Text("reason"), row.Source))
        .Text("topic", d => d.Topic)
        .Text("value", d => d.Value)
        .Text("decided_by", d => d.DecidedBy)
        .Day("decided_on", d => d.DecidedOn)
        .Text("reason", d => d.Reason)
        .Source(d => d.Source);

    /// <summary>Tables of which a row about the facility was refused, with the first such row.</summary>
    internal static StoreTable<KeyValuePair<string, SourceRef>> RefusedRows { get; } = Of(
        "refused_rows", row => KeyValuePair.Create(row.Text("refused_in"), row.Source))
        .Text("refused_in", r => r.Key)
        .Source(r => r.Value);
}
