namespace CleanProd.Rules.Samples;

/// <summary>An outlet that plants of a sector have.</summary>
internal sealed record OutletPlan(string Id, string Name, string Discharge, string Standard)
{
    public bool Workshop { get; init; }

    public string StackHeight { get; init; } = "";

    public string Medium => Discharge is "stack" ? "air" : "water";
}

/// <summary>What the permit limits at an outlet and how often the plant measures it: in twelve months or in four (February, May, August, November).</summary>
internal sealed record Line(string Outlet, string Pollutant, decimal? Low, decimal High, int TimesAYear = 4)
{
    public bool IsPh => Pollutant is "pH值";

    public string Unit(OutletPlan outlet) => IsPh ? "无量纲" : outlet.Medium is "air" ? "mg/m3" : "mg/L";

    public string Window(OutletPlan outlet) => outlet.Medium is "air" ? "hour" : IsPh ? "instant" : "day";

    public IEnumerable<int> Months => TimesAYear is 12 ? Enumerable.Range(1, 12) : [2, 5, 8, 11];
}

/// <summary>A kind of plant: its GB/T 4754-2017 code, the word its name carries, its outlets and its monitoring programme.</summary>
internal sealed record Sector(string Industry, string Word, IReadOnlyList<OutletPlan> Outlets, IReadOnlyList<Line> Lines)
{
    public OutletPlan Outlet(string id) => Outlets.Single(o => o.Id == id);
}
