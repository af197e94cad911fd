using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Cases;

// Whether the audits of a list are evaluated before they are accepted: the bureau says it for each list, before its cases open.
public sealed partial class CaseStore
{
    /// <summary>Whether the audits of a list are evaluated before acceptance; they are where nobody said otherwise.</summary>
    public Task<bool> EvaluationRequiredAsync(string list, CancellationToken ct = default) => store.ReadAsync(context => EvaluationRequiredAsync(context, list, ct));

    /// <summary>Says it.</summary>
    /// <exception cref="RefusedActException"><c>cases_open</c>: its cases are open; <c>reason_required</c>.</exception>
    public Task RequireEvaluationAsync(string list, bool required, string reason, Officer by, CancellationToken ct = default) => store.WriteAsync(
        async session =>
        {
            if (string.IsNullOrWhiteSpace(reason)) throw new RefusedActException("reason_required", new("请写明理由。", "Give a reason."));
            await session.LockAsync($"case-list/{list}", ct);
            if (await session.Context.Set<CaseListRow>().AnyAsync(l => l.ListId == list, ct))
                throw new RefusedActException("cases_open", new("该名单已立案，不能再变更。", "The cases of this list are open; it cannot be changed any more."));
            var seq = await session.Context.Set<CaseTermsRow>().CountAsync(t => t.ListId == list, ct) + 1;
            session.Context.Add(new CaseTermsRow { ListId = list, Seq = seq, EvaluationRequired = required, At = session.Now });
            session.Record(by, "case.terms", $"list/{list}", System.Text.Json.JsonSerializer.Serialize(new { evaluation_required = required, reason }));
        },
        ct);

    private static async Task<bool> EvaluationRequiredAsync(StoreContext context, string list, CancellationToken ct) =>
        await context.Set<CaseTermsRow>().Where(t => t.ListId == list).OrderByDescending(t => t.Seq).Select(t => (bool?)t.EvaluationRequired).FirstOrDefaultAsync(ct) ?? true;
}
