using CleanProd.Rules.Determinations;
using CleanProd.Rules.Documents;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Import;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Notices;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Screenings;

namespace CleanProd.Rules.Host.Screenings;

/// <summary>The Excel workbook of a run, cut to what the asker reaches.</summary>
internal sealed class RunWorkbook(Store store, ScreeningStore screenings, LawBooks books)
{
    /// <summary>Media type of the workbook.</summary>
    internal const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Writes it.</summary>
    internal async Task<byte[]> WriteAsync(ScreeningHead run, Reach reach, DocumentLanguage language, CancellationToken ct)
    {
        using var output = new MemoryStream();
        CandidateWorkbook.Write(await ListAsync(run, reach, ct), await FindingsAsync(run, reach, ct), output, language);
        return output.ToArray();
    }

    /// <summary>The candidates of a run, cut to what the asker reaches.</summary>
    internal async Task<CandidateList> ListAsync(ScreeningHead run, Reach reach, CancellationToken ct)
    {
        var determinations = new List<Determination>();
        await foreach (var facility in screenings.ReadAsync(run.Id, new ScreenedFilter { Reach = reach }, ct)) determinations.Add(facility.Determination);
        return CandidateList.Of(determinations, await books.ReferenceOfAsync(run), await HeadingAsync(run));
    }

    /// <summary>What stands above the candidates of a run: year, law, data.</summary>
    internal async Task<ListHeading> HeadingAsync(ScreeningHead run)
    {
        var packs = await books.PacksOfAsync(run);
        return new(run.Year, run.AsOf)
        {
            Packs = [.. packs.Select(p => new ListPack(p.Name, new(p.Title.Zh, p.Title.En)))],
            Instrument = new(packs[0].Instrument.Law.Zh, packs[0].Instrument.Law.En),
            Jurisdiction = packs[0].Jurisdiction,
            DataSet = FormattableString.Invariant($"screening {run.Id}, imports {string.Join(", ", run.Imports)}"),
            Makers = [.. packs.Where(p => p.NoticeJson is not null).SelectMany(p => NoticeTermsReader.Read(p.NoticeJson!).Makers)],
            Hashes =
            [
                .. run.Packs.Select(p => new ListHash(p[..p.LastIndexOf('@')], LawBooks.HashOf(p))),
                new ListHash("data/reference", run.ReferenceHash),
                new ListHash("determinations.jsonl", run.ResultHash!),
            ],
        };
    }

    // A finding may name an enterprise: of imports that reach beyond the asker's region nothing is shown.
    private async Task<IReadOnlyList<Finding>> FindingsAsync(ScreeningHead run, Reach reach, CancellationToken ct)
    {
        await using var facts = await store.OpenFactsAsync(ct);
        var findings = new List<Finding>();
        foreach (var import in (await facts.ImportsAsync(run.Imports, ct)).Where(i => reach.Covers(i.Region)))
            await foreach (var finding in facts.ReadFindingsAsync(import.Id, ct)) findings.Add(finding);
        return findings;
    }
}
