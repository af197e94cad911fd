using System.Text;
using CleanProd.Rules.Determinations.Foresight;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Policy;
using CleanProd.Rules.Host.Screenings;
using CleanProd.Rules.Import;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using Actor = CleanProd.Rules.Host.Access.Actor;

namespace CleanProd.Rules.Host.Pages.SelfCheck;

/// <summary>What came of trying values out.</summary>
/// <param name="Answer">How the enterprise would be judged.</param>
/// <param name="Packs">The rules it would be judged by.</param>
/// <param name="Findings">What of the values was not taken as given.</param>
/// <param name="Rows">How many rows were taken.</param>
internal sealed record TriedOut(Determinations.Foresight.SelfCheck Answer, IReadOnlyList<string> Packs, IReadOnlyList<Finding> Findings, long Rows);

/// <summary>
/// A private sandbox for one enterprise: values go through the same import, rules and judge as those of the bureau, in memory, and are gone when the
/// answer is given. Nothing is written, neither to the store nor to a disk.
/// </summary>
internal sealed class SandboxDesk(YearShelf shelf, LawBooks books, Store store) : IPageReader
{
    /// <summary>The day by Beijing time.</summary>
    internal DateOnly Today => LegalDay.Of(store.Clock.GetUtcNow());

    /// <summary>What the bureau knows of the enterprise now; null when no import names it.</summary>
    internal async Task<FacilityRecord?> KnownAsync(FacilityId facility, CancellationToken ct) => (await shelf.OneAsync(facility, store.Clock.GetUtcNow(), ct))?.Records.Facility;

    /// <summary>Tries values out.</summary>
    /// <exception cref="RefusedActException"><c>outside_region</c>, <c>bad_facility</c>: the files name other enterprises only.</exception>
    /// <exception cref="ImportException">The files cannot be read.</exception>
    internal async Task<TriedOut> TryAsync(Actor actor, FacilityId facility, int year, IReadOnlyList<SourceFile> files, CancellationToken ct)
    {
        if (!actor.Scope.Facilities.Contains(facility.Value, StringComparer.Ordinal)) throw new RefusedActException("outside_region", Api.Problems.OutsideRegion.Reason);
        if (year is < 1900 or > 2200) throw new RefusedActException("bad_year", new("年度应为四位数字，如2024。", "Give a year such as 2024."));
        var asOf = new DateOnly(year + 1, 1, 15);
        var packs = await books.PacksOnAsync(asOf, ct);
        var known = await shelf.OneAsync(facility, store.Clock.GetUtcNow(), ct);
        return await Task.Run(
            () =>
            {
                var read = new DataSetImporter(books.Reference, null, new ImportArguments(year)).Import(files, null, ct);
                var own = read.Facts.Facilities.FirstOrDefault(f => f.Facility.Id == facility)
                    ?? throw new RefusedActException("bad_facility", new(
                        $"所填数据中没有本企业（{facility.Value}）：请核对企业代码。", $"The values name no row of your enterprise ({facility.Value}): check the facility_id."));
                var answer = Determinations.Foresight.SelfCheck.Of(
                    packs, books.Reference, known?.Records ?? own, known?.Tables ?? new HashSet<string>(), own, read.Facts.TablesGiven, year, asOf);
                return new TriedOut(answer, [.. packs.Select(p => p.Id)], read.Findings, read.Files.Sum(f => f.RowsTaken));
            },
            ct);
    }

    /// <summary>Rows of a form as the files that the import reads.</summary>
    internal static IReadOnlyList<SourceFile> FilesOf(FacilityId facility, IEnumerable<SheetRows> sheets) =>
    [
        .. sheets.Where(s => s.Filled.Any()).Select(s =>
        {
            var text = new StringBuilder(CsvCell.Line([.. s.Table.Columns.Select(c => c.Name)]));
            foreach (var row in s.Filled) text.Append(CsvCell.Line([.. s.Table.Columns.Select(c => c.Name == SheetRows.Owner ? facility.Value : row.GetValueOrDefault(c.Name, ""))]));
            var bytes = Encoding.UTF8.GetBytes(text.ToString());
            return new SourceFile(s.Table.Name + ".csv", () => new MemoryStream(bytes, writable: false));
        }),
    ];
}

/// <summary>Rows of one table as they stand in the form.</summary>
/// <param name="Table">The table.</param>
internal sealed record SheetRows(FactTable Table)
{
    /// <summary>The column that the form fills itself.</summary>
    internal const string Owner = "facility_id";

    /// <summary>Cells by heading.</summary>
    internal List<Dictionary<string, string>> Rows { get; } = [];

    /// <summary>Rows in which something stands besides what the form put there.</summary>
    internal IEnumerable<Dictionary<string, string>> Filled => Rows.Where(r => r.Any(c => c.Key != "year" && !string.IsNullOrWhiteSpace(c.Value)));
}
