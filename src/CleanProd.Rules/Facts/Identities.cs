namespace CleanProd.Rules.Facts;

/// <summary>Who is judged: an 18-character credit code, or a foreign identity kept exactly as its source writes it.</summary>
/// <param name="Value">The identity; compared ordinally, never by name, never by case.</param>
public readonly record struct FacilityId(string Value) : IComparable<FacilityId>
{
    /// <summary>Ordinal order: the order of every output.</summary>
    public int CompareTo(FacilityId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>An outlet of one facility, as its source numbers it; unique only within the facility.</summary>
/// <param name="Value">The outlet's number or name.</param>
public readonly record struct OutletId(string Value) : IComparable<OutletId>
{
    /// <summary>Ordinal order.</summary>
    public int CompareTo(OutletId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>
/// One pollutant: an HJ 212 / HJ 525 / HJ 524 code (<c>w01018</c>) where the register knows it, else the name or code of the
/// source as written. Obtained from <see cref="PollutantRegister"/>, so that a code and its aliases are one pollutant.
/// </summary>
/// <param name="Value">The code or foreign name.</param>
public readonly record struct PollutantCode(string Value) : IComparable<PollutantCode>
{
    /// <summary>Ordinal order.</summary>
    public int CompareTo(PollutantCode other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
