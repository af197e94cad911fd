using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Lists;

/// <summary>Where a facility is, in the words of a list.</summary>
/// <param name="Code">Division code; null when the register does not know the place.</param>
/// <param name="City">City, else province, else the place as written; empty when unknown.</param>
/// <param name="County">District or county; empty when unknown.</param>
/// <param name="Group">珠三角, 东翼, 西翼 or 山区 within Guangdong; null elsewhere.</param>
public sealed record Place(string? Code, string City, string County, string? Group)
{
    private static readonly string[] Groups = ["珠三角", "东翼", "西翼", "山区"];

    /// <summary>A facility that does not say where it is.</summary>
    public static readonly Place Unknown = new(null, "", "", null);

    /// <summary>The place of a region code or name.</summary>
    public static Place Of(string? region, RegionRegister regions)
    {
        if (string.IsNullOrWhiteSpace(region)) return Unknown;
        if (regions.Find(region) is not { } found) return new(null, region.Trim(), "", null);
        var province = regions.ProvinceOf(found.Code);
        var city = regions.CityOf(found.Code) ?? province ?? found;
        var county = found.Code == city.Code || found.Code == province?.Code ? "" : found.Name;
        return new(found.Code, city.Name, county, city.Group ?? found.Group);
    }

    /// <summary>Line of the statistics by region: the group within Guangdong, elsewhere city or province, else the place as written.</summary>
    public Wording RegionLabel => Group switch
    {
        "珠三角" => new("珠三角", "Pearl River Delta"),
        "东翼" => new("东翼", "Eastern wing"),
        "西翼" => new("西翼", "Western wing"),
        "山区" => new("山区", "Mountain area"),
        _ => CityLabel,
    };

    /// <summary>Line of the statistics by city.</summary>
    public Wording CityLabel => City.Length > 0 ? Wording.Same(City) : new("地区不详", "Region unknown");

    /// <summary>Order of lines by region: the four groups, then by code, then as written, the unknown last.</summary>
    public string RegionOrder
    {
        get
        {
            var group = Group is null ? -1 : Array.IndexOf(Groups, Group);
            return group >= 0 ? $"0{group}" : CityOrder;
        }
    }

    /// <summary>Order of lines by city.</summary>
    public string CityOrder => Code is not null ? "1" + (Code.Length >= 4 ? Code[..4] : Code) : City.Length > 0 ? "2" + City : "3";

    /// <summary>Order of enterprises: by division code, those without one last.</summary>
    public string EntryOrder => Code ?? "~" + City;
}
