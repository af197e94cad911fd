using System.Text.Json.Serialization;

namespace CleanProd.Rules.Facts;

/// <summary>One text for people in both languages.</summary>
/// <param name="Zh">Chinese; may be empty.</param>
/// <param name="En">English; may be empty.</param>
public sealed record Wording(string Zh, string En)
{
    /// <summary>No text.</summary>
    public static readonly Wording None = new("", "");

    /// <summary>A name that is the same in both languages.</summary>
    public static Wording Same(string text) => new(text, text);

    /// <summary>The text in a language; the other language's where only that is written.</summary>
    public string In(DocumentLanguage language) => language == DocumentLanguage.English
        ? (En.Length > 0 ? En : Zh)
        : (Zh.Length > 0 ? Zh : En);

    /// <summary>Whether neither language says anything.</summary>
    [JsonIgnore]
    public bool IsEmpty => Zh.Length == 0 && En.Length == 0;
}
