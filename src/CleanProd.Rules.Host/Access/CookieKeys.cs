using System.Xml.Linq;
using CleanProd.Rules.Storage.People;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace CleanProd.Rules.Host.Access;

/// <summary>Shows the keys of the store to the framework that protects cookies.</summary>
internal sealed class CookieKeys(CookieKeyStore keys) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. keys.All().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) => keys.Add(friendlyName, element.ToString(SaveOptions.DisableFormatting));
}
