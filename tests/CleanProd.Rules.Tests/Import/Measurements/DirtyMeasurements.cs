using System.Text;
using CleanProd.Rules.Import;
using static CleanProd.Rules.Tests.Import.DataSets;

namespace CleanProd.Rules.Tests.Import.Measurements;

/// <summary>Files of measurements with every kind of fault, made from a seed.</summary>
internal sealed class DirtyMeasurements(int seed)
{
    private static readonly string[] Columns =
        ["facility_id", "outlet_id", "pollutant", "at", "window", "value", "unit", "origin", "flag", "limit_low", "limit_high", "volume_m3", "record"];

    private readonly Random _random = new(seed);

    internal SourceFile[] Files()
    {
        // From clean to very dirty.
        var share = _random.Next(4) switch { 0 => 0, 1 => 1, 2 => 5, _ => 30 };
        var files = Enumerable.Range(0, _random.Next(1, 4)).Select(i => File($"measurements-{i}.csv", share)).ToList();
        if (_random.Next(2) == 0) files.Add(Csv("outlets.csv", "facility_id,outlet_id,medium\nA,O,air\nB,O,water\n"));
        if (_random.Next(3) == 0) files.Add(Csv("facilities.csv", "facility_id,name\nA,甲\nB,\"乙\nx\"\n"));
        return [.. files];
    }

    private SourceFile File(string name, int dirt)
    {
        var (lineEnd, separator) = (Pick("\n", "\n", "\r\n", "\r"), Pick(",", ",", ";", "\t"));
        var columns = Columns.Where(c => c is not ("record" or "origin" or "flag") || _random.Next(2) == 0).ToArray();
        if (_random.Next(4) == 0) columns = [.. columns, "unknown"];
        if (_random.Next(4) == 0) _random.Shuffle(columns);
        var quoted = _random.Next(6) == 0;
        var text = new StringBuilder(Pick("", lineEnd)).AppendJoin(separator, columns).Append(lineEnd);
        for (var rows = _random.Next(150); rows > 0; rows--)
        {
            var cells = columns.Select(c => Dirty(dirt) ? Wrong(c) : Right(c)).ToList();
            if (Dirty(dirt / 4)) cells.Add(Pick("", "too much"));
            if (Dirty(dirt / 4)) cells.RemoveAt(cells.Count - 1);
            if (quoted) cells = [.. cells.Select(c => $"\"{c}\"")];
            else if (Dirty(dirt)) cells[_random.Next(cells.Count)] = Quoted(separator);
            text.AppendJoin(separator, cells).Append(rows > 1 || _random.Next(2) == 0 ? lineEnd : "");
            if (Dirty(dirt / 4)) text.Append(Pick(lineEnd, "   " + lineEnd, string.Join(separator, new string[columns.Length]) + lineEnd, "\n"));
        }

        var encoding = _random.Next(5) switch
        {
            0 => new UTF8Encoding(true), 1 => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!, 2 => new UnicodeEncoding(_random.Next(2) == 0, true), _ => (Encoding)new UTF8Encoding(false),
        };
        return Csv(name, text.ToString(), encoding);
    }

    private string Right(string column) => column switch
    {
        "facility_id" => Pick("A", "B", "C"),
        "outlet_id" => Pick("O", "P"),
        "pollutant" => Pick("COD", "化学需氧量", "pH", "总汞"),
        "at" => FormattableString.Invariant($"2024-{_random.Next(1, 13):D2}-{_random.Next(1, 29):D2}{Pick("", "", " 10:00", "T10:30:15")}"),
        "window" => Pick("day", "hour", "日"),
        "value" => Pick("1", "1.0", "2.50", "<0.02", ">800", "0.02L", "ND", "0", "0.00", "123456789.123456789", "007.100", FormattableString.Invariant($"{_random.Next(1000) / 100m}")),
        "unit" => Pick("mg/L", "mg/L", "毫克/升"),
        "origin" => Pick("", "self", "automatic", "自动"),
        "flag" => Pick("", "N", "n", "F"),
        "limit_low" => Pick("", "", "6"),
        "limit_high" => Pick("", "100", "100.0", "50"),
        "volume_m3" => Pick("", "12.5", "100"),
        "record" => Pick("", "", "r1", "r2"),
        _ => Pick("", "x"),
    };

    private string Wrong(string column) => column switch
    {
        "facility_id" => Pick("", "0", " A", "A ", "９１", "91440101ma59nxyd0e", "91440101MA59NXYD0X", "无", "\u200bB", "#N/A"),
        "outlet_id" => Pick("", " O", "O\u00a0"),
        "pollutant" => Pick("", "怪", "汞", "  COD", "#REF!"),
        "at" => Pick("2024-02-30", "2024-1-5", "", "2024-03-05 24:00", "#VALUE!", "2024/03/05", "0000-01-01", " 2024-03-05"),
        "window" => Pick("", "瞬时x", "DAY", " day"),
        "value" => Pick("", "x", "-1", "1,234.5", "1e3", "1.2E400", "12.", "+5", ".5", "<", "<=3", "≤0.5", "ＮＤ", "nd", "99999999999999999999.5", "0.000000000000000000001", "1234567890123456789", "5 ", "0.02l", "#N/A"),
        "unit" => Pick("", "怪单位", "mg/m³", "ug/L", "℃", "#N/A"),
        "origin" => Pick("x", " self", "#NAME?"),
        "flag" => Pick("NN", "正常", "#", "#NUM!"),
        "limit_low" or "limit_high" => Pick("x", "-1", "0", "0.00", "1e2", "5", "#DIV/0!"),
        "volume_m3" => Pick("x", "-3", " 5"),
        "record" => Pick("r 1", " r2", "报告1", "#N/A", "#1", new string('r', 80)),
        _ => Pick("", "x"),
    };

    private string Quoted(string separator) => Pick(
        "\"A\"", "\"a\nb\"", "\"a\"\"b\"", "\"open", "ab\"c", "\"x\"y", $"\"a{separator}b\"", "\"\"", "\"a\r\nb\rc\"");

    private bool Dirty(int percent) => _random.Next(100) < percent;

    private string Pick(params string[] some) => some[_random.Next(some.Length)];
}
