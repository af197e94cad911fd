namespace CleanProd.Rules.Cases;

/// <summary>What can be done in a case. <see cref="CaseTransitions"/> says when and by whom.</summary>
public enum CaseAct
{
    /// <summary>The list is published, the case open.</summary>
    Opened,

    /// <summary>The written notice is served (书面通知送达).</summary>
    Notified,

    /// <summary>The enterprise published what the law asks (企业公布). May happen several times; the grounds covered add up.</summary>
    Announced,

    /// <summary>The department checked what was announced (核查).</summary>
    AnnouncementVerified,

    /// <summary>Plan and team, or consultancy and contract, are filed (备案).</summary>
    PlanFiled,

    /// <summary>The audit started.</summary>
    Started,

    /// <summary>The audit report is filed.</summary>
    ReportFiled,

    /// <summary>Evaluation (评估) passed.</summary>
    EvaluationPassed,

    /// <summary>Evaluation not passed.</summary>
    EvaluationFailed,

    /// <summary>The medium- and high-cost measures are done.</summary>
    MeasuresDone,

    /// <summary>Acceptance (验收): 合格.</summary>
    AcceptancePassed,

    /// <summary>Acceptance: 不合格.</summary>
    AcceptanceFailed,

    /// <summary>Nothing is left to do until the next audit is due.</summary>
    Closed,

    /// <summary>Production stopped (停产); periods stand still.</summary>
    Suspended,

    /// <summary>Production resumed.</summary>
    Resumed,

    /// <summary>The enterprise no longer exists or moved away (关闭、搬迁).</summary>
    EnterpriseClosed,

    /// <summary>An amendment list took the enterprise off.</summary>
    Withdrawn,

    /// <summary>An amendment list gave the listing other grounds.</summary>
    GroundsChanged,

    /// <summary>The case goes into the next batch.</summary>
    RolledOver,

    /// <summary>责令限期改正.</summary>
    CorrectionOrdered,

    /// <summary>Corrected.</summary>
    Corrected,

    /// <summary>拒不改正: not corrected when the set day had passed.</summary>
    CorrectionRefused,

    /// <summary>Fined.</summary>
    Fined,
}

/// <summary>How far a case has come. Overdue is no stage: it follows from the clock (<c>Duties</c>).</summary>
public enum CaseStage
{
    /// <summary>The list is published.</summary>
    Published,

    /// <summary>The notice is served.</summary>
    Notified,

    /// <summary>The enterprise announced.</summary>
    Announced,

    /// <summary>Plan or contract filed.</summary>
    PlanFiled,

    /// <summary>The audit runs.</summary>
    Started,

    /// <summary>The report is filed.</summary>
    ReportFiled,

    /// <summary>Evaluation passed; measures are being carried out.</summary>
    EvaluationPassed,

    /// <summary>Evaluation not passed: the audit is repeated or rolls over.</summary>
    EvaluationFailed,

    /// <summary>Measures done; acceptance is awaited.</summary>
    MeasuresDone,

    /// <summary>合格.</summary>
    Accepted,

    /// <summary>不合格: put right within a time limit, or rolls over.</summary>
    Rejected,

    /// <summary>Closed until the next audit is due.</summary>
    Closed,

    /// <summary>Carried on by a case of the next batch.</summary>
    RolledOver,

    /// <summary>The enterprise is closed.</summary>
    EnterpriseClosed,

    /// <summary>Taken off the list.</summary>
    Withdrawn,
}
