using System.Globalization;

namespace CleanProd.Rules.Samples;

/// <summary>
/// One invented enterprise: everything the data set holds about it, and what the law makes of it, with the reason a person wrote down.
/// The expectation is never computed from the data.
/// </summary>
internal sealed class Enterprise
{
    private const ulong Seed = 44_2024;
    private readonly SplitMix64 _chance;
    private readonly List<Line> _lines;
    private readonly Dictionary<(string, string, int), string> _set = [];
    private readonly HashSet<string> _unknown = [];
    private readonly Dictionary<(string, string), (string LastDay, decimal High)> _earlier = [];
    private readonly List<(string Table, string[] Cells)> _rows = [];
    private bool _monitored;
    private (string Table, string[] Cells)[]? _made;

    /// <summary>An enterprise of a sector. The number gives it a code and a stream of chance of its own, so that none moves another.</summary>
    public Enterprise(int number, string region, string mark, Sector sector, string status = "operating")
    {
        (Region, Sector, Status) = (region, sector, status);
        _lines = [.. sector.Lines];
        _chance = new SplitMix64(Seed * (ulong)number);
        Id = CreditCode.Invent(region, 100_000 + (number * 5800) + _chance.Between(0, 5799));
        Name = $"{Places.City(region)}{mark}样例{sector.Word}有限公司";
        Representative = $"{"陈梁黄李何林郑罗冯邓"[_chance.Between(0, 9)]}示{"安宁远清和明川禾朗舟"[_chance.Between(0, 9)]}";
        Address = Places.Address(region, _chance.Between(1, 299));
        ApprovedOn = new DateOnly(_chance.Between(2004, 2020), _chance.Between(1, 12), _chance.Between(1, 28));
    }

    public string Id { get; private set; }

    public string Name { get; }

    public string Region { get; }

    public string Address { get; }

    public string Representative { get; }

    public DateOnly ApprovedOn { get; }

    public Sector Sector { get; }

    public string Status { get; }

    public Expectation Expected { get; private set; } = new("", [], [], "");

    /// <summary>All rows, made once: chance goes on with every draw, so a second making would differ.</summary>
    public IReadOnlyList<(string Table, string[] Cells)> Rows => _made ??= [.. Register(), .. PermitLimits(), .. Programme(), .. _rows];

    /// <summary>The code as a clerk mistyped it, everywhere: the last character does not check.</summary>
    public Enterprise Mistyped()
    {
        Id = Id[..17] + (Id[17] is '0' ? '1' : '0');
        return this;
    }

    /// <summary>The whole monitoring programme of the sector was measured, between a third and three quarters of each limit.</summary>
    public Enterprise Monitored()
    {
        _monitored = true;
        return this;
    }

    /// <summary>What the programme found at one outlet in one month instead, written as the laboratory wrote it.</summary>
    public Enterprise Found(string outlet, string pollutant, int month, string value)
    {
        _set.Add((outlet, pollutant, month), value);
        return this;
    }

    /// <summary>The outlet was not measured.</summary>
    public Enterprise NotMeasured(string outlet)
    {
        _unknown.Add(outlet);
        return this;
    }

    /// <summary>Until that day the permit limited the pollutant otherwise.</summary>
    public Enterprise LimitUntil(string outlet, string pollutant, string lastDay, decimal high)
    {
        _earlier.Add((outlet, pollutant), (lastDay, high));
        return this;
    }

    /// <summary>The permit says nothing of the pollutant.</summary>
    public Enterprise NoLimit(string outlet, string pollutant)
    {
        _lines.RemoveAll(l => l.Outlet == outlet && l.Pollutant == pollutant);
        return this;
    }

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

    public Enterprise Triggered(string grounds, string reason, string undetermined = "") =>
        Expect("triggered", grounds, undetermined, reason);

    public Enterprise NotTriggered(string reason) => Expect("not_triggered", "", "", reason);

    public Enterprise Undetermined(string grounds, string reason) => Expect("undetermined", "", grounds, reason);

    public Enterprise NotApplicable(string reason) => Expect("not_applicable", "", "", reason);

    private Enterprise Expect(string outcome, string triggered, string undetermined, string reason)
    {
        Expected = new Expectation(outcome, Split(triggered), Split(undetermined), reason);
        return this;
    }

    private static string[] Split(string grounds) => grounds.Split(';', StringSplitOptions.RemoveEmptyEntries);

    private static string Medium(string pollutant) => pollutant is "二氧化硫" or "氮氧化物" or "非甲烷总烃" or "颗粒物" or "SO2" or "NOx" ? "air" : "water";

    private IEnumerable<(string, string[])> Register()
    {
        yield return ("facilities", [Id, Name, Region, Address, Sector.Industry, Representative, Id + "001P",
            Iso(ApprovedOn), _rows.Any(r => r.Table is "quotas") ? "true" : "false", Status]);
        foreach (var o in Sector.Outlets)
            yield return ("outlets", [Id, o.Id, o.Name, o.Medium, o.Discharge, o.Workshop ? "true" : "false", "", o.Standard, o.StackHeight]);
    }

    private IEnumerable<(string, string[])> PermitLimits()
    {
        foreach (var line in _lines)
        {
            var outlet = Sector.Outlet(line.Outlet);
            var from = "2022-07-01";
            if (_earlier.TryGetValue((line.Outlet, line.Pollutant), out var earlier))
            {
                yield return Limit(earlier.High, from, earlier.LastDay);
                from = Iso(DateOnly.ParseExact(earlier.LastDay, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(1));
            }

            yield return Limit(line.High, from, "2027-06-30");

            (string, string[]) Limit(decimal high, string from, string to) =>
                ("permit_limits", [Id, line.Outlet, line.Pollutant, Text(line.Low), Text(high), line.Unit(outlet), "", from, to, outlet.Standard]);
        }
    }

    private IEnumerable<(string, string[])> Programme()
    {
        if (!_monitored) yield break;
        var left = new HashSet<(string, string, int)>(_set.Keys);
        foreach (var line in Sector.Lines)
        {
            if (_unknown.Contains(line.Outlet)) continue;
            var outlet = Sector.Outlet(line.Outlet);
            foreach (var month in line.Months)
            {
                var at = $"2024-{month:D2}-{_chance.Between(5, 25):D2}" + (line.Window(outlet) is "day" ? "" : $"T{_chance.Between(9, 16):D2}:00");
                var usual = Usual(line);
                var volume = line.Pollutant is "化学需氧量" ? Text(_chance.Between(300, 1500)) : "";
                left.Remove((line.Outlet, line.Pollutant, month));
                yield return ("measurements", [Id, line.Outlet, line.Pollutant, at, line.Window(outlet),
                    _set.GetValueOrDefault((line.Outlet, line.Pollutant, month), usual), line.Unit(outlet), line.IsPh || outlet.Medium is "water" ? "self" : "automatic",
                    outlet.Medium is "air" ? "N" : "", "", "", volume]);
            }
        }

        if (left.Count > 0) throw new InvalidOperationException($"{Name}: the programme has no value at {string.Join(", ", left)}.");
    }

    private string Usual(Line line)
    {
        if (line.IsPh) return Text(decimal.Round(_chance.Between(6.8m, 8.2m), 1));
        var value = _chance.Between(0.33m, 0.74m) * line.High;
        return Text(decimal.Round(value, line.High switch { >= 100 => 0, >= 10 => 1, >= 1 => 2, _ => 3 }));
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(decimal? number) => number?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>What the screening of 2024 on 15 January 2025 must say.</summary>
internal sealed record Expectation(string Outcome, IReadOnlyList<string> Triggered, IReadOnlyList<string> Undetermined, string Reason);
