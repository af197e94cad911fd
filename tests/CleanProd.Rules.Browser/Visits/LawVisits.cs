using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Policy;
using CleanProd.Rules.Tests.Host.Service;

namespace CleanProd.Rules.Browser.Visits;

/// <summary>The rules in force, the workbench with a draft being written and one that waits for its signature, the self-check.</summary>
internal sealed class LawVisits : IVisits
{
    private const string Nation = "";

    private Task<IReadOnlyList<Visit>>? _visits;

    public Task<IReadOnlyList<Visit>> OfAsync(Province province) => _visits ??= MakeAsync(province);

    private static async Task<IReadOnlyList<Visit>> MakeAsync(Province province)
    {
        var author = await province.Service.PolicyAsync(Role.PolicyAuthor, Nation);
        var text = Text();
        var draft = (await author.PostAsync("/api/v1/policy/drafts", new { text, note = "投诉多的企业也列入" }).JsonAsync()).GetProperty("draft").GetString();
        var names = (await author.GetAsync("/api/v1/policy/releases").JsonAsync()).EnumerateArray().ToDictionary(v => v.GetProperty("pack").GetString()!, v => Uri.EscapeDataString(v.GetProperty("name").GetString()!));
        var waiting = await author.SubmittedAsync(text);
        return
        [
            new("rules", "/rules", Role.Officer), new("rules-policy", "/rules", Role.PolicyReleaser) { Region = Nation }, new("rules-2027", "/rules?on=2027-01-15", Role.Enterprise, Facility),
            new("rules-pack", "/rules/cn-measures-2016", Role.Officer), new("rules-compare", $"/rules/compare?before={names["cn-law-2012"]}&after={names[PolicyWorld.Pack]}", Role.Officer),
            new("rules-compare-nothing", "/rules/compare", Role.Officer),
            new("workbench", "/workbench", Role.PolicyAuthor) { Region = Nation }, new("workbench-form", $"/workbench/{draft}", Role.PolicyAuthor) { Region = Nation },
            new("workbench-text", $"/workbench/{draft}?view=text&rule=G2", Role.PolicyAuthor) { Region = Nation }, new("workbench-pack", $"/workbench/{draft}?view=pack", Role.PolicyAuthor) { Region = Nation },
            new("workbench-words", $"/workbench/{draft}?view=words", Role.PolicyAuthor) { Region = Nation },
            new("workbench-signing", $"/workbench/{waiting.Draft}", Role.PolicyReleaser) { Region = Nation },
            new("self-check", "/self-check", Role.Enterprise, Facility), new("self-check-bureau", "/self-check", Role.Officer),
        ];
    }

    private const string Facility = "91440111YL1174401M";

    // The measures with a number that stands as a parameter.
    private static string Text() => PolicyWorld.Text("monitoring.Any(m => m.ExceedanceCount > 0) or (indicators.Has(\\\"complaints\\\") and indicators.Value(\\\"complaints\\\") > p.MostComplaints)")
        .Replace("\"parameters\": []", """
            "parameters": [{ "id": "MostComplaints", "kind": "number", "unit": "1", "title": { "zh": "投诉件数上限", "en": "Most complaints" },
              "values": [{ "from": "2016-07-01", "to": null, "value": 30, "citation": "第八条", "basis": "recalled" }] }]
            """, StringComparison.Ordinal);
}
