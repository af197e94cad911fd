using System.Buffers;
using System.Security.Cryptography;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Lists.Review;

/// <summary>What the machine said of an enterprise in a class, kept beside what people decide.</summary>
/// <param name="Outcome">Outcome of the class's rules.</param>
/// <param name="Grounds">Grounds of the class that list it, in the order of the packs.</param>
/// <param name="Reasons">Why; empty where the machine does not list it.</param>
/// <param name="DeterminationSha256">SHA-256 of its line of <c>determinations.jsonl</c> without the line break, lower-case hexadecimal.</param>
public sealed record MachineResult(Outcome Outcome, IReadOnlyList<string> Grounds, IReadOnlyList<EntryReason> Reasons, string DeterminationSha256)
{
    /// <summary>What a determination says for a class.</summary>
    public static MachineResult Of(Determination determination, string classId) => Of(determination, r => ListClass.Of(r).Id == classId);

    /// <summary>What a determination says on some grounds, such as those of the publication of polluters.</summary>
    public static MachineResult Of(Determination determination, IReadOnlyList<string> grounds) =>
        Of(determination, r => grounds.Contains(GroundLabel.KeyOf(r), StringComparer.Ordinal));

    private static MachineResult Of(Determination determination, Func<RuleDetermination, bool> concerns)
    {
        var rules = determination.Rules.Where(concerns).ToArray();
        var listing = rules.Where(r => r.Outcome == Outcome.Triggered).ToArray();
        return new(Outcomes.OfAll(rules.Select(r => r.Outcome)), [.. listing.Select(GroundLabel.KeyOf).Distinct(StringComparer.Ordinal)], [.. listing.Select(EntryReason.Of)], HashOf(determination));
    }

    /// <summary>SHA-256 of a determination's line, lower-case hexadecimal.</summary>
    public static string HashOf(Determination determination)
    {
        var line = new ArrayBufferWriter<byte>();
        DeterminationJson.Write(determination, line);
        return Convert.ToHexStringLower(SHA256.HashData(line.WrittenSpan));
    }
}

/// <summary>One reason for listing an enterprise.</summary>
/// <param name="Rule">The rule; empty for the reason of an officer.</param>
/// <param name="Ground">Its ground, or the rule where the regime has none; empty for the reason of an officer.</param>
/// <param name="Sentence">The reason in a sentence.</param>
/// <param name="Citation">The clause.</param>
/// <param name="Facts">The deciding values: the worst of each outlet and pollutant.</param>
public sealed record EntryReason(string Rule, string Ground, Wording Sentence, Wording Citation, IReadOnlyList<ReasonFact> Facts)
{
    /// <summary>The reason that a rule gives.</summary>
    public static EntryReason Of(RuleDetermination rule) => new(
        rule.Rule, GroundLabel.KeyOf(rule),
        new(rule.Sentence.Length > 0 ? rule.Sentence : rule.Rule, rule.SentenceEn.Length > 0 ? rule.SentenceEn : rule.Rule), new(rule.Citation, rule.CitationEn),
        [
            .. EvidenceWords.Telling(rule.Evidence).GroupBy(e => (e.OutletId, e.Pollutant ?? e.Name)).Select(g => ReasonFact.Of(g.First()))
                .OrderBy(f => f.Outlet, StringComparer.Ordinal).ThenBy(f => f.Code, StringComparer.Ordinal).ThenBy(f => f.Name, StringComparer.Ordinal),
        ]);

    /// <summary>The reason that an officer gives.</summary>
    public static EntryReason By(string reason) => new("", "", Wording.Same(reason), Wording.None, []);
}

/// <summary>One deciding value.</summary>
public sealed record ReasonFact
{
    /// <summary>Outlet; null where there is none.</summary>
    public string? Outlet { get; init; }

    /// <summary>Pollutant code, substance, product or indicator.</summary>
    public string? Code { get; init; }

    /// <summary>Its name for people.</summary>
    public string? Name { get; init; }

    /// <summary>Date, time or year.</summary>
    public string? At { get; init; }

    /// <summary>The value in plain notation with its qualifier.</summary>
    public string? Value { get; init; }

    /// <summary>Limit, quota or threshold.</summary>
    public decimal? Limit { get; init; }

    /// <summary>Unit of value and limit.</summary>
    public string? Unit { get; init; }

    /// <summary>Value over limit; null for pH, where it would mean nothing.</summary>
    public decimal? Ratio { get; init; }

    /// <summary>Where the limit comes from.</summary>
    public string? Basis { get; init; }

    /// <summary>The value of a row of evidence.</summary>
    public static ReasonFact Of(Evidence evidence) => new()
    {
        Outlet = evidence.OutletId, Code = evidence.Pollutant, Name = evidence.Name, At = evidence.At, Value = evidence.Value?.ToString(),
        Limit = evidence.Limit, Unit = evidence.Unit, Ratio = EvidenceWords.RatioOf(evidence), Basis = evidence.Basis,
    };

    /// <summary>The value as evidence again; its source row stands in the determination alone.</summary>
    public Evidence AsEvidence() => new(default(SourceRef))
    {
        OutletId = Outlet, Pollutant = Code, Name = Name, At = At, Value = Value is null ? null : MeasuredValue.Read(Value),
        Limit = Limit, Unit = Unit, Ratio = Ratio, Basis = Basis,
    };

    /// <summary>The value for people: <c>DW001 化学需氧量 132 mg/L / 90</c>.</summary>
    public string Text => string.Join(' ', new[] { Outlet, Name ?? Code, Value, Unit, Limit is { } limit ? "/ " + PlainNumber.Text(limit) : null }.Where(t => !string.IsNullOrEmpty(t)));
}
