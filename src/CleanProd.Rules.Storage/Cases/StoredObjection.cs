using CleanProd.Rules.Cases.Objections;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Storage.Cases;

/// <summary>An objection.</summary>
/// <param name="Id">Its number.</param>
/// <param name="CaseId">Number of the case.</param>
/// <param name="Name">Name of the enterprise.</param>
/// <param name="Objection">The objection.</param>
/// <param name="Run">The screening of the corrected data; null until there is one.</param>
public sealed record StoredObjection(long Id, long CaseId, string Name, Objection Objection, long? Run);

/// <summary>Objections in words.</summary>
public static class ObjectionWords
{
    /// <summary>An act.</summary>
    public static Wording Of(ObjectionAct act) => act switch
    {
        ObjectionAct.Filed => new("提出异议", "objection filed"),
        ObjectionAct.AcceptedForRedetermination => new("受理并重新判定", "accepted for re-determination"),
        ObjectionAct.Upheld => new("异议成立", "upheld"),
        ObjectionAct.Dismissed => new("异议不成立", "dismissed"),
        _ => new("撤回异议", "withdrawn"),
    };

    /// <summary>A state.</summary>
    public static Wording Of(ObjectionState state) => state switch
    {
        ObjectionState.Filed => new("待答复", "waits for an answer"),
        ObjectionState.UnderRedetermination => new("重新判定中", "being re-determined"),
        ObjectionState.Upheld => new("成立", "upheld"),
        ObjectionState.Dismissed => new("不成立", "dismissed"),
        _ => new("已撤回", "withdrawn"),
    };
}
