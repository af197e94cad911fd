using System.Text;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Merging;
using CleanProd.Rules.Host.Screen;
using CleanProd.Rules.Import;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.EvidencePacks;
using CleanProd.Rules.Storage.Imports;
using CleanProd.Rules.Storage.Journal;
using CleanProd.Rules.Storage.Screenings;

namespace CleanProd.Rules.Host.Screenings;

/// <summary>The evidence pack of what a screening decided about one enterprise.</summary>
internal sealed class RunEvidence(Store store, ScreeningStore screenings, LawBooks books, SourceStore sources, JournalStore journal)
{
    /// <summary>Name for the file; identities may hold what no file name may.</summary>
    internal static string FileName(ScreeningHead run, FacilityId facility) =>
        FormattableString.Invariant($"evidence-{run.Id}-{string.Concat(facility.Value.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'))}.zip");

    /// <summary>Writes it. The determination is reached again first: a pack that does not verify is never given out.</summary>
    /// <param name="run">A screening.</param>
    /// <param name="found">What it decided.</param>
    /// <param name="withOrderer">Whether the line of the journal that names who ordered the screening is given too.</param>
    /// <param name="ct">Breaks it off.</param>
    /// <exception cref="RefusedActException"><c>not_finished</c>.</exception>
    /// <exception cref="InvalidDataException">The store does not give the determination that it holds.</exception>
    internal async Task<byte[]> WriteAsync(ScreeningHead run, ScreenedFacility found, bool withOrderer, CancellationToken ct)
    {
        if (run.State != ScreeningState.Finished) throw new RefusedActException("not_finished", new("筛查尚未完成。", "The screening is not finished."));
        await using var facts = await store.OpenFactsAsync(ct);
        var imports = await facts.ImportsAsync(run.Imports, ct);
        var place = (await screenings.PlaceAsync(run.Id, found.FacilityId, ct))!;
        var layers = await facts.LayersAsync(found.FacilityId, imports, ct);
        var lines = await journal.OfAsync(FormattableString.Invariant($"screening/{run.Id}"), ct);
        var content = new EvidenceContent
        {
            Records = FacilityMerge.Merge(layers).Records,
            RecordedAudits = place.Facility.Audits,
            TablesGiven = await new GivenTables(facts, imports).OfAsync(place.Facility.Region, place.Facility.Audits.Count > 0, ct),
            Packs = await Task.WhenAll(run.Packs.Select(async p => (p, await books.TextAsync(LawBooks.HashOf(p))))),
            Reference = await ReferenceAsync(run),
            Year = run.Year,
            AsOf = run.AsOf,
            CrossCheck = run.CrossCheck,
            Line = Encoding.UTF8.GetBytes(found.Line),
            ResultSha256 = run.ResultHash!,
            Run = new(run.Id, run.Region.Value, run.KnownAt),
            Cited = await CitedAsync(facts, layers, EvidenceContent.ValuesShown(found.Determination), ct),
            Journal = [.. lines.Where(l => withOrderer || l.Act == "screening.finish")],
        };
        return content.JudgeAgain().AsSpan().SequenceEqual(content.Line)
            ? EvidencePack.Write(content)
            : throw new InvalidDataException($"Screening {run.Id} kept another determination of {found.FacilityId} than its facts, packs and reference data give.");
    }

    private async Task<IReadOnlyDictionary<string, byte[]>> ReferenceAsync(ScreeningHead run)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (name, sha256) in run.Reference) files.Add(name, await books.TextAsync(sha256));
        return files;
    }

    // Two imports may bring files of one name: a row is shown of every import that told the enterprise something in it.
    private async Task<IReadOnlyList<CitedRow>> CitedAsync(FactStore facts, IReadOnlyList<FactLayer> layers, ILookup<SourceRef, MeasuredValue> shown, CancellationToken ct)
    {
        var cited = new List<CitedRow>();
        foreach (var layer in layers)
        {
            var told = layer.Records.Sources().Where(shown.Contains).ToHashSet();
            await foreach (var file in facts.ReadFilesAsync(layer.Scope.Import, ct))
                cited.AddRange(EvidenceRows.Of(new SourceFile(file.Name, () => sources.Open(file.Sha256)), file.Sha256, layer.Scope.Import, told, shown));
        }

        return EvidenceRows.WithoutFile(cited, shown);
    }
}
