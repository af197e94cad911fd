using System.Text.Json;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.People;

/// <summary>An account with the roles it holds.</summary>
/// <param name="Account">The account.</param>
/// <param name="Grants">Roles held now.</param>
public sealed record AccountWithGrants(Account Account, IReadOnlyList<Grant> Grants);

/// <summary>The acts on accounts. Each is one transaction with its line of the journal.</summary>
/// <param name="store">Where it is kept.</param>
public sealed partial class AccountStore(Store store)
{
    // Whoever changes who is administrator waits for the others who do.
    private const string Administrators = "people/admins";

    /// <summary>Shuts an account out and ends its sessions.</summary>
    /// <exception cref="RefusedActException"><c>already_disabled</c>, or <c>last_admin</c> when nobody would be left to run the system.</exception>
    /// <exception cref="KeyNotFoundException">There is no such account.</exception>
    public Task DisableAsync(Guid account, string reason, Officer by, CancellationToken ct = default) => store.WriteAsync(
        async session =>
        {
            await session.LockAsync(Administrators, ct);
            if ((await AccountAsync(session, account, ct)).Disabled)
                throw new RefusedActException("already_disabled", new("该账号已经停用。", "The account is disabled already."));
            await Accounts(session, account).ExecuteUpdateAsync(u => u.SetProperty(a => a.Disabled, true), ct);
            await SessionStore.EndAllAsync(session, account, null, ct);
            await MustLeaveAdministratorAsync(session, ct);
            session.Record(by, "people.disable", Subject(account), JsonSerializer.Serialize(new { reason }));
        },
        ct);

    /// <summary>Lets an account in again.</summary>
    /// <exception cref="RefusedActException"><c>not_disabled</c>.</exception>
    /// <exception cref="KeyNotFoundException">There is no such account.</exception>
    public Task EnableAsync(Guid account, Officer by, CancellationToken ct = default) => store.WriteAsync(
        async session =>
        {
            await session.LockAsync(Administrators, ct);
            if (!(await AccountAsync(session, account, ct)).Disabled)
                throw new RefusedActException("not_disabled", new("该账号没有停用。", "The account is not disabled."));
            await Accounts(session, account).ExecuteUpdateAsync(u => u.SetProperty(a => a.Disabled, false), ct);
            session.Record(by, "people.enable", Subject(account), "{}");
        },
        ct);

    /// <summary>Gives a role.</summary>
    /// <param name="grant">The role; its account must exist.</param>
    /// <param name="check">Refuses what does not fit the account and the roles it holds; called within the transaction.</param>
    /// <param name="by">Who gives it.</param>
    /// <param name="ct">Breaks it off.</param>
    /// <returns>The number of the grant.</returns>
    /// <exception cref="RefusedActException"><c>already_held</c>, or what the check says.</exception>
    /// <exception cref="KeyNotFoundException">There is no such account.</exception>
    public async Task<long> GiveAsync(Grant grant, Action<AccountWithGrants> check, Officer by, CancellationToken ct = default)
    {
        await store.WriteAsync(
            async session =>
            {
                await session.LockAsync(Subject(grant.AccountId), ct);
                var account = await AccountAsync(session, grant.AccountId, ct);
                var held = await session.Context.Set<Grant>().AsNoTracking().Where(g => g.AccountId == grant.AccountId && g.EndedAt == null).ToListAsync(ct);
                if (held.Any(g => (g.Role, g.Region, g.Department, g.FacilityId) == (grant.Role, grant.Region, grant.Department, grant.FacilityId)))
                    throw new RefusedActException("already_held", new("该账号已有此角色。", "The account holds this role already."));
                check(new(account, held));
                // Done again from the start when another transaction stood in the way: never with the number of the attempt before.
                grant.Id = 0;
                grant.GivenAt = session.Now;
                session.Context.Add(grant);
                await session.Context.SaveChangesAsync(ct);
                session.Record(by, "people.grant.give", Subject(grant.AccountId), ContentOf(grant));
            },
            ct);
        return grant.Id;
    }

    /// <summary>Takes a role back. What was done with it stays done.</summary>
    /// <exception cref="RefusedActException"><c>last_admin</c> when nobody would be left to run the system.</exception>
    /// <exception cref="KeyNotFoundException">The account holds no such grant.</exception>
    public Task TakeAsync(Guid account, long grant, string reason, Officer by, CancellationToken ct = default) => store.WriteAsync(
        async session =>
        {
            await session.LockAsync(Administrators, ct);
            var taken = await session.Context.Set<Grant>().Where(g => g.Id == grant && g.AccountId == account && g.EndedAt == null)
                .ExecuteUpdateAsync(u => u.SetProperty(g => g.EndedAt, session.Now), ct);
            if (taken == 0) throw new KeyNotFoundException();
            await MustLeaveAdministratorAsync(session, ct);
            session.Record(by, "people.grant.take", Subject(account), JsonSerializer.Serialize(new { grant, reason }));
        },
        ct);

    private static async Task MustLeaveAdministratorAsync(StoreSession session, CancellationToken ct)
    {
        var accounts = session.Context.Set<Account>();
        var left = await session.Context.Set<Grant>().AnyAsync(
            g => g.Role == Role.Admin && g.Region == "" && g.EndedAt == null && accounts.Any(a => a.Id == g.AccountId && !a.Disabled), ct);
        if (!left)
        {
            throw new RefusedActException("last_admin", new(
                "这是最后一个全局管理员，停用或撤销后无人能管理系统。请先设立另一个。",
                "This is the last administrator of the whole system; nobody could run it afterwards. Make another first."));
        }
    }

    private static IQueryable<Account> Accounts(StoreSession session, Guid account) => session.Context.Set<Account>().Where(a => a.Id == account);

    private static async Task<Account> AccountAsync(StoreSession session, Guid account, CancellationToken ct) =>
        await Accounts(session, account).AsNoTracking().SingleOrDefaultAsync(ct) ?? throw new KeyNotFoundException();

    private static string Subject(Guid account) => $"account/{account:D}";

    private static string ContentOf(Grant grant) => JsonSerializer.Serialize(new
    {
        grant = grant.Id, role = Tables.Words<Role>.Text(grant.Role), region = grant.Region,
        department = Tables.Words<Department>.Text(grant.Department), facility_id = grant.FacilityId,
    });
}
