using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Import;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Determinations;

/// <summary>How a case of a pack came out. Pass, fail and error are three things.</summary>
public enum CaseVerdict
{
    /// <summary>As expected.</summary>
    Pass,

    /// <summary>Evaluated, but not as expected.</summary>
    Fail,

    /// <summary>Could not be evaluated.</summary>
    Error,
}

/// <summary>The result of one case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Verdict">How it came out.</param>
/// <param name="Messages">What differed, or what went wrong.</param>
public sealed record CaseResult(PackCase Case, CaseVerdict Verdict, IReadOnlyList<string> Messages);

/// <summary>Runs the cases a pack carries, with both readers.</summary>
public static class PackCaseRunner
{
    /// <summary>Runs every case of the pack.</summary>
    public static IReadOnlyList<CaseResult> Run(RulePack pack, ReferenceData reference)
    {
        var compiled = new Dictionary<DateOnly, (CompiledPack, DoubleEntry)>();
        return [.. pack.Cases.Select(c => Run(pack, c, reference, compiled))];
    }

    private static CaseResult Run(RulePack pack, PackCase example, ReferenceData reference, Dictionary<DateOnly, (CompiledPack Pack, DoubleEntry DoubleEntry)> compiled)
    {
        Determination[] judged;
        IReadOnlyList<Finding> findings;
        try
        {
            // A row that is refused stays refused: that it leaves the ground open may be what such a case is about.
            (var facts, findings) = FactsOf(pack, example, reference);
            if (!compiled.TryGetValue(example.AsOf, out var on))
            {
                var ready = CompiledPack.Compile(PackSelection.Named(pack, example.AsOf), example.AsOf);
                compiled.Add(example.AsOf, on = (ready, new DoubleEntry(ready)));
            }

            var screening = new Screening([(on.Pack, on.DoubleEntry)], reference, facts.TablesGiven, example.Year, CrossCheck.All);
            judged = [.. facts.Facilities.Select(screening.Judge)];
        }
        catch (Exception e) when (e is PackException or PackSelectionException or ImportException or ArgumentException or InvalidDataException)
        {
            return new(example, CaseVerdict.Error, [e.Message]);
        }

        if (judged.Length != 1) return new(example, CaseVerdict.Error, [$"A case is about one facility; this one names {judged.Length.ToString(CultureInfo.InvariantCulture)}."]);
        var messages = Differences(example, judged[0]);
        // Where it is not, it is the likeliest reason for the difference.
        return messages.Count == 0 ? new(example, CaseVerdict.Pass, messages) : new(example, CaseVerdict.Fail, [.. messages, .. findings.Where(f => f.Severity != FindingSeverity.Note).Select(Refused)]);
    }

    private static string Refused(Finding finding)
    {
        var (message, action) = FindingTexts.In(finding, "en");
        return $"facts, row {finding.Row.ToString(CultureInfo.InvariantCulture)}{(finding.Column is { } column ? $", {column}" : "")}: {message} {action}";
    }

    /// <summary>In what a determination is not what the case expects.</summary>
    internal static IReadOnlyList<string> Differences(PackCase example, Determination judged)
    {
        var messages = new List<string>();
        if (example.ExpectedOutcome is { } outcome && judged.Outcome.Word() != outcome)
            messages.Add($"outcome: expected {outcome}, got {judged.Outcome.Word()}");
        foreach (var expected in example.ExpectedRules) Compare(expected, judged, messages);
        return messages;
    }

    /// <summary>The facts that a case states.</summary>
    internal static (FactSet Facts, IReadOnlyList<Finding> Findings) FactsOf(RulePack pack, PackCase example, ReferenceData reference) =>
        RowImporter.Import(example.Rows.Select((r, i) => new TableRow(r.Table, r.Cells, new SourceRef(pack.FileName, example.Name, i + 1))), reference, example.Year);

    private static void Compare(ExpectedRule expected, Determination judged, List<string> messages)
    {
        var rule = judged.Rules.FirstOrDefault(r => r.Rule == expected.Rule) ?? judged.Rules.FirstOrDefault(r => r.Ground == expected.Rule);
        if (rule is null)
        {
            messages.Add($"{expected.Rule}: no such rule");
            return;
        }

        if (rule.Outcome.Word() != expected.Outcome)
            messages.Add($"{expected.Rule}: expected {expected.Outcome}, got {rule.Outcome.Word()}{(rule.Missing.Count > 0 ? $" ({string.Join("; ", rule.Missing)})" : "")}");
        if (expected.Citation is { } citation && !rule.Citation.Contains(citation, StringComparison.Ordinal) && !rule.CitationEn.Contains(citation, StringComparison.Ordinal))
            messages.Add($"{expected.Rule}: expected to cite '{citation}', cites '{rule.Citation}'");
        foreach (var missing in expected.Missing)
            if (!rule.Missing.Any(m => m.Contains(missing, StringComparison.Ordinal)))
                messages.Add($"{expected.Rule}: expected to miss '{missing}', misses '{string.Join("; ", rule.Missing)}'");
    }
}
