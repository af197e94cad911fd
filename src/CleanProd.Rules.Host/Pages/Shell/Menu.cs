using System.Collections.Concurrent;
using System.Reflection;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Storage.People;
using Microsoft.AspNetCore.Components;

namespace CleanProd.Rules.Host.Pages.Shell;

/// <summary>Puts a page into the navigation of those who may see it.</summary>
/// <param name="order">Place, in the order of the pipeline: see <c>README.md</c>.</param>
/// <param name="texts">The area's texts.</param>
/// <param name="title">Name of the text among them.</param>
/// <param name="icon">A path of <c>MudBlazor.Icons</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class InMenuAttribute(int order, Type texts, string title, string icon) : Attribute
{
    internal int Order => order;

    internal string Icon => icon;

    internal Wording Title => (Wording)(texts.GetField(title, BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)?.GetValue(null)
        ?? throw new InvalidOperationException($"{texts.Name} has no text {title}."));
}

/// <summary>An entry of the navigation.</summary>
/// <param name="Path">Where it leads.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Icon">Its picture, the inside of an SVG.</param>
/// <param name="Order">Its place.</param>
/// <param name="Access">Who may go there.</param>
internal sealed record MenuEntry(string Path, Wording Title, string Icon, int Order, EndpointAccess Access);

/// <summary>The navigation, read from what the pages say of themselves.</summary>
internal sealed class Menu
{
    private static readonly ConcurrentDictionary<Type, EndpointAccess?> Said = new();

    /// <summary>All entries in their order.</summary>
    internal IReadOnlyList<MenuEntry> Entries { get; } =
    [
        .. typeof(Menu).Assembly.GetTypes().Select(t => (Type: t, Entry: t.GetCustomAttribute<InMenuAttribute>())).Where(p => p.Entry is not null)
            .Select(p => new MenuEntry(p.Type.GetCustomAttributes<RouteAttribute>().First().Template, p.Entry!.Title, p.Entry.Icon, p.Entry.Order, AccessOf(p.Type)!))
            .OrderBy(e => e.Order),
    ];

    /// <summary>Entries that roles open.</summary>
    internal IEnumerable<MenuEntry> For(IReadOnlyList<Grant> grants) =>
        Entries.Where(e => e.Access.Permission is not { } permission || grants.Any(g => g.Role.Has(permission) && Concerns(e, g)));

    /// <summary>Where somebody with these roles begins: with own work, else with what everybody who signs in may read.</summary>
    internal string StartOf(IReadOnlyList<Grant> grants) =>
        For(grants).Where(e => e.Access.Permission is not null).OrderBy(e => e.Access.Target == Target.Law).FirstOrDefault()?.Path ?? PageRefusals.PasswordPath;

    /// <summary>What a page says of who may see it.</summary>
    internal static EndpointAccess? AccessOf(Type page) => Said.GetOrAdd(page, p => p.GetCustomAttribute<PageAccessAttribute>()?.Access);

    // Pages over many things are the bureau's; somebody who acts for one enterprise has pages of his own.
    private static bool Concerns(MenuEntry entry, Grant grant) => entry.Access.Target != Target.Scoped
        || grant.FacilityId is null == !(entry.Path.StartsWith("/mine", StringComparison.Ordinal) || entry.Path.StartsWith("/self-check", StringComparison.Ordinal));
}
