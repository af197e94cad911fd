using System.Text;

namespace CleanProd.Rules.Fuzzing;

/// <summary>What goes wrong with files on their way: bytes flipped, cut, doubled, and things put in that readers stumble over.</summary>
internal static class Damage
{
    internal static readonly string[] Odd =
    [
        "\"", "\"\"", ",", ";", "\t", "\r", "\n", "\r\n", "\0", "\ufeff", "'", "=1+1", "１２３", "1e999", "-1e-30", "99999999999999999999999999999999", "0.00000000000000000000000000000001",
        "NaN", "∞", "<", ">", "<0.02", "ND", "0.02L", "1,234.5", "2024-02-30", "2024年2月29日", "45000", "9999-12-31", "0001-01-01", "2024-12-31 24:00", "无", "none", "null", "true",
        "\u202e倒", "\U0001F3ED", "\ud800", "\u200b", "甲".PadRight(300, '乙'), "{{", "##", "&&", "CP=&&", "mg/L", "t/a", "440100", "C3360", "🏭,🏭", "#N/A", "../../x", "<!DOCTYPE x>", "]]>",
    ];

    internal static string Pick(Random random, params string[] of) => random.Next(12) == 0 ? Odd[random.Next(Odd.Length)] : of[random.Next(of.Length)];

    /// <summary>Leaves most as it is; damages some bytes, or the whole.</summary>
    internal static byte[] Bytes(Random random, byte[] bytes)
    {
        if (bytes.Length == 0) return bytes;
        var (list, times) = (new List<byte>(bytes), random.Next(4) == 0 ? random.Next(1, 20) : random.Next(3));
        for (; times > 0 && list.Count > 0; times--)
        {
            var at = random.Next(list.Count);
            switch (random.Next(6))
            {
                case 0: list[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: list.RemoveRange(at, Math.Min(random.Next(1, 40), list.Count - at)); break;
                case 2: list.InsertRange(at, list.GetRange(at, Math.Min(random.Next(1, 80), list.Count - at))); break;
                case 3: list.InsertRange(at, Encoding.UTF8.GetBytes(Odd[random.Next(Odd.Length)])); break;
                case 4: list[at] = (byte)random.Next(256); break;
                default:
                    if (random.Next(8) == 0) list.RemoveRange(at, list.Count - at);
                    break;
            }
        }

        return [.. list];
    }
}
