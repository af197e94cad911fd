namespace CleanProd.Rules.Benchmarks.Data;

/// <summary>A pollutant with its limit at every outlet, in thousandths of its unit, and the decimals its values are written with.</summary>
internal readonly record struct Monitored(string Symbol, int LimitThousandths, int Decimals)
{
    /// <summary>Six of water, in the symbols that platforms use.</summary>
    internal static readonly Monitored[] All =
    [
        new("COD", 90_000, 1), new("NH3-N", 10_000, 2), new("TP", 1_000, 3), new("TN", 20_000, 2), new("SS", 60_000, 0), new("BOD5", 20_000, 1),
    ];
}

/// <summary>An invented facility.</summary>
/// <param name="Number">From 0.</param>
/// <param name="Outlets">One or two, in turn.</param>
/// <param name="Exceeds">One in five exceeds now and then.</param>
internal readonly record struct Place(int Number, int Outlets, bool Exceeds)
{
    internal static Place Of(int number) => new(number, 1 + number % 2, number % 5 == 3);

    internal string Id => $"F{Number:D6}";

    internal static string OutletId(int outlet) => outlet == 0 ? "DW001" : "DW002";

    /// <summary>A city of Guangdong.</summary>
    internal string Region => (Number % 3) switch { 0 => "440100", 1 => "440300", _ => "440600" };
}
