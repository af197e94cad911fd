using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Determinations;

/// <summary>What was decided about one facility.</summary>
/// <param name="Facility">The facility as imported.</param>
/// <param name="Year">The screened year.</param>
/// <param name="Rules">One entry per rule, in the order of the packs.</param>
public sealed record Determination(FacilityRecord Facility, int Year, IReadOnlyList<RuleDetermination> Rules)
{
    /// <summary>The facility's outcome.</summary>
    public Outcome Outcome { get; } = Outcomes.OfAll(Rules.Select(r => r.Outcome));
}

/// <summary>What one rule says about one facility.</summary>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Outcome">Its outcome.</param>
public sealed record RuleDetermination(string Rule, Outcome Outcome)
{
    /// <summary>Ground of the law (<c>G1a</c>); null where the regime has none.</summary>
    public string? Ground { get; init; }

    /// <summary>Instrument, article, paragraph and item in Chinese.</summary>
    public string Citation { get; init; } = "";

    /// <summary>The same in English.</summary>
    public string CitationEn { get; init; } = "";

    /// <summary>The rule's sentence for people, Chinese: why the law obliges (超过国家或者地方规定的排放标准).</summary>
    public string Sentence { get; init; } = "";

    /// <summary>The same in English.</summary>
    public string SentenceEn { get; init; } = "";

    /// <summary>The rows that decided, when triggered.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>The absent facts that would decide, when undetermined; what went wrong, when error.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>How near the rule is to flipping; null when no number decides.</summary>
    public Margin? Margin { get; init; }
}
