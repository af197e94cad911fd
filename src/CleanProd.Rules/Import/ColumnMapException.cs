namespace CleanProd.Rules.Import;

/// <summary>A column map cannot be used. The message names the file, and line and column of every fault.</summary>
public sealed class ColumnMapException(string message) : Exception(message);
