using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;
using CleanProd.Rules.Host.Pages.Parts;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Cases;
using CleanProd.Rules.Storage.Enterprises;

namespace CleanProd.Rules.Host.Pages.Enterprises;

/// <summary>An enterprise with everything that was decided about it.</summary>
/// <param name="Known">As it is known now.</param>
/// <param name="FormerNames">Names it bore before.</param>
/// <param name="History">Determinations, the newest first.</param>
internal sealed record EnterpriseFile(KnownFacility Known, IReadOnlyList<string> FormerNames, IReadOnlyList<HistoricDetermination> History);

/// <summary>A chart of one outlet, pollutant, window and origin.</summary>
/// <param name="Key">What its values share.</param>
/// <param name="Pollutant">Name of the pollutant.</param>
/// <param name="Points">Values to draw: all that are over, and of the others those that shape the picture.</param>
/// <param name="Count">How many values there are, gaps included.</param>
/// <param name="Judged">How many were compared with a limit or could have been.</param>
/// <param name="Over">How many are over.</param>
/// <param name="Bases">Where the limits come from.</param>
/// <param name="Months">How complete the months are.</param>
public sealed record SeriesCard(
    SeriesKey Key, string Pollutant, IReadOnlyList<ChartPoint> Points, int Count, int Judged, int Over, IReadOnlyList<string> Bases, IReadOnlyList<MonthShare> Months)
{
    /// <summary>What names the series in the page.</summary>
    internal string Name => $"{Key.OutletId.Value}.{Key.Pollutant.Value}.{Key.Window}.{Key.Origin}";
}

/// <summary>A value of a series with the import that told it.</summary>
internal sealed record ToldPoint(JudgedPoint Point, long? Import);

/// <summary>What a screening saw of an enterprise.</summary>
/// <param name="Facts">The facts of the imports that it judged.</param>
/// <param name="ImportOf">Which import told a row.</param>
/// <param name="Series">Charts, those with exceedances first.</param>
/// <param name="Readable">Imports that the reader may open: a county reads what its province imported about it, and not the import.</param>
public sealed record EnterpriseSheet(EnterpriseFacts Facts, Func<SourceRef, long?> ImportOf, IReadOnlyList<SeriesCard> Series, IReadOnlySet<long> Readable)
{
    /// <summary>An import as somewhere to go; null where the reader may not.</summary>
    internal long? Open(long? import) => import is { } number && Readable.Contains(number) ? import : null;
}

/// <summary>A case with its duties.</summary>
public sealed record FollowedCase(StoredCase Case, IReadOnlyList<NotifiedBy> Notices);
