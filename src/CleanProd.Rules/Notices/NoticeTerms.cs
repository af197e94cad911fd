using CleanProd.Rules.Lists;

namespace CleanProd.Rules.Notices;

/// <summary>What a written notice says by law: the <c>notice</c> section of a rule pack, for the instrument in force.</summary>
/// <param name="LegalBasis">Instruments and articles the notice rests on, in the versions in force.</param>
/// <param name="Duties">What the enterprise must do by when.</param>
/// <param name="Consequences">What follows when it does not.</param>
/// <param name="Remedies">How it can object.</param>
/// <param name="Makers">Who leads on which grounds.</param>
public sealed record NoticeTerms(
    IReadOnlyList<Wording> LegalBasis,
    IReadOnlyList<NoticeDuty> Duties,
    IReadOnlyList<Wording> Consequences,
    IReadOnlyList<Wording> Remedies,
    IReadOnlyList<ListMaker> Makers);

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
