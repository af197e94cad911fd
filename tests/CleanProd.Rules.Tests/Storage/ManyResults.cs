using System.Globalization;
using CleanProd.Rules.Storage;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Tests.Storage;

/// <summary>A province's worth of results without judging a province: those of the sample over and over, each under a name and identity of its own.</summary>
internal static class ManyResults
{
    /// <summary>Repeats what a finished screening of the sample decided.</summary>
    /// <param name="store">The store.</param>
    /// <param name="run">The screening.</param>
    /// <param name="times">How often.</param>
    internal static async Task RepeatAsync(Store store, long run, int times)
    {
        await using var context = store.NewContext();
        var most = await context.Database.SqlQuery<int>($"SELECT max(facility_no) + 1 AS \"Value\" FROM screening_roster WHERE run_id = {run}").SingleAsync();
        var (from, where) = ($"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Text(times)}) SELECT", $"run_id = {Text(run)} AND facility_no < {Text(most)}");
        await RunAsync($"INSERT INTO screening_roster (run_id, facility_no, facility_id, name, region, carried, audits) {from} run_id, facility_no + i * {Text(most)}, facility_id || '-' || i, name || i, region, carried, audits FROM screening_roster, n WHERE {where}");
        await RunAsync($"INSERT INTO screening_determinations (run_id, facility_no, facility_id, name, region, outcome, grounds, line, line_sha256, record) {from} run_id, facility_no + i * {Text(most)}, facility_id || '-' || i, name || i, region, outcome, grounds, line, line_sha256, record FROM screening_determinations, n WHERE {where}");
        await RunAsync($"INSERT INTO known_facilities (facility_id, name, region_code, industry, credit_code, status, last_import_id) {from} k.facility_id || '-' || i, k.name || i, region_code, industry, credit_code, status, last_import_id FROM known_facilities k, n");

        Task RunAsync(string sql) => context.Database.ExecuteSqlRawAsync(sql);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
