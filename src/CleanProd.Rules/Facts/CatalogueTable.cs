namespace CleanProd.Rules.Facts;

/// <summary>The catalogues of substances: <c>catalogues.csv</c> names them, <c>catalogues/ID.csv</c> holds their lines.</summary>
internal static class CatalogueTable
{
    private const string Index = "catalogues.csv";
    private const string Folder = "catalogues/";
    private static readonly string[] Columns = ["name", "name_en", "cas", "aliases", "toxic_class", "from", "to", "basis", "note", "source"];

    internal static List<SubstanceCatalogue> Read(Dictionary<string, byte[]> tables)
    {
        var catalogues = new List<SubstanceCatalogue>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (tables.TryGetValue(Index, out var index))
        {
            foreach (var row in ReferenceTable.Read(Index, index, "id", "title", "title_en"))
            {
                var id = row.Required("id");
                row.Once(seen, id, "id");
                var file = Folder + id + ".csv";
                if (!tables.TryGetValue(file, out var bytes)) throw row.Fault("id", $"the id of a file such as {file}");
                catalogues.Add(new SubstanceCatalogue(id, row.Required("title"), Entries(file, bytes)));
            }
        }

        foreach (var file in tables.Keys.Where(k => k.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            if (!seen.Contains(file[Folder.Length..^4])) throw new ReferenceDataException(file, 0, "", file, $"a row in {Index} that names it");
        return catalogues;
    }

    private static List<CatalogueEntry> Entries(string file, byte[] bytes)
    {
        var seen = new HashSet<(string, DateOnly)>();
        var entries = new List<CatalogueEntry>();
        foreach (var row in ReferenceTable.Read(file, bytes, Columns))
        {
            var from = row.Date("from");
            row.Once(seen, (row.Required("name"), from), "name");
            var numbers = row.List("cas");
            foreach (var number in numbers)
                if (!CasNumber.IsValid(number)) throw row.Fault("cas", "CAS numbers with a right check digit");
            int? toxic = row.Word("toxic_class", "", "1", "2", "3", "4", "5") is { Length: 1 } text ? text[0] - '0' : null;
            entries.Add(new CatalogueEntry(
                row.Text("name"), numbers.FirstOrDefault(), row.List("aliases"), toxic, from, row.EndDate("to", from), row.Word("basis", "sourced", "recalled"))
            {
                OtherCas = numbers.Skip(1).ToArray(),
            });
        }

        return entries;
    }
}
