using System.Buffers.Binary;
using System.Text;

namespace CleanProd.Rules.Browser.Circuits;

/// <summary>A message of a connection of pages: MessagePack behind its length, of the few kinds of values that they send (SignalR hub protocol, "blazorpack").</summary>
internal static class HubMessage
{
    /// <summary>A call that wants no answer, or one under a number.</summary>
    internal static byte[] Call(string? number, string target, params object?[] arguments) => Framed([1, new Dictionary<string, string>(), number, target, arguments]);

    /// <summary>Keeps the connection alive.</summary>
    internal static byte[] Ping() => Framed([6]);

    /// <summary>Takes the next whole message off the front of what came; null while it is not all there.</summary>
    internal static object?[]? Next(ref ReadOnlySpan<byte> came)
    {
        var (length, at) = (0, 0);
        for (var shift = 0; ; shift += 7)
        {
            if (at == came.Length) return null;
            var part = came[at++];
            length |= (part & 0x7f) << shift;
            if (part < 0x80) break;
        }

        if (came.Length < at + length) return null;
        var body = came.Slice(at, length);
        came = came[(at + length)..];
        return (object?[])Read(ref body)!;
    }

    private static byte[] Framed(object?[] message)
    {
        using var body = new MemoryStream();
        Write(body, message);
        using var framed = new MemoryStream();
        var length = (int)body.Length;
        for (; length > 0x7f; length >>= 7) framed.WriteByte((byte)(0x80 | (length & 0x7f)));
        framed.WriteByte((byte)length);
        body.WriteTo(framed);
        return framed.ToArray();
    }

    private static void Write(MemoryStream to, object? value)
    {
        Span<byte> wide = stackalloc byte[8];
        switch (value)
        {
            case null: to.WriteByte(0xc0); break;
            case bool flag: to.WriteByte(flag ? (byte)0xc3 : (byte)0xc2); break;
            case int or long:
                to.WriteByte(0xd3);
                BinaryPrimitives.WriteInt64BigEndian(wide, Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
                to.Write(wide);
                break;
            case string text:
                to.WriteByte(0xdb);
                BinaryPrimitives.WriteInt32BigEndian(wide, Encoding.UTF8.GetByteCount(text));
                to.Write(wide[..4]);
                to.Write(Encoding.UTF8.GetBytes(text));
                break;
            case Dictionary<string, string> { Count: 0 }: to.WriteByte(0x80); break;
            case object?[] { Length: < 16 } list:
                to.WriteByte((byte)(0x90 | list.Length));
                foreach (var item in list) Write(to, item);
                break;
            default: throw new NotSupportedException($"{value.GetType()} is not sent.");
        }
    }

    private static object? Read(ref ReadOnlySpan<byte> from)
    {
        var kind = Take(ref from, 1)[0];
        switch (kind)
        {
            case < 0x80: return (long)kind;
            case >= 0xe0: return (long)(sbyte)kind;
            case >= 0xa0 and < 0xc0: return Encoding.UTF8.GetString(Take(ref from, kind & 0x1f));
            case >= 0x90 and < 0xa0: return List(ref from, kind & 0xf);
            case >= 0x80 and < 0x90: return List(ref from, 2 * (kind & 0xf));
            case 0xc0: return null;
            case 0xc2: return false;
            case 0xc3: return true;
            case 0xc4: return Take(ref from, Take(ref from, 1)[0]).ToArray();
            case 0xc5: return Take(ref from, BinaryPrimitives.ReadUInt16BigEndian(Take(ref from, 2))).ToArray();
            case 0xc6: return Take(ref from, BinaryPrimitives.ReadInt32BigEndian(Take(ref from, 4))).ToArray();
            case 0xcc: return (long)Take(ref from, 1)[0];
            case 0xcd: return (long)BinaryPrimitives.ReadUInt16BigEndian(Take(ref from, 2));
            case 0xce: return (long)BinaryPrimitives.ReadUInt32BigEndian(Take(ref from, 4));
            case 0xcf or 0xd3: return BinaryPrimitives.ReadInt64BigEndian(Take(ref from, 8));
            case 0xd0: return (long)(sbyte)Take(ref from, 1)[0];
            case 0xd1: return (long)BinaryPrimitives.ReadInt16BigEndian(Take(ref from, 2));
            case 0xd2: return (long)BinaryPrimitives.ReadInt32BigEndian(Take(ref from, 4));
            case 0xd9: return Encoding.UTF8.GetString(Take(ref from, Take(ref from, 1)[0]));
            case 0xda: return Encoding.UTF8.GetString(Take(ref from, BinaryPrimitives.ReadUInt16BigEndian(Take(ref from, 2))));
            case 0xdb: return Encoding.UTF8.GetString(Take(ref from, BinaryPrimitives.ReadInt32BigEndian(Take(ref from, 4))));
            case 0xdc: return List(ref from, BinaryPrimitives.ReadUInt16BigEndian(Take(ref from, 2)));
            default: throw new InvalidDataException($"A value of the kind {kind:x2} came, which no page sends.");
        }
    }

    private static object?[] List(ref ReadOnlySpan<byte> from, int count)
    {
        var items = new object?[count];
        for (var i = 0; i < count; i++) items[i] = Read(ref from);
        return items;
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> from, int length)
    {
        var taken = from[..length];
        from = from[length..];
        return taken;
    }
}
