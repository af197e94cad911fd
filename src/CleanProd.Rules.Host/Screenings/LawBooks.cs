using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Screen;
using CleanProd.Rules.Host.Serve;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Policy;
using CleanProd.Rules.Storage.Screenings;

namespace CleanProd.Rules.Host.Screenings;

/// <summary>
/// Packs and reference tables: the packs that were released, the tables that travel with this program or that it was told to use, and those that
/// earlier runs were judged with. A run is judged with its own whatever program goes on with it.
/// </summary>
internal sealed class LawBooks(DocumentStore documents, ReleaseStore releases, ServiceOptions options)
{
    private readonly Lazy<IReadOnlyDictionary<string, byte[]>> _reference = new(() => ShippedFiles.ReferenceFiles(options.Reference));
    private readonly Lazy<ReferenceData> _referenceData = new(() => ShippedFiles.Reference(options.Reference));
    private readonly ConcurrentDictionary<string, Task<RulePack>> _kept = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Task<ReferenceData>> _keptReference = new(StringComparer.Ordinal);

    /// <summary>Packs that travel with this program: the national ones with their provincial overlays.</summary>
    internal IReadOnlyList<RulePack> Shipped => ShippedFiles.Packs(null).Packs;

    /// <summary>Reference files of this program by name.</summary>
    internal IReadOnlyDictionary<string, byte[]> ReferenceFiles => _reference.Value;

    /// <summary>The same, read.</summary>
    internal ReferenceData Reference => _referenceData.Value;

    /// <summary>SHA-256 over the reference files, as a screening keeps it.</summary>
    internal string ReferenceHash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Concat(ReferenceFiles.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key} {DocumentStore.HashOf(f.Value)}\n")))));

    /// <summary>Packs that travel with this program, as a fresh store releases them.</summary>
    internal IReadOnlyList<ShippedText> ShippedTexts =>
        [.. Shipped.Select(p => new ShippedText(p.Id, p.Jurisdiction, p.GovernsFrom, p.GovernsTo, ShippedFiles.TextOf(p)))];

    /// <summary>The released packs used on a determination date, whether or not each governs then; those of the program where nothing was ever released.</summary>
    internal async Task<IReadOnlyList<RulePack>> EffectiveAsync(DateOnly day, CancellationToken ct = default)
    {
        var all = await releases.AllAsync(ct);
        return all.Count == 0 ? Shipped : await Task.WhenAll(PackVersion.On(all, day).Select(v => PackAsync(v.Name!)));
    }

    /// <summary>The packs that decide on a determination date.</summary>
    /// <exception cref="PackSelectionException">None governs, or two of one jurisdiction do.</exception>
    internal async Task<IReadOnlyList<RulePack>> PacksOnAsync(DateOnly day, CancellationToken ct = default) => PackSelection.On(await EffectiveAsync(day, ct), day);

    /// <summary>The latest version of every pack that is not withdrawn: the law of all dates side by side.</summary>
    internal async Task<IReadOnlyList<RulePack>> LatestAsync(CancellationToken ct = default)
    {
        var all = await releases.AllAsync(ct);
        return all.Count == 0 ? Shipped : await Task.WhenAll(all.GroupBy(v => v.PackId, StringComparer.Ordinal).Select(g => g.MaxBy(v => v.Version)!).Where(v => v.Name is not null).Select(v => PackAsync(v.Name!)));
    }

    /// <summary>A released pack by id, as it is used on a day, or any version by <c>id@sha256</c>; null when there is none.</summary>
    internal async Task<RulePack?> FindAsync(string name, DateOnly day, CancellationToken ct = default)
    {
        var all = await releases.AllAsync(ct);
        if (all.Count == 0) return Shipped.FirstOrDefault(p => p.Id == name || p.Name == name);
        var version = all.LastOrDefault(v => v.Name == name) ?? PackVersion.On(all, day).FirstOrDefault(v => v.PackId == name);
        return version?.Name is { } found ? await PackAsync(found) : null;
    }

    /// <summary>The text of a pack, as it was hashed.</summary>
    internal async Task<byte[]> TextOfAsync(RulePack pack, CancellationToken ct = default) =>
        await documents.FindAsync(pack.Sha256, ct) ?? ShippedFiles.TextOf(pack);

    /// <summary>The packs that a run is judged with, in its order.</summary>
    internal async Task<IReadOnlyList<RulePack>> PacksOfAsync(ScreeningHead run) => await Task.WhenAll(run.Packs.Select(PackAsync));

    /// <summary>The reference data that a run is judged with.</summary>
    internal Task<ReferenceData> ReferenceOfAsync(ScreeningHead run) => Once(_keptReference, run.ReferenceHash, async () =>
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (name, sha256) in run.Reference) files.Add(name, await TextAsync(sha256));
        return ReferenceReader.Read(files);
    });

    /// <summary>A kept text by its hash.</summary>
    internal async Task<byte[]> TextAsync(string sha256) =>
        await documents.FindAsync(sha256) ?? throw new InvalidDataException($"The store lacks the text with SHA-256 {sha256} that a screening was judged with.");

    /// <summary>What a pack's name (<c>id@sha256</c>) says of its text.</summary>
    internal static string HashOf(string pack) => pack[(pack.LastIndexOf('@') + 1)..];

    /// <summary>A pack whose text is kept, by its name.</summary>
    internal Task<RulePack> PackAsync(string name) => Once(_kept, name, async () =>
        PackReader.Read(Encoding.UTF8.GetString(await TextAsync(HashOf(name))), name));

    // A reading that failed is not remembered: the database may have been away.
    private static async Task<T> Once<T>(ConcurrentDictionary<string, Task<T>> read, string key, Func<Task<T>> reader)
    {
        var task = read.GetOrAdd(key, _ => reader());
        try
        {
            return await task;
        }
        catch
        {
            read.TryRemove(new(key, task));
            throw;
        }
    }
}
