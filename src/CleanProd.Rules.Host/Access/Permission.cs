using CleanProd.Rules.Storage.People;

namespace CleanProd.Rules.Host.Access;

/// <summary>What an endpoint asks for. Which role has it stands in <see cref="Permissions"/> and nowhere else.</summary>
internal enum Permission
{
    /// <summary>Anything about one's own account.</summary>
    OwnAccount,

    /// <summary>Read facts, determinations and history of enterprises.</summary>
    ReadEnterprises,

    /// <summary>Bring data in.</summary>
    ImportData,

    /// <summary>Accept or refuse findings, undo an import.</summary>
    SettleImports,

    /// <summary>Start, cancel, repeat a screening.</summary>
    RunScreenings,

    /// <summary>Read screenings and candidate lists under review.</summary>
    ReadLists,

    /// <summary>Open a list, include, exclude, propose.</summary>
    ReviewEntries,

    /// <summary>Verify, fix, refuse: a second pair of eyes.</summary>
    ApproveEntries,

    /// <summary>Sign or refuse the second department's part.</summary>
    SignLists,

    /// <summary>Publish.</summary>
    PublishLists,

    /// <summary>Issue, re-issue and serve notices.</summary>
    IssueNotices,

    /// <summary>Read notices.</summary>
    ReadNotices,

    /// <summary>Confirm that one has a notice.</summary>
    AcknowledgeNotices,

    /// <summary>Record steps of a case, evaluate, accept.</summary>
    KeepCases,

    /// <summary>Read a case.</summary>
    ReadCases,

    /// <summary>Report one's own progress and audit record.</summary>
    ReportProgress,

    /// <summary>Object to a listing.</summary>
    Object,

    /// <summary>Decide on objections.</summary>
    AnswerObjections,

    /// <summary>Order corrections, record penalties.</summary>
    Enforce,

    /// <summary>Apply for recognition of a voluntary audit.</summary>
    ApplyVoluntary,

    /// <summary>Decide on voluntary audits.</summary>
    KeepVoluntary,

    /// <summary>Change schedules.</summary>
    ManageSchedules,

    /// <summary>Accounts, roles, keys.</summary>
    ManagePeople,

    /// <summary>Journal and access log.</summary>
    ReadJournal,

    /// <summary>Backup, health, templates, queues.</summary>
    ManageSystem,

    /// <summary>Read rule packs and reference data.</summary>
    ReadRules,

    /// <summary>Write drafts of rules and put them before the releasers.</summary>
    DraftRules,

    /// <summary>Read drafts of rules.</summary>
    ReadDrafts,

    /// <summary>See by name what rules would do to a year.</summary>
    ForeseeRules,

    /// <summary>Sign and release drafts of others; withdraw and roll back.</summary>
    ReleaseRules,
}

/// <summary>The one table of who may do what.</summary>
internal static class Permissions
{
    private static readonly Permission[] Everyone = [Permission.OwnAccount, Permission.ReadRules];

    private static readonly Dictionary<Role, Permission[]> OfRole = new()
    {
        [Role.Admin] = [Permission.ManagePeople, Permission.ManageSchedules, Permission.ReadJournal, Permission.ManageSystem],
        [Role.Officer] =
        [
            Permission.ReadEnterprises, Permission.ImportData, Permission.SettleImports, Permission.RunScreenings, Permission.ReadLists,
            Permission.ReviewEntries, Permission.IssueNotices, Permission.ReadNotices, Permission.KeepCases, Permission.ReadCases,
            Permission.AnswerObjections, Permission.Enforce, Permission.KeepVoluntary, Permission.ManageSchedules,
            // What an enterprise hands in on paper.
            Permission.ReportProgress, Permission.ApplyVoluntary,
        ],
        [Role.Approver] =
        [
            Permission.ReadEnterprises, Permission.ReadLists, Permission.ApproveEntries, Permission.PublishLists, Permission.ReadNotices,
            Permission.ReadCases, Permission.ReadJournal,
        ],
        [Role.Cosigner] = [Permission.ReadEnterprises, Permission.ReadLists, Permission.SignLists, Permission.ReadCases],
        [Role.PolicyAuthor] = [Permission.DraftRules, Permission.ReadDrafts, Permission.ForeseeRules],
        [Role.PolicyReleaser] = [Permission.ReleaseRules, Permission.ReadDrafts, Permission.ForeseeRules],
        [Role.Enterprise] =
        [
            Permission.ReadEnterprises, Permission.ReadNotices, Permission.AcknowledgeNotices, Permission.ReadCases, Permission.ReportProgress,
            Permission.Object, Permission.ApplyVoluntary,
        ],
        [Role.Platform] = [Permission.ImportData],
    };

    /// <summary>Whether a role has a permission.</summary>
    internal static bool Has(this Role role, Permission permission) =>
        Everyone.Contains(permission) || OfRole[role].Contains(permission);
}
