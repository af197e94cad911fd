using Microsoft.Playwright;

namespace CleanProd.Rules.Browser;

/// <summary>How a visitor looks at pages.</summary>
internal sealed record Sight(string Language, int Width, string Appearance = "light")
{
    internal static readonly Sight Usual = new("zh-CN", 1440);

    internal static IEnumerable<Sight> All => [new("zh-CN", 1440), new("en", 1440), new("zh-CN", 390), new("en", 390), new("zh-CN", 1440, "dark")];

    public override string ToString() => $"{Language}-{Width}{(Appearance == "dark" ? "-dark" : "")}";
}

/// <summary>
/// Somebody with a browser of his own. Whatever he does, the browser may ask nobody but the service, and neither a script may fail nor anything
/// be stopped by the policy of the page.
/// </summary>
internal sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly Uri _service;
    private readonly List<string> _outside = [];
    private readonly List<string> _errors = [];

    private Visitor(IBrowserContext context, IPage page, Uri service)
    {
        (_context, Page, _service) = (context, page, service);
        context.Request += (_, request) => Note(request.Url);
        page.Console += (_, message) =>
        {
            // A refusal answers with 4xx, which the browser tells as an error of its own.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) lock (_errors) _errors.Add(message.Text);
        };
        page.PageError += (_, error) => { lock (_errors) _errors.Add(error); };
    }

    internal IPage Page { get; }

    internal static async Task<Visitor> ComeAsync(Uri service, Sight? sight = null)
    {
        sight ??= Sight.Usual;
        var browser = await Chromium.AsyncInstance;
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = service.ToString(), ViewportSize = new() { Width = sight.Width, Height = 900 }, Locale = sight.Language, ReducedMotion = ReducedMotion.Reduce,
        });
        await context.AddCookiesAsync(
        [
            new() { Name = "language", Value = sight.Language, Url = service.ToString() }, new() { Name = "appearance", Value = sight.Appearance, Url = service.ToString() },
        ]);
        context.SetDefaultTimeout(60_000);
        return new(context, await context.NewPageAsync(), service);
    }

    /// <summary>Signs in as people do.</summary>
    internal async Task SignInAsync(string name, string password)
    {
        await Page.GotoAsync("/sign-in");
        await Page.Locator("input[name=user_name]").FillAsync(name);
        await Page.Locator("input[name=password]").FillAsync(password);
        await Page.Locator("form[action='/sign-in/enter'] button[type=submit]").ClickAsync();
        await ShownAsync();
        Assert.DoesNotContain("/sign-in", new Uri(Page.Url).AbsolutePath, StringComparison.Ordinal);
    }

    /// <summary>Goes to an address and waits until the page is there.</summary>
    internal async Task<IResponse?> GoAsync(string path)
    {
        var answer = await Page.GotoAsync(path);
        await ShownAsync();
        return answer;
    }

    /// <summary>Waits until the page is there with what it reads.</summary>
    internal async Task ShownAsync()
    {
        await Page.Locator("h1").First.WaitForAsync();
        await Page.WaitForFunctionAsync("() => !document.querySelector('.reading') && document.title.length > 0");
    }

    /// <summary>A picture of the whole page.</summary>
    internal Task PictureAsync(string name) => Page.ScreenshotAsync(new() { Path = Pictures.PathOf(name), FullPage = true, Animations = ScreenshotAnimations.Disabled });

    /// <summary>What must hold of everything that was visited.</summary>
    internal void MustBeClean()
    {
        lock (_outside) Assert.Empty(_outside);
        lock (_errors) Assert.Empty(_errors);
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        MustBeClean();
    }

    private void Note(string url)
    {
        if (url.StartsWith("data:", StringComparison.Ordinal) || url.StartsWith("blob:", StringComparison.Ordinal)) return;
        if (new Uri(url) is var asked && asked.Host == _service.Host && asked.Port == _service.Port) return;
        lock (_outside) _outside.Add(url);
    }
}
