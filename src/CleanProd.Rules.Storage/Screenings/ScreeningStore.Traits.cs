using System.Runtime.CompilerServices;
using System.Text.Json;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Rules;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Screenings;

/// <summary>What can be told of a determination without its evidence.</summary>
/// <param name="FacilityId">The enterprise.</param>
/// <param name="Name">Its name.</param>
/// <param name="Nearest">The rule that stands nearest to its line; null where no number decides.</param>
/// <param name="IsNear">Whether a rule is close to flipping: <see cref="NearThreshold.IsNear"/>.</param>
/// <param name="Missing">The facts that would decide and are absent, as the determination names them.</param>
public sealed record DeterminationTraits(string FacilityId, string Name, RuleDetermination? Nearest, bool IsNear, IReadOnlyList<string> Missing);

// What lists are filtered by beside outcome and ground.
public sealed partial class ScreeningStore
{
    /// <summary>Names and identities of all that a run judged.</summary>
    public Task<IReadOnlyList<(string FacilityId, string Name)>> NamesAsync(long run, CancellationToken ct = default) => store.ReadAsync<IReadOnlyList<(string, string)>>(async c =>
        [.. (await c.Set<RosterEntry>().Where(f => f.RunId == run).OrderBy(f => f.FacilityNo).Select(f => new { f.FacilityId, f.Name }).ToListAsync(ct)).Select(f => (f.FacilityId, f.Name))]);

    /// <summary>Traits of some determinations of a run.</summary>
    public Task<IReadOnlyList<DeterminationTraits>> TraitsAsync(long run, IReadOnlyList<FacilityId> facilities, CancellationToken ct = default)
    {
        var ids = facilities.Select(f => f.Value).ToList();
        return store.ReadAsync<IReadOnlyList<DeterminationTraits>>(async c =>
            [.. (await c.Set<DeterminationEntry>().Where(d => d.RunId == run && EF.Parameter(ids).Contains(d.FacilityId)).Select(d => new { d.FacilityId, d.Name, d.Record }).ToListAsync(ct))
                .Select(d => Traits(d.FacilityId, d.Name, d.Record))]);
    }

    /// <summary>Traits of all determinations of a run in ordinal order; evidence is read past, and no more than a block is held.</summary>
    public async IAsyncEnumerable<DeterminationTraits> ReadTraitsAsync(long run, [EnumeratorCancellation] CancellationToken ct = default)
    {
        for (var from = -1; ;)
        {
            var start = from;
            var block = await store.ReadAsync(c => c.Set<DeterminationEntry>().Where(d => d.RunId == run && d.FacilityNo > start).OrderBy(d => d.FacilityNo)
                .Select(d => new { d.FacilityNo, d.FacilityId, d.Name, d.Record }).Take(Block).ToListAsync(ct));
            foreach (var found in block) yield return Traits(found.FacilityId, found.Name, found.Record);
            if (block.Count < Block) yield break;
            from = block[^1].FacilityNo;
        }
    }

    private static DeterminationTraits Traits(string facility, string name, string record)
    {
        using var json = JsonDocument.Parse(record);
        var (rules, missing) = (new List<RuleDetermination>(), new List<string>());
        foreach (var rule in json.RootElement.GetProperty("rules").EnumerateArray())
        {
            if (rule.TryGetProperty("missing", out var absent)) missing.AddRange(absent.EnumerateArray().Select(m => m.GetString()!));
            if (rule.TryGetProperty("margin", out var margin))
            {
                rules.Add(new(rule.GetProperty("rule").GetString()!, Tables.Words<Outcome>.Member(rule.GetProperty("outcome").GetString()!))
                {
                    Ground = Text(rule, "ground"),
                    Margin = new Margin(margin.GetProperty("ratio").GetDecimal(), margin.GetProperty("condition").GetString()!, Text(margin, "subject"), Text(margin, "value"), Text(margin, "threshold")),
                });
            }
        }

        return new(facility, name, NearThreshold.NearestOf(rules), rules.Exists(NearThreshold.IsNear), [.. missing.Distinct(StringComparer.Ordinal)]);
    }

    private static string? Text(JsonElement of, string member) => of.TryGetProperty(member, out var text) ? text.GetString() : null;
}
