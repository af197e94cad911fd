using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CleanProd.Rules.Storage.Upkeep.Backup;

/// <summary>A backup opened to be read. Whatever is wrong with it is said by naming the part.</summary>
public sealed class BackupFile : IDisposable
{
    private readonly ZipArchive _archive;

    private BackupFile(ZipArchive archive, BackupManifest manifest) => (_archive, Manifest) = (archive, manifest);

    /// <summary>What it says of itself.</summary>
    public BackupManifest Manifest { get; }

    /// <summary>Opens a file and checks its manifest and that all its parts are there.</summary>
    /// <exception cref="InvalidDataException">It is no backup, not whole, or was changed.</exception>
    public static BackupFile Open(string file)
    {
        ZipArchive archive;
        try
        {
            archive = ZipFile.OpenRead(file);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{file} 不是备份文件，或结尾缺失。 It is no backup, or its end is missing.", e);
        }

        try
        {
            return new(archive, Checked(archive));
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    /// <summary>Opens the lines of a table.</summary>
    internal Stream OpenTable(BackupTable table) => _archive.GetEntry(table.EntryName)!.Open();

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    private static BackupManifest Checked(ZipArchive archive)
    {
        var entry = archive.GetEntry(BackupManifest.EntryName) ?? throw Damaged(BackupManifest.EntryName, "缺失", "it is missing");
        BackupManifest manifest;
        try
        {
            using var stream = entry.Open();
            using var json = new MemoryStream();
            stream.CopyTo(json);
            if (Convert.ToHexStringLower(SHA256.HashData(json.ToArray())) != archive.Comment)
                throw Damaged(BackupManifest.EntryName, "已被改动", "it was changed");
            manifest = BackupManifest.Of(json.ToArray());
        }
        catch (JsonException e)
        {
            throw Damaged(BackupManifest.EntryName, "无法读取", "it cannot be read", e);
        }

        if (manifest.Format != BackupManifest.CurrentFormat)
            throw new InvalidDataException($"备份格式 {manifest.Format} 无法识别，请用更新版本的程序。 The form of this backup is not known: use a newer program.");
        var expected = manifest.Tables.Select(t => t.EntryName).Append(BackupManifest.EntryName).ToArray();
        foreach (var missing in expected.Except(archive.Entries.Select(e => e.FullName), StringComparer.Ordinal)) throw Damaged(missing, "缺失", "it is missing");
        foreach (var strange in archive.Entries.Select(e => e.FullName).Except(expected, StringComparer.Ordinal)) throw Damaged(strange, "不属于备份", "it does not belong to the backup");
        if (archive.Entries.Count != expected.Length) throw Damaged(BackupManifest.EntryName, "有重复的部分", "parts are there twice");
        return manifest;
    }

    internal static InvalidDataException Damaged(string part, string zh, string en, Exception? cause = null) =>
        new($"备份已损坏：{part} {zh}，未恢复任何内容。 The backup is damaged: {part}: {en}; nothing was restored.", cause);
}
