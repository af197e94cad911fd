using System.Globalization;
using System.Text;

namespace CleanProd.Rules.Samples;

// What a data logger of the enterprise sends: frames of HJ 212-2017.
internal sealed partial class Enterprise
{
    private readonly List<string> _frames = [];
    private string _mn = "";
    private string _system = "";

    /// <summary>The lines of the log in the order in which they were sent.</summary>
    public IReadOnlyList<string> Frames => _frames;

    /// <summary>A data logger at an outlet.</summary>
    public Enterprise Device(string mn, string outlet)
    {
        (_mn, _system) = (mn, Sector.Outlet(outlet).Medium is "air" ? "31" : "32");
        return Row("devices", mn, Id, outlet, "");
    }

    /// <summary>A message.</summary>
    public Enterprise Sends(string command, string time, string items) => Send(command, time, items, 0);

    /// <summary>A message that was damaged on the line.</summary>
    public Enterprise SendsDamaged(string command, string time, string items) => Send(command, time, items, 1);

    /// <summary>Six means of ten minutes of an hour.</summary>
    public Enterprise SendsMinutes(string day, int hour, string factor, params string[] means)
    {
        for (var i = 0; i < means.Length; i++) Sends("2051", $"{day}{hour:D2}{i * 10:D2}00", $"{factor}-Avg={means[i]},{factor}-Flag=N");
        return this;
    }

    private Enterprise Send(string command, string time, string items, int damage)
    {
        var segment = $"QN={time}000;ST={_system};CN={command};PW=123456;MN={_mn};Flag=4;CP=&&DataTime={time};{items}&&";
        _frames.Add($"##{segment.Length.ToString("D4", CultureInfo.InvariantCulture)}{segment}{Crc(segment) ^ damage:X4}");
        return this;
    }

    // HJ 212-2017 annex A, written a second time on purpose: the reader must not agree with itself alone.
    private static int Crc(string segment)
    {
        var register = 0xFFFF;
        foreach (var b in Encoding.ASCII.GetBytes(segment))
        {
            register = (register >> 8) ^ b;
            for (var bit = 0; bit < 8; bit++)
            {
                var carry = register & 1;
                register >>= 1;
                if (carry == 1) register ^= 0xA001;
            }
        }

        return register;
    }
}
