using CleanProd.Rules.Cases;
using CleanProd.Rules.Lists;

namespace CleanProd.Rules.Storage.Cases;

/// <summary>By which way an act comes in: each way asks for another permission.</summary>
public enum CaseDoor
{
    /// <summary>The enterprise reports, or an officer records what it handed in.</summary>
    Progress,

    /// <summary>The department keeps the case.</summary>
    Keeping,

    /// <summary>The department orders and punishes.</summary>
    Enforcement,

    /// <summary>Publications and roll-over: the program itself.</summary>
    Program,
}

/// <summary>The one table of which act comes in by which door.</summary>
public static class CaseDoors
{
    /// <summary>The door of an act.</summary>
    public static CaseDoor Of(CaseAct act) => act switch
    {
        CaseAct.Opened or CaseAct.Withdrawn or CaseAct.GroundsChanged or CaseAct.RolledOver => CaseDoor.Program,
        CaseAct.CorrectionOrdered or CaseAct.Corrected or CaseAct.CorrectionRefused or CaseAct.Fined => CaseDoor.Enforcement,
        _ => CaseTransitions.Of(act).By == ActBy.Enterprise ? CaseDoor.Progress : CaseDoor.Keeping,
    };

    /// <summary>Refuses an act that came in by another door.</summary>
    /// <exception cref="RefusedActException"><c>wrong_act</c>.</exception>
    public static void MustBe(CaseAct act, CaseDoor door)
    {
        if (Of(act) == door) return;
        var name = CaseTransitions.Of(act).Name;
        throw new RefusedActException("wrong_act", new($"“{name.Zh}”不在此处办理。", $"'{name.En}' is not done here."));
    }
}
