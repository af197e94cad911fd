using CleanProd.Rules.Facts;
using Microsoft.AspNetCore.Components;

namespace CleanProd.Rules.Host.Pages.Shell;

/// <summary>A component that speaks the reader's language.</summary>
public abstract class Texted : ComponentBase
{
    /// <summary>The language of the reader.</summary>
    [CascadingParameter]
    protected DocumentLanguage Language { get; set; }

    /// <summary>A text in the reader's language, with <paramref name="values"/> put into its places.</summary>
    protected string T(Wording text, params object?[] values)
    {
        var chosen = text.In(Language);
        return values.Length == 0 ? chosen : string.Format(System.Globalization.CultureInfo.InvariantCulture, chosen, values);
    }

    /// <summary>A text as it stands on a button or at the beginning of a line: words of the library begin small in English.</summary>
    protected string Begun(Wording text) => T(text) is { Length: > 0 } words ? char.ToUpperInvariant(words[0]) + words[1..] : "";

    /// <summary>A day in a sentence: 2025年1月15日, 15 January 2025.</summary>
    protected string Day(DateOnly day) => DayWords.Of(day).In(Language);

    /// <summary>A moment in a table, Beijing time.</summary>
    protected static string Moment(DateTimeOffset at) => Storage.LegalDay.TextOf(at);
}
