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
        string result;
        using (var lines = output.Create(DeterminationsFile)) result = WriteDeterminations(screened.Determinations, lines);
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
            CandidateExport.WriteCsv(list, screened.Language, csv);
            using var json = output.Create("candidates.json");
            CandidateExport.WriteJson(list, json);
            return list;
        });
        var notices = stages.Run("notices", report => terms.OfType<NoticeTerms>().ToArray() is { Length: > 0 } all
            ? WriteNotices(output, screened, heading, NoticeTerms.Of(all), report, cancellation)
            : 0);
        var written = output.Hashes().ToArray();
        using var run = output.Create(RunFile.Name);
        RunFile.Write(screened, stages, notices, result, written, run);
    }

    /// <summary>Writes the lines of <c>determinations.jsonl</c> one by one; gives the SHA-256 of them all.</summary>
    internal static string WriteDeterminations(IReadOnlyList<Determination> determinations, Stream output)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in EachLine(determinations))
        {
            output.Write(line.Span);
            hash.AppendData(line.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The lines of <c>determinations.jsonl</c> with their ends, in ordinal order of facility_id; each holds until the next is asked for.</summary>
    internal static IEnumerable<ReadOnlyMemory<byte>> EachLine(IReadOnlyList<Determination> determinations)
    {
        var line = new ArrayBufferWriter<byte>(1 << 12);
        foreach (var determination in determinations.OrderBy(d => d.Facility.Id))
        {
            line.ResetWrittenCount();
            DeterminationJson.Write(determination, line);
            line.Write("\n"u8);
            yield return line.WrittenMemory;
        }
    }

    private static int WriteNotices(
        OutputFolder output, Screened screened, ListHeading heading, NoticeTerms terms, Action<string> report, CancellationToken cancellation)
    {
        var office = new NoticeOffice { Calendar = ShippedFiles.Calendar() };
        using var file = File.OpenRead(ShippedFiles.PathOf(Path.Combine("data", "templates", $"notice.{screened.Arguments.Language}.docx")));
        var template = NoticeTemplate.Read(file, screened.Language);
        var written = 0;
        // One in hand on each core; ForEachAsync tells the first fault itself, not a bundle of faults.
        Parallel.ForEachAsync(
            screened.Determinations.Where(d => d.Outcome == Outcome.Triggered),
            new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount },
            (determination, _) =>
            {
                var notice = NoticeDraft.Of(determination, heading, terms, office);
                using var word = output.Create(Path.Combine("notices", NoticeDocument.FileName(notice)));
                NoticeDocument.Write(notice, template, word);
                if (Interlocked.Increment(ref written) is var done && done % 50 == 0) report($"{done:N0}");
                return ValueTask.CompletedTask;
            }).GetAwaiter().GetResult();
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
