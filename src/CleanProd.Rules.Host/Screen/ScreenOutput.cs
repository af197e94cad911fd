using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Documents;
using CleanProd.Rules.Documents.Templates;
using CleanProd.Rules.Import;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Notices;

namespace CleanProd.Rules.Host.Screen;

/// <summary>Writes the files of the output contract.</summary>
internal static class ScreenOutput
{
    internal const string DeterminationsFile = "determinations.jsonl";

    /// <summary>Writes all of them into the folder's staging area.</summary>
    internal static void Write(OutputFolder output, Screened screened, Stages stages, CancellationToken cancellation)
    {
        using (var lines = output.Create(DeterminationsFile)) lines.Write(DeterminationLines(screened.Determinations).Span);
        using (var lines = output.Create("explanations.jsonl")) Explanations.Write(screened.Determinations, lines);
        using (var findings = new StreamWriter(output.Create("findings.csv"), new UTF8Encoding(false)))
            FindingsCsv.Write(screened.Imported.Findings, findings, screened.Arguments.Language);

        var terms = screened.Packs.Select(p => p.NoticeJson is { } json ? NoticeTermsReader.Read(json) : null).ToArray();
        var heading = Heading(screened, terms);
        stages.Run("lists", _ =>
        {
            var list = CandidateList.Of(screened.Determinations, screened.Reference, heading);
            using var workbook = output.Create("candidates.xlsx");
            CandidateWorkbook.Write(list, screened.Imported.Findings, workbook, screened.Language);
            using var csv = output.Create("candidates.csv");
            csv.Write(CandidateExport.Csv(list, screened.Language));
            using var json = output.Create("candidates.json");
            json.Write(CandidateExport.Json(list));
            return list;
        });
        var notices = stages.Run("notices", report => terms.OfType<NoticeTerms>().ToArray() is { Length: > 0 } all
            ? WriteNotices(output, screened, heading, NoticeTerms.Of(all), report, cancellation)
            : 0);
        var written = output.Hashes().ToArray();
        using var run = output.Create(RunFile.Name);
        RunFile.Write(screened, stages, notices, written, run);
    }

    /// <summary>The lines of <c>determinations.jsonl</c>, in ordinal order of facility_id.</summary>
    internal static ReadOnlyMemory<byte> DeterminationLines(IReadOnlyList<Determination> determinations)
    {
        var lines = new ArrayBufferWriter<byte>(1 << 20);
        foreach (var determination in determinations.OrderBy(d => d.Facility.Id))
        {
            DeterminationJson.Write(determination, lines);
            lines.Write("\n"u8);
        }

        return lines.WrittenMemory;
    }

    private static int WriteNotices(
        OutputFolder output, Screened screened, ListHeading heading, NoticeTerms terms, Action<string> report, CancellationToken cancellation)
    {
        var office = new NoticeOffice { Calendar = ShippedFiles.Calendar() };
        using var file = File.OpenRead(ShippedFiles.PathOf(Path.Combine("data", "templates", $"notice.{screened.Arguments.Language}.docx")));
        var template = NoticeTemplate.Read(file, screened.Language);
        var written = 0;
        foreach (var determination in screened.Determinations.Where(d => d.Outcome == Outcome.Triggered))
        {
            cancellation.ThrowIfCancellationRequested();
            var notice = NoticeDraft.Of(determination, heading, terms, office);
            using var word = output.Create(Path.Combine("notices", NoticeDocument.FileName(notice)));
            NoticeDocument.Write(notice, template, word);
            if (++written % 50 == 0) report($"{written:N0}");
        }

        return written;
    }

    private static ListHeading Heading(Screened screened, NoticeTerms?[] terms) => new(screened.Arguments.Year, screened.Arguments.AsOf)
    {
        Packs = [.. screened.Packs.Select(p => new ListPack(p.Name, new(p.Title.Zh, p.Title.En)))],
        Instrument = new(screened.Packs[0].Instrument.Law.Zh, screened.Packs[0].Instrument.Law.En),
        Jurisdiction = screened.Packs[0].Jurisdiction,
        DataSet = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(screened.Arguments.Data))),
        Makers = [.. terms.OfType<NoticeTerms>().SelectMany(t => t.Makers)],
        Hashes = [.. RunFile.Hashes(screened).Select(h => new ListHash(h.Name, h.Sha256))],
    };

    internal static string Sha256(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
