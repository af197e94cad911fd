using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Storage.People;
using P = CleanProd.Rules.Host.Access.Permission;

namespace CleanProd.Rules.Tests.Host.Access;

/// <summary>Where somebody stands towards the things of the matrix, which lie in county 440103 and concern one facility of it.</summary>
internal enum Standing
{
    OwnRegion,
    ParentRegion,
    OtherRegion,
    OwnFacility,
    OtherFacility,
}

/// <summary>
/// Who may do what, read a second time from the design (§10: roles; every role is confined to its region or facility) without looking at the
/// gate. What is written here and what the gate does must agree cell by cell.
/// </summary>
internal static class RoleReading
{
    internal static readonly Dictionary<Role, P[]> May = new()
    {
        [Role.Admin] = [P.ManagePeople, P.ManageSchedules, P.ReadJournal, P.ManageSystem],
        [Role.Officer] =
        [
            P.ReadEnterprises, P.ImportData, P.SettleImports, P.RunScreenings, P.ReadLists, P.ReviewEntries, P.IssueNotices, P.ReadNotices,
            P.KeepCases, P.ReadCases, P.AnswerObjections, P.Enforce, P.KeepVoluntary, P.ManageSchedules,
            // For the enterprise, when it hands paper in.
            P.ReportProgress, P.ApplyVoluntary,
        ],
        [Role.Approver] = [P.ReadEnterprises, P.ReadLists, P.ApproveEntries, P.PublishLists, P.ReadNotices, P.ReadCases, P.ReadJournal],
        [Role.Cosigner] = [P.ReadEnterprises, P.ReadLists, P.SignLists, P.ReadCases],
        [Role.PolicyAuthor] = [P.DraftRules, P.ReadDrafts, P.ForeseeRules],
        [Role.PolicyReleaser] = [P.ReleaseRules, P.ReadDrafts, P.ForeseeRules],
        [Role.Enterprise] = [P.ReadEnterprises, P.ReadNotices, P.AcknowledgeNotices, P.ReadCases, P.ReportProgress, P.Object, P.ApplyVoluntary],
        [Role.Platform] = [P.ImportData],
    };

    // What every account has: itself, and the law, which is public.
    private static readonly P[] Everyone = [P.OwnAccount, P.ReadRules];

    // Things that concern one facility, so that its own people reach them.
    private static readonly Target[] OfOneFacility = [Target.Facility, Target.Entry, Target.Notice, Target.Case, Target.Objection, Target.Voluntary];

    private static readonly Target[] Everywhere = [Target.Self, Target.Law, Target.System, Target.Scoped];

    /// <summary>Places at which a role is given at all: enterprises over their facility, everybody else over a region, platforms over either.</summary>
    internal static Standing[] Standings(Role role) => role switch
    {
        Role.Enterprise => [Standing.OwnFacility, Standing.OtherFacility],
        Role.Platform => Enum.GetValues<Standing>(),
        _ => [Standing.OwnRegion, Standing.ParentRegion, Standing.OtherRegion],
    };

    /// <summary>The refusal of the gate; null when it must let through.</summary>
    internal static (int Status, string Code)? Refusal(string method, EndpointAccess access, Role role, Standing standing)
    {
        if (access.Permission is not { } permission) return null;
        if (!May[role].Contains(permission) && !Everyone.Contains(permission)) return (403, "not_permitted");
        if (Everywhere.Contains(access.Target)) return null;
        var reaches = standing switch
        {
            // Screenings, schedules and lists of the matrix are the province's: its county reads its part of a screening, adds to a list; it runs nothing and publishes nothing.
            Standing.OwnRegion => !access.Whole && access.Target is not Target.Schedule,
            Standing.ParentRegion => true,
            Standing.OwnFacility => OfOneFacility.Contains(access.Target),
            _ => false,
        };
        return reaches ? null : (403, "outside_region");
    }
}
