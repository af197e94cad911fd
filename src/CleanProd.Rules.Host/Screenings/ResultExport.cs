using CleanProd.Rules.Determinations;
using CleanProd.Rules.Documents;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;

namespace CleanProd.Rules.Host.Screenings;

/// <summary>The results that somebody sees, as an Excel workbook: the same filters, the same order.</summary>
internal sealed class ResultExport(ResultDesk desk, LawBooks books)
{
    /// <summary>Writes it.</summary>
    /// <param name="question">Which results.</param>
    /// <param name="reach">What the asker reaches.</param>
    /// <param name="language">Language of headings and words.</param>
    /// <param name="ct">Breaks it off.</param>
    internal async Task<byte[]> WriteAsync(ResultQuestion question, Reach reach, DocumentLanguage language, CancellationToken ct)
    {
        string In(Wording text) => text.In(language);
        var comma = language == DocumentLanguage.English ? ", " : "、";
        string Grounds(IEnumerable<string> grounds) => string.Join(comma, grounds.Select(g => In(GroundLabel.NameOf(g))));
        var (regions, industries, lines) = (books.Reference.Regions, books.Reference.Industries, new List<ResultsWorkbook.Line>());
        await foreach (var line in desk.ReadAsync(question, reach, ct))
        {
            var row = line.Row;
            lines.Add(new(
                row.FacilityId.Value, row.Name, regions.CityOf(row.Region.Value)?.Name ?? "", regions.Find(row.Region.Value.PadRight(6, '0'))?.Name ?? row.Region.Value, row.Industry ?? "",
                row.Industry is { } code ? industries.NameOf(code) : "", In(Words(row.Outcome)), Grounds(row.Grounds), line.Ratio is { } ratio ? decimal.Round(ratio, 4) : null, In(line.Nearest),
                string.Join(comma, line.Missing.Select(In)), row.Before is { } before ? In(Words(before)) : "", Grounds(row.GroundsBefore), row.Run));
        }

        using var output = new MemoryStream();
        ResultsWorkbook.Write(new(question.Year, question.Run), lines, output, language);
        return output.ToArray();
    }

    private static Wording Words(Outcome outcome) => Pages.Parts.PartTexts.Of(outcome);
}
