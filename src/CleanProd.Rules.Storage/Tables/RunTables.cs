using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Storage.Tables;

/// <summary>What a run leaves: its determinations, in the order they were appended.</summary>
internal static class RunTables
{
    internal static StoreTable<StoredDetermination> Determinations { get; } = new StoreTable<StoredDetermination>(
        "determinations",
        row => new StoredDetermination(new FacilityId(row.Text("facility_id")), row.Word<Outcome>("outcome"), row.Text("line")),
        new StoreColumn("run_id", ColumnKind.Large, false),
        StoredTables.RowNo)
        .Text("facility_id", d => d.FacilityId.Value)
        .Word("outcome", d => d.Outcome)
        .Text("line", d => d.Line);
}
