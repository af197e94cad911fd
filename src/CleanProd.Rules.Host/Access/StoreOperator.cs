using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.People;

namespace CleanProd.Rules.Host.Access;

/// <summary>
/// Who reads a store at the command line of its machine without naming an account: whoever holds the store can read its bytes. Set by the command
/// line alone; nothing that comes over a network bears it, and no act is open to it.
/// </summary>
internal sealed class StoreOperator
{
    internal static readonly StoreOperator Instance = new();

    internal static readonly Actor Actor = new(
        Guid.Empty, "命令行", [Nationwide(Role.Officer)], Nationwide(Role.Officer), new Scope([RegionCode.Nation], []));

    private StoreOperator()
    {
    }

    private static Grant Nationwide(Role role) => new() { AccountId = Guid.Empty, Role = role, Region = "", Department = Department.None, GivenAt = default };
}
