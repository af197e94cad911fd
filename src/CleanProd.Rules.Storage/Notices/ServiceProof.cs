using CleanProd.Rules.Lists;
using CleanProd.Rules.Notices;

namespace CleanProd.Rules.Storage.Notices;

/// <summary>Proof of service (送达回证). Service by hand, by post and by announcement is proved by a document, after 《民事诉讼法》 by analogy.</summary>
/// <param name="ServedOn">Day of service; of an announcement the day on which its period has run out.</param>
/// <param name="Method">How.</param>
/// <param name="Document">The proof.</param>
/// <param name="Remark">A remark; the reason where an earlier proof is corrected.</param>
public sealed record ServiceProof(DateOnly ServedOn, ServiceMethod Method, DocumentRef? Document, string? Remark)
{
    /// <summary>Refuses a proof that cannot be one of this notice.</summary>
    /// <exception cref="RefusedActException"><c>bad_service_date</c>, <c>document_required</c>, <c>reason_required</c>.</exception>
    internal void MustFit(Notice notice, DateOnly today)
    {
        if (ServedOn < notice.IssuedOn || ServedOn > today)
            throw new RefusedActException("bad_service_date", new("送达日期应在成文日期与今天之间。", "The day of service lies between the day of the notice and today."));
        if (Document is null && Method != ServiceMethod.Electronic)
            throw new RefusedActException("document_required", new("请上传送达回证或邮寄、公告凭证。", "Upload the proof of service: the signed record, the postal receipt, the announcement."));
        if (notice.State is NoticeState.Served or NoticeState.Acknowledged && string.IsNullOrWhiteSpace(Remark))
            throw new RefusedActException("reason_required", new("送达已登记，更正须说明理由。", "Service is recorded already; a correction needs a reason."));
    }
}
