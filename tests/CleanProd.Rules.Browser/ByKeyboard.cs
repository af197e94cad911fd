using Microsoft.Playwright;

namespace CleanProd.Rules.Browser;

/// <summary>What visitors do who have no mouse: they go by Tab, and press Enter, the space bar and letters.</summary>
internal static class ByKeyboard
{
    private const int Stride = 20;
    private const int MostStrides = 40;
    private const int MostPresses = 3;

    /// <summary>Goes to a thing by Tab alone.</summary>
    internal static async Task TabToAsync(this Visitor visitor, ILocator thing)
    {
        var page = visitor.Page;
        await thing.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        if (await thing.EvaluateAsync<bool>("e => e === document.activeElement")) return;
        // A stride at a time, and back by what it was too far.
        await thing.EvaluateAsync("e => { window.__steps = 0; window.__found = 0; document.addEventListener('focusin', window.__count = f => { window.__steps++; if (f.target === e && !window.__found) window.__found = window.__steps; }, true); }");
        for (var stride = 0; stride < MostStrides; stride++)
        {
            await Task.WhenAll(Enumerable.Range(0, Stride).Select(_ => page.Keyboard.PressAsync("Tab")));
            var beyond = await page.EvaluateAsync<int>("() => window.__found ? window.__steps - window.__found : -1");
            if (beyond < 0) continue;
            await page.EvaluateAsync("() => document.removeEventListener('focusin', window.__count, true)");
            for (var back = 0; back < Stride && !await thing.EvaluateAsync<bool>("e => e === document.activeElement"); back++) await page.Keyboard.PressAsync("Shift+Tab");
            Assert.True(await thing.EvaluateAsync<bool>("e => e === document.activeElement"), $"{thing} was passed and is not reached again.");
            return;
        }

        Assert.Fail($"Tab does not reach {thing}.");
    }

    /// <summary>Presses a link, a button, or what folds and unfolds.</summary>
    internal static async Task EnterAsync(this Visitor visitor, ILocator thing)
    {
        await visitor.TabToAsync(thing);
        await visitor.Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Presses a button of the page.</summary>
    internal static Task EnterAsync(this Visitor visitor, string button, bool exact = false) =>
        visitor.EnterAsync(visitor.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button, Exact = exact }).First);

    /// <summary>Presses a button of the dialog that asks.</summary>
    internal static Task EnterInDialogAsync(this Visitor visitor, string button) =>
        visitor.EnterAsync(visitor.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }));

    /// <summary>Ticks a box.</summary>
    internal static async Task TickAsync(this Visitor visitor, ILocator box)
    {
        await visitor.TabToAsync(box);
        await visitor.Page.Keyboard.PressAsync("Space");
    }

    /// <summary>Fills a field in.</summary>
    internal static async Task TypeAsync(this Visitor visitor, ILocator field, string text)
    {
        await visitor.TabToAsync(field);
        await visitor.Page.Keyboard.PressAsync("Control+A");
        await visitor.Page.Keyboard.InsertTextAsync(text);
    }

    /// <summary>Chooses files by the window that the browser opens.</summary>
    /// <remarks>
    /// A page that has just come moves the focus to its heading, which may be between the last Tab and the space bar. Whoever sees no window goes to
    /// the field again; a window that opens at none of three presses is a fault.
    /// </remarks>
    internal static async Task ChooseAsync(this Visitor visitor, ILocator field, params FilePayload[] files)
    {
        for (var left = MostPresses; ; left--)
        {
            await visitor.TabToAsync(field);
            try
            {
                var window = await visitor.Page.RunAndWaitForFileChooserAsync(() => visitor.Page.Keyboard.PressAsync("Space"), new() { Timeout = left > 1 ? 15_000 : 60_000 });
                await window.SetFilesAsync(files);
                return;
            }
            catch (TimeoutException) when (left > 1)
            {
            }
        }
    }

    /// <summary>Signs in.</summary>
    internal static async Task SignInByKeyboardAsync(this Visitor visitor, string name, string password)
    {
        await visitor.Page.GotoAsync("/sign-in");
        await visitor.TypeAsync(visitor.Page.Locator("input[name=user_name]"), name);
        await visitor.TypeAsync(visitor.Page.Locator("input[name=password]"), password);
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        await visitor.ShownAsync();
    }
}
