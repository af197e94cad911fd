using System.Text;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import.Measurements;

/// <summary>
/// What the six cells mean that the rows of one series share. Only texts are understood here whose second row adds nothing to what is said of the first:
/// every row of all others goes the long way, where it is said what is wrong with it.
/// </summary>
internal static class SharedCells
{
    /// <summary>The name of the pile; null when each such row needs a finding.</summary>
    /// <param name="cells">Facility, outlet, pollutant, window, unit and origin as the file writes them.</param>
    /// <param name="reference">Codes to resolve with.</param>
    internal static PileName? Understand(ReadOnlySpan<string> cells, ReferenceData reference)
    {
        foreach (var cell in cells)
            if (CellText.IsExcelError(cell)) return null;
        if (CellText.Clean(cells[0]) is not { } facility || Identities.IsPlaceholder(facility)) return null;
        if (CellText.Clean(cells[1]) is not { } outlet || CellText.Clean(cells[2]) is not { } pollutant) return null;
        if (CellText.Clean(cells[3]) is not { } windowText || FactWords.Windows.Find(windowText) is not { } window) return null;
        var unit = CellText.Clean(cells[4]);
        if (unit is null && reference.Pollutants.Find(pollutant)?.IsPh != true) return null;
        var origin = DataOrigin.Unspecified;
        if (CellText.Clean(cells[5]) is { } originText)
        {
            if (FactWords.Origins.Find(originText) is not { } known) return null;
            origin = known;
        }

        return new(new(Identities.Canonical(facility), new(outlet), pollutant, false, window, origin), Unit.Parse(unit ?? ""));
    }

    /// <summary>The texts of cells.</summary>
    internal static string[] Texts(ReadOnlySpan<byte> cells, ReadOnlySpan<int> lengths)
    {
        var texts = new string[lengths.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = Encoding.UTF8.GetString(cells[..lengths[i]]);
            cells = cells[lengths[i]..];
        }

        return texts;
    }
}
