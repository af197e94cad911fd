using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.People;

namespace CleanProd.Rules.Host.Pages.Administration;

/// <summary>A role as it stands in the form.</summary>
public sealed class WantedGrant
{
    /// <summary>The role.</summary>
    public Role Role { get; set; } = Role.Officer;

    /// <summary>Division code; empty for the whole country.</summary>
    public string Region { get; set; } = "";

    /// <summary>The side acted for, where the role has one.</summary>
    public Department Department { get; set; } = Department.Environment;

    /// <summary>The one enterprise; empty where the role has none.</summary>
    public string Facility { get; set; } = "";

    /// <summary>What the office is asked for; whether it fits is for the office to say.</summary>
    internal NewGrant Asked => new(
        Role, Region, Role is Role.Officer or Role.Approver or Role.Cosigner ? Department : Department.None,
        Role is Role.Enterprise or Role.Platform && Facility.Length > 0 ? Facility : null);
}
