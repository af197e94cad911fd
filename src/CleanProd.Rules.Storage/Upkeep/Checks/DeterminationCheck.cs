using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Storage.Screenings;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Upkeep.Checks;

/// <summary>Every determination has the hash it was kept with, and those of a finished screening have its result hash together.</summary>
internal sealed class DeterminationCheck : IStoreCheck
{
    /// <inheritdoc/>
    public Wording Subject => new("判定结果", "determinations");

    /// <inheritdoc/>
    public async Task<long> RunAsync(StoreSnapshot store, Action<StoreFault> found, CancellationToken ct)
    {
        var examined = 0L;
        foreach (var run in await store.Context.Set<ScreeningEntry>().OrderBy(r => r.Id).Select(r => new { r.Id, r.State, r.ResultHash }).ToListAsync(ct))
        {
            using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var lines = store.Context.Set<DeterminationEntry>().Where(d => d.RunId == run.Id).OrderBy(d => d.FacilityNo)
                .Select(d => new { d.FacilityNo, d.Line, d.LineSha256 }).AsAsyncEnumerable();
            await foreach (var line in lines.WithCancellation(ct))
            {
                examined++;
                var bytes = Encoding.UTF8.GetBytes(line.Line);
                if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != line.LineSha256)
                    found(new(string.Create(CultureInfo.InvariantCulture, $"screening_determinations {run.Id}/{line.FacilityNo}"), new("已被改动。", "It was changed.")));
                all.AppendData(bytes);
                all.AppendData("\n"u8);
            }

            if (run.State == ScreeningState.Finished && Convert.ToHexStringLower(all.GetHashAndReset()) != run.ResultHash)
            {
                found(new(string.Create(CultureInfo.InvariantCulture, $"screenings {run.Id}"), new(
                    "全部判定与结果的 SHA-256 不符。", "Its determinations do not give the hash of its result.")));
            }
        }

        return examined;
    }
}
