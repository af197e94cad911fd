namespace CleanProd.Rules.Storage.People;

/// <summary>Who read what about whom. Only ever appended.</summary>
public sealed class AccessLine
{
    /// <summary>Its number.</summary>
    public long Id { get; set; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; set; }

    /// <summary>Account.</summary>
    public required string AccountId { get; set; }

    /// <summary>Roles it has, separated by spaces.</summary>
    public required string Roles { get; set; }

    /// <summary>HTTP method.</summary>
    public required string Method { get; set; }

    /// <summary>Path that was asked for, without the query.</summary>
    public required string Path { get; set; }

    /// <summary>HTTP status that was answered.</summary>
    public required int Status { get; set; }
}
