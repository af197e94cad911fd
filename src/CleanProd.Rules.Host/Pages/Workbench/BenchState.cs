using CleanProd.Rules.Determinations.Foresight;
using CleanProd.Rules.Determinations.Proving;
using CleanProd.Rules.Host.Policy;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Host.Pages.Workbench;

/// <summary>What lies on the bench: the panes show it, the page changes it.</summary>
internal sealed class BenchState
{
    /// <summary>The draft as it was saved; null before it is read.</summary>
    internal OpenDraft? Open { get; set; }

    /// <summary>The pack that the text says; null while it cannot be read.</summary>
    internal RulePack? Pack { get; set; }

    /// <summary>The pack as it could last be read.</summary>
    internal RulePack? ShownPack { get; set; }

    /// <summary>The rule that is looked at.</summary>
    internal string? Rule { get; set; }

    /// <summary>How its cases came out and what it says otherwise.</summary>
    internal DraftCheck? Check { get; set; }

    /// <summary>What the cases cover; null until it is asked.</summary>
    internal IReadOnlyList<TestCoverage>? Coverage { get; set; }

    /// <summary>Which mutants the cases notice; null until it is asked.</summary>
    internal Mutation? Mutation { get; set; }

    /// <summary>What analysis finds; null until it is asked.</summary>
    internal IReadOnlyList<PackFinding>? Findings { get; set; }

    /// <summary>Cases at the thresholds; null until they are asked for.</summary>
    internal IReadOnlyList<Boundary>? Proposed { get; set; }

    /// <summary>How often each part decides; null until it is asked.</summary>
    internal IReadOnlyList<ConditionReach>? Reach { get; set; }

    /// <summary>Who would join and leave; null until it is asked.</summary>
    internal Impact? Impact { get; set; }

    /// <summary>Whether cases are being proven.</summary>
    internal bool IsProving { get; set; }

    /// <summary>Whether the impact is being reckoned.</summary>
    internal bool IsForeseeing { get; set; }

    /// <summary>Whether a step of the draft is being done.</summary>
    internal bool IsActing { get; set; }

    /// <summary>The region that the impact is asked of.</summary>
    internal string? Region { get; set; }

    /// <summary>The year that the impact is asked of.</summary>
    internal int Year { get; set; }

    /// <summary>Whether the impact follows what is written.</summary>
    internal bool Live { get; set; } = true;

    /// <summary>First date of determinations that the version is for.</summary>
    internal DateOnly EffectiveFrom { get; set; }

    /// <summary>Last such date; null while it is open.</summary>
    internal DateOnly? EffectiveTo { get; set; }

    /// <summary>What the author says of it.</summary>
    internal string Note { get; set; } = "";
}
