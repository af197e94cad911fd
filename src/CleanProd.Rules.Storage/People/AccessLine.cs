namespace CleanProd.Rules.Storage.People;

/// <summary>Who read what about whom, and who signed in or tried to. Only ever appended.</summary>
public sealed class AccessLine
{
    /// <summary>Its number.</summary>
    public long Id { get; set; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; set; }

    /// <summary>Account; empty when nobody has the name that was given.</summary>
    public required string AccountId { get; set; }

    /// <summary>Roles it has, separated by spaces.</summary>
    public required string Roles { get; set; }

    /// <summary>HTTP method.</summary>
    public required string Method { get; set; }

    /// <summary>Path that was asked for, without the query.</summary>
    public required string Path { get; set; }

    /// <summary>HTTP status that was answered.</summary>
    public required int Status { get; set; }

    /// <summary>How an attempt to sign in ended: <c>signed_in</c>, <c>wrong_password</c>, <c>locked_out</c>, <c>no_such_person</c>; else null.</summary>
    public string? Note { get; set; }
}
