using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.People;

namespace CleanProd.Rules.Host.Access;

/// <summary>Which roles may be given, by whom, to whom.</summary>
internal sealed class GrantRules(IEnumerable<ITargetPlaces> places)
{
    private readonly ITargetPlaces? _facilities = places.SingleOrDefault(p => p.Target == Target.Facility);

    /// <summary>The grant as it is to be kept: its region in the shortest form, that of the facility when it names one.</summary>
    /// <exception cref="RefusedActException">The grant does not fit itself, or lies outside what the giver administers.</exception>
    /// <exception cref="FormatException">The region is no division code.</exception>
    internal async Task<NewGrant> SettleAsync(NewGrant asked, Actor giver, CancellationToken ct)
    {
        var region = RegionCode.Of(asked.Region ?? throw new RefusedActException("region_required", new("请指明辖区，全国为空字符串。", "Say which region; the empty text is the whole country.")));
        if (asked.Role == Role.Enterprise && asked.FacilityId is null)
            throw new RefusedActException("facility_required", new("企业角色必须指明企业。", "The enterprise role needs its facility."));
        if (asked.FacilityId is { } facility)
        {
            if (asked.Role is not (Role.Enterprise or Role.Platform))
                throw new RefusedActException("bad_facility", new("只有企业和监测平台角色可限于一家企业。", "Only the roles enterprise and platform are given over one facility."));
            region = _facilities is not null && await _facilities.FindAsync(new RouteValueDictionary { ["facility"] = facility }, ct) is { } place
                ? place.Region
                : throw new RefusedActException("bad_facility", new($"没有编号为“{facility}”的企业。", $"There is no facility '{facility}'."));
        }

        var acts = asked.Role is Role.Officer or Role.Approver or Role.Cosigner;
        if (acts == (asked.Department == Department.None) || (asked.Role == Role.Cosigner && asked.Department == Department.Environment))
        {
            throw new RefusedActException("bad_department", new(
                "经办、审批角色须指明部门，会签须为第二部门，其他角色不属部门。",
                "Officers and approvers act for a department, co-signers for the second one, everybody else for none."));
        }

        if (!giver.Scope.Reaches(new TargetPlace(region)))
            throw new RefusedActException("outside_region", new("只能授予本辖区内的角色。", "You give roles within your own region only."));
        return asked with { Region = region.Value };
    }

    /// <summary>Refuses what does not fit the account and what it holds.</summary>
    /// <exception cref="RefusedActException"><c>role_conflict</c>, <c>machine_role</c>.</exception>
    internal static void MustFit(Role asked, bool isMachine, IEnumerable<Role> held)
    {
        if (asked == Role.Platform && !isMachine)
            throw new RefusedActException("machine_role", new("监测平台角色只能给机器账号。", "The role platform is for machines."));
        if (asked == Role.Admin && isMachine)
            throw new RefusedActException("machine_role", new("机器账号不能是管理员。", "A machine cannot be administrator."));
        // Whoever hands out roles decides nothing about enterprises, so that no single account can do everything.
        if (held.Any(h => h == Role.Admin != (asked == Role.Admin)))
            throw new RefusedActException("role_conflict", new("管理员不能兼任其他角色。", "An administrator holds no other role."));
    }
}
