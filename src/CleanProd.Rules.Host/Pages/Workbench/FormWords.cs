using CleanProd.Rules.Rules.Authoring;

namespace CleanProd.Rules.Host.Pages.Workbench;

/// <summary>The words that a place of a form offers: those of the language, the parameters, and the members of the items in scope.</summary>
/// <param name="Language">The language.</param>
/// <param name="Items">Items in scope: their names and the lists they come from.</param>
public sealed record FormWords(LanguageData Language, IReadOnlyList<(string Name, string List)> Items)
{
    /// <summary>What a list is called by.</summary>
    public IEnumerable<string> Lists => Language.Words.Where(w => w.Kind == "list").Select(w => w.Text);

    /// <summary>Words that give a value.</summary>
    public IEnumerable<string> Values =>
    [
        .. Items.SelectMany(i => MembersOf(i.List).Select(m => $"{i.Name}.{m.Text}")),
        .. Language.Words.SelectMany(w => w.Members.Where(m => m.Kind is "member" or "parameter").Select(m => $"{w.Text}.{m.Text}")),
    ];

    /// <summary>What a word means, for those who hover over it.</summary>
    public string About(string word)
    {
        var dot = word.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0) return Language.Words.FirstOrDefault(w => w.Text == word)?.Documentation ?? "";
        var (owner, member) = (word[..dot], word[(dot + 1)..]);
        var members = Items.FirstOrDefault(i => i.Name == owner) is { List: { } list } ? MembersOf(list) : Language.Words.FirstOrDefault(w => w.Text == owner)?.Members ?? [];
        return members.FirstOrDefault(m => m.Text == member) is { } found ? string.Join(" · ", new[] { found.Type, found.Unit, found.Documentation }.Where(t => !string.IsNullOrEmpty(t))) : "";
    }

    /// <summary>The only texts that a word can hold.</summary>
    public IReadOnlyList<string> TextsOf(string word)
    {
        var dot = word.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0) return [];
        var (owner, member) = (word[..dot], word[(dot + 1)..]);
        var members = Items.FirstOrDefault(i => i.Name == owner) is { List: { } list } ? MembersOf(list) : Language.Words.FirstOrDefault(w => w.Text == owner)?.Members ?? [];
        return members.FirstOrDefault(m => m.Text == member)?.Values ?? [];
    }

    /// <summary>The same with an item more.</summary>
    public FormWords With(string name, string list) => this with { Items = [.. Items, (name, list)] };

    private IReadOnlyList<LanguageItem> MembersOf(string list) => Language.Words.FirstOrDefault(w => w.Text == list)?.ItemMembers ?? [];
}
