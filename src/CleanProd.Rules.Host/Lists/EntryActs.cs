using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Storage.Lists;
using CleanProd.Rules.Storage.People;

namespace CleanProd.Rules.Host.Lists;

/// <summary>Which permission each act on an entry asks for. Level, department and four eyes are the library's.</summary>
internal static class EntryActs
{
    /// <summary>The one table: word in paths, act, permission, what it does.</summary>
    internal static readonly IReadOnlyList<(string Word, EntryAct Act, Permission Permission, string Summary)> Table =
    [
        ("include", EntryAct.Include, Permission.ReviewEntries, "Lists by hand, with reason and document."),
        ("exclude", EntryAct.Exclude, Permission.ReviewEntries, "Keeps off by hand, with reason and document."),
        ("propose", EntryAct.Propose, Permission.ReviewEntries, "Proposes with the decision it bears."),
        ("withdraw", EntryAct.Withdraw, Permission.ReviewEntries, "Takes back what neither machine nor people list, with reason."),
        ("verify", EntryAct.Verify, Permission.ApproveEntries, "Verifies what the county proposed; the city does, or a level above it."),
        ("fix", EntryAct.Fix, Permission.ApproveEntries, "Fixes what the city verified; the province does."),
        ("refuse", EntryAct.Refuse, Permission.ApproveEntries, "Sends back to the step before, with reason."),
    ];

    /// <summary>What somebody may do with an entry now.</summary>
    internal static IEnumerable<EntryAct> Of(Actor actor, ListEntry entry, ListProcedure procedure) =>
        Table.Where(t => actor.As(t.Permission, entry.Opening.Region).Any(o => entry.ActsOf(o, procedure).Contains(t.Act))).Select(t => t.Act);

    /// <summary>Whose turns are the actor's.</summary>
    internal static IReadOnlyList<EntryTurn> TurnsOf(Actor actor) =>
    [
        .. actor.Grants.Where(g => g.FacilityId is null).Select(g => new EntryTurn(actor.As(g),
        [
            .. g.Role.Has(Permission.ReviewEntries) ? [EntryState.Screened] : Array.Empty<EntryState>(),
            .. g.Role.Has(Permission.ApproveEntries) ? [EntryState.Proposed, EntryState.Verified] : Array.Empty<EntryState>(),
        ])).Where(t => t.States.Count > 0),
    ];

    /// <summary>The actor in each role that has a permission over all of a region, the nearest first.</summary>
    internal static IEnumerable<Officer> As(this Actor actor, Permission permission, RegionCode region) =>
        actor.Grants.Where(g => g.FacilityId is null && g.Role.Has(permission) && new RegionCode(g.Region).Covers(region)).OrderByDescending(g => g.Region.Length).Select(actor.As);

    /// <summary>The actor in the nearest role that has a permission over all of a region; where none has, in that which opened the gate.</summary>
    internal static Officer Over(this Actor actor, Permission permission, RegionCode region) => actor.As(permission, region).FirstOrDefault() ?? actor.Officer;

    private static Officer As(this Actor actor, Grant grant) => new(actor.AccountId.ToString("D"), actor.Name, grant.Department, new(grant.Region));
}
