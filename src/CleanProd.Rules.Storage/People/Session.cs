namespace CleanProd.Rules.Storage.People;

/// <summary>One sign-in of a person. The cookie of a browser names it; when it has ended the cookie opens nothing, wherever a copy of it lies.</summary>
public sealed class Session
{
    /// <summary>Its number, drawn by lot.</summary>
    public required Guid Id { get; set; }

    /// <summary>Whose.</summary>
    public required Guid AccountId { get; set; }

    /// <summary>When the person signed in.</summary>
    public required DateTimeOffset StartedAt { get; set; }

    /// <summary>When it was last used, to within a minute.</summary>
    public required DateTimeOffset SeenAt { get; set; }

    /// <summary>Network address signed in from.</summary>
    public required string Address { get; set; }

    /// <summary>What the browser calls itself.</summary>
    public required string Browser { get; set; }

    /// <summary>When it was ended; null while it holds.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
