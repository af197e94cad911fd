using CleanProd.Rules.Facts;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Lists;

/// <summary>One enterprise of one class of the list.</summary>
/// <param name="Determination">What was decided.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Reasons">Every rule that lists it, those of the class first.</param>
/// <param name="Open">Rules that could not be decided for want of data.</param>
public sealed record CandidateEntry(
    Determination Determination, Place Place, IReadOnlyList<RuleDetermination> Reasons, IReadOnlyList<RuleDetermination> Open)
{
    /// <summary>Why, one reason a line: sentence and citation.</summary>
    public Wording ReasonText
    {
        get
        {
            var zh = Reasons.Select((r, i) => Numbered(i, ReasonOf(r).Zh));
            var en = Reasons.Select((r, i) => Numbered(i, ReasonOf(r).En));
            return new(string.Join('\n', zh), string.Join('\n', en));
        }
    }

    /// <summary>The facts in words: at most three a reason.</summary>
    public Wording FactText
    {
        get
        {
            var texts = Reasons.Select(r => EvidenceWords.Summary(r.Evidence, r.Ground, 3)).ToArray();
            var zh = texts.Select((t, i) => t.Zh.Length == 0 ? "" : Numbered(i, t.Zh)).Where(t => t.Length > 0);
            var en = texts.Select((t, i) => t.En.Length == 0 ? "" : Numbered(i, t.En)).Where(t => t.Length > 0);
            return new(string.Join('\n', zh), string.Join('\n', en));
        }
    }

    /// <summary>Remark: the grounds that are still open, and an enterprise that is not running.</summary>
    public Wording Remark
    {
        get
        {
            var zh = new List<string>();
            var en = new List<string>();
            if (Determination.Facility.Status == Facts.FacilityStatus.Suspended)
            {
                zh.Add("停产");
                en.Add("suspended");
            }

            if (Open.Count > 0)
            {
                var grounds = Open.Select(r => GroundLabel.NameOf(GroundLabel.KeyOf(r))).Distinct().ToArray();
                zh.Add($"另有未定事由：{string.Join('、', grounds.Select(g => g.Zh))}（数据不足）");
                en.Add($"also undetermined: {string.Join(", ", grounds.Select(g => g.En))}");
            }

            return new(string.Join('；', zh), string.Join("; ", en));
        }
    }

    /// <summary>Sentence and citation of one reason.</summary>
    public static Wording ReasonOf(RuleDetermination rule) => new(
        Joined(rule.Sentence.Length > 0 ? rule.Sentence : rule.Rule, rule.Citation, "（", "）"),
        Joined(rule.SentenceEn.Length > 0 ? rule.SentenceEn : rule.Rule, rule.CitationEn, " (", ")"));

    private static string Joined(string sentence, string citation, string open, string close) =>
        citation.Length == 0 ? sentence : sentence + open + citation + close;

    private string Numbered(int index, string text) => Reasons.Count == 1 ? text : $"{(index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)}. {text}";
}

/// <summary>One class with its enterprises.</summary>
/// <param name="Class">The class.</param>
/// <param name="Grounds">Grounds of its rules.</param>
/// <param name="Entries">Its enterprises in order of place and identity; may be empty.</param>
public sealed record ClassList(ListClass Class, IReadOnlyList<string> Grounds, IReadOnlyList<CandidateEntry> Entries);

/// <summary>A rule that could not be decided for an enterprise that is not listed, and what would decide it.</summary>
/// <param name="Determination">The enterprise.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Rule">The open rule.</param>
/// <param name="Missing">The absent facts with who could supply them.</param>
public sealed record UndeterminedEntry(Determination Determination, Place Place, RuleDetermination Rule, IReadOnlyList<MissingFact> Missing);

/// <summary>A rule that could not be evaluated: blocks release of the list.</summary>
/// <param name="Determination">The enterprise.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Rule">The rule; its <see cref="RuleDetermination.Missing"/> says what went wrong.</param>
public sealed record ErrorEntry(Determination Determination, Place Place, RuleDetermination Rule);

/// <summary>One row of evidence behind a listing.</summary>
/// <param name="Determination">The enterprise.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Evidence">The row.</param>
public sealed record EvidenceRow(Determination Determination, RuleDetermination Rule, Evidence Evidence);
