using CleanProd.Rules.Cases;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Storage.Lists;

namespace CleanProd.Rules.Storage.Cases;

// Putting failed and overdue cases up in the list that comes.
public sealed partial class CaseStore
{
    /// <summary>Puts cases up in an open list, each in the classes of its earlier list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="lines">The cases (<see cref="RollOverAsync(CaseFilter, CancellationToken)"/>).</param>
    /// <param name="by">Who.</param>
    /// <param name="ct">Breaks it off.</param>
    /// <returns>The number of entries that were put up; what stands in the list already stays as it is.</returns>
    /// <exception cref="KeyNotFoundException">There is no such list.</exception>
    /// <exception cref="RefusedActException"><c>list_closed</c>, or the refusals of an opening.</exception>
    public Task<int> RollOverAsync(long list, IReadOnlyList<RollOverLine> lines, Officer by, CancellationToken ct = default) => store.WriteAsync(
        async session =>
        {
            var put = await ListStore.AddAsync(session, list, [.. lines.SelectMany(l => l.Row.Opening.Classes.Select(c => Entry(l.Row, c)))], by, ct);
            await PutUpAsync(session, [.. lines.Select(l => l.Id)], PlainNumber.Text(list), ct);
            return put.Count;
        },
        ct);

    // No screening stands behind it: the grounds are those of the earlier list, the reason is the roll-over.
    private static NewEntry Entry(RollOverRow row, string classId)
    {
        var from = row.Opening;
        var since = row.Since.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var why = row.Cause switch
        {
            RollOverCause.EvaluationFailed => new Wording($"{from.List.Year}年度审核评估不通过（{since}）", $"audit of {from.List.Year}: evaluation not passed ({since})"),
            RollOverCause.AcceptanceFailed => new Wording($"{from.List.Year}年度审核验收不合格（{since}）", $"audit of {from.List.Year}: acceptance failed ({since})"),
            _ => new Wording($"{from.List.Year}年度审核逾期未报送报告（期限{since}）", $"audit of {from.List.Year}: no report by {since}"),
        };
        var grounds = from.Grounds.Intersect(ListClass.GroundsOf(classId), StringComparer.Ordinal).ToArray();
        var machine = new MachineResult(Outcome.NotApplicable, grounds, [.. grounds.Select(g => new EntryReason("", g, why, row.Citation, []))], "");
        return new(new(from.Facility, from.Name, from.Region, "", classId, EntryOrigin.RolledOver, machine), why.Zh);
    }
}
