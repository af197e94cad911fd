using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Screenings;

namespace CleanProd.Rules.Host.Pages.Shell;

/// <summary>Names of regions and industries, from the reference data of this program. They are Chinese; nobody translates them here.</summary>
internal sealed class Places(LawBooks law)
{
    private readonly Lazy<ReferenceData> _reference = new(() => ReferenceReader.Read(law.ReferenceFiles));

    /// <summary>The reference data of this program.</summary>
    internal ReferenceData Reference => _reference.Value;

    /// <summary>Name of a division; its code when the register does not know it.</summary>
    internal Wording NameOf(RegionCode region) => region.Value is { Length: > 0 } code
        ? Wording.Same(Reference.Regions.Find(code.PadRight(6, '0'))?.Name ?? code)
        : ShellTexts.NationWide;

    /// <summary>City and county of a place: 广州市 荔湾区.</summary>
    internal string PlaceOf(RegionCode region)
    {
        var (city, place) = (Reference.Regions.CityOf(region.Value), NameOf(region).Zh);
        return city is null || city.Name == place ? place : $"{city.Name} {place}";
    }

    /// <summary>Name of an industry with its code: 机制纸及纸板制造 C2221.</summary>
    internal string IndustryOf(string? code) => code is null ? "" : Reference.Industries.NameOf(code) is var name && name == code ? code : $"{name} {code}";
}
