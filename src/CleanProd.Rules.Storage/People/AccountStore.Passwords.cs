using CleanProd.Rules.Lists;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.People;

/// <summary>Whether an attempt to sign in counts.</summary>
public enum Attempt
{
    /// <summary>The account is shut: the attempt must fail whatever the password.</summary>
    Refused,

    /// <summary>The password decides.</summary>
    Allowed,

    /// <summary>The password decides, and a wrong one leaves the account shut.</summary>
    Last,
}

public sealed partial class AccountStore
{
    /// <summary>Sets a password, opens a lock and ends every session.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="hash">What is kept of the password.</param>
    /// <param name="mustChange">Whether somebody else chose it.</param>
    /// <param name="by">Who sets it.</param>
    /// <param name="ct">Breaks it off.</param>
    /// <exception cref="RefusedActException"><c>machine</c>: a machine has keys and no password.</exception>
    /// <exception cref="KeyNotFoundException">There is no such account.</exception>
    public Task SetPasswordAsync(Guid account, string hash, bool mustChange, Officer by, CancellationToken ct = default) => store.WriteAsync(
        async session =>
        {
            if ((await AccountAsync(session, account, ct)).IsMachine)
                throw new RefusedActException("machine", new("机器账号用密钥登录，没有密码。", "A machine acts with keys and has no password."));
            var stamp = Guid.NewGuid().ToString("N");
            await Accounts(session, account).ExecuteUpdateAsync(
                u => u.SetProperty(a => a.PasswordHash, hash).SetProperty(a => a.MustChangePassword, mustChange).SetProperty(a => a.SecurityStamp, stamp)
                    .SetProperty(a => a.ConcurrencyStamp, stamp).SetProperty(a => a.AccessFailedCount, 0).SetProperty(a => a.LockoutEnd, (DateTimeOffset?)null),
                ct);
            await SessionStore.EndAllAsync(session, account, null, ct);
            session.Record(by, mustChange ? "people.password.reset" : "people.password.change", Subject(account), "{}");
        },
        ct);

    /// <summary>
    /// Counts an attempt before it is known whether it succeeds, so that many at once are no way round the limit. The last allowed one shuts the account.
    /// </summary>
    /// <param name="account">Whose; of one that does not exist nothing is counted, in the same time.</param>
    /// <param name="most">Failures until it is shut.</param>
    /// <param name="shut">For how long.</param>
    /// <param name="ct">Breaks it off.</param>
    public Task<Attempt> BeginAttemptAsync(Guid account, int most, TimeSpan shut, CancellationToken ct = default) => store.WriteAsync(
        async session =>
        {
            await session.LockAsync(Subject(account), ct);
            var found = await Accounts(session, account).AsNoTracking().SingleOrDefaultAsync(ct);
            if (found?.LockoutEnd > session.Now) return Attempt.Refused;
            var failed = (found?.AccessFailedCount ?? 0) + 1;
            DateTimeOffset? until = failed >= most ? session.Now + shut : null;
            await Accounts(session, account).ExecuteUpdateAsync(
                u => u.SetProperty(a => a.AccessFailedCount, until is null ? failed : 0).SetProperty(a => a.LockoutEnd, until), ct);
            return until is null ? Attempt.Allowed : Attempt.Last;
        },
        ct);

    /// <summary>Forgets the failures before an attempt that succeeded.</summary>
    public Task EndAttemptsAsync(Guid account, CancellationToken ct = default) => store.WriteAsync(
        session => Accounts(session, account).ExecuteUpdateAsync(
            u => u.SetProperty(a => a.AccessFailedCount, 0).SetProperty(a => a.LockoutEnd, (DateTimeOffset?)null), ct),
        ct);

    /// <summary>Keeps in the journal that too many attempts shut an account.</summary>
    public Task RecordLockOutAsync(Guid account, CancellationToken ct = default) => store.WriteAsync(
        session =>
        {
            session.Record(Officer.System, "people.lock_out", Subject(account), "{}");
            return Task.CompletedTask;
        },
        ct);
}
