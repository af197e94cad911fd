using CleanProd.Rules.Facts.Packing;

namespace CleanProd.Rules.Tests.Facts.Packing;

/// <summary>A column of every width and length is the same whichever way it is read, and passed over to the same place.</summary>
public class ColumnWidthTests
{
    [Fact]
    public void Every_width_up_to_sixty_four_bits_comes_back_both_ways()
    {
        var writer = new ChunkWriter();
        for (var width = 1; width <= 64; width++)
        {
            foreach (var length in (int[])[1, 2, 3, 5, 8, 9, 16, 17, 40])
            {
                var column = Column(width, length);
                writer.Rewind(0);
                IntegerColumn.Write(writer, column);
                writer.Byte(77);
                ChunkReader read = new(writer.Written), skipped = new(writer.Written), unpacked = new(writer.Written);
                var numbers = new long[length];
                Assert.Equal(column, IntegerColumn.Read(ref read, length));
                IntegerColumn.Skip(ref skipped, length);
                IntegerColumn.Unpack(ref unpacked, numbers);
                Assert.Equal(column, numbers);
                Assert.Equal((77, 77, 77), (read.Byte(), skipped.Byte(), unpacked.Byte()));
            }
        }
    }

    // Bits that look like chance and are the same on every machine; the last is the widest.
    private static long[] Column(int width, int length)
    {
        var column = new long[length];
        var bits = 88172645463325252ul;
        for (var i = 0; i < length; i++)
        {
            bits ^= bits << 13;
            bits ^= bits >> 7;
            bits ^= bits << 17;
            column[i] = unchecked((long)(i == length - 1 ? ulong.MaxValue >> (64 - width) : i == 0 ? 0 : bits & (ulong.MaxValue >> (64 - width))) - 5);
        }

        return column;
    }
}
