namespace CleanProd.Rules.Storage.People;

/// <summary>A key that protects cookies; in the store, so that every process of it knows the sessions of the others and a restart ends none.</summary>
internal sealed class CookieKey
{
    /// <summary>Its name.</summary>
    public required string Name { get; set; }

    /// <summary>The key as XML.</summary>
    public required string Xml { get; set; }
}
