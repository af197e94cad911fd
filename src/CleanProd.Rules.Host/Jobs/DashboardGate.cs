using System.Security.Claims;
using CleanProd.Rules.Storage.People;
using Hangfire.Dashboard;

namespace CleanProd.Rules.Host.Jobs;

/// <summary>The dashboard is for administrators, wherever the request comes from.</summary>
internal sealed class DashboardGate : IDashboardAsyncAuthorizationFilter
{
    public async Task<bool> AuthorizeAsync(DashboardContext context)
    {
        var http = context.GetHttpContext();
        var people = http.RequestServices.GetRequiredService<PeopleStore>();
        return Guid.TryParse(http.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            && await people.FindAsync(id, http.RequestAborted) is { Disabled: false, MustChangePassword: false }
            && (await people.GrantsAsync(id, http.RequestAborted)).Any(g => g.Role == Role.Admin);
    }
}
