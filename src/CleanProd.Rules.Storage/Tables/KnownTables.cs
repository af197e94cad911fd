using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Storage.Tables;

/// <summary>What is known now, for search and access; made anew from the effective imports, which are the truth.</summary>
internal static class KnownTables
{
    internal static StoreTable<KnownFacility> Facilities { get; } = new StoreTable<KnownFacility>(
        "known_facilities",
        row => new KnownFacility(
            new FacilityId(row.Text("facility_id")), row.Text("name"), new RegionCode(row.Text("region_code")), row.OptionalText("industry"),
            row.OptionalText("credit_code"), row.Word<FacilityStatus>("status"), row.Large("last_import_id")),
        new StoreColumn("facility_id", ColumnKind.Text, false))
        .Text("name", f => f.Name)
        .Text("region_code", f => f.Region.Value)
        .OptionalText("industry", f => f.Industry)
        .OptionalText("credit_code", f => f.CreditCode)
        .Word("status", f => f.Status)
        .Large("last_import_id", f => f.LastImport);
}
