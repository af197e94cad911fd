using System.Data.Common;
using CleanProd.Rules.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Imports;

/// <summary>A kept file as a stream: one part of it is in memory at a time, whatever its length.</summary>
internal sealed class SourceStream(StoreContext context, string sha256, long length) : Stream
{
    private byte[] _part = [];
    private long _partNumber = -1;
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => _position = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    public override int Read(Span<byte> buffer)
    {
        if (_position >= length || buffer.Length == 0) return 0;
        var (number, from) = (_position / FactStore.PartLength, (int)(_position % FactStore.PartLength));
        if (number != _partNumber) (_part, _partNumber) = (Part(number), number);
        var count = Math.Min(buffer.Length, _part.Length - from);
        if (count <= 0) throw new InvalidDataException($"The kept file with SHA-256 {sha256} is damaged: restore the store from a backup.");
        _part.AsSpan(from, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) context.Dispose();
        base.Dispose(disposing);
    }

    private byte[] Part(long number)
    {
        context.Database.OpenConnection();
        using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT bytes FROM source_parts WHERE sha256 = @sha256 AND row_no = @number";
        Add(command, "@sha256", sha256);
        Add(command, "@number", (int)number);
        return command.ExecuteScalar() as byte[] ?? [];
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
