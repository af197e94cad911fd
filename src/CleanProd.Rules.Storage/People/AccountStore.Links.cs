using System.Text.Json;
using CleanProd.Rules.Lists;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.People;

public sealed partial class AccountStore
{
    /// <summary>
    /// The account of somebody whom a provider knows; null when he has none here. The first time the name finds it, and from then on the provider's
    /// own number for the person, so that nobody who is given the name later gets the account with it.
    /// </summary>
    /// <param name="issuer">The provider.</param>
    /// <param name="subject">Its number for the person.</param>
    /// <param name="userName">Name of the account.</param>
    /// <param name="ct">Breaks it off.</param>
    public Task<Account?> LinkedAsync(string issuer, string subject, string userName, CancellationToken ct = default) => store.WriteAsync(
        async session =>
        {
            var links = session.Context.Set<IdentityUserLogin<Guid>>();
            var accounts = session.Context.Set<Account>().AsNoTracking().Where(a => !a.IsMachine && !a.Disabled);
            if (await links.AsNoTracking().SingleOrDefaultAsync(l => l.LoginProvider == issuer && l.ProviderKey == subject, ct) is { } known)
                return await accounts.SingleOrDefaultAsync(a => a.Id == known.UserId, ct);

            var normalized = userName.ToUpperInvariant();
            if (await accounts.SingleOrDefaultAsync(a => a.NormalizedUserName == normalized, ct) is not { } account) return null;
            if (await links.AnyAsync(l => l.UserId == account.Id && l.LoginProvider == issuer, ct)) return null;
            links.Add(new() { LoginProvider = issuer, ProviderKey = subject, UserId = account.Id });
            if (account.MustChangePassword)
            {
                // A one-time password that nobody used is of no use any more; the provider keeps this person's.
                await Accounts(session, account.Id).ExecuteUpdateAsync(
                    u => u.SetProperty(a => a.PasswordHash, (string?)null).SetProperty(a => a.MustChangePassword, false), ct);
            }

            session.Record(Officer.System, "people.link", Subject(account.Id), JsonSerializer.Serialize(new { issuer, subject }));
            return account;
        },
        ct);
}
