using System.Collections.Concurrent;
using System.Text;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Screen;
using CleanProd.Rules.Host.Serve;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Screenings;

namespace CleanProd.Rules.Host.Screenings;

/// <summary>
/// Packs and reference tables: those that travel with this program or that it was told to use, and those that earlier runs were judged with. A run is judged with its own
/// whatever program goes on with it.
/// </summary>
internal sealed class LawBooks(DocumentStore documents, ServiceOptions options)
{
    private readonly Lazy<IReadOnlyList<RulePack>> _packs = new(() => ShippedFiles.Packs(null).Packs);
    private readonly Lazy<IReadOnlyDictionary<string, byte[]>> _reference = new(() => ShippedFiles.ReferenceFiles(options.Reference));
    private readonly ConcurrentDictionary<string, Task<RulePack>> _kept = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Task<ReferenceData>> _keptReference = new(StringComparer.Ordinal);

    /// <summary>Packs of this program: the national ones with their provincial overlays.</summary>
    internal IReadOnlyList<RulePack> Packs => _packs.Value;

    /// <summary>Reference files of this program by name.</summary>
    internal IReadOnlyDictionary<string, byte[]> ReferenceFiles => _reference.Value;

    /// <summary>The text of a pack of this program, as it was hashed.</summary>
    internal static byte[] TextOf(RulePack pack) => Encoding.UTF8.GetBytes(File.ReadAllText(pack.FileName));

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

    private Task<RulePack> PackAsync(string name) => Once(_kept, name, async () =>
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
