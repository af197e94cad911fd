using System.Globalization;
using System.Text;

namespace CleanProd.Rules.Fuzzing;

/// <summary>Logs of HJ 212 frames, some with wrong lengths and check sums, among noise.</summary>
internal static class LogInput
{
    internal static IReadOnlyList<(string Name, byte[] Bytes)> Make(Random random)
    {
        var log = new StringBuilder();
        for (var frames = random.Next(1, 30); frames > 0; frames--)
        {
            if (random.Next(5) == 0) log.Append(Damage.Odd[random.Next(Damage.Odd.Length)]);
            log.Append(Frame(random));
            if (random.Next(8) > 0) log.Append(random.Next(2) == 0 ? "\r\n" : "\n");
        }

        const string Devices = "mn,facility_id,outlet_id\nMN1,A,DW001\nMN2,B,DA001\n";
        return [("devices.csv", Encoding.UTF8.GetBytes(Devices)), ("station.log", Damage.Bytes(random, Encoding.UTF8.GetBytes(log.ToString())))];
    }

    private static string Frame(Random random)
    {
        var time = new DateTime(2024, random.Next(1, 13), random.Next(1, 28), random.Next(24), random.Next(60), 0, DateTimeKind.Unspecified);
        var items = string.Join(';', Enumerable.Range(0, random.Next(1, 5)).Select(_ =>
            $"{Damage.Pick(random, "w01018", "011", "w21003", "a21026", "B01", "w00000")}-{Damage.Pick(random, "Avg", "Rtd", "Min", "Max", "Cou")}={Damage.Pick(random, "12.5", "0", "-1", "8e2", "")},w01018-Flag={Damage.Pick(random, "N", "D", "T", "x", "")}"));
        var segment = string.Create(CultureInfo.InvariantCulture,
            $"QN={time:yyyyMMddHHmmss}000;ST={Damage.Pick(random, "32", "31", "21")};CN={Damage.Pick(random, "2061", "2051", "2011", "2031", "9999")};PW=123456;MN={Damage.Pick(random, "MN1", "MN2", "MN3")};Flag=5;CP=&&DataTime={time:yyyyMMddHHmmss};{items}&&");
        var bytes = Encoding.UTF8.GetBytes(segment);
        var length = random.Next(15) == 0 ? random.Next(10000) : bytes.Length;
        return string.Create(CultureInfo.InvariantCulture, $"##{length:0000}{segment}{(random.Next(10) == 0 ? random.Next(65536) : Crc(bytes)):X4}");
    }

    // HJ 212 annex A, written again from the standard.
    private static int Crc(byte[] bytes)
    {
        var crc = 0xFFFF;
        foreach (var b in bytes)
        {
            crc = (crc >> 8) ^ b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xA001 : crc >> 1;
        }

        return crc;
    }
}
