using CleanProd.Rules.Storage.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Schema;

internal static class PeopleSchema
{
    internal static void Configure(ModelBuilder model)
    {
        model.Entity<Account>(e =>
        {
            e.ToTable("accounts").HasKey(a => a.Id);
            e.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
            e.HasIndex(a => a.NormalizedUserName).IsUnique();
            e.HasIndex(a => a.NormalizedEmail);
        });
        model.Entity<IdentityUserClaim<Guid>>(e => e.ToTable("account_claims").HasKey(c => c.Id));
        model.Entity<IdentityUserLogin<Guid>>(e => e.ToTable("account_logins").HasKey(l => new { l.LoginProvider, l.ProviderKey }));
        model.Entity<IdentityUserToken<Guid>>(e => e.ToTable("account_tokens").HasKey(t => new { t.UserId, t.LoginProvider, t.Name }));
        model.Entity<Grant>(e =>
        {
            e.ToTable("grants").HasOne<Account>().WithMany().HasForeignKey(g => g.AccountId).OnDelete(DeleteBehavior.Restrict);
            e.Ignore(g => g.RegionCode);
        });
        model.Entity<ApiKey>(e =>
        {
            e.ToTable("api_keys").HasKey(k => k.Sha256);
            e.HasOne<Account>().WithMany().HasForeignKey(k => k.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Session>(e =>
        {
            e.ToTable("sessions").HasKey(s => s.Id);
            e.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<CookieKey>(e => e.ToTable("cookie_keys").HasKey(k => k.Name));
        model.Entity<AccessLine>(e =>
        {
            e.ToTable("access_log").HasIndex(l => l.At);
            e.HasIndex(l => l.AccountId);
        });
    }
}
