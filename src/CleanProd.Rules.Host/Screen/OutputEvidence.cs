using System.Text;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Host.Cli;
using CleanProd.Rules.Storage.EvidencePacks;

namespace CleanProd.Rules.Host.Screen;

/// <summary>The evidence pack of one enterprise out of an output folder of <c>screen</c>, which is computed again for it.</summary>
internal static class OutputEvidence
{
    /// <summary>Makes it.</summary>
    /// <exception cref="BadInputException">The folder does not verify, or has no such enterprise.</exception>
    internal static async Task<byte[]> MakeAsync(string folder, string? data, string facility, CancellationToken ct)
    {
        using var again = await Verification.AgainAsync(folder, data, ct);
        if (again.Problems.Count > 0)
            throw new BadInputException($"{folder} 与重新计算的结果不符，不能出具证据包。 The folder does not verify, no evidence is made of it:\n{string.Join('\n', again.Problems)}");
        var screened = again.Screened;
        var at = screened.Determinations.Index().Where(d => d.Item.Facility.Id.Value == facility).Select(d => (int?)d.Index).SingleOrDefault()
            ?? throw new BadInputException($"{folder} 中没有企业“{facility}”。 The folder has no enterprise '{facility}'.");
        var shown = EvidenceContent.ValuesShown(screened.Determinations[at]);
        var given = screened.Arguments;
        var files = ShippedFiles.DataSet(given.Data).ToDictionary(f => f.Name, StringComparer.Ordinal);
        return EvidencePack.Write(new EvidenceContent
        {
            Records = screened.Facilities[at],
            RecordedAudits = [],
            TablesGiven = screened.TablesGiven,
            Packs = [.. screened.Packs.Select(p => (p.Name, ShippedFiles.TextOf(p)))],
            Reference = ShippedFiles.ReferenceFiles(given.Reference),
            Year = given.Year,
            AsOf = given.AsOf,
            CrossCheck = CrossCheck.All,
            Line = LineOf(folder, facility, screened),
            ResultSha256 = again.Hash,
            Cited = EvidenceRows.WithoutFile(
                [.. screened.Imported.Files.SelectMany(f => EvidenceRows.Of(files[f.Name], f.Sha256, null, shown.Select(s => s.Key), shown))], shown),
        });
    }

    // Lines stand in ordinal order of identities.
    private static byte[] LineOf(string folder, string facility, Screened screened)
    {
        var place = screened.Determinations.Count(d => string.CompareOrdinal(d.Facility.Id.Value, facility) < 0);
        return Encoding.UTF8.GetBytes(File.ReadLines(Path.Combine(folder, ScreenOutput.DeterminationsFile)).ElementAt(place));
    }
}
