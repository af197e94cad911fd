namespace CleanProd.Rules.Documents.Templates;

/// <summary>What placeholders mean at one place of a template: fields, and blocks that repeat once per item.</summary>
internal sealed class Scope(Scope? outer = null)
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<Scope>> _blocks = new(StringComparer.Ordinal);

    internal Scope Field(string name, string value)
    {
        _fields[name] = value;
        return this;
    }

    internal Scope Block<T>(string name, IEnumerable<T> items, Action<Scope, T, int> fill)
    {
        var scopes = new List<Scope>();
        foreach (var item in items)
        {
            var scope = new Scope(this);
            fill(scope, item, scopes.Count + 1);
            scopes.Add(scope);
        }

        _blocks[name] = scopes;
        return this;
    }

    internal string? FieldOf(string name) => _fields.TryGetValue(name, out var value) ? value : outer?.FieldOf(name);

    internal IReadOnlyList<Scope>? BlockOf(string name) => _blocks.TryGetValue(name, out var items) ? items : outer?.BlockOf(name);

    /// <summary>Fields of this place alone.</summary>
    internal IEnumerable<string> Own => _fields.Keys;

    /// <summary>Blocks of this place alone.</summary>
    internal IEnumerable<string> OwnBlocks => _blocks.Keys;

    /// <summary>Names that may stand here, for error texts.</summary>
    internal IEnumerable<string> Fields => _fields.Keys.Concat(outer?.Fields ?? []);

    /// <summary>Blocks that may stand here.</summary>
    internal IEnumerable<string> Blocks => _blocks.Keys.Concat(outer?.Blocks ?? []);
}
