namespace CleanProd.Rules.Rules;

/// <summary>One thing wrong with a rule pack.</summary>
/// <param name="FileName">The pack.</param>
/// <param name="Position">Line and column.</param>
/// <param name="Code">Stable name of the kind of error.</param>
/// <param name="Message">What is wrong, what was expected, what to do.</param>
public sealed record PackError(string FileName, TextPosition Position, string Code, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{FileName}:{Position}: {Code}: {Message}";
}

/// <summary>A rule pack is refused; nothing of it runs.</summary>
public sealed class PackException(IReadOnlyList<PackError> errors) : Exception(string.Join('\n', errors))
{
    /// <summary>A refusal for one reason.</summary>
    public PackException(PackError error) : this([error])
    {
    }

    /// <summary>All errors, in order of position.</summary>
    public IReadOnlyList<PackError> Errors { get; } = errors;
}
