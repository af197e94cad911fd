using System.Text.Json;
using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using Microsoft.AspNetCore.Identity;

namespace CleanProd.Rules.Host.Access;

/// <summary>A role to be given.</summary>
internal sealed record NewGrant(Role Role, string Region, Department Department, string? FacilityId);

/// <summary>Makes accounts.</summary>
internal static class PeopleOffice
{
    /// <summary>Adds an account whose password must be changed at the first sign-in; null when the name is taken.</summary>
    /// <exception cref="RefusedActException">The password is too weak or the name is not allowed.</exception>
    internal static async Task<Account?> AddAsync(
        IServiceProvider scoped, string userName, string displayName, string? password, bool isMachine, Officer by, IReadOnlyList<NewGrant> grants)
    {
        var users = scoped.GetRequiredService<UserManager<Account>>();
        var store = scoped.GetRequiredService<Store>();
        var account = new Account
        {
            Id = Guid.NewGuid(), UserName = userName, DisplayName = displayName, IsMachine = isMachine,
            MustChangePassword = !isMachine, CreatedAt = store.Clock.GetUtcNow(), LockoutEnabled = true,
        };
        foreach (var validator in users.UserValidators)
        {
            var valid = await validator.ValidateAsync(users, account);
            if (valid.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.DuplicateUserName))) return null;
            Check(valid);
        }

        if (password is not null)
        {
            await MustBeStrongAsync(users, account, password);
            account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        }

        account.NormalizedUserName = users.NormalizeName(userName);
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        var added = await scoped.GetRequiredService<PeopleStore>().AddAsync(
            account, [.. grants.Select(g => new Grant
            {
                AccountId = account.Id, Role = g.Role, Region = g.Region, Department = g.Department, FacilityId = g.FacilityId, GivenAt = account.CreatedAt,
            })],
            by, JsonSerializer.Serialize(new { userName, displayName, isMachine, grants }, ApiJson.Options));
        return added ? account : null;
    }

    /// <exception cref="RefusedActException">The password is too weak.</exception>
    internal static async Task MustBeStrongAsync(UserManager<Account> users, Account account, string password)
    {
        foreach (var validator in users.PasswordValidators) Check(await validator.ValidateAsync(users, account, password));
    }

    private static void Check(IdentityResult result)
    {
        if (result.Succeeded) return;
        var text = string.Join(' ', result.Errors.Select(e => e.Description));
        throw new RefusedActException("bad_account", new($"账号或密码不符合要求：{text}", text));
    }
}
