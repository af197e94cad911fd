using CleanProd.Rules.Cases;
using CleanProd.Rules.Cases.Recognition;
using CleanProd.Rules.Cases.Records;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Schema;
using CleanProd.Rules.Storage.Voluntary;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Cases;

/// <summary>What people write into an audit's record; everything else in it follows from the acts.</summary>
/// <param name="Measures">Measures, in their order.</param>
/// <param name="OutputValue">Output value of the year; null while unknown.</param>
public sealed record MeasureRecord(IReadOnlyList<Measure> Measures, Wan? OutputValue);

/// <summary>An audit's record.</summary>
/// <param name="Version">Number of the last version; 0 when nothing was written yet.</param>
/// <param name="File">The record.</param>
/// <param name="Author">Who wrote the last version; empty when nobody did.</param>
/// <param name="At">When; null when nobody did.</param>
public sealed record StoredAuditFile(int Version, AuditFile File, string Author, DateTimeOffset? At);

/// <summary>The records that audits make of themselves, every version of each.</summary>
/// <param name="store">Where they are.</param>
public sealed class AuditFileStore(Store store)
{
    private static readonly MeasureRecord Nothing = new([], null);

    /// <summary>The record of a case or of a voluntary audit.</summary>
    /// <exception cref="KeyNotFoundException">There is no such audit.</exception>
    public Task<StoredAuditFile> ReadAsync(AuditKind track, long audit, CancellationToken ct = default) => store.ReadAsync(context => ReadAsync(context, track, audit, ct));

    /// <summary>Writes the next version.</summary>
    /// <param name="track">Mandatory: a case; voluntary: a voluntary audit.</param>
    /// <param name="audit">Its number.</param>
    /// <param name="version">The version that was on screen; 0 when there was none.</param>
    /// <param name="record">What is to stand in it.</param>
    /// <param name="by">Who writes. After acceptance only the department does: the statistics rest on it.</param>
    /// <param name="ct">Breaks it off.</param>
    /// <exception cref="KeyNotFoundException">There is no such audit.</exception>
    /// <exception cref="RefusedActException"><c>stale_version</c>, <c>record_settled</c>, <c>measure_invalid</c>, <c>output_invalid</c>.</exception>
    public Task<StoredAuditFile> WriteAsync(AuditKind track, long audit, int version, MeasureRecord record, Actor by, CancellationToken ct = default) => store.WriteAsync(
        async session =>
        {
            var subject = $"{(track == AuditKind.Mandatory ? "case" : "voluntary")}/{audit}";
            await session.LockAsync($"audit-file/{subject}", ct);
            var before = await ReadAsync(session.Context, track, audit, ct);
            if (version != before.Version)
            {
                var at = before.At?.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
                throw new RefusedActException("stale_version", new(
                    $"{before.Author}已于{at}更新审核档案（第{before.Version}版）。请重新载入后再试。", $"{before.Author} wrote version {before.Version} of the record at {at} (UTC+8). Load it again and repeat."));
            }

            if (by is EnterpriseActor && before.File.AcceptedOn is not null)
                throw new RefusedActException("record_settled", new("验收后审核档案由主管部门更正。", "After acceptance the department corrects the record."));
            var file = (before.File with { Measures = record.Measures, OutputValue = record.OutputValue }).Checked();
            var officer = Acts.Officer(by, file.Region);
            var content = CaseJson.Write(record);
            session.Context.Add(new AuditFileRow { Track = track, Audit = audit, Version = version + 1, At = session.Now, Author = officer.Name, Content = content });
            session.Record(officer, "audit_file.write", subject, content);
            return new StoredAuditFile(version + 1, file, officer.Name, session.Now);
        },
        ct);

    /// <summary>The records of the audits that were accepted or recognised in a year.</summary>
    public Task<IReadOnlyList<AuditFile>> AcceptedAsync(int year, Reach reach, CancellationToken ct = default) => store.ReadAsync<IReadOnlyList<AuditFile>>(async context =>
    {
        var (from, through) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var cases = await context.Set<CaseRow>().Within(reach, c => c.Region, c => c.FacilityId)
            .Where(c => c.AcceptedOn >= from && c.AcceptedOn <= through).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(ct);
        var voluntary = await context.Set<VoluntaryRow>().Within(reach, v => v.Region, v => v.FacilityId)
            .Where(v => v.RecognisedOn >= from && v.RecognisedOn <= through).OrderBy(v => v.Id).Select(v => v.Id).ToListAsync(ct);
        var files = new List<AuditFile>(cases.Count + voluntary.Count);
        foreach (var id in cases) files.Add((await ReadAsync(context, AuditKind.Mandatory, id, ct)).File);
        foreach (var id in voluntary) files.Add((await ReadAsync(context, AuditKind.Voluntary, id, ct)).File);
        return files;
    });

    private static async Task<StoredAuditFile> ReadAsync(StoreContext context, AuditKind track, long audit, CancellationToken ct)
    {
        var bare = track == AuditKind.Mandatory
            ? Of(await CaseReader.FindAsync(context, audit, ct) ?? throw new KeyNotFoundException($"There is no case {audit}."))
            : Of(await VoluntaryStore.FindAsync(context, audit, ct) ?? throw new KeyNotFoundException($"There is no voluntary audit {audit}."));
        var last = await context.Set<AuditFileRow>().AsNoTracking().Where(f => f.Track == track && f.Audit == audit).OrderByDescending(f => f.Version).FirstOrDefaultAsync(ct);
        var record = last is null ? Nothing : CaseJson.Read<MeasureRecord>(last.Content);
        return new(last?.Version ?? 0, bare with { Measures = record.Measures, OutputValue = record.OutputValue }, last?.Author ?? "", last?.At);
    }

    private static AuditFile Of(AuditCase audit) => new(audit.Opening.Facility, audit.Opening.Name, audit.Opening.Region, AuditKind.Mandatory)
    {
        Case = audit.Id,
        Plan = audit.History.Select(e => e.Detail).OfType<PlanDetail>().LastOrDefault()?.Plan,
        Report = audit.History.LastOrDefault(e => e.Act == CaseAct.ReportFiled)?.Document,
        EvaluationScore = audit.History.Select(e => e.Detail).OfType<EvaluationDetail>().LastOrDefault()?.Score,
        AcceptedOn = audit.LastDayOf(CaseAct.AcceptancePassed),
    };

    private static AuditFile Of(VoluntaryAudit audit) =>
        new(audit.Application.Facility, audit.Application.Name, audit.Application.Region, AuditKind.Voluntary) { AcceptedOn = audit.Certificate?.From };
}
