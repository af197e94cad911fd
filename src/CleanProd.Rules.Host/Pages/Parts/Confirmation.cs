using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;

namespace CleanProd.Rules.Host.Pages.Parts;

/// <summary>An act to be confirmed, with what follows from it.</summary>
/// <param name="Title">What is about to be done, as a question or an order.</param>
/// <param name="Do">The word on the button: the act itself, never only “OK”.</param>
/// <param name="Consequences">What follows, one line each.</param>
public sealed record Confirmation(Wording Title, Wording Do, IReadOnlyList<Wording> Consequences)
{
    /// <summary>Whether a reason must be given; it is what the dialog gives back.</summary>
    public bool AsksReason { get; init; }

    /// <summary>Whether a document must stand behind it.</summary>
    public bool AsksDocument { get; init; }

    /// <summary>Whether a document may be given though none is asked for.</summary>
    public bool TakesDocument { get; init; }

    /// <summary>A word that must be typed before something that cannot be taken back; null for none.</summary>
    public string? Word { get; init; }
}

/// <summary>What was given to confirm an act.</summary>
/// <param name="Reason">The reason; empty where none was asked for.</param>
/// <param name="Document">The document; null where none was given.</param>
public sealed record Confirmed(string Reason, DocumentRef? Document);
