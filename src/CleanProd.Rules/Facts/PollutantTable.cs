namespace CleanProd.Rules.Facts;

/// <summary>The rows of <c>pollutants.csv</c>.</summary>
internal static class PollutantTable
{
    internal static readonly string[] Columns =
        ["code", "name_zh", "name_en", "cas", "medium", "unit", "quantity_unit", "data_type", "code_2005", "aliases", "basis", "cas_en_basis", "in_hj212_annex", "source"];

    /// <summary>A register in which a pollutant's own name comes before another's alias, whatever the order of the rows.</summary>
    internal static PollutantRegister Read(List<ReferenceRow> rows)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var names = rows.Select(r => (r.Text("name_zh"), r.Text("medium"))).ToHashSet();
        var entries = new List<(Pollutant, IReadOnlyList<string>)>(rows.Count);
        foreach (var row in rows)
        {
            row.Once(seen, row.Required("code"), "code");
            var medium = row.Word("medium", "water", "air") is "water" ? Medium.Water : Medium.Air;
            var pollutant = new Pollutant(new PollutantCode(row.Text("code")), row.Required("name_zh"), row.Text("name_en"), medium)
            {
                DeviceUnit = row.Text("unit"), Code2005 = row.Optional("code_2005"),
            };
            // The code of the 2005 edition of HJ 212 still comes from devices in the field.
            IEnumerable<string> others = row.List("aliases").Where(a => !names.Contains((a, row.Text("medium"))));
            if (row.Optional("code_2005") is { } old) others = others.Append(old);
            entries.Add((pollutant, others.ToArray()));
        }

        return new PollutantRegister(entries);
    }
}
