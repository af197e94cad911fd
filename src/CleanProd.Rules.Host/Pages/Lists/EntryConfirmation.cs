using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Pages.Parts;
using CleanProd.Rules.Host.Pages.Shell;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Storage.Lists;

namespace CleanProd.Rules.Host.Pages.Lists;

/// <summary>What is asked before an act with entries, with its consequences.</summary>
internal static class EntryConfirmation
{
    /// <summary>The question before an act with some entries; it asks for reason and document where the table of acts does.</summary>
    internal static Confirmation Of(EntryAct act, IReadOnlyList<StoredListEntry> those, ListProcedure procedure)
    {
        var lines = those.Select(e => EntryTransition.Of(e.Entry.State, act)!).ToArray();
        var (name, included) = (ReviewWords.Of(act), those.Count(e => e.Entry.Included));
        var consequences = new List<Wording>();
        if (act is EntryAct.Propose or EntryAct.Verify or EntryAct.Fix) consequences.Add(ListsTexts.DoIncluded.With(included, those.Count - included));
        consequences.Add(act switch
        {
            EntryAct.Propose => Next(ListsTexts.AfterPropose, those, procedure, ReviewStep.Verify),
            EntryAct.Verify => Next(ListsTexts.AfterVerify, those, procedure, ReviewStep.Fix),
            EntryAct.Fix => ListsTexts.AfterFix,
            EntryAct.Include => ListsTexts.AfterInclude,
            EntryAct.Exclude => ListsTexts.AfterExclude,
            EntryAct.Withdraw => ListsTexts.AfterWithdraw,
            _ => ListsTexts.AfterRefuse,
        });
        return new(ListsTexts.DoTitle.With(name, those.Count), name, consequences)
        {
            AsksReason = lines.Any(l => l.NeedsReason), AsksDocument = lines.Any(l => l.NeedsDocument), TakesDocument = lines.Any(l => l.NeedsReason),
        };
    }

    private static Wording Next(Wording text, IReadOnlyList<StoredListEntry> those, ListProcedure procedure, ReviewStep step)
    {
        var levels = those.Select(e => procedure.PartOf(e.Entry.Opening.ClassId, e.Entry.Grounds)).Select(p => (p.Lead, Level: p.LevelOf(step))).Distinct()
            .Select(p => (Level: ReviewWords.Of(p.Level), Lead: ReviewWords.Of(p.Lead))).ToArray();
        return text.With(new Wording(string.Join("、", levels.Select(l => l.Level.Zh + l.Lead.Zh)), string.Join(", ", levels.Select(l => $"{l.Level.En} {l.Lead.En}"))));
    }
}
