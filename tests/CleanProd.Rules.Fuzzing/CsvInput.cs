using System.Globalization;
using System.Text;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Fuzzing;

/// <summary>Text files of the tables of the data set, nearly right.</summary>
internal static class CsvInput
{
    internal static IReadOnlyList<(string Name, byte[] Bytes)> Make(Random random)
    {
        var tables = FactTables.All.Where(_ => random.Next(4) == 0).DefaultIfEmpty(FactTables.All[random.Next(FactTables.All.Count)]);
        return [.. tables.Select(t => ($"{t.Name}.csv", Damage.Bytes(random, Encoded(random, Table(random, t)))))];
    }

    /// <summary>Rows of a table, the headings first.</summary>
    internal static IEnumerable<string[]> Rows(Random random, FactTable table)
    {
        var columns = table.Columns.Where(c => c.Required ? random.Next(40) > 0 : random.Next(3) > 0).ToArray();
        yield return [.. columns.Select(c => random.Next(3) == 0 && c.Chinese.Count > 0 ? c.Chinese[0] : c.Name)];
        for (var rows = random.Next(12); rows > 0; rows--) yield return [.. columns.Select(c => Cell(random, c.Name))];
    }

    private static string Table(Random random, FactTable table)
    {
        var separator = ",,,;\t"[random.Next(5)];
        return string.Concat(Rows(random, table).Select(r => string.Join(separator, r.Select(c => Quoted(random, c, separator))) + (random.Next(6) == 0 ? "\r\n" : "\n")));
    }

    private static string Quoted(Random random, string cell, char separator) =>
        random.Next(30) == 0 ? cell : cell.Contains(separator, StringComparison.Ordinal) || cell.Contains('"', StringComparison.Ordinal) || cell.Contains('\n', StringComparison.Ordinal)
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;

    private static string Cell(Random random, string column) => column switch
    {
        "facility_id" => Damage.Pick(random, "A", "B", "91440101MA59PACK01", "914401067000000059"),
        "outlet_id" => Damage.Pick(random, "DW001", "DA001"),
        "pollutant" => Damage.Pick(random, "w01018", "COD", "a21026", "pH", "总汞"),
        "unit" or "output_unit" or "energy_unit" => Damage.Pick(random, "mg/L", "t", "kg", "tce", "mg/m3", ""),
        "at" or "from" or "to" or "listed_on" or "decided_on" or "eia_approved_on" => Damage.Pick(random, "2024-03-05", "2024/3/5", "2024-03-05 13:00", "2024-12-31", ""),
        "year" => Damage.Pick(random, "2024", "2023"),
        "medium" => Damage.Pick(random, "water", "air", "水"),
        "window" => Damage.Pick(random, "day", "hour", "month", "instant"),
        "origin" => Damage.Pick(random, "automatic", "self", "supervision", ""),
        "region" => Damage.Pick(random, "440115", "广州市", ""),
        _ => Damage.Pick(random, random.Next(1, 500).ToString(CultureInfo.InvariantCulture), "12.5", "", "甲", "used"),
    };

    private static byte[] Encoded(Random random, string text) => random.Next(10) switch
    {
        0 => Encoding.GetEncoding("GB18030").GetBytes(text),
        1 => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)],
        2 => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)],
        _ => Encoding.UTF8.GetBytes(text),
    };
}
