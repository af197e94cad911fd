using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Screenings;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Screenings;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.Extensions.DependencyInjection;

namespace CleanProd.Rules.Tests.Host.Access;

/// <summary>A screening of the province and a schedule for it.</summary>
internal sealed partial class MatrixWorld
{
    private async Task MakeScreeningAsync(TestService service)
    {
        var (office, schedules) = (service.Services.GetRequiredService<ScreeningOffice>(), service.Services.GetRequiredService<ScheduleStore>());
        var run = (await office.OrderAsync(new(ScreeningKind.Dry, new RegionCode(Province), 2023), Officer.System, CancellationToken.None)).Id.ToString(CultureInfo.InvariantCulture);
        var added = await schedules.AddAsync(new("matrix", new RegionCode(Province), 6, 1, 2, Enabled: true), Officer.System);
        _routes[Target.Run] = new() { ["run"] = run, ["other"] = run, ["facility_id"] = Facility };
        _routes[Target.Facility]["run"] = run;
        _routes[Target.Schedule] = new() { ["schedule"] = added.Id.ToString(CultureInfo.InvariantCulture) };
    }
}
