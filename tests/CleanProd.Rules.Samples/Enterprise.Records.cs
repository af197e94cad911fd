using System.Globalization;

namespace CleanProd.Rules.Samples;

// What a scenario adds to the tables, row by row.
internal sealed partial class Enterprise
{
    /// <summary>Daily means on consecutive days.</summary>
    public Enterprise Daily(string outlet, string pollutant, string firstDay, params string[] values)
    {
        var day = DateOnly.ParseExact(firstDay, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var value in values)
        {
            Value(outlet, pollutant, Iso(day), "day", value, Sector.Outlet(outlet).Medium is "air" ? "mg/m3" : "mg/L", "automatic", "N");
            day = day.AddDays(1);
        }

        return this;
    }

    /// <summary>Two rows about one sample: a copy when the values are the same, a contradiction when not.</summary>
    public Enterprise Twice(string outlet, string pollutant, string at, string window, string value, string otherValue, string unit) =>
        Value(outlet, pollutant, at, window, value, unit).Value(outlet, pollutant, at, window, otherValue, unit);

    /// <summary>A daily mean whose code, name and unit carry stray spaces.</summary>
    public Enterprise Spaced(string outlet, string pollutant, string at, string value) =>
        Row("measurements", Id + " ", outlet + " ", " " + pollutant, at, "day", value, "mg/L ", "self ", "", "", "", "");

    /// <summary>A yearly summary reported ready-made.</summary>
    public Enterprise Summary(string outlet, string pollutant, string low, string high, string unit, string valid, string exceeding, string max, string median) =>
        Row("monitoring_summaries", Id, outlet, pollutant, "2024", low, high, unit, valid, exceeding, max, median);

    /// <summary>One more value, with the cells of <c>measurements</c> as they stand in the file.</summary>
    public Enterprise Value(
        string outlet, string pollutant, string at, string window, string value, string unit,
        string origin = "self", string flag = "", string limitLow = "", string limitHigh = "") =>
        Row("measurements", Id, outlet, pollutant, at, window, value, unit, origin, flag, limitLow, limitHigh, "");

    /// <summary>An automatic daily mean with the volume of the day, m3.</summary>
    public Enterprise Flowing(string outlet, string pollutant, string at, string value, string volume) =>
        Row("measurements", Id, outlet, pollutant, at, "day", value, "mg/L", "automatic", "N", "", "", volume);

    /// <summary>A total quota in tonnes for 2024, and the year's discharge where one was reported.</summary>
    public Enterprise Total(string pollutant, string quota, string? discharged, string method = "automatic")
    {
        Row("quotas", Id, pollutant, Medium(pollutant), "2024-01-01", "2024-12-31", quota, "t",
            $"{Places.City(Region)}市生态环境局（样例）", $"排污许可证 {Id}001P");
        return discharged is null ? this : Discharged(pollutant, "2024-01-01", "2024-12-31", discharged, "t", method);
    }

    /// <summary>One reported quantity.</summary>
    public Enterprise Discharged(string pollutant, string from, string to, string quantity, string unit, string method = "automatic", string remark = "") =>
        Row("discharges", Id, pollutant, Medium(pollutant), from, to, quantity, unit, method, remark);

    /// <summary>Twelve monthly quantities in tonnes.</summary>
    public Enterprise DischargedMonthly(string pollutant, params string[] tonnes)
    {
        for (var month = 1; month <= tonnes.Length; month++)
        {
            var first = new DateOnly(2024, month, 1);
            Discharged(pollutant, Iso(first), Iso(first.AddMonths(1).AddDays(-1)), tonnes[month - 1], "t");
        }

        return this;
    }

    /// <summary>Declares that no toxic substance is used, produced or discharged.</summary>
    public Enterprise NoSubstances(string year = "2024") => Row("substances", Id, year, "none", "used", "", "", "");

    /// <summary>One declared substance.</summary>
    public Enterprise Substance(string name, string role, string quantity, string unit, string purpose) =>
        Row("substances", Id, "2024", name, role, quantity, unit, purpose);

    /// <summary>Output and energy of a product; energy in tonnes of standard coal unless said otherwise.</summary>
    public Enterprise Energy(string product, string output, string outputUnit, string energy, string energyUnit = "tce") =>
        Row("energy", Id, "2024", product, output, outputUnit, energy, energyUnit);

    /// <summary>An earlier audit; dates left blank have not come.</summary>
    public Enterprise Audit(string kind, string listed, string started, string reported, string accepted, string result) =>
        Row("audits", Id, kind, listed, started, reported, accepted, result);

    /// <summary>Some other number of 2024.</summary>
    public Enterprise Indicator(string indicator, string value, string unit) => Row("indicators", Id, indicator, "2024", value, unit);

    /// <summary>A judgement by people.</summary>
    public Enterprise Judged(string topic, string value, string reason, string on = "2024-12-20") =>
        Row("discretion", Id, topic, value, $"{Places.City(Region)}市生态环境局（样例）", on, reason);

    /// <summary>A row as it stands in the file.</summary>
    public Enterprise Row(string table, params string[] cells)
    {
        if (cells.Length != Tables.Columns[table].Length)
            throw new ArgumentException($"{Name}: {table} has {Tables.Columns[table].Length} columns, the row {cells.Length}.");
        _rows.Add((table, cells));
        return this;
    }

    private static string Medium(string pollutant) => pollutant is "二氧化硫" or "氮氧化物" or "非甲烷总烃" or "颗粒物" or "SO2" or "NOx" ? "air" : "water";
}
