using System.Globalization;

namespace CleanProd.Rules.Import.Hj212;

/// <summary>What the segment of a frame says, editions 2005 and 2017 alike.</summary>
internal sealed class Hj212Segment
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Readings by the factor's code as sent.</summary>
    internal Dictionary<string, Hj212Reading> Readings { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Number of the data logger.</summary>
    internal string Mn => _fields.GetValueOrDefault("MN", "");

    /// <summary>What kind of message it is: 2011 as it runs, 2051 minutes, 2061 an hour, 2031 a day.</summary>
    internal string Cn => _fields.GetValueOrDefault("CN", "");

    /// <summary>System: 31 air pollution source, 32 water pollution source …; the codes of 2005 mean something in its medium only.</summary>
    internal string St => _fields.GetValueOrDefault("ST", "");

    /// <summary>Time as sent.</summary>
    internal string? Time { get; private set; }

    /// <summary>Reads a segment. Semicolons and commas are taken for each other, as devices do.</summary>
    internal static Hj212Segment Read(string text)
    {
        var segment = new Hj212Segment();
        var data = text.IndexOf("CP=&&", StringComparison.Ordinal);
        foreach (var field in (data < 0 ? text : text[..data]).Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (field.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals) segment._fields[field[..equals]] = field[(equals + 1)..];
        if (data < 0) return segment;
        var from = data + 5;
        var to = text.LastIndexOf("&&", StringComparison.Ordinal);
        foreach (var item in text[from..Math.Max(from, to)].Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) segment.Take(item);
        return segment;
    }

    /// <summary>The time, to the second; devices add milliseconds or leave seconds out.</summary>
    internal DateTime? At()
    {
        if (Time is not { Length: 14 or 17 } time) return null;
        return DateTime.TryParseExact(time[..14], "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;
    }

    private void Take(string item)
    {
        var equals = item.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0) return;
        var (name, value) = (item[..equals], item[(equals + 1)..]);
        if (name.Equals("DataTime", StringComparison.OrdinalIgnoreCase))
        {
            Time = value;
            return;
        }

        var dash = name.LastIndexOf('-');
        if (dash <= 0) return;
        var factor = name[..dash];
        var reading = Readings.GetValueOrDefault(factor);
        if (reading.With(name[(dash + 1)..], value) is { } more) Readings[factor] = more;
    }
}

/// <summary>What a frame says about one factor; numbers as sent.</summary>
/// <param name="Running">Value as it runs.</param>
/// <param name="Mean">Mean of the interval.</param>
/// <param name="Converted">Value converted to the reference oxygen: the running one or the mean.</param>
/// <param name="Amount">Amount of the interval: kg, or m3 of the flow.</param>
/// <param name="Flag">Flag of the data; null when none is sent.</param>
internal readonly record struct Hj212Reading(string? Running, string? Mean, string? Converted, string? Amount, char? Flag)
{
    /// <summary>With one more item; null when it says nothing of a value.</summary>
    internal Hj212Reading? With(string suffix, string value) => suffix switch
    {
        "Rtd" => this with { Running = value },
        "Avg" => this with { Mean = value },
        "ZsRtd" or "ZsAvg" => this with { Converted = value },
        "Cou" => this with { Amount = value },
        "Flag" => this with { Flag = value.Length > 0 ? char.ToUpperInvariant(value[0]) : null },
        _ => null,
    };
}
