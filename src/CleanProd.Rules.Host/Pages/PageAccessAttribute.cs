using CleanProd.Rules.Host.Access;

namespace CleanProd.Rules.Host.Pages;

/// <summary>What the gate asks before a page is shown, and again before every view of it within an open connection. Every page has one.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal abstract class PageAccessAttribute(EndpointAccess access) : Attribute
{
    internal EndpointAccess Access => access;
}

/// <summary>The page needs a permission over a target; the route values of the page name the target as those of the API do.</summary>
internal sealed class NeedsAttribute(Permission permission, Target target) : PageAccessAttribute(new(permission, target));

/// <summary>The page is about the own account.</summary>
internal sealed class NeedsSignInAttribute() : PageAccessAttribute(new(Permission.OwnAccount, Target.Self) { BeforePasswordChange = true });

/// <summary>The page is open to everybody, signed in or not.</summary>
internal sealed class OpenToAllAttribute() : PageAccessAttribute(new(null, Target.Self));
