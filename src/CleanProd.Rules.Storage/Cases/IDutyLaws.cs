using CleanProd.Rules.Cases.Duties;

namespace CleanProd.Rules.Storage.Cases;

/// <summary>Gives the law that the last days of a case follow from.</summary>
public interface IDutyLaws
{
    /// <summary>The duties of the packs that decided, with the calendar and the sector intervals.</summary>
    /// <param name="packs">Packs, <c>id@sha256</c>.</param>
    /// <param name="ct">Breaks it off.</param>
    /// <exception cref="InvalidDataException">A pack is not kept any more.</exception>
    Task<DutyLaw> OfAsync(IReadOnlyList<string> packs, CancellationToken ct);
}
