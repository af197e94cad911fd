using Microsoft.AspNetCore.Identity;

namespace CleanProd.Rules.Storage.People;

/// <summary>A person, or a machine that acts with a key, who may sign in.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>Name shown and kept in histories.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Whether it acts by key only and has no password.</summary>
    public bool IsMachine { get; set; }

    /// <summary>Whether the password was given by somebody else: nothing but changing it is allowed.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Whether it is shut out. Accounts are never deleted: histories name them.</summary>
    public bool Disabled { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }
}
