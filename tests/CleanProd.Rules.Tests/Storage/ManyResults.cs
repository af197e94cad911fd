using System.Globalization;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Tests.Storage;

/// <summary>A province's worth of results without judging a province: those of the sample over and over, each under a name and identity of its own.</summary>
internal static class ManyResults
{
    /// <summary>Repeats what finished screenings of the sample decided, and whom it knows.</summary>
    /// <param name="store">The store.</param>
    /// <param name="times">How often.</param>
    /// <param name="runs">The screenings.</param>
    internal static async Task RepeatAsync(Store store, int times, params IReadOnlyList<long> runs)
    {
        await using var context = store.NewContext();
        foreach (var run in runs) await RepeatAsync(context, run, times);
        await RunAsync(context, $"INSERT INTO known_facilities (facility_id, name, region_code, industry, credit_code, status, last_import_id) {Copies(times)} k.facility_id || '-' || i, k.name || i, region_code, industry, credit_code, status, last_import_id FROM known_facilities k, n");
    }

    private static async Task RepeatAsync(StoreContext context, long run, int times)
    {
        var most = await context.Database.SqlQuery<int>($"SELECT max(facility_no) + 1 AS \"Value\" FROM screening_roster WHERE run_id = {run}").SingleAsync();
        var (from, where) = (Copies(times), $"run_id = {Text(run)} AND facility_no < {Text(most)}");
        await RunAsync(context, $"INSERT INTO screening_roster (run_id, facility_no, facility_id, name, region, carried, audits) {from} run_id, facility_no + i * {Text(most)}, facility_id || '-' || i, name || i, region, carried, audits FROM screening_roster, n WHERE {where}");
        await RunAsync(context, $"INSERT INTO screening_determinations (run_id, facility_no, facility_id, name, region, outcome, grounds, line, line_sha256, record) {from} run_id, facility_no + i * {Text(most)}, facility_id || '-' || i, name || i, region, outcome, grounds, line, line_sha256, record FROM screening_determinations, n WHERE {where}");
    }

    // None of it comes from outside.
    private static Task<int> RunAsync(StoreContext context, string sql) => context.Database.ExecuteSqlRawAsync(sql);

    private static string Copies(int times) => $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Text(times)}) SELECT";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
