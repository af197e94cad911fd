namespace CleanProd.Rules.Host.Pages.Workbench;

/// <summary>A mistake with its place in a text.</summary>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Message">What is wrong and what was expected.</param>
public sealed record TextMark(int Line, int Column, string Message);
