using CleanProd.Rules.Determinations;
using CleanProd.Rules.Documents;
using CleanProd.Rules.Documents.Sheets;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Host.Screen;
using CleanProd.Rules.Lists;
using ClosedXML.Excel;

namespace CleanProd.Rules.Benchmarks.Lists;

/// <summary>A candidate list to Excel: by the product, and the same sheets with the same cells by ClosedXML as its documentation shows it.</summary>
internal sealed class ListWork
{
    private readonly CandidateList _list;

    /// <param name="entries">Enterprises on the list; each with three exceedances behind it.</param>
    internal ListWork(int entries)
    {
        Entries = entries;
        var heading = new ListHeading(2023, new(2024, 1, 15)) { Instrument = new("《清洁生产审核办法》", "Measures for Cleaner Production Audits"), Jurisdiction = "CN-44", DataSet = "基准测试" };
        _list = CandidateList.Of([.. Enumerable.Range(0, entries).Select(Listed)], ShippedFiles.Reference(), heading);
    }

    internal int Entries { get; }

    /// <summary>Writes the list as <c>screen</c> does.</summary>
    internal void Ours(Stream to) => CandidateWorkbook.Write(_list, [], to, DocumentLanguage.Chinese);

    /// <summary>Writes the tables of the list cell by cell into a ClosedXML workbook and saves it.</summary>
    internal void ByClosedXml(Stream to)
    {
        using var workbook = new XLWorkbook();
        foreach (var table in new ListSheets(_list, DocumentLanguage.Chinese).All([]))
        {
            var sheet = workbook.Worksheets.Add(table.Name);
            sheet.Cell(1, 1).SetValue(table.Title);
            for (var i = 0; i < table.Columns.Count; i++) sheet.Cell(3, i + 1).SetValue(table.Columns[i].Heading);
            var row = 4;
            foreach (var cells in table.Rows())
            {
                for (var i = 0; i < cells.Length; i++)
                {
                    if (cells[i] is string text) sheet.Cell(row, i + 1).SetValue(text);
                    else if (cells[i] is { } number) sheet.Cell(row, i + 1).Value = number;
                }

                row++;
            }
        }

        workbook.SaveAs(to);
    }

    private static Determination Listed(int number)
    {
        var facility = new FacilityRecord(new($"F{number:D6}"), $"基准测试企业{number:D6}有限公司", new("facilities.csv", null, number + 2))
        {
            Region = (number % 3) switch { 0 => "440106", 1 => "440306", _ => "440605" }, Industry = "C2221", Address = $"广东省测试路{number}号",
        };
        var over = new RuleDetermination("G1a", Outcome.Triggered)
        {
            Ground = "G1a", Citation = "《清洁生产审核办法》第八条第一项", CitationEn = "Measures, Art. 8 item 1",
            Sentence = "污染物排放超过国家或者地方规定的排放标准", SentenceEn = "A discharge exceeded a standard",
            Evidence = [.. Enumerable.Range(0, 3).Select(i => new Evidence(new("measurements.csv", null, number * 3 + i + 2))
            {
                OutletId = "DW001", Pollutant = "w01018", Name = "化学需氧量", At = $"2023-0{i + 4}-1{number % 10}", Value = MeasuredValue.Of(91.5m + number % 50 + i), Limit = 90m, Unit = "mg/L",
                Ratio = (91.5m + number % 50 + i) / 90m, Basis = "排污许可证",
            })],
        };
        return new(facility, 2023, [over]);
    }
}
