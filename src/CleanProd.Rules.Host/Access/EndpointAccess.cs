using Microsoft.AspNetCore.Builder;

namespace CleanProd.Rules.Host.Access;

/// <summary>What the gate asks before an endpoint is called. Every endpoint of the API has one.</summary>
/// <param name="Permission">What is needed; null for everybody, signed in or not.</param>
/// <param name="Target">What it is needed over.</param>
internal sealed record EndpointAccess(Permission? Permission, Target Target)
{
    /// <summary>Whether somebody whose password must be changed may call it.</summary>
    internal bool BeforePasswordChange { get; init; }

    /// <summary>Whether a role over a part of a shared target is not enough: a county reads its part of a province's screening, and cannot cancel it.</summary>
    internal bool Whole { get; init; }
}

/// <summary>How endpoints say what they need.</summary>
internal static class EndpointAccessExtensions
{
    /// <summary>Needs a permission over a target.</summary>
    internal static TBuilder Needs<TBuilder>(this TBuilder endpoint, Permission permission, Target target) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new EndpointAccess(permission, target));

    /// <summary>Needs a permission over all of a target, also where people of a part of it share it.</summary>
    internal static TBuilder NeedsWhole<TBuilder>(this TBuilder endpoint, Permission permission, Target target) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new EndpointAccess(permission, target) { Whole = true });

    /// <summary>Open to everybody.</summary>
    internal static TBuilder OpenToAll<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new EndpointAccess(null, Target.Self));

    /// <summary>About the own account; allowed even while the password must be changed.</summary>
    internal static TBuilder NeedsSignIn<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new EndpointAccess(Access.Permission.OwnAccount, Target.Self) { BeforePasswordChange = true });
}
