using System.Globalization;

namespace CleanProd.Rules.Samples;

// The register, the permit and the monitoring programme: what every plant of a sector has without being told.
internal sealed partial class Enterprise
{
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
