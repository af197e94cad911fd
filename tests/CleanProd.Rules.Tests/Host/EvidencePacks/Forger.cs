using System.Security.Cryptography;
using System.Text;
using CleanProd.Rules.Storage.EvidencePacks;

namespace CleanProd.Rules.Tests.Host.EvidencePacks;

/// <summary>Somebody who changes a pack and makes all hashes fit again.</summary>
internal static class Forger
{
    /// <summary>The pack with a text in one part replaced, once, and every hash that follows from it.</summary>
    internal static byte[] Replace(byte[] pack, string part, string text, string by) => Change(pack, part, bytes =>
    {
        var old = Encoding.UTF8.GetString(bytes);
        var at = old.IndexOf(text, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{part} does not hold {text}");
        return Encoding.UTF8.GetBytes(old[..at] + by + old[(at + text.Length)..]);
    });

    internal static byte[] Change(byte[] pack, string part, Func<byte[], byte[]> change)
    {
        var parts = EvidenceArchive.Unpack(pack).Select(p => p.Name == part ? (p.Name, Bytes: change(p.Bytes)) : p).ToArray();
        return Sealed(parts);
    }

    internal static byte[] Without(byte[] pack, string part) => Sealed([.. EvidenceArchive.Unpack(pack).Where(p => p.Name != part)]);

    /// <summary>Only the archive is sealed anew: the manifest stays as it is.</summary>
    internal static byte[] ChangeBehindTheManifest(byte[] pack, string part, Func<byte[], byte[]> change) =>
        EvidenceArchive.Pack(EvidenceArchive.Unpack(pack).Select(p => p.Name == part ? (p.Name, change(p.Bytes)) : p));

    internal static string Text(byte[] pack, string part) => Encoding.UTF8.GetString(EvidenceArchive.Unpack(pack).Single(p => p.Name == part).Bytes);

    private static byte[] Sealed((string Name, byte[] Bytes)[] parts)
    {
        var manifest = EvidenceManifest.Of(parts[0].Bytes);
        var line = parts.Single(p => p.Name == "determination.json").Bytes;
        var packs = manifest.Packs.Select((name, i) => parts.SingleOrDefault(p => p.Name == $"packs/{i + 1}.json").Bytes is { } text ? $"{name[..name.LastIndexOf('@')]}@{Hash(text)}" : name);
        manifest = manifest with
        {
            LineSha256 = Hash(line), Packs = [.. packs], Parts = [.. parts.Skip(1).Select(p => new EvidencePart(p.Name, p.Bytes.Length, Hash(p.Bytes)))],
        };
        return EvidenceArchive.Pack([(parts[0].Name, manifest.ToJson()), .. parts.Skip(1)]);
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
