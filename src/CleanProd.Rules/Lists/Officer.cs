using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Lists;

/// <summary>The side of government that a person acts for. Its name changes over time (经贸委 → 经信委 → 工信厅); the side does not.</summary>
public enum Department
{
    /// <summary>Environmental side (环境保护 / 生态环境主管部门).</summary>
    Environment,

    /// <summary>Development-and-reform or economic-and-trade side (发展改革 / 经济贸易 / 清洁生产综合协调部门): the joint determiner of 2004.</summary>
    Development,

    /// <summary>Energy-saving side (节能 / 工业和信息化主管部门): leads on energy (G2) since 2012.</summary>
    Energy,

    /// <summary>No side of government: an enterprise, or the program itself.</summary>
    None,
}

/// <summary>Who did something, as history keeps it.</summary>
/// <param name="Id">Account; never reused. <c>system</c> for what the program did by itself.</param>
/// <param name="Name">Name shown, as it was then.</param>
/// <param name="Department">The side acted for.</param>
/// <param name="Region">The jurisdiction acted for.</param>
public sealed record Officer(string Id, string Name, Department Department, RegionCode Region)
{
    /// <summary>The program itself: schedules, reminders, recovery.</summary>
    public static readonly Officer System = new("system", "系统", Department.None, RegionCode.Nation);
}

/// <summary>A document that stands behind an act; the store keeps its bytes by their content.</summary>
/// <param name="Name">File name for people.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
public sealed record DocumentRef(string Name, string Sha256);

/// <summary>
/// An act that law or procedure does not allow now. Nothing changed. The code is stable for programs, the reason says to people what
/// stands against it and what to do.
/// </summary>
/// <param name="code">Stable name in snake case: <c>illegal_transition</c>, <c>four_eyes</c>, <c>reason_required</c>, <c>stale_version</c>.</param>
/// <param name="reason">What stands against it and what to do.</param>
public sealed class RefusedActException(string code, Wording reason) : Exception($"{reason.Zh} / {reason.En}")
{
    /// <summary>Stable name of the kind of refusal.</summary>
    public string Code { get; } = code;

    /// <summary>What stands against it and what to do.</summary>
    public Wording Reason { get; } = reason;

    /// <summary>Of <c>stale_version</c>: the version that it has now, where that is known.</summary>
    public int? Version { get; init; }
}
