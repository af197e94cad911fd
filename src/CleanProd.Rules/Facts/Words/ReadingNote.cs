namespace CleanProd.Rules.Facts.Words;

/// <summary>A choice that was made about values before they were judged: why some do not count, how a mean was formed, what was converted.</summary>
/// <param name="Text">The choice, with its clause.</param>
/// <param name="Count">How many values it concerns.</param>
/// <param name="First">Row of the first of them.</param>
public sealed record ReadingNote(Wording Text, int Count, SourceRef First);
