namespace CleanProd.Rules.Tests.Import.Hj212;

/// <summary>A stream that gives a few bytes at a time.</summary>
internal sealed class ChoppedStream(byte[] bytes, int first, int then) : MemoryStream(bytes)
{
    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, Position == 0 ? first : then));

    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, Position == 0 ? first : then)]);
}
