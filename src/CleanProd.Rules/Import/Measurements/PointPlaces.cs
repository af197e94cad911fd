using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import.Measurements;

/// <summary>
/// Where points were read: a sheet, or a part of a file whose first row is known only when all parts before it are read. Places are added by one
/// thread; rows are asked for when all is read.
/// </summary>
internal sealed class PointPlaces
{
    private readonly List<(string File, string? Sheet, int FirstRow)> _places = [];

    internal int Count => _places.Count;

    internal int Add(string file, string? sheet)
    {
        _places.Add((file, sheet, 0));
        return _places.Count - 1;
    }

    /// <summary>Says which row of the file is row 0 of a place.</summary>
    internal void Begins(int place, int row) => _places[place] = _places[place] with { FirstRow = row };

    internal (string File, string? Sheet) Of(int place) => (_places[place].File, _places[place].Sheet);

    internal SourceRef Source(int place, int row) => new(_places[place].File, _places[place].Sheet, Row(place, row));

    internal int Row(int place, int row) => _places[place].FirstRow + row;
}
