using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import;

/// <summary>How the rows of a source are to be read.</summary>
/// <param name="FromMap">Whether a column map made them: a blank is then the map's intention and one entity may fill many rows.</param>
/// <param name="PollutantsAsWritten">Names of pollutants are identities of their own, not looked up.</param>
/// <param name="RegionsAsWritten">The same of regions.</param>
/// <param name="IndustriesAsWritten">The same of industries.</param>
internal sealed record RowManner(bool FromMap, bool PollutantsAsWritten, bool RegionsAsWritten, bool IndustriesAsWritten)
{
    internal static readonly RowManner Plain = new(false, false, false, false);
}

/// <summary>One row of a fact table before its cells are understood.</summary>
/// <param name="Table">The table.</param>
/// <param name="Cells">Text per column of the table; null where blank or not given.</param>
/// <param name="Headings">What the source calls each column; shared by the rows of a sheet.</param>
/// <param name="Source">Where it stands.</param>
/// <param name="Manner">How to read it.</param>
internal readonly record struct FactRow(FactTable Table, string?[] Cells, string?[] Headings, SourceRef Source, RowManner Manner);
