using CleanProd.Rules.Storage.Schema;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CleanProd.Rules.Storage.People;

/// <summary>Keeps the accounts of ASP.NET Core Identity in the store.</summary>
public static class AccountServices
{
    /// <summary>Registers the account store; a <see cref="Store"/> must be registered as a singleton.</summary>
    public static IdentityBuilder AddAccountsOfStore(this IdentityBuilder builder)
    {
        builder.Services.AddScoped(services => services.GetRequiredService<Store>().NewContext());
        return builder.AddEntityFrameworkStores<StoreContext>();
    }
}
