using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;

namespace CleanProd.Rules.Notices;

/// <summary>What a written notice says by law: the <c>notice</c> section of a rule pack, for the instrument in force.</summary>
/// <param name="LegalBasis">Instruments and articles the notice rests on, in the versions in force.</param>
/// <param name="Duties">What the enterprise must do by when.</param>
/// <param name="Consequences">What follows when it does not.</param>
/// <param name="Remedies">How it can object.</param>
/// <param name="Makers">Who leads on which grounds.</param>
public sealed record NoticeTerms(
    IReadOnlyList<NoticeStatement> LegalBasis,
    IReadOnlyList<NoticeDuty> Duties,
    IReadOnlyList<NoticeStatement> Consequences,
    IReadOnlyList<NoticeStatement> Remedies,
    IReadOnlyList<ListMaker> Makers)
{
    /// <summary>Terms of a regime that says nothing about notices.</summary>
    public static readonly NoticeTerms None = new([], [], [], [], []);

    /// <summary>The terms of several packs that decide together (national law and a province's overlay), in their order.</summary>
    public static NoticeTerms Of(IReadOnlyList<NoticeTerms> packs) => packs.Count switch
    {
        0 => None,
        1 => packs[0],
        _ => new(
            packs.SelectMany(p => p.LegalBasis).ToArray(), packs.SelectMany(p => p.Duties).ToArray(), packs.SelectMany(p => p.Consequences).ToArray(),
            packs.SelectMany(p => p.Remedies).ToArray(), packs.SelectMany(p => p.Makers).ToArray()),
    };
}

/// <summary>One statement of a notice.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Citation">Where the law says so; may be empty.</param>
/// <param name="Grounds">Grounds it concerns; empty for all.</param>
public sealed record NoticeStatement(Wording Text, Wording Citation, IReadOnlyList<string> Grounds)
{
    /// <summary>The statement with its citation, as a sentence.</summary>
    public Wording Sentence => new(
        Ended(Citation.Zh.Length == 0 ? Text.Zh : $"{Text.Zh}（{Citation.Zh}）", "。"),
        Ended(Citation.En.Length == 0 ? Text.En : $"{Text.En} ({Citation.En})", "."));

    private static string Ended(string text, string stop) => text.Length == 0 || text[^1] is '。' or '.' or '；' or ';' ? text : text + stop;
}

/// <summary>One duty.</summary>
/// <param name="Id">Stable name: <c>announce</c>, <c>start</c>, <c>report</c>, <c>repeat</c>.</param>
/// <param name="Period">How long it may take.</param>
/// <param name="Anchor">What the period counts from: <c>publication</c>, <c>service</c>, <c>determination</c>, <c>previous_audit</c>, <c>evaluation</c>, <c>acceptance</c>.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="Citation">Clause that imposes it.</param>
/// <param name="Grounds">Grounds under which it is owed; empty for all.</param>
public sealed record NoticeDuty(
    string Id, NoticePeriod Period, string Anchor, Wording Text, Wording Citation, IReadOnlyList<string> Grounds)
{
    /// <summary>First determination date on which it is owed; null for every date of the pack.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The period in words when its first day is not yet known: 自名单公布之日起一个月内.</summary>
    public Wording RelativeDue
    {
        get
        {
            var from = AnchorWords(Anchor);
            var words = Period.Words;
            return new($"自{from.Zh}之日起{words.Zh}内", $"within {words.En} of {from.En}");
        }
    }

    /// <summary>An anchor in words.</summary>
    public static Wording AnchorWords(string anchor) => anchor switch
    {
        "publication" => new("名单公布", "publication of the list"),
        "service" => new("收到本通知", "receipt of this notice"),
        "determination" => new("确定名单", "determination of the list"),
        "previous_audit" => new("上一次审核完成", "completion of the previous audit"),
        "evaluation" => new("评估", "evaluation"),
        "acceptance" => new("验收", "acceptance"),
        _ => Wording.Same(anchor),
    };
}
