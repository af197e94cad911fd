using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Cases.Penalties;

/// <summary>What an enterprise failed to do.</summary>
public enum Breach
{
    /// <summary>Did not publish what the law asks, or not as prescribed.</summary>
    NotAnnounced,

    /// <summary>Did not audit.</summary>
    NotAudited,

    /// <summary>Falsified in the audit.</summary>
    Falsified,

    /// <summary>Did not report the result.</summary>
    NotReported,

    /// <summary>Did not truthfully report the result.</summary>
    UntruthfulReport,
}

/// <summary>A clause that allows a fine.</summary>
/// <param name="Id">Stable name.</param>
/// <param name="Citation">The clause.</param>
/// <param name="From">First day in force.</param>
/// <param name="To">Last day in force; null while it is.</param>
/// <param name="Grounds">Grounds of a case that it reaches; empty for all.</param>
/// <param name="Breaches">What it punishes.</param>
/// <param name="OrderFirst">Whether a fine needs an order to correct whose day has passed.</param>
/// <param name="Minimum">Least fine.</param>
/// <param name="Maximum">Largest fine.</param>
/// <param name="Basis"><c>sourced</c> (read in a copy of the text) or <c>recalled</c> (verify before use).</param>
public sealed record PenaltyProvision(
    string Id, Wording Citation, DateOnly From, DateOnly? To, IReadOnlyList<string> Grounds, IReadOnlyList<Breach> Breaches,
    bool OrderFirst, Yuan Minimum, Yuan Maximum, string Basis)
{
    private static readonly Breach[] AuditBreaches = [Breach.NotAudited, Breach.Falsified, Breach.NotReported, Breach.UntruthfulReport];

    /// <summary>
    /// The clauses by date. Before 2012-07-01 the exceedance ground had no audit penalty of its own (Law 2002 Art. 40 names only Art. 28
    /// paragraph 3); the Code has no counterpart of Art. 36 of the law of 2012.
    /// </summary>
    public static IReadOnlyList<PenaltyProvision> Table { get; } =
    [
        new("law-2002-40", new("《中华人民共和国清洁生产促进法》（2002年）第四十条", "Cleaner Production Promotion Law (2002), Art. 40"),
            new(2003, 1, 1), new(2012, 6, 30), ["G3"], [Breach.NotAudited, Breach.NotReported, Breach.UntruthfulReport], true, new(0m), new(100_000m), "recalled"),
        new("law-2002-41", new("《中华人民共和国清洁生产促进法》（2002年）第四十一条", "Cleaner Production Promotion Law (2002), Art. 41"),
            new(2003, 1, 1), new(2012, 6, 30), ["G1a", "G1b"], [Breach.NotAnnounced], false, new(0m), new(100_000m), "recalled"),
        new("law-2012-36", new("《中华人民共和国清洁生产促进法》（2012年修正）第三十六条", "Cleaner Production Promotion Law (2012), Art. 36"),
            new(2012, 7, 1), new(2026, 8, 14), ["G1a", "G1b", "G2"], [Breach.NotAnnounced], false, new(0m), new(100_000m), "sourced"),
        new("law-2012-39-1", new("《中华人民共和国清洁生产促进法》（2012年修正）第三十九条第一款", "Cleaner Production Promotion Law (2012), Art. 39 para. 1"),
            new(2012, 7, 1), new(2026, 8, 14), [], AuditBreaches, true, new(50_000m), new(500_000m), "sourced"),
        new("code-2026-1221", new("《中华人民共和国生态环境法典》第一千二百二十一条", "Ecological and Environmental Code, Art. 1221"),
            new(2026, 8, 15), null, [], AuditBreaches, true, new(50_000m), new(500_000m), "sourced"),
    ];

    /// <summary>The clause of a name; null when there is none.</summary>
    public static PenaltyProvision? Find(string id) => Table.FirstOrDefault(p => p.Id == id);

    /// <summary>Clauses that can reach a case: in force on some day from publication to the given one, for one of its grounds.</summary>
    /// <remarks>Conduct is judged by the law of its time unless the later is milder, so that an act after a change of law may still rest on the older clause.</remarks>
    public static IReadOnlyList<PenaltyProvision> Reaching(CaseOpening opening, DateOnly on) => [.. Table.Where(p => p.Reaches(opening, on))];

    internal bool Reaches(CaseOpening opening, DateOnly on) =>
        From <= on && (To is not { } to || to >= opening.List.PublishedOn) && (Grounds.Count == 0 || Grounds.Intersect(opening.Grounds, StringComparer.Ordinal).Any());
}
