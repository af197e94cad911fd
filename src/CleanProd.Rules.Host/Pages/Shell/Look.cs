namespace CleanProd.Rules.Host.Pages.Shell;

/// <summary>How the reader wants pages to look.</summary>
/// <param name="Appearance">Name of a member of <see cref="Shell.Appearance"/>.</param>
public sealed record Look(string Appearance);
