using System.Buffers.Text;
using System.Text;

namespace CleanProd.Rules.Benchmarks.Data;

/// <summary>
/// Writes measured values in the project's own format as platforms export them: outlet by outlet, time by time, all pollutants of a time
/// together. Most lie well below their limit; at one facility in five some do not. Some are ND or below detection, some bear a flag.
/// </summary>
internal static class DailyValues
{
    private static ReadOnlySpan<byte> Heading => "facility_id,outlet_id,pollutant,at,window,value,unit,origin,flag\n"u8;

    /// <summary>Writes the file. Memory does not grow with it.</summary>
    /// <returns>The number of facilities in it.</returns>
    internal static int Write(DataPlan plan, Stream output)
    {
        output.Write(Heading);
        var times = Times(plan);
        var tail = Encoding.ASCII.GetBytes($",{plan.Window},");
        var buffer = new byte[1 << 16];
        var left = plan.Rows;
        var number = 0;
        for (; left > 0; number++)
        {
            var place = Place.Of(number);
            for (var outlet = 0; outlet < place.Outlets && left > 0; outlet++)
            {
                var dice = new Dice(plan.Seed + (ulong)(number * 2 + outlet));
                var head = Encoding.ASCII.GetBytes($"{place.Id},{Place.OutletId(outlet)},");
                var used = 0;
                for (var time = 0; time < times.Length && left > 0; time++)
                {
                    for (var i = 0; i < Monitored.All.Length && left > 0; i++, left--)
                    {
                        if (buffer.Length - used < 200)
                        {
                            output.Write(buffer, 0, used);
                            used = 0;
                        }

                        used += Row(buffer.AsSpan(used), head, Monitored.All[i], times[time], tail, place.Exceeds, ref dice);
                    }
                }

                output.Write(buffer, 0, used);
            }
        }

        return number;
    }

    private static int Row(Span<byte> to, byte[] head, Monitored pollutant, byte[] time, byte[] tail, bool exceeds, ref Dice dice)
    {
        var used = 0;
        Put(to, ref used, head);
        used += Encoding.ASCII.GetBytes(pollutant.Symbol, to[used..]);
        to[used++] = (byte)',';
        Put(to, ref used, time);
        Put(to, ref used, tail);
        var chance = dice.Below(1_000);
        if (chance < 8)
        {
            Put(to, ref used, "ND"u8);
        }
        else
        {
            // 5 to 85 hundredths of the limit; where exceedances are, one value in a hundred up to twice the limit.
            var over = exceeds && dice.Below(100) == 0;
            var share = chance < 12 ? 1 : over ? 80 + dice.Below(120) : 5 + dice.Below(80);
            if (chance < 12) to[used++] = (byte)'<';
            Number(to, ref used, pollutant.LimitThousandths / 100 * share + (chance < 12 ? 0 : dice.Below(pollutant.LimitThousandths / 100)), pollutant.Decimals);
        }

        Put(to, ref used, ",mg/L,automatic,"u8);
        // Two in a hundred from an instrument in maintenance, calibration or fault: no basis for judging.
        if (dice.Below(1_000) is var flagged && flagged < 20) to[used++] = flagged < 10 ? (byte)'M' : flagged < 15 ? (byte)'C' : (byte)'D';
        to[used++] = (byte)'\n';
        return used;
    }

    private static void Number(Span<byte> to, ref int used, int thousandths, int decimals)
    {
        var scale = decimals switch { 0 => 1_000, 1 => 100, 2 => 10, _ => 1 };
        var number = thousandths / scale;
        var one = 1_000 / scale;
        Utf8Formatter.TryFormat(number / one, to[used..], out var written);
        used += written;
        if (decimals == 0) return;
        to[used++] = (byte)'.';
        Utf8Formatter.TryFormat(number % one, to[used..], out written, new('D', (byte)decimals));
        used += written;
    }

    private static byte[][] Times(DataPlan plan)
    {
        var first = new DateTime(DataPlan.Year, 1, 1);
        return [.. Enumerable.Range(0, plan.TimesOfYear).Select(i => Encoding.ASCII.GetBytes(
            plan.Hourly ? $"{first.AddHours(i):yyyy-MM-ddTHH:mm}" : $"{first.AddDays(i):yyyy-MM-dd}"))];
    }

    private static void Put(Span<byte> to, ref int used, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(to[used..]);
        used += bytes.Length;
    }
}
