using System.Globalization;
using System.Security.Cryptography;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Validity;

namespace CleanProd.Rules.Import.Hj212;

/// <summary>
/// Logs of monitoring devices (HJ/T 212-2005, HJ 212-2017) into measured values: hours and days as sent, hours out of minutes where none are sent.
/// Readings as they run are taken only of a device that sends nothing else: limits are set for means, and of means they are the raw stuff. A frame
/// is a row: it is taken whole or refused whole.
/// </summary>
internal sealed class Hj212LogReader(ReferenceData reference, FactGatherer gatherer, FindingLog log, ImportPulse pulse)
{
    private static readonly string[] Endings = [".txt", ".log", ".dat", ".hj212", ".212"];

    private static readonly string[] Headings = [.. FactTables.Measurements.Columns.Select(c => c.Name)];

    private readonly Dictionary<string, Pollutant?> _factors = new(StringComparer.Ordinal);

    private enum Kind { Other, Running, Minutes, Hour, Day }

    /// <summary>Whether a file is such a log; its name alone does not tell.</summary>
    internal static bool Wants(SourceFile file)
    {
        if (!Endings.Any(e => file.Name.EndsWith(e, StringComparison.OrdinalIgnoreCase))) return false;
        using var stream = file.Open();
        var beginning = new byte[1 << 16];
        return Hj212FrameReader.IsLog(beginning.AsSpan(0, stream.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false)));
    }

    /// <summary>Reads a log; gives its SHA-256.</summary>
    internal string Read(SourceFile file)
    {
        var averaging = Averaging(file);
        var pass = new Hj212Pass(file.Name);
        using (var stream = file.Open())
        {
            foreach (var frame in new Hj212FrameReader(stream).Read())
            {
                log.Counts(file.Name).Read++;
                pulse.Row(file.Name);
                Take(pass, frame, averaging);
            }
        }

        foreach (var hour in pass.Hours.Made()) Take(pass, hour);
        pass.Say(log);
        using var again = file.Open();
        return Convert.ToHexStringLower(SHA256.HashData(again));
    }

    // Devices that send means of any kind.
    private static HashSet<string> Averaging(SourceFile file)
    {
        var averaging = new HashSet<string>(StringComparer.Ordinal);
        using var stream = file.Open();
        foreach (var frame in new Hj212FrameReader(stream).Read())
        {
            if (frame.Fault != Hj212Fault.None) continue;
            var segment = Hj212Segment.Read(frame.Text);
            if (KindOf(segment) is Kind.Minutes or Kind.Hour or Kind.Day) averaging.Add(segment.Mn);
        }

        return averaging;
    }

    private void Take(Hj212Pass pass, Hj212Frame frame, HashSet<string> averaging)
    {
        var source = new SourceRef(pass.File, null, frame.Line);
        if (frame.Fault == Hj212Fault.Broken)
        {
            log.Add("hj212_broken", source, null, frame.Text);
            return;
        }

        var segment = Hj212Segment.Read(frame.Text);
        var device = gatherer.Devices.GetValueOrDefault(segment.Mn);
        if (frame.Fault == Hj212Fault.Length)
        {
            Refuse(device, source, "hj212_length", Plain(frame.StatedLength), Plain(frame.StatedLength), Plain(frame.Length));
            return;
        }

        if (frame.Fault == Hj212Fault.Crc && !(frame.IsModbus && device is { Modbus: true }))
        {
            Refuse(device, source, frame.IsModbus ? "hj212_crc_modbus" : "hj212_crc", Hex(frame.StatedCrc), Hex(frame.StatedCrc), Hex(frame.Crc));
            return;
        }

        var kind = KindOf(segment);
        if (kind == Kind.Other)
        {
            pass.Count("hj212_commands", segment.Cn, source);
        }
        else if (device is null)
        {
            pass.Count("hj212_device_unknown", segment.Mn, source);
            log.Counts(pass.File).Refused.Add((null, frame.Line));
        }
        else if (segment.At() is not { } at)
        {
            Refuse(device, source, "hj212_time", segment.Time ?? "", segment.Time ?? "");
        }
        else if (kind == Kind.Running && averaging.Contains(segment.Mn))
        {
            pass.Count("hj212_running", segment.Mn, source);
        }
        else
        {
            Take(pass, segment, kind, at, device, source);
        }
    }

    private void Take(Hj212Pass pass, Hj212Segment segment, Kind kind, DateTime at, Hj212Device device, SourceRef source)
    {
        var medium = segment.St switch { "31" or "22" or "27" or "51" => Medium.Air, "32" or "21" or "52" => Medium.Water, _ => Medium.Unspecified };
        var volume = segment.Readings.Where(r => Factor(r.Key, medium)?.Code.Value is "w00000" or "a00000").Select(r => r.Value.Amount).FirstOrDefault();
        var hasOxygen = segment.Readings.Any(r => r.Value.Flag is null or 'N' && Factor(r.Key, medium)?.Code.Value is "a19001");
        foreach (var (code, reading) in segment.Readings)
        {
            if (Factor(code, medium) is not { } pollutant)
            {
                pass.Count("hj212_factor_unknown", code, source);
                continue;
            }

            // Velocity, temperature, pressure, moisture of the gas serve the device's own conversion.
            if (pollutant.Code.Value.StartsWith("a01", StringComparison.Ordinal))
            {
                pass.Count("hj212_parameter", code, source);
                continue;
            }

            // With the oxygen beside it, the measured value is converted by what the standard asks for; the device's conversion comes in its place.
            var plain = kind == Kind.Running ? reading.Running : reading.Mean;
            var converted = hasOxygen && plain is not null ? null : reading.Converted;
            if ((converted ?? plain) is not { } value)
            {
                if (reading.Amount is null) pass.Count("hj212_no_value", code, source);
                continue;
            }

            if (converted is not null) pass.Count("hj212_converted", code, source);
            if (kind == Kind.Minutes)
            {
                if (NumberText.Read(value, out var mean) == NumberReading.Number)
                    pass.Hours.Add(device.Mn, pollutant.Code.Value, at, mean, NumberText.Read(volume ?? "", out var m3) == NumberReading.Number ? m3 : null, reading.Flag, source.Row);
                else
                    Refuse(device, source, "not_a_number", value, value);
                continue;
            }

            if (kind == Kind.Hour) pass.Hours.Sent(device.Mn, pollutant.Code.Value, at.Date.AddHours(at.Hour));
            Give(device, pollutant, Begin(kind, at), kind, value, reading.Flag, volume, source);
        }
    }

    private void Take(Hj212Pass pass, Hj212Hour hour)
    {
        var source = new SourceRef(pass.File, null, hour.Line);
        if (hour.Mean is not { } mean || (hour.Flag == 'N' && !MeanValidity.HourStands(hour.ValidMinutes)))
        {
            pass.Count("hj212_hour_short", hour.Mn, source);
            return;
        }

        pass.Count("hj212_hour_made", hour.Mn, source);
        Give(
            gatherer.Devices[hour.Mn], Factor(hour.Code, Medium.Unspecified)!, hour.At, Kind.Hour, PlainNumber.Text(mean), hour.Flag,
            hour.VolumeM3 is { } volume ? PlainNumber.Text(volume) : null, source);
    }

    private void Give(Hj212Device device, Pollutant pollutant, DateTime at, Kind kind, string value, char? flag, string? volumeM3, SourceRef source)
    {
        var cells = Cells(device);
        Set("pollutant", pollutant.Code.Value);
        Set("at", at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        Set("window", kind switch { Kind.Day => "day", Kind.Hour => "hour", _ => "instant" });
        Set("value", value);
        Set("unit", pollutant.DeviceUnit);
        Set("origin", "automatic");
        Set("flag", flag?.ToString());
        Set("volume_m3", volumeM3);
        gatherer.Add(new FactRow(FactTables.Measurements, cells, Headings, source, RowManner.Plain));

        void Set(string column, string? text) => cells[FactTables.Measurements.Ordinal(column)] = text;
    }

    private void Refuse(Hj212Device? device, SourceRef source, string code, string value, params string[] arguments)
    {
        log.Add(code, source, null, value, arguments);
        // What the facility's device said and nobody can rely on is missing from its facts.
        if (device is not null) gatherer.Refuse(new FactRow(FactTables.Measurements, Cells(device), Headings, source, RowManner.Plain));
    }

    private static string?[] Cells(Hj212Device device)
    {
        var cells = new string?[FactTables.Measurements.Columns.Count];
        cells[FactTables.Measurements.Ordinal("facility_id")] = device.Facility.Value;
        cells[FactTables.Measurements.Ordinal("outlet_id")] = device.Outlet.Value;
        return cells;
    }

    private Pollutant? Factor(string code, Medium medium)
    {
        var key = $"{medium}/{code}";
        if (!_factors.TryGetValue(key, out var found)) _factors[key] = found = reference.Pollutants.FindDeviceCode(code, medium);
        return found;
    }

    private static Kind KindOf(Hj212Segment segment) => segment.Readings.Count == 0 ? Kind.Other : segment.Cn switch
    {
        "2011" => Kind.Running,
        "2051" => Kind.Minutes,
        "2061" => Kind.Hour,
        "2031" => Kind.Day,
        _ => Kind.Other,
    };

    private static DateTime Begin(Kind kind, DateTime at) => kind switch { Kind.Day => at.Date, Kind.Hour => at.Date.AddHours(at.Hour), _ => at };

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Hex(ushort crc) => crc.ToString("X4", CultureInfo.InvariantCulture);
}
