using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Cases.Penalties;

/// <summary>Money in yuan, exact.</summary>
/// <param name="Amount">Yuan.</param>
public readonly record struct Yuan(decimal Amount)
{
    /// <inheritdoc/>
    public override string ToString() => PlainNumber.Text(Amount);
}
