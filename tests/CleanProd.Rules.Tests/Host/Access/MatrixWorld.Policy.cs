using System.Globalization;
using System.Text;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Policy;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.Extensions.DependencyInjection;

namespace CleanProd.Rules.Tests.Host.Access;

/// <summary>A draft of rules of the county.</summary>
internal sealed partial class MatrixWorld
{
    private async Task MakeDraftAsync(TestService service)
    {
        const string title = "matrix-draft";
        var text = new DraftText("matrix", $"CN-{County}", new(title, title), Encoding.UTF8.GetBytes(TestFacts.PackText("true")));
        var draft = await service.Services.GetRequiredService<DraftStore>().CreateAsync(text, Officer.System, null, null);
        _routes[Target.Draft] = new() { ["draft"] = draft.Id.ToString(CultureInfo.InvariantCulture) };
        Secrets.Add(title);
    }
}
