using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Rules.Comparing;

/// <summary>What kind of thing differs between two packs.</summary>
public enum PackChangeKind
{
    /// <summary>Title, instrument, jurisdiction, judged period.</summary>
    Instrument,

    /// <summary>The determination dates for which it is chosen.</summary>
    Dates,

    /// <summary>A parameter.</summary>
    Parameter,

    /// <summary>A rule was added.</summary>
    RuleAdded,

    /// <summary>A rule was removed.</summary>
    RuleRemoved,

    /// <summary>Everyone who was listed still is, and others may be.</summary>
    Tightened,

    /// <summary>Only who was listed still is, and not all of them.</summary>
    Loosened,

    /// <summary>The condition says something else, neither of which follows from the other as far as can be shown.</summary>
    Condition,

    /// <summary>What a rule cites.</summary>
    Citation,

    /// <summary>The ground, the sentence for people, an exception's words.</summary>
    Words,

    /// <summary>Cases that prove the pack.</summary>
    Cases,

    /// <summary>What notices say.</summary>
    Notice,

    /// <summary>Who makes the list.</summary>
    Procedure,
}

/// <summary>One difference between two packs, in a sentence.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Subject">Name of the rule or parameter; empty for the pack as a whole.</param>
/// <param name="Sentence">What differs.</param>
public sealed record PackChange(PackChangeKind Kind, string Subject, Wording Sentence);
