using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.People;

/// <summary>Keeps the keys that protect cookies. The framework asks for them without waiting, so this does too.</summary>
/// <param name="store">Where they are kept.</param>
public sealed class CookieKeyStore(Store store)
{
    /// <summary>All keys, as XML.</summary>
    public IReadOnlyList<string> All()
    {
        using var context = store.NewContext();
        return [.. context.Set<CookieKey>().AsNoTracking().OrderBy(k => k.Name).Select(k => k.Xml)];
    }

    /// <summary>Adds one.</summary>
    public void Add(string name, string xml)
    {
        using var context = store.NewContext();
        context.Add(new CookieKey { Name = name, Xml = xml });
        context.SaveChanges();
    }
}
