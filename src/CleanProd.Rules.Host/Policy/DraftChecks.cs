using System.Text;
using System.Text.Json;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Rules;
using CleanProd.Rules.Host.Screenings;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Comparing;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Policy;

namespace CleanProd.Rules.Host.Policy;

/// <summary>A mistake in the text of a draft.</summary>
internal sealed record DraftError(int Line, int Column, string Code, string Message);

/// <summary>How a case of a draft came out.</summary>
internal sealed record DraftCase(string Name, CaseVerdict Verdict, IReadOnlyList<string> Messages);

/// <summary>Everything that is found of a draft without asking any enterprise.</summary>
/// <param name="Pack"><c>id@sha256</c>; null when it cannot be read.</param>
/// <param name="Errors">Mistakes with line and column; nothing else is told while there are any.</param>
/// <param name="Cases">How its cases came out.</param>
/// <param name="Against">The released version it is compared with; null when the pack is new.</param>
/// <param name="Changes">What it says otherwise.</param>
/// <param name="Overlay">How its rules stand to those of wider jurisdictions.</param>
internal sealed record DraftCheck(
    string? Pack, IReadOnlyList<DraftError> Errors, IReadOnlyList<DraftCase> Cases, string? Against, IReadOnlyList<PackChange> Changes, IReadOnlyList<OverlayFinding> Overlay)
{
    /// <summary>Whether it may be submitted.</summary>
    public bool MaySubmit => Errors.Count == 0 && Cases.Count > 0 && Cases.All(c => c.Verdict == CaseVerdict.Pass) && !Overlay.Any(o => o.IsError);
}

/// <summary>Reads drafts, proves them by their cases and holds them against what is in force.</summary>
internal sealed class DraftChecks(LawBooks books, ReleaseStore releases, DocumentStore documents)
{
    /// <summary>What a text says about itself.</summary>
    /// <exception cref="RefusedActException"><c>bad_pack</c>: it is no JSON object with id, jurisdiction and title.</exception>
    internal static DraftText TextOf(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 });
            var root = json.RootElement;
            var title = root.GetProperty("title");
            return new(root.GetProperty("id").GetString()!, root.GetProperty("jurisdiction").GetString()!,
                new(title.GetProperty("zh").GetString()!, title.GetProperty("en").GetString()!), Encoding.UTF8.GetBytes(text));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new RefusedActException("bad_pack", new($"草案至少应是带有 id、jurisdiction、title 的 JSON：{e.Message}", $"A draft is at least JSON with id, jurisdiction and title: {e.Message}"));
        }
    }

    /// <summary>The pack of a kept text.</summary>
    /// <exception cref="PackException">It is refused.</exception>
    internal async Task<RulePack> ReadAsync(string sha256, string name, CancellationToken ct) => PackReader.Read(await KeptAsync(sha256, ct), name);

    /// <summary>A kept text.</summary>
    internal async Task<string> KeptAsync(string sha256, CancellationToken ct) =>
        Encoding.UTF8.GetString(await documents.FindAsync(sha256, ct) ?? throw new InvalidDataException($"The store lacks the text with SHA-256 {sha256}."));

    /// <summary>Looks at a text.</summary>
    internal async Task<DraftCheck> CheckAsync(string text, string name, CancellationToken ct)
    {
        RulePack pack;
        try
        {
            pack = PackReader.Read(text, name);
            foreach (var day in PackCheck.DaysOfChange(pack)) CompiledPack.Compile(pack, day);
        }
        catch (PackException e)
        {
            return new(null, [.. e.Errors.Select(x => new DraftError(x.Position.Line, x.Position.Column, x.Code, x.Message))], [], null, [], []);
        }

        return await CheckAsync(pack, ct);
    }

    /// <summary>Looks at a pack that can be used.</summary>
    internal async Task<DraftCheck> CheckAsync(RulePack pack, CancellationToken ct)
    {
        var against = await LastAsync(pack.Id, ct);
        var cases = PackCaseRunner.Run(pack, books.Reference).Select(r => new DraftCase(r.Case.Name, r.Verdict, r.Messages)).ToArray();
        var others = (await books.LatestAsync(ct)).Where(p => p.Id != pack.Id).ToArray();
        return new(pack.Name, [], cases, against?.Name, against is null ? [] : PackDifference.Of(against, pack),
            [.. OverlayCheck.Of([.. others, pack], books.Reference).Where(f => f.Pack == pack.Id || f.WiderPack == pack.Id)]);
    }

    /// <summary>The latest released version of a pack; null when there is none.</summary>
    internal async Task<RulePack?> LastAsync(string pack, CancellationToken ct)
    {
        var last = (await releases.AllAsync(ct)).LastOrDefault(v => v.PackId == pack && v.Name is not null);
        return last is not null ? await books.PackAsync(last.Name!) : null;
    }
}
