using System.Globalization;
using CleanProd.Rules.Cases;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Cases;
using CleanProd.Rules.Storage.Voluntary;
using CleanProd.Rules.Tests.Host.Cases;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.Extensions.DependencyInjection;

namespace CleanProd.Rules.Tests.Host.Access;

/// <summary>A case of the facility, an objection in it, and a voluntary audit beside it.</summary>
internal sealed partial class MatrixWorld
{
    private const string VoluntaryName = "荔湾自愿审核厂";

    private async Task MakeCaseAsync(TestService service)
    {
        var (cases, objections, voluntary) = (
            service.Services.GetRequiredService<CaseStore>(), service.Services.GetRequiredService<ObjectionStore>(), service.Services.GetRequiredService<VoluntaryStore>());
        var today = cases.Today;
        await (await InventedPublications.InAsync(service)).List("7", today.AddDays(-1), (Facility, County, ["G1a"])).TakeUpAsync(service);
        var id = (await cases.FindAsync(CaseId.Of("7", new(Facility))))!.Value;
        var objection = await objections.FileAsync(id, [], new(0, new EnterpriseActor("e1", "王厂长", new(Facility)), today, "数据有误"));
        var city = new OfficerActor(new("u1", "李科长", Department.Environment, new("4401")));
        var applied = await voluntary.ApplyAsync(new(new(Facility), VoluntaryName, new RegionCode(County), null), new(0, city, today));
        Add(Target.Case, "case", id);
        Add(Target.Objection, "objection", objection.Id);
        Add(Target.Voluntary, "voluntary", applied.Id);
        Secrets.AddRange([Facility, VoluntaryName]);

        void Add(Target target, string name, long number) => _routes[target] = new() { [name] = number.ToString(CultureInfo.InvariantCulture) };
    }
}
