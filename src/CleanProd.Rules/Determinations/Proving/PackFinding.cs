using CleanProd.Rules.Facts;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Determinations.Proving;

/// <summary>Something in a pack that an author should look at.</summary>
/// <param name="File">The pack.</param>
/// <param name="Position">Line and column.</param>
/// <param name="Code">Stable name of the kind of finding.</param>
/// <param name="Message">What was found, and where.</param>
public sealed record PackFinding(string File, TextPosition Position, string Code, Wording Message)
{
    /// <summary>Why it is no mistake, as the pack explains; null where nobody did.</summary>
    public Wording? Accepted { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Position}: {Code}: {Message.Zh} / {Message.En}";
}
