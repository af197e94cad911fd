namespace CleanProd.Rules.Import.Hj212;

/// <summary>Check sums of frames.</summary>
internal static class Hj212Crc
{
    /// <summary>
    /// HJ 212-2017 annex A: the register's high byte, not the whole register, meets the next byte. Only 256 values come out, so that one frame in
    /// 256 that is damaged passes: it shows slips on the line, not tampering.
    /// </summary>
    internal static ushort Of(ReadOnlySpan<byte> segment)
    {
        var register = 0xFFFF;
        foreach (var b in segment) register = Shift((register >> 8) ^ b);
        return (ushort)register;
    }

    /// <summary>The Modbus CRC-16 that some makers take for it.</summary>
    internal static ushort Modbus(ReadOnlySpan<byte> segment)
    {
        var register = 0xFFFF;
        foreach (var b in segment) register = Shift(register ^ b);
        return (ushort)register;
    }

    private static int Shift(int register)
    {
        for (var i = 0; i < 8; i++) register = (register & 1) != 0 ? (register >> 1) ^ 0xA001 : register >> 1;
        return register;
    }
}
