using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace CleanProd.Rules.Import;

/// <summary>The encoding of a text file and the hash of its bytes, found in one pass.</summary>
/// <param name="Encoding">The encoding, strict.</param>
/// <param name="Sha256">SHA-256, lower-case hexadecimal.</param>
internal sealed record TextEncoding(Encoding Encoding, string Sha256)
{
    private static readonly Encoding Utf8 = new UTF8Encoding(true, true);
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>
    /// A byte order mark decides; without one a file is UTF-16 when it holds zero bytes, UTF-8 when every byte fits, else GB18030 when every byte fits.
    /// </summary>
    /// <exception cref="ImportException">It is none of them.</exception>
    internal static TextEncoding Detect(SourceFile file)
    {
        using var stream = file.Open();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        var chars = ArrayPool<char>.Shared.Rent(1 << 17);
        try
        {
            List<(Encoding Encoding, Decoder Decoder)>? candidates = null;
            int count;
            while ((count = stream.ReadAtLeast(buffer.AsSpan(0, 1 << 16), 1 << 16, throwOnEndOfStream: false)) > 0)
            {
                hash.AppendData(buffer, 0, count);
                candidates ??= [.. Candidates(buffer.AsSpan(0, count)).Select(e => (e, e.GetDecoder()))];
                candidates.RemoveAll(c => !Fits(c.Decoder, buffer.AsSpan(0, count), chars, flush: false));
                if (candidates.Count == 0) throw NoEncoding(file);
            }

            candidates?.RemoveAll(c => !Fits(c.Decoder, [], chars, flush: true));
            if (candidates is { Count: 0 }) throw NoEncoding(file);
            return new(candidates?[0].Encoding ?? Utf8, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            ArrayPool<char>.Shared.Return(chars);
        }
    }

    private static Encoding[] Candidates(ReadOnlySpan<byte> start)
    {
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

    private static bool Fits(Decoder decoder, ReadOnlySpan<byte> bytes, Span<char> chars, bool flush)
    {
        try
        {
            decoder.GetChars(bytes, chars, flush);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static ImportException NoEncoding(SourceFile file) => new(
        $"{file.Name}：文件既不是 UTF-8、UTF-16，也不是 GB18030（GBK）文本，或文件已损坏。请另存为“CSV UTF-8”后重新导入。"
        + $" / The file is neither UTF-8, UTF-16 nor GB18030 text, or it is damaged. Save it as CSV UTF-8 and import it again.");
}
