using CleanProd.Rules.Determinations;
using CleanProd.Rules.Storage.Enterprises;
using CleanProd.Rules.Storage.People;
using Microsoft.Extensions.DependencyInjection;

namespace CleanProd.Rules.Browser.Visits;

/// <summary>An enterprise of each outcome as its bureau sees it, one as it sees itself, and the way to find them.</summary>
internal sealed class EnterpriseVisits : IVisits
{
    public async Task<IReadOnlyList<Visit>> OfAsync(Province province)
    {
        var enterprises = province.Service.Services.GetRequiredService<EnterpriseStore>();
        async Task<string> FirstAsync(EnterpriseFilter filter) => (await enterprises.FindAsync(filter with { Year = 2024 }, null, 1))[0].Facility.Id.Value;
        var over = await province.FirstListedAsync();
        return
        [
            new("enterprises", "/enterprises?industry=C22", Role.Officer), new("enterprises-none", "/enterprises?q=没有这家", Role.Approver),
            new("enterprise-listed", $"/enterprises/{over}", Role.Officer), new("enterprise-all-charts", $"/enterprises/{over}?charts=all", Role.Cosigner),
            new("enterprise-energy", $"/enterprises/{await FirstAsync(new() { Ground = "G2" })}", Role.Officer),
            new("enterprise-undetermined", $"/enterprises/{await FirstAsync(new() { Outcome = Outcome.Undetermined })}", Role.Officer),
            new("enterprise-not-listed", $"/enterprises/{await FirstAsync(new() { Outcome = Outcome.NotTriggered })}", Role.Officer),
            new("enterprise-never-judged", $"/enterprises/{over}?year=2019", Role.Officer), new("enterprise-itself", $"/enterprises/{over}", Role.Enterprise, over),
        ];
    }
}
