using System.Security.Cryptography;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Review;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Policy;

/// <summary>A key of another bureau.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Fingerprint">SHA-256 of the key, lower-case hexadecimal.</param>
/// <param name="Name">Whose it is.</param>
/// <param name="PublicKey">The key, SubjectPublicKeyInfo.</param>
/// <param name="Trusted">Whether what it signed is taken.</param>
public sealed record TrustedKey(long Id, string Fingerprint, string Name, byte[] PublicKey, bool Trusted);

/// <summary>An act upon a key of another bureau.</summary>
public sealed record TrustEvent(int Sequence, bool Trusted, string Fingerprint, string Name, Officer By, DateTimeOffset At, string? Reason);

/// <summary>
/// The bureau's own key pair (ECDSA on P-256), made when it is first needed and kept in the store, and the keys of others that an administrator
/// has registered.
/// </summary>
/// <param name="store">Where they are.</param>
public sealed class BureauKeys(Store store)
{
    /// <summary>SHA-256 of a public key, lower-case hexadecimal.</summary>
    public static string FingerprintOf(ReadOnlySpan<byte> publicKey) => Convert.ToHexStringLower(SHA256.HashData(publicKey));

    /// <summary>The bureau's own public key, SubjectPublicKeyInfo.</summary>
    public async Task<byte[]> PublicKeyAsync(CancellationToken ct = default) => (await OwnAsync(ct)).PublicKey;

    /// <summary>Signs with the bureau's own key (SHA-256, ASN.1 form of the signature).</summary>
    public async Task<byte[]> SignAsync(byte[] content, CancellationToken ct = default)
    {
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey((await OwnAsync(ct)).Secret, out _);
        return key.SignData(content, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <summary>Whether a signature over content was made with the key of a public key.</summary>
    public static bool IsSigned(byte[] publicKey, byte[] content, byte[] signature)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(publicKey, out _);
            return key.VerifyData(content, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Keys of others, by number.</summary>
    public Task<IReadOnlyList<TrustedKey>> OthersAsync(CancellationToken ct = default) => store.ReadAsync<IReadOnlyList<TrustedKey>>(async c =>
        [.. (await c.Set<TrustedKeyRow>().OrderBy(k => k.Id).ToListAsync(ct)).Select(k => new TrustedKey(k.Id, k.Fingerprint, k.Name, k.PublicKey, k.Trusted))]);

    /// <summary>Registers a key of another bureau, or trusts it again.</summary>
    /// <exception cref="RefusedActException"><c>bad_key</c>: it is no public key on P-256; <c>key_trusted</c>: it is trusted already.</exception>
    public Task<TrustedKey> TrustAsync(string name, byte[] publicKey, Officer by, string? reason, CancellationToken ct = default)
    {
        MustBeKey(publicKey);
        return ActAsync(FingerprintOf(publicKey), name, publicKey, true, by, reason, ct);
    }

    /// <summary>Trusts a key no more. What came with it before stays.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key.</exception>
    /// <exception cref="RefusedActException"><c>reason_required</c>, <c>key_not_trusted</c>.</exception>
    public Task<TrustedKey> DistrustAsync(string fingerprint, Officer by, string? reason, CancellationToken ct = default) => string.IsNullOrWhiteSpace(reason)
        ? throw new RefusedActException("reason_required", new("请填写理由。", "Give a reason."))
        : ActAsync(fingerprint, null, null, false, by, reason, ct);

    private Task<TrustedKey> ActAsync(string fingerprint, string? name, byte[]? publicKey, bool trusted, Officer by, string? reason, CancellationToken ct) => store.WriteAsync(
        async session =>
        {
            await session.LockAsync("trusted_keys", ct);
            var row = await session.Context.Set<TrustedKeyRow>().SingleOrDefaultAsync(k => k.Fingerprint == fingerprint, ct);
            if (row is null)
            {
                if (name is null || publicKey is null) throw new KeyNotFoundException($"There is no key {fingerprint}.");
                row = new TrustedKeyRow { Fingerprint = fingerprint, Name = name, PublicKey = publicKey, Trusted = false };
                session.Context.Add(row);
                await session.Context.SaveChangesAsync(ct);
            }

            if (row.Trusted == trusted)
                throw trusted
                    ? new RefusedActException("key_trusted", new("该公钥已受信任。", "The key is trusted already."))
                    : new RefusedActException("key_not_trusted", new("该公钥本来就不受信任。", "The key is not trusted anyway."));
            row.Trusted = trusted;
            var seq = await session.Context.Set<TrustEventRow>().CountAsync(e => e.Aggregate == row.Id, ct) + 1;
            var content = EventJson.Write(new TrustEvent(seq, trusted, fingerprint, row.Name, by, session.Now, reason));
            session.Context.Add(new TrustEventRow { Aggregate = row.Id, Seq = seq, Content = content });
            session.Record(by, trusted ? "trusted_key.trust" : "trusted_key.distrust", $"trusted_key/{row.Id}", content);
            return new TrustedKey(row.Id, row.Fingerprint, row.Name, row.PublicKey, row.Trusted);
        },
        ct);

    private static void MustBeKey(byte[] publicKey)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(publicKey, out var read);
            if (read == publicKey.Length && key.KeySize == 256) return;
        }
        catch (CryptographicException)
        {
            // Told below.
        }

        throw new RefusedActException("bad_key", new("不是 P-256 公钥（SubjectPublicKeyInfo，Base64）。", "This is no public key on P-256 (SubjectPublicKeyInfo in Base64)."));
    }

    private async Task<BureauKeyRow> OwnAsync(CancellationToken ct)
    {
        if (await store.ReadAsync(c => c.Set<BureauKeyRow>().SingleOrDefaultAsync(ct)) is { } known) return known;
        return await store.WriteAsync(
            async session =>
            {
                await session.LockAsync("bureau_keys", ct);
                if (await session.Context.Set<BureauKeyRow>().AsNoTracking().SingleOrDefaultAsync(ct) is { } others) return others;
                using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
                var made = key.ExportSubjectPublicKeyInfo();
                var row = new BureauKeyRow { Fingerprint = FingerprintOf(made), Secret = key.ExportPkcs8PrivateKey(), PublicKey = made, MadeAt = session.Now };
                session.Context.Add(row);
                session.Record(Officer.System, "bureau_key.make", $"bureau_key/{row.Fingerprint}", System.Text.Json.JsonSerializer.Serialize(new { fingerprint = row.Fingerprint }));
                return row;
            },
            ct);
    }
}
