using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Cases.Recognition;

/// <summary>Whether a voluntary audit keeps an enterprise off the proposals.</summary>
/// <param name="Exempt">In principle not proposed.</param>
/// <param name="Reason">Why, or why not.</param>
/// <param name="Citation">The text it rests on; empty where the place has none.</param>
internal sealed record VoluntaryCredit(bool Exempt, Wording Reason, Wording Citation)
{
    // Shandong: in force as read in the version of 2020-11-27. Guangdong: read in a web copy of the notice, its day unknown.
    private static readonly (string Region, DateOnly From, Wording Citation)[] Rules =
    [
        ("37", new(2020, 11, 27), new("《山东省清洁生产促进条例》第三十三条", "Shandong Regulation on Cleaner Production, Art. 33")),
        ("44", new(2011, 1, 1), new("广东省2011年通知：已自愿审核的企业原则上不再提出", "Guangdong, notice of 2011: voluntarily audited enterprises are in principle not proposed again")),
    ];

    /// <summary>
    /// Shandong exempts while the certificate is valid unless a mandatory ground arises; Guangdong does not propose again in principle.
    /// National law knows no exemption: a ground of the law that arises afterwards lists the enterprise everywhere.
    /// </summary>
    /// <param name="audit">Its voluntary audit; null when there is none.</param>
    /// <param name="on">Determination date.</param>
    /// <param name="newGroundOn">Day of the newest exceedance or other ground of law; null when there is none.</param>
    public static VoluntaryCredit Of(VoluntaryAudit? audit, DateOnly on, DateOnly? newGroundOn)
    {
        if (audit is null || !audit.IsValidOn(on))
            return new(false, new("没有有效的自愿审核证书", "no valid certificate of a voluntary audit"), Wording.None);
        var rule = Array.Find(Rules, r => new RegionCode(r.Region).Covers(audit.Application.Region) && r.From <= on);
        if (rule.Citation is null)
            return new(false, new("当地没有自愿审核免列的规定", "the place has no rule that spares voluntarily audited enterprises"), Wording.None);
        if (newGroundOn is { } ground && ground > audit.Certificate!.From)
            return new(false, new("取得证书后出现法定强制审核情形", "a ground of law arose after the certificate"), rule.Citation);
        return new(true, new("自愿审核证书有效，原则上不再提出", "certificate valid: in principle not proposed again"), rule.Citation);
    }
}
