using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace CleanProd.Rules.Storage.EvidencePacks;

/// <summary>
/// The file itself: a zip archive without times and names of machines, whose comment is the SHA-256 over every byte before it, so that no byte
/// can change unnoticed. Reading takes nothing on trust: sizes are bounded before anything is inflated.
/// </summary>
internal static class EvidenceArchive
{
    /// <summary>Largest file that is read, in bytes.</summary>
    internal const long MostBytes = 64L << 20;

    // Most bytes of all parts together when inflated, and most parts.
    private const long MostInflated = 256L << 20;
    private const int MostParts = 1000;

    private const int Seal = 64;

    // The earliest that a zip archive can say.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Packs parts in their order.</summary>
    internal static byte[] Pack(IEnumerable<(string Name, byte[] Bytes)> parts)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true) { Comment = new string('0', Seal) })
        {
            foreach (var (name, bytes) in parts)
            {
                var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
                (entry.LastWriteTime, entry.ExternalAttributes) = (NoTime, 0);
                using var to = entry.Open();
                to.Write(bytes);
            }
        }

        var packed = file.ToArray();
        Encoding.ASCII.GetBytes(SealOf(packed)).CopyTo(packed.AsSpan(packed.Length - Seal));
        return packed;
    }

    /// <summary>Unpacks a file.</summary>
    /// <exception cref="InvalidDataException">It is no archive of this form, was changed, or inflates beyond all measure.</exception>
    internal static IReadOnlyList<(string Name, byte[] Bytes)> Unpack(byte[] file)
    {
        if (file.Length > MostBytes) throw Refused($"文件超过 {MostBytes >> 20} MB", $"the file is larger than {MostBytes >> 20} MB");
        if (file.Length <= Seal || Encoding.ASCII.GetString(file.AsSpan(file.Length - Seal)) != SealOf(file))
            throw Refused("文件已被改动或不完整", "the file was changed or is not whole");
        using var archive = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        if (archive.Entries.Count > MostParts) throw Refused($"超过 {MostParts} 个部分", $"it has more than {MostParts} parts");
        var (parts, left) = (new List<(string, byte[])>(archive.Entries.Count), MostInflated);
        foreach (var entry in archive.Entries)
        {
            if (entry.Length > left) throw Refused($"{entry.FullName} 解压后过大", $"{entry.FullName} inflates beyond all measure");
            // What the archive says of a length may be a lie: one byte more than that is never read.
            var bytes = new byte[entry.Length];
            using var from = entry.Open();
            if (from.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) != bytes.Length || from.ReadByte() != -1)
                throw Refused($"{entry.FullName} 的长度与记载不符", $"{entry.FullName} has another length than stated");
            left -= bytes.Length;
            parts.Add((entry.FullName, bytes));
        }

        return parts;
    }

    /// <summary>Says what is wrong with a pack.</summary>
    internal static InvalidDataException Refused(string zh, string en, Exception? cause = null) => new($"证据包不可用：{zh}。 The evidence pack is refused: {en}.", cause);

    private static string SealOf(ReadOnlySpan<byte> file) => Convert.ToHexStringLower(SHA256.HashData(file[..^Seal]));
}
