namespace CleanProd.Rules.Facts;

/// <summary>A pollutant the register knows.</summary>
/// <param name="Code">HJ 525 / HJ 524 code.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="EnglishName">English name; may be empty.</param>
/// <param name="Medium">Water or air, by the code's letter.</param>
public sealed record Pollutant(PollutantCode Code, string Name, string EnglishName, Medium Medium)
{
    /// <summary>Whether the value is a range that is never averaged (pH).</summary>
    public bool IsPh => Code.Value is "w01001";

    /// <summary>Unit in which devices send it by HJ 212; not that of the standards.</summary>
    public string DeviceUnit { get; init; } = "";

    /// <summary>Code of the 2005 edition of HJ 212; null when it has none.</summary>
    public string? Code2005 { get; init; }

    /// <summary>Whether it is no pollutant but a state of the stream that others are computed with: flow, oxygen, temperature, pressure, humidity.</summary>
    public bool IsAuxiliary => IsState(Code);

    /// <summary>Whether a code is that of a state of the stream.</summary>
    internal static bool IsState(PollutantCode code) => code.Value is "w00000" or "w01010" or "a00000" or "a19001" or "a01001" or "a01002" or "a01006" or "a01007" or "a01008"
        or "a01011" or "a01012" or "a01013" or "a01014" or "a01015" or "a01016" or "a01017";
}

/// <summary>Code, name or alias to one pollutant: <c>化学需氧量</c>, <c>COD</c>, <c>011</c> and <c>w01018</c> are the same.</summary>
public sealed class PollutantRegister
{
    private readonly Dictionary<(string Name, Medium Medium), Pollutant> _byName = [];
    private readonly Dictionary<string, Pollutant> _byCode = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A register of these pollutants with their other names.</summary>
    public PollutantRegister(IEnumerable<(Pollutant Pollutant, IReadOnlyList<string> Aliases)> entries)
    {
        foreach (var (pollutant, aliases) in entries)
        {
            _byCode.TryAdd(pollutant.Code.Value, pollutant);
            // English names are recalled translations: shown to people, never an identity. "Ammonia (NH3)" of a foreign register stays itself.
            foreach (var name in aliases.Prepend(pollutant.Name))
            {
                if (name.Length == 0) continue;
                _byName.TryAdd((SubstanceName.Fold(name), pollutant.Medium), pollutant);
                _byName.TryAdd((SubstanceName.Fold(name), Medium.Unspecified), pollutant);
            }
        }
    }

    /// <summary>An empty register: every name stands for itself.</summary>
    public static readonly PollutantRegister Empty = new([]);

    /// <summary>All pollutants in order of code.</summary>
    public IEnumerable<Pollutant> All => _byCode.Values.OrderBy(p => p.Code.Value, StringComparer.Ordinal);

    /// <summary>
    /// The pollutant of a code, name or alias; null when unknown. Full-width signs, spaces, a remark in brackets (<c>氨氮（NH3-N）</c>) and
    /// the words 浓度, 实测, 折算 around a name do not matter. With a medium, its own pollutant is preferred.
    /// </summary>
    public Pollutant? Find(string text, Medium medium = Medium.Unspecified)
    {
        if (_byCode.TryGetValue(text.Trim(), out var byCode)) return byCode;
        foreach (var name in Spellings(text))
        {
            if (_byName.TryGetValue((name, medium), out var found)) return found;
            if (medium != Medium.Unspecified && _byName.TryGetValue((name, Medium.Unspecified), out found)) return found;
        }

        return null;
    }

    /// <summary>
    /// The pollutant of a code that a device sends, of either edition of HJ 212; null when unknown. A code of 2005 is short, and the same for
    /// two things in water and air.
    /// </summary>
    public Pollutant? FindDeviceCode(string code, Medium medium)
    {
        if (_byCode.TryGetValue(code, out var found)) return found;
        return _byCode.Values.FirstOrDefault(p => string.Equals(p.Code2005, code, StringComparison.OrdinalIgnoreCase) && (medium == Medium.Unspecified || p.Medium == medium));
    }

    /// <summary>The identity of a code, name or alias: the register's code, or the text itself when unknown.</summary>
    public PollutantCode Resolve(string text, Medium medium = Medium.Unspecified) =>
        Find(text, medium)?.Code ?? new PollutantCode(text.Trim());

    /// <summary>Name for people; the code itself when unknown.</summary>
    public string NameOf(PollutantCode code) => _byCode.GetValueOrDefault(code.Value)?.Name ?? code.Value;

    /// <summary>Medium of a known code.</summary>
    public Medium MediumOf(PollutantCode code) => _byCode.GetValueOrDefault(code.Value)?.Medium ?? Medium.Unspecified;

    private static IEnumerable<string> Spellings(string text)
    {
        var folded = SubstanceName.Fold(text);
        yield return folded;
        var bare = StripBrackets(folded);
        if (bare != folded) yield return bare;
        foreach (var noise in (string[])["实测浓度", "折算浓度", "排放浓度", "浓度"])
            if (bare.EndsWith(noise, StringComparison.Ordinal)) yield return bare[..^noise.Length];
    }

    private static string StripBrackets(string text) => text.EndsWith(')') ? text.Split('(')[0] : text;
}
