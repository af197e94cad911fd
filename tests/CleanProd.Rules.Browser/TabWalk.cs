using Microsoft.Playwright;

namespace CleanProd.Rules.Browser;

/// <summary>A walk through a page by the Tab key alone, from where the page begins until it begins again.</summary>
internal static class TabWalk
{
    private const int Stride = 40;
    private const int MostStrides = 40;

    // What can be reached, noted as the focus goes; folded parts are unfolded first, since their heads are reached and open them.
    private const string Begin = """
        () => {
          document.querySelectorAll('details').forEach(d => { d.open = true; });
          document.activeElement?.blur();
          const walk = window.__walk = { seen: new Set(), there: new Set(document.querySelectorAll('a')), first: null, over: false, bare: [] };
          const shows = style => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
          document.addEventListener('focusin', event => {
            const at = event.target;
            if (at === walk.first && walk.seen.size > 1) walk.over = true;
            walk.first ??= at;
            if (walk.seen.has(at)) return;
            walk.seen.add(at);
            // The mark stands at the element itself, or around it where the element is not drawn: a field of files, an editor.
            for (let part = at, i = 0; part && i < 9; part = part.parentElement, i++)
              if (shows(getComputedStyle(part)) && (i === 0 || part.matches(':focus-within') && (at.getBoundingClientRect().width < 3 || part.matches('.editor') || at.matches('.inputarea')))) return;
            walk.bare.push(at);
          }, true);
        }
        """;

    private const string End = """
        () => {
          const walk = window.__walk;
          const named = e => (e.id ? '#' + e.id + ' ' : '') + e.outerHTML.replace(/\s+/g, ' ').slice(0, 160);
          const drawn = e => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0;
          // Rows that come as they are scrolled to come later than a program presses keys.
          const cameLater = e => e.closest('tr[aria-rowindex]') && !walk.there.has(e);
          const inGroup = e => e.type === 'radio' && !e.checked && e.name && document.querySelector(`input[type=radio][name="${CSS.escape(e.name)}"]:checked`);
          const reachable = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]')]
            .filter(e => e.tabIndex >= 0 && !e.disabled && drawn(e) && !inGroup(e) && !cameLater(e) && !(e.matches('summary') && e.parentElement.tagName !== 'DETAILS'));
          return [
            ...(walk.over ? [] : ['the walk does not come round: the focus is held, or there is too much']),
            ...reachable.filter(e => !walk.seen.has(e)).slice(0, 5).map(e => 'Tab does not reach ' + named(e)),
            ...walk.bare.filter(e => e.isConnected).slice(0, 5).map(e => 'no mark of the focus at ' + named(e)),
            ...reachable.filter(e => e.tabIndex > 0).slice(0, 5).map(e => 'out of turn: ' + named(e)),
          ];
        }
        """;

    /// <summary>What somebody without a mouse cannot reach, and where he would not see that he is.</summary>
    internal static async Task<IReadOnlyList<string>> ProblemsAsync(IPage page)
    {
        await page.EvaluateAsync(Begin);
        for (var stride = 0; stride < MostStrides; stride++)
        {
            await Task.WhenAll(Enumerable.Range(0, Stride).Select(_ => page.Keyboard.PressAsync("Tab")));
            if (await page.EvaluateAsync<bool>("() => window.__walk.over")) break;
        }

        return await page.EvaluateAsync<string[]>(End);
    }
}
