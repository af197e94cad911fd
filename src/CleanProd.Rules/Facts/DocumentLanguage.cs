namespace CleanProd.Rules.Facts;

/// <summary>The language a list or notice is written in.</summary>
public enum DocumentLanguage
{
    /// <summary>Simplified Chinese, the language of the law.</summary>
    Chinese,

    /// <summary>English.</summary>
    English,
}
