using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Cases.Records;

/// <summary>Money in 万元 (10 000 yuan), exact: the unit of the audit tables.</summary>
/// <param name="Amount">Times 10 000 yuan.</param>
public readonly record struct Wan(decimal Amount)
{
    /// <summary>Nothing.</summary>
    public static readonly Wan Zero = new(0m);

    /// <summary>The sum of some amounts.</summary>
    public static Wan Sum(IEnumerable<Wan> amounts) => new(amounts.Sum(a => a.Amount));

    /// <inheritdoc/>
    public override string ToString() => PlainNumber.Text(Amount);
}
