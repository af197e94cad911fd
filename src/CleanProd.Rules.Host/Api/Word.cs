namespace CleanProd.Rules.Host.Api;

/// <summary>A member of a closed list in a query, in the same word that JSON has: <c>policy_author</c>.</summary>
internal readonly record struct Word<T>(T Value) where T : struct, Enum
{
    private static readonly Dictionary<string, T> Members =
        Enum.GetValues<T>().ToDictionary(ApiJson.WordOf, StringComparer.Ordinal);

    /// <summary>Reads the word; a word that is not in the list is no valid request.</summary>
    public static bool TryParse(string? text, out Word<T> word)
    {
        var found = Members.TryGetValue(text ?? "", out var member);
        word = new(member);
        return found;
    }
}
