using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Api;
using Microsoft.AspNetCore.Components;

namespace CleanProd.Rules.Host.Pages.Shell;

/// <summary>
/// A page. Whoever sees it was let through by its access attribute; <see cref="Actor"/> says who and how far. Reading goes through
/// <see cref="LoadAsync"/>, acts through <see cref="ActAsync"/>, which asks the gatekeeper again.
/// </summary>
public abstract class Page : Texted, IDisposable
{
    private readonly CancellationTokenSource _left = new();

    /// <summary>A page that nobody has left yet.</summary>
    protected Page() => Left = _left.Token;

    /// <summary>Who looks at it; null on pages that are open to all.</summary>
    [CascadingParameter]
    private protected Actor? Visitor { get; set; }

    [Inject]
    private protected Viewer Viewer { get; set; } = default!;

    /// <summary>Addresses and where to go.</summary>
    [Inject]
    protected NavigationManager Navigation { get; set; } = default!;

    /// <summary>Who looks at it, with the reach that the page's permission gives.</summary>
    private protected Actor Actor => Visitor ?? throw new InvalidOperationException($"{GetType().Name} is open to all and has no actor.");

    /// <summary>Falls when the page is left: what it still reads is broken off. It can be asked afterwards as well.</summary>
    protected CancellationToken Left { get; }

    /// <summary>Why the last reading or act did not succeed; show it with <c>ErrorNotice</c>.</summary>
    private protected Problem? Problem { get; set; }

    /// <summary>Whether something is being read.</summary>
    protected bool Loading { get; private set; }

    /// <summary>Reads for the page; a refusal or fault becomes <see cref="Problem"/> in place of a broken page.</summary>
    protected async Task LoadAsync(Func<CancellationToken, Task> read)
    {
        (Loading, Problem) = (true, null);
        try
        {
            await read(Left);
        }
        catch (OperationCanceledException) when (Left.IsCancellationRequested)
        {
        }
        catch (Exception e)
        {
            Problem = Viewer.Explain(e);
        }
        finally
        {
            Loading = false;
        }
    }

    /// <summary>Does something that needs a permission over a target. False when it was refused; <see cref="Problem"/> says why.</summary>
    /// <param name="permission">What is needed; the same as the endpoint of the API needs.</param>
    /// <param name="target">Over what.</param>
    /// <param name="route">The route values that name the target, such as <c>new { list = "12" }</c>; null where the target has none.</param>
    /// <param name="act">The act, given who does it.</param>
    /// <param name="whole">Whether a role over a part of a shared target is not enough.</param>
    private protected async Task<bool> ActAsync(Permission permission, Target target, object? route, Func<Actor, CancellationToken, Task> act, bool whole = false)
    {
        Problem = await Viewer.ActAsync(new EndpointAccess(permission, target) { Whole = whole }, route, act, CancellationToken.None);
        return Problem is null;
    }

    /// <summary>Writes a choice (filter, year, tab) into the address, so that a link shows the same.</summary>
    protected void Address(params (string Name, object? Value)[] choices) => Navigation.NavigateTo(
        Navigation.GetUriWithQueryParameters(choices.ToDictionary(c => c.Name, c => c.Value is "" or false ? null : c.Value)), replace: true);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Breaks off what is still being read.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing) return;
        _left.Cancel();
        _left.Dispose();
    }
}
