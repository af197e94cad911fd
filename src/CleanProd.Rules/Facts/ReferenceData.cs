using CleanProd.Rules.Facts.Limits;
using CleanProd.Rules.Facts.Validity;

namespace CleanProd.Rules.Facts;

/// <summary>Codes, catalogues and dated tables that facts are built with. Immutable; named by the hash of its files.</summary>
public sealed class ReferenceData
{
    /// <summary>Pollutants.</summary>
    public PollutantRegister Pollutants { get; init; } = PollutantRegister.Empty;

    /// <summary>Administrative divisions.</summary>
    public RegionRegister Regions { get; init; } = new([]);

    /// <summary>Industries.</summary>
    public IndustryRegister Industries { get; init; } = new([]);

    /// <summary>Catalogues of substances.</summary>
    public IReadOnlyList<SubstanceCatalogue> Catalogues { get; init; } = [];

    /// <summary>How often audits are repeated, by sector.</summary>
    public IReadOnlyList<AuditInterval> AuditIntervals { get; init; } = [];

    /// <summary>Energy limits per unit of product.</summary>
    public IReadOnlyList<EnergyLimit> EnergyLimits { get; init; } = [];

    /// <summary>Key pollutants by plan period.</summary>
    public IReadOnlyList<KeyPollutant> KeyPollutants { get; init; } = [];

    /// <summary>Which marked automatic data is no basis for judging, by sector and date.</summary>
    public IReadOnlyList<MarkingRule> MarkingRules { get; init; } = [];

    /// <summary>Industry codes for which a mandatory energy limit exists.</summary>
    public IReadOnlyList<EnergyIndustry> EnergyIndustries { get; init; } = [];

    /// <summary>Discharge limits with their standards.</summary>
    public LimitLibrary Limits { get; init; } = LimitLibrary.Empty;

    /// <summary>The lists with their editions and the days they were last reviewed.</summary>
    public IReadOnlyList<ReferenceList> Lists { get; init; } = [];

    /// <summary>Statutory holidays (放假), by the State Council's yearly announcement. Empty where the calendar does not reach.</summary>
    public IReadOnlySet<DateOnly> Holidays { get; init; } = new HashSet<DateOnly>();

    /// <summary>Saturdays and Sundays that are worked in exchange for a holiday (调休上班).</summary>
    public IReadOnlySet<DateOnly> MakeUpWorkdays { get; init; } = new HashSet<DateOnly>();

    /// <summary>SHA-256 of every file it was read from, by file name.</summary>
    public IReadOnlyDictionary<string, string> Hashes { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>An administrative division.</summary>
/// <param name="Code">GB/T 2260 code.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Parent">Code of the division above; null for a province.</param>
/// <param name="Group">珠三角, 东翼, 西翼 or 山区 within Guangdong; null elsewhere.</param>
public sealed record Region(string Code, string Name, string? Parent, string? Group);

/// <summary>Divisions by code and by name.</summary>
public sealed class RegionRegister(IEnumerable<Region> regions)
{
    private readonly Dictionary<string, Region> _byCode = regions.DistinctBy(r => r.Code).ToDictionary(r => r.Code, StringComparer.Ordinal);

    /// <summary>The division of a code, or of a name that only one division bears (with or without 省, 市, 区, 县); null when unknown.</summary>
    public Region? Find(string text)
    {
        var wanted = text.Trim();
        if (_byCode.TryGetValue(wanted, out var region)) return region;
        var named = _byCode.Values.Where(r => r.Name == wanted || (wanted.Length >= 2 && r.Name.Length == wanted.Length + 1 && r.Name.StartsWith(wanted, StringComparison.Ordinal))).Take(2).ToArray();
        return named.Length == 1 ? named[0] : null;
    }

    /// <summary>The code of a division the register knows, or six digits that lie in a province it knows; null elsewhere: the place is not in China.</summary>
    public string? CodeOf(string text) =>
        Find(text)?.Code ?? (text.Trim() is { Length: 6 } code && code.All(char.IsAsciiDigit) && ProvinceOf(code) is not null ? code : null);

    /// <summary>The prefecture-level city (or municipality) a code lies in; null when unknown.</summary>
    public Region? CityOf(string code) => code.Length >= 4 ? _byCode.GetValueOrDefault(code[..4] + "00") : null;

    /// <summary>The province a code lies in; null when unknown.</summary>
    public Region? ProvinceOf(string code) => code.Length >= 2 ? _byCode.GetValueOrDefault(code[..2] + "0000") : null;

    /// <summary>All divisions in order of code.</summary>
    public IEnumerable<Region> All => _byCode.Values.OrderBy(r => r.Code, StringComparer.Ordinal);
}

/// <summary>An industry of GB/T 4754-2017.</summary>
/// <param name="Code">Code with its letter: <c>C</c>, <c>C33</c>, <c>C336</c>, <c>C3360</c>.</param>
/// <param name="Name">Chinese name.</param>
public sealed record Industry(string Code, string Name);

/// <summary>Industries by code and name.</summary>
public sealed class IndustryRegister(IEnumerable<Industry> industries)
{
    private readonly Dictionary<string, Industry> _byCode = industries.DistinctBy(i => i.Code).ToDictionary(i => i.Code, StringComparer.Ordinal);

    /// <summary>The industry of a code (with or without its letter) or of a name; the broadest of several of one name; null when unknown.</summary>
    public Industry? Find(string text)
    {
        var wanted = text.Trim();
        if (_byCode.TryGetValue(wanted.ToUpperInvariant(), out var industry)) return industry;
        return _byCode.Values
            .Where(i => i.Name == wanted || (wanted.Length >= 2 && char.IsAsciiDigit(wanted[0]) && i.Code[1..] == wanted))
            .OrderBy(i => i.Code.Length).FirstOrDefault();
    }

    /// <summary>The division (two digits, 大类) of a code; null when unknown.</summary>
    public Industry? DivisionOf(string code) => code.Length >= 3 ? _byCode.GetValueOrDefault(code[..3]) : null;

    /// <summary>All industries in order of code.</summary>
    public IEnumerable<Industry> All => _byCode.Values.OrderBy(i => i.Code, StringComparer.Ordinal);

    /// <summary>Name of a code; the code itself when unknown.</summary>
    public string NameOf(string code) => _byCode.GetValueOrDefault(code)?.Name ?? code;
}

/// <summary>A dated list of substances.</summary>
/// <param name="Id">Identity that rules use.</param>
/// <param name="Title">Title of the list.</param>
/// <param name="Entries">What it lists.</param>
public sealed record SubstanceCatalogue(string Id, string Title, IReadOnlyList<CatalogueEntry> Entries);

/// <summary>One line of a catalogue.</summary>
/// <param name="Name">Name; an entry for a family (铅及其化合物) matches by its <paramref name="Aliases"/>.</param>
/// <param name="Cas">CAS number, if any.</param>
/// <param name="Aliases">Other names that mean the same.</param>
/// <param name="ToxicClass">Class 1–5 of the 2016 Measures Art. 8; null where the catalogue does not speak of it.</param>
/// <param name="From">First day in force.</param>
/// <param name="To">Last day in force; null while it is.</param>
/// <param name="Basis"><c>sourced</c> or <c>recalled</c>.</param>
public sealed record CatalogueEntry(string Name, string? Cas, IReadOnlyList<string> Aliases, int? ToxicClass, DateOnly From, DateOnly? To, string Basis)
{
    /// <summary>Further CAS numbers: isomers, salts, hydrates that the line means too.</summary>
    public IReadOnlyList<string> OtherCas { get; init; } = [];
}

/// <summary>One limit of energy per unit of product.</summary>
/// <param name="Standard">Number of the standard.</param>
/// <param name="Product">Product or process.</param>
/// <param name="Metric">What is limited.</param>
/// <param name="Grade">Which value of the standard: 限定值, 准入值, 先进值, or levels 1 to 3.</param>
/// <param name="Limit">The value.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="From">First day in force.</param>
/// <param name="To">Last day in force; null while it is.</param>
/// <param name="Basis"><c>sourced</c> or <c>recalled</c>.</param>
public sealed record EnergyLimit(
    string Standard, string Product, string Metric, string Grade, decimal Limit, Unit Unit, DateOnly From, DateOnly? To, string Basis);

/// <summary>A pollutant whose total the national plan controls.</summary>
/// <param name="Pollutant">The pollutant.</param>
/// <param name="From">First day of the plan.</param>
/// <param name="To">Last day of the plan; null while it runs.</param>
/// <param name="Plan">Name of the plan.</param>
public sealed record KeyPollutant(PollutantCode Pollutant, DateOnly From, DateOnly? To, string Plan);

/// <summary>An industry for which a mandatory energy limit exists.</summary>
/// <param name="IndustryPrefix">Code with its letter.</param>
/// <param name="Standard">The standard.</param>
public sealed record EnergyIndustry(string IndustryPrefix, string Standard);
