using System.Buffers;
using System.Text;

namespace CleanProd.Rules.Import;

/// <summary>Finds the encoding of a text file.</summary>
internal static class TextEncoding
{
    private const int Piece = 1 << 16;

    private static readonly Encoding Utf8 = new UTF8Encoding(true, true);
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>
    /// A byte order mark decides; without one a file is UTF-16 when it holds zero bytes, UTF-8 when every byte fits, else GB18030 when every byte fits.
    /// </summary>
    /// <returns>The encoding, strict.</returns>
    /// <exception cref="ImportException">It is none of them.</exception>
    internal static Encoding Detect(SourceFile file)
    {
        foreach (var candidate in Candidates(file))
            if (candidate == Utf8 ? IsUtf8(file) : Fits(file, candidate.GetDecoder())) return candidate;
        throw new ImportException(
            $"{file.Name}：文件既不是 UTF-8、UTF-16，也不是 GB18030（GBK）文本，或文件已损坏。请另存为“CSV UTF-8”后重新导入。"
            + $" / The file is neither UTF-8, UTF-16 nor GB18030 text, or it is damaged. Save it as CSV UTF-8 and import it again.");
    }

    private static Encoding[] Candidates(SourceFile file)
    {
        using var stream = file.Open();
        var bytes = new byte[Piece];
        var start = bytes.AsSpan(0, stream.ReadAtLeast(bytes, Piece, throwOnEndOfStream: false));
        if (start.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return [Utf8];
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return [Utf16(bigEndian: false)];
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return [Utf16(bigEndian: true)];
        // Commas and line breaks carry a zero byte in UTF-16, first in big endian, second in little endian; no other encoding here has any.
        var (even, odd) = (0, 0);
        for (var i = 0; i < start.Length; i++)
        {
            if (start[i] != 0) continue;
            if (i % 2 == 0) even++;
            else odd++;
        }

        return even + odd == 0 ? [Utf8, Gb18030] : [Utf16(bigEndian: even > odd)];
    }

    private static UnicodeEncoding Utf16(bool bigEndian) => new(bigEndian, byteOrderMark: true, throwOnInvalidBytes: true);

    private static bool IsUtf8(SourceFile file)
    {
        using var stream = file.Open();
        var bytes = ArrayPool<byte>.Shared.Rent(Piece * 4);
        try
        {
            // A character may lie over the end of a piece: its beginning waits for the rest.
            var waiting = 0;
            while (stream.Read(bytes, waiting, bytes.Length - waiting) is > 0 and var count)
            {
                var piece = bytes.AsSpan(0, waiting + count);
                waiting = Unfinished(piece);
                if (!System.Text.Unicode.Utf8.IsValid(piece[..^waiting])) return false;
                piece[^waiting..].CopyTo(bytes);
            }

            return waiting == 0;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    // Bytes at the end that begin a character of more bytes than are there.
    private static int Unfinished(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= 3 && back <= bytes.Length; back++)
        {
            var b = bytes[^back];
            if (b < 0x80) return 0;
            if (b >= 0xC0) return (b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2) > back ? back : 0;
        }

        return 0;
    }

    private static bool Fits(SourceFile file, Decoder decoder)
    {
        using var stream = file.Open();
        var bytes = new byte[Piece];
        var chars = new char[Piece * 2];
        try
        {
            for (int count; (count = stream.Read(bytes, 0, bytes.Length)) > 0;) decoder.GetChars(bytes.AsSpan(0, count), chars, flush: false);
            decoder.GetChars([], chars, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
