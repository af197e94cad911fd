using System.Text;
using System.Text.Json;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Host.Screenings;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Policy;

namespace CleanProd.Rules.Host.Policy;

/// <summary>A pack in a bundle.</summary>
/// <param name="Name"><c>id@sha256</c>.</param>
/// <param name="Version">Version at the bureau that gives it.</param>
/// <param name="EffectiveFrom">First determination date there.</param>
/// <param name="EffectiveTo">Last determination date there.</param>
/// <param name="ReleasedBy">Who released it there.</param>
/// <param name="ReleasedAt">When.</param>
/// <param name="Dossier">SHA-256 of what was signed there; null for what came with the program.</param>
/// <param name="Text">Its text.</param>
internal sealed record BundledPack(string Name, int Version, DateOnly EffectiveFrom, DateOnly? EffectiveTo, string ReleasedBy, DateTimeOffset ReleasedAt, string? Dossier, string Text);

/// <summary>What is signed.</summary>
/// <param name="Bureau">Who gives it, in its own words.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Packs">The packs.</param>
internal sealed record BundleContent(string Bureau, DateTimeOffset MadeAt, IReadOnlyList<BundledPack> Packs);

/// <summary>A bundle as a file: the content as it was signed, byte for byte in Base64, with key and signature.</summary>
/// <param name="Format">Always <see cref="Kind"/>.</param>
/// <param name="Content">UTF-8 JSON of a <see cref="BundleContent"/>, Base64.</param>
/// <param name="Key">Public key, SubjectPublicKeyInfo, Base64.</param>
/// <param name="Signature">ECDSA P-256 over SHA-256 of the format, a line feed and the content's bytes; ASN.1 form, Base64.</param>
internal sealed record Bundle(string Format, string Content, string? Key, string? Signature)
{
    /// <summary>The one format there is.</summary>
    internal const string Kind = "cleanprod-rule-bundle/1";

    /// <summary>The bytes that are signed: the format belongs to them, so that a signature of something else never fits.</summary>
    internal static byte[] Signed(byte[] content) => [.. Encoding.UTF8.GetBytes(Kind + "\n"), .. content];
}

/// <summary>Gives released packs to other bureaus and takes theirs: signed, checked, and never straight into force.</summary>
internal sealed class BundleDesk(ReleaseStore releases, BureauKeys keys, LawBooks books, DraftOffice office, Store store)
{
    /// <summary>Most characters of a bundle.</summary>
    internal const int MostCharacters = 40 * 1024 * 1024;

    /// <summary>A bundle of released packs, signed with the bureau's key.</summary>
    /// <param name="packs">By id, as used today, or <c>id@sha256</c>.</param>
    /// <param name="by">Who gives it.</param>
    /// <param name="today">Today.</param>
    /// <param name="ct">Breaks it off.</param>
    /// <exception cref="RefusedActException"><c>bad_pack</c>.</exception>
    internal async Task<Bundle> ExportAsync(IReadOnlyList<string> packs, Officer by, DateOnly today, CancellationToken ct)
    {
        var all = await releases.AllAsync(ct);
        var bundled = new List<BundledPack>();
        foreach (var name in packs)
        {
            var version = all.LastOrDefault(v => v.Name == name) ?? PackVersion.On(all, today).FirstOrDefault(v => v.PackId == name)
                ?? throw new RefusedActException("bad_pack", new($"没有已发布的规则包“{name}”。", $"There is no released pack '{name}'."));
            bundled.Add(new(version.Name!, version.Version, version.EffectiveFrom, version.EffectiveTo, version.By.Name, version.At, version.Dossier, Encoding.UTF8.GetString(await books.TextAsync(version.Sha256!))));
        }

        if (bundled.Count == 0) throw new RefusedActException("packs_required", new("请指明要导出的规则包。", "Say which packs."));
        var content = JsonSerializer.SerializeToUtf8Bytes(new BundleContent(by.Name, store.Clock.GetUtcNow(), bundled), ApiJson.Options);
        return new(Bundle.Kind, Convert.ToBase64String(content), Convert.ToBase64String(await keys.PublicKeyAsync(ct)), Convert.ToBase64String(await keys.SignAsync(Bundle.Signed(content), ct)));
    }

    /// <summary>Takes a bundle: every pack becomes a draft that goes through the bureau's own review.</summary>
    /// <exception cref="RefusedActException">
    /// <c>bad_bundle</c>: it cannot be read; <c>unsigned</c>; <c>untrusted_key</c>; <c>tampered</c>: the signature does not fit the content, or a pack its name.
    /// </exception>
    /// <exception cref="PackException">A pack is refused.</exception>
    internal async Task<IReadOnlyList<Draft>> ImportAsync(string json, Officer by, Reach reach, CancellationToken ct)
    {
        var (content, key) = await OpenAsync(json, ct);
        // All of them are looked at before any becomes a draft.
        foreach (var pack in content.Packs)
        {
            if (CleanProd.Rules.Storage.Documents.DocumentStore.HashOf(Encoding.UTF8.GetBytes(pack.Text)) != LawBooks.HashOf(pack.Name))
                throw Tampered($"规则包 {pack.Name} 的内容与其散列值不符。", $"The text of {pack.Name} does not have its hash.");
            if (PackReader.Read(pack.Text, pack.Name).Name != pack.Name) throw Tampered($"规则包 {pack.Name} 的编号不符。", $"The text of {pack.Name} bears another id.");
            DraftOffice.MustCover(reach, DraftChecks.TextOf(pack.Text).Jurisdiction);
        }

        var drafts = new List<Draft>();
        foreach (var pack in content.Packs)
            drafts.Add(await office.CreateAsync(pack.Text, by, reach, null, $"{pack.Name} v{pack.Version} ← {key.Name} ({key.Fingerprint[..16]})", ct));
        return drafts;
    }

    private async Task<(BundleContent Content, TrustedKey Key)> OpenAsync(string json, CancellationToken ct)
    {
        var bundle = Parse<Bundle>(json);
        if (bundle.Format != Bundle.Kind) throw Bad($"不认识的格式“{bundle.Format}”。", $"The format '{bundle.Format}' is unknown.");
        if (string.IsNullOrEmpty(bundle.Signature) || string.IsNullOrEmpty(bundle.Key))
            throw new RefusedActException("unsigned", new("规则包文件没有签名，不予导入。", "The bundle is not signed and is refused."));
        var (content, publicKey, signature) = (Bytes(bundle.Content), Bytes(bundle.Key), Bytes(bundle.Signature));
        var fingerprint = BureauKeys.FingerprintOf(publicKey);
        if (!BureauKeys.IsSigned(publicKey, Bundle.Signed(content), signature))
            throw Tampered("签名与内容不符：文件在签名后被改动，或者签名不是该公钥所作。", "The signature does not fit the content: it was changed after signing, or signed with another key.");
        var key = (await keys.OthersAsync(ct)).FirstOrDefault(k => k.Fingerprint == fingerprint && k.Trusted)
            ?? throw new RefusedActException("untrusted_key", new(
                $"签名公钥（{fingerprint[..16]}…）未受信任。请管理员核实对方公钥后登记。", $"The key that signed it ({fingerprint[..16]}…) is not trusted: an administrator verifies it with its bureau and registers it."));
        return (Parse<BundleContent>(Encoding.UTF8.GetString(content)), key);
    }

    private static T Parse<T>(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, ApiJson.Options) ?? throw Bad("内容为空。", "It is empty.");
        }
        catch (JsonException e)
        {
            throw Bad(e.Message, e.Message);
        }
    }

    private static byte[] Bytes(string text)
    {
        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            throw Bad("不是 Base64。", "It is not Base64.");
        }
    }

    private static RefusedActException Bad(string zh, string en) => new("bad_bundle", new Wording($"规则包文件无法读取：{zh}", $"The bundle cannot be read: {en}"));

    private static RefusedActException Tampered(string zh, string en) => new("tampered", new Wording(zh, en));
}
