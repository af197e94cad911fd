using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import;

/// <summary>What an import gave.</summary>
/// <param name="Facts">The facts; they do not depend on the order of rows or files.</param>
/// <param name="Findings">Everything that was not taken as given, by file, sheet and row.</param>
/// <param name="Files">One entry per file that was read, in ordinal order of its name.</param>
public sealed record ImportResult(FactSet Facts, IReadOnlyList<Finding> Findings, IReadOnlyList<ImportedFile> Files);

/// <summary>What became of the rows of one file. Blank rows are not counted.</summary>
/// <param name="Name">File, relative to the data set.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
/// <param name="RowsRead">Rows below the headings.</param>
/// <param name="RowsTaken">Rows whose facts were all taken.</param>
/// <param name="RowsRefused">Rows of which a fact was kept out by an error.</param>
/// <param name="Duplicates">Rows that repeat another one exactly and added nothing.</param>
/// <param name="RowsLeftOut">Rows that the column map does not want.</param>
public sealed record ImportedFile(
    string Name, string Sha256, long RowsRead, long RowsTaken, long RowsRefused, long Duplicates, long RowsLeftOut);
