using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Publication;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Storage.Lists;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.Extensions.DependencyInjection;

namespace CleanProd.Rules.Tests.Host.Access;

// The list of the province with one entry.
internal sealed partial class MatrixWorld
{
    private async Task MakeListAsync(TestService service)
    {
        const string name = "矩阵省";
        var head = new ListHead(ListKind.Audit, 2025, 1, new(Province), Wording.Same(name), Department.Environment, Wording.Same("法"));
        var opening = new EntryOpening(
            new(Facility), "矩阵厂", new(County), "", ListClass.DoubleOver.Id, EntryOrigin.Screening, new(Outcome.Triggered, ["G1a"], [EntryReason.By("超标")], new string('a', 64)));
        var list = await service.Services.GetRequiredService<ListStore>().OpenAsync(
            head, new(2024, new(2025, 1, 2), [], ListProcedure.Plain, RunCondition.Clean), [new(opening)], new("matrix", "编制人", Department.Environment, new(Province)));
        var number = list.ToString(System.Globalization.CultureInfo.InvariantCulture);
        _routes[Target.List] = new() { ["list"] = number };
        _routes[Target.Entry] = new() { ["list"] = number, ["entry"] = "1" };
        Secrets.Add(name);
    }
}
