namespace CleanProd.Rules.Facts;

/// <summary>A level of administration, told from the length of a division code (GB/T 2260).</summary>
public enum AdministrativeLevel
{
    /// <summary>The whole country: the empty code.</summary>
    Nation,

    /// <summary>Province, two digits.</summary>
    Province,

    /// <summary>City, four digits.</summary>
    City,

    /// <summary>District or county, six digits or more.</summary>
    County,
}

/// <summary>
/// A jurisdiction by its division code (GB/T 2260) without trailing zeros: <c>44</c> Guangdong, <c>4401</c> Guangzhou, <c>440103</c> Liwan;
/// empty for the whole country. A region lies within every region whose code begins its own.
/// </summary>
/// <param name="Value">The digits.</param>
public readonly record struct RegionCode(string Value) : IComparable<RegionCode>
{
    /// <summary>The whole country.</summary>
    public static readonly RegionCode Nation = new("");

    /// <summary>The code of a division as a register writes it (<c>440000</c> and <c>440100</c> lose their zeros).</summary>
    /// <exception cref="FormatException">It is not two, four, six or more digits.</exception>
    public static RegionCode Of(string code)
    {
        var digits = code.Trim();
        if (digits.Length is 1 or 3 or 5 || !digits.All(char.IsAsciiDigit))
            throw new FormatException($"'{code}' is no division code: expected two, four or six digits, such as 44, 4401 or 440103.");
        if (digits.Length == 6 && digits.EndsWith("0000", StringComparison.Ordinal)) return new(digits[..2]);
        return digits.Length == 6 && digits.EndsWith("00", StringComparison.Ordinal) ? new(digits[..4]) : new(digits);
    }

    /// <summary>What level of administration governs it.</summary>
    public AdministrativeLevel Level => (Value ?? "").Length switch
    {
        0 => AdministrativeLevel.Nation,
        2 => AdministrativeLevel.Province,
        4 => AdministrativeLevel.City,
        _ => AdministrativeLevel.County,
    };

    /// <summary>Whether the other region lies within this one (a region lies within itself).</summary>
    public bool Covers(RegionCode other) => (other.Value ?? "").StartsWith(Value ?? "", StringComparison.Ordinal);

    /// <summary>Whether one of the two lies within the other.</summary>
    public bool Touches(RegionCode other) => Covers(other) || other.Covers(this);

    /// <summary>Ordinal order.</summary>
    public int CompareTo(RegionCode other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
