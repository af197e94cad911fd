using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import.Measurements;

/// <summary>Where the cells of a measurement stand in the records of one file; -1 for a column that the file does not have.</summary>
internal sealed class MeasurementColumns
{
    /// <summary>Number of cells that rows of one series share: see <see cref="Shared"/>.</summary>
    internal const int SharedCells = 6;

    private readonly int[] _places;

    /// <param name="ordinals">Position in the table of each column of the file, -1 for one that is not known.</param>
    internal MeasurementColumns(IReadOnlyList<int> ordinals)
    {
        _places = new int[FactTables.Measurements.Columns.Count];
        Array.Fill(_places, -1);
        for (var i = 0; i < ordinals.Count; i++)
            if (ordinals[i] >= 0) _places[ordinals[i]] = i;
        Width = ordinals.Count;
        Shared = [Of("facility_id"), Of("outlet_id"), Of("pollutant"), Of("window"), Of("unit"), Of("origin")];
        (At, Value, Flag, Low) = (Of("at"), Of("value"), Of("flag"), Of("limit_low"));
        (High, Volume, Record) = (Of("limit_high"), Of("volume_m3"), Of("record"));
    }

    /// <summary>Number of headings.</summary>
    internal int Width { get; }

    /// <summary>Facility, outlet, pollutant, window, unit, origin.</summary>
    internal int[] Shared { get; }

    internal int At { get; }

    internal int Value { get; }

    internal int Flag { get; }

    internal int Low { get; }

    internal int High { get; }

    internal int Volume { get; }

    internal int Record { get; }

    private int Of(string column) => _places[FactTables.Measurements.Ordinal(column)];
}
