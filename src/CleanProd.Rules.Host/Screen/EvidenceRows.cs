using CleanProd.Rules.Facts;
using CleanProd.Rules.Import;
using CleanProd.Rules.Storage.EvidencePacks;

namespace CleanProd.Rules.Host.Screen;

/// <summary>The rows that evidence cites, out of the files they stand in.</summary>
internal static class EvidenceRows
{
    /// <summary>Rows of one file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="sha256">Its hash.</param>
    /// <param name="import">Number of the import; null outside a store.</param>
    /// <param name="wanted">Rows of any file.</param>
    /// <param name="shown">The values that evidence shows of each row.</param>
    internal static IEnumerable<CitedRow> Of(SourceFile file, string sha256, long? import, IEnumerable<SourceRef> wanted, ILookup<SourceRef, MeasuredValue> shown)
    {
        var rows = wanted.Where(s => s.File == file.Name).Select(s => (s.Sheet, s.Row)).ToHashSet();
        return VerbatimRows.Read(file, rows).Select(r => new CitedRow(
            file.Name, r.Sheet, r.Row, sha256, import, r.FirstRow, r.Cells, [.. shown[new(file.Name, r.Sheet, r.Row)].Where(r.Holds).Select(v => v.ToString()).Distinct()]));
    }

    /// <summary>All of them in order, with those that stand in no file, such as audits that the service recorded itself.</summary>
    internal static IReadOnlyList<CitedRow> WithoutFile(IReadOnlyList<CitedRow> found, ILookup<SourceRef, MeasuredValue> shown)
    {
        var there = found.Select(r => r.Source).ToHashSet();
        return
        [
            .. found.Concat(shown.Select(s => s.Key).Where(s => !there.Contains(s)).Select(s => new CitedRow(s.File, s.Sheet, s.Row, null, null, [], [], [])))
                .OrderBy(r => r.File, StringComparer.Ordinal).ThenBy(r => r.Sheet, StringComparer.Ordinal).ThenBy(r => r.Row).ThenBy(r => r.Import),
        ];
    }
}
