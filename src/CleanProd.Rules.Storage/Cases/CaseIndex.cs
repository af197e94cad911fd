using CleanProd.Rules.Cases;
using CleanProd.Rules.Cases.Duties;
using CleanProd.Rules.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Cases;

/// <summary>Keeps the rows that cases are found by in step with their acts.</summary>
internal static class CaseIndex
{
    /// <summary>Brings a row up to its case.</summary>
    internal static void Set(CaseRow row, AuditCase audit, IReadOnlyList<CaseDuty> duties)
    {
        row.Stage = audit.Stage;
        row.Underway = audit.IsUnderway;
        row.StartedOn = audit.FirstDayOf(CaseAct.Started);
        row.AcceptedOn = audit.LastDayOf(CaseAct.AcceptancePassed);
        row.NextDueOn = duties.Where(Waits).Select(d => (DateOnly?)d.Due.On).Min();
        row.Owes = duties.Any(d => Waits(d) || d.State == DutyState.Paused);
    }

    /// <summary>The rows of the duties of a case.</summary>
    internal static IEnumerable<CaseDutyRow> Rows(long id, IEnumerable<CaseDuty> duties) => duties.Select(d => new CaseDutyRow
    {
        CaseId = id, Duty = d.Duty, DueOn = d.Due.On, Waits = Waits(d), Content = CaseJson.Write(d),
    });

    /// <summary>Writes a case's rows anew.</summary>
    internal static async Task WriteAsync(StoreContext context, CaseRow row, AuditCase audit, IReadOnlyList<CaseDuty> duties, CancellationToken ct)
    {
        Set(row, audit, duties);
        await context.Set<CaseDutyRow>().Where(d => d.CaseId == row.Id).ExecuteDeleteAsync(ct);
        var rows = Rows(row.Id, duties).ToArray();
        context.AddRange(rows);
        await context.SaveChangesAsync(ct);
        // They may be written again in the same transaction.
        foreach (var duty in rows) context.Entry(duty).State = EntityState.Detached;
    }

    private static bool Waits(CaseDuty duty) => duty.State is DutyState.Open or DutyState.Overdue;
}
