using System.Text;

namespace CleanProd.Rules.Storage.Tables;

/// <summary>Members of a closed list as words of the database: <c>NotApplicable</c> is <c>not_applicable</c>.</summary>
internal static class Words<T> where T : struct, Enum
{
    private static readonly Dictionary<T, string> Texts = Enum.GetValues<T>().ToDictionary(w => w, w => Snake.Case(w.ToString()));
    private static readonly Dictionary<string, T> Members = Texts.ToDictionary(t => t.Value, t => t.Key, StringComparer.Ordinal);

    internal static string Text(T word) => Texts[word];

    /// <exception cref="InvalidDataException">The store holds a word this program does not know.</exception>
    internal static T Member(string text) => Members.TryGetValue(text, out var word)
        ? word
        : throw new InvalidDataException($"The store holds '{text}' as {typeof(T).Name}, which this program does not know: open it with the program that wrote it, or a newer one.");
}

/// <summary>Names of this program as names of the database.</summary>
internal static class Snake
{
    internal static string Case(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && text.Length > 0) text.Append('_');
            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
