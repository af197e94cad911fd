using CleanProd.Rules.Host.Cli;
using CleanProd.Rules.Import;
using Sylvan.Data.Csv;

namespace CleanProd.Rules.Host.Screen;

/// <summary>
/// Findings with errors that somebody has looked at and accepts: <c>accepted-findings.csv</c> in the data set names each by file, sheet,
/// row and code, with person, day and reason; with a column <c>value</c> also by what the cell said, so that a row that changed is looked at again. The refused row stays out and the facility stays incomplete; only the call for attention ends.
/// </summary>
internal sealed class AcceptedFindings
{
    internal const string FileName = "accepted-findings.csv";

    private static readonly string[] Columns = ["file", "sheet", "row", "code", "accepted_by", "accepted_on", "reason"];

    private readonly HashSet<(string File, string Sheet, int Row, string Code, string? Value)> _accepted = [];

    /// <summary>Reads the data set's list, if it has one.</summary>
    internal static AcceptedFindings Of(string data)
    {
        var accepted = new AcceptedFindings();
        var path = Path.Combine(data, FileName);
        if (!Directory.Exists(data) || !File.Exists(path)) return accepted;
        using var csv = CsvDataReader.Create(path);
        var missing = Columns.Where(c => Ordinal(csv, c) < 0).ToArray();
        if (missing.Length > 0) throw new BadInputException($"{FileName}：缺少列 {string.Join("、", missing)}。 Missing columns.");
        var (row, value) = (1, Ordinal(csv, "value"));
        while (csv.Read())
        {
            row++;
            var cells = Columns.Select(c => csv.GetString(Ordinal(csv, c)).Trim()).ToArray();
            if (!int.TryParse(cells[2], out var at)) throw new BadInputException($"{FileName}:{row}：row 应为行号，现为“{cells[2]}”。 'row' must be a row number.");
            if (cells[4].Length == 0 || cells[5].Length == 0 || cells[6].Length == 0)
                throw new BadInputException($"{FileName}:{row}：须写明认可人、日期和理由。 Person, day and reason are required.");
            accepted._accepted.Add((cells[0], cells[1], at, cells[3], value < 0 ? null : Bare(csv.GetString(value))));
        }

        return accepted;
    }

    /// <summary>Whether a finding is among them.</summary>
    internal bool Holds(Finding finding)
    {
        var (file, sheet, row, code) = (finding.File, finding.Sheet ?? "", finding.Row, finding.Code);
        return _accepted.Contains((file, sheet, row, code, null)) || _accepted.Contains((file, sheet, row, code, Bare(finding.Value ?? "")));
    }

    // findings.csv writes an apostrophe before what a spreadsheet would run.
    private static string Bare(string value) => value.Trim().TrimStart('\'');

    private static int Ordinal(CsvDataReader csv, string name)
    {
        for (var i = 0; i < csv.FieldCount; i++)
            if (csv.GetName(i) == name) return i;
        return -1;
    }
}
