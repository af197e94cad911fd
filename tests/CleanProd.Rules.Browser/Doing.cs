using Microsoft.Playwright;

namespace CleanProd.Rules.Browser;

/// <summary>What visitors do on pages.</summary>
internal static class Doing
{
    /// <summary>Presses a button of the page.</summary>
    internal static Task ClickAsync(this Visitor visitor, string name, bool exact = false) =>
        visitor.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = name, Exact = exact }).First.ClickAsync();

    /// <summary>Presses a button of the dialog that asks.</summary>
    internal static Task ConfirmAsync(this Visitor visitor, string name) =>
        visitor.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    /// <summary>Waits until the page says something.</summary>
    internal static Task SeesAsync(this Visitor visitor, string text) => visitor.Page.Locator("main").GetByText(text).Locator("visible=true").First.WaitForAsync();
}
