using CleanProd.Rules.Lists;
using CleanProd.Rules.Rules;
using Newtonsoft.Json.Linq;

namespace CleanProd.Rules.Notices;

/// <summary>Reads the <c>notice</c> section of a rule pack; its shape was checked by the schema of packs.</summary>
public static class NoticeTermsReader
{
    /// <summary>The terms of a pack; null when the regime has no written notice.</summary>
    public static NoticeTerms? Read(RulePack pack)
    {
        if (pack.NoticeJson is not { } json) return null;
        var notice = JObject.Parse(json);
        return new(
            Wordings(notice["legalBasis"]), [.. Items(notice["duties"]).Select(Duty)],
            Wordings(notice["consequences"]), Wordings(notice["remedies"]),
            [.. Items(notice["makers"]).Select(m => new ListMaker(Texts(m["grounds"]), Wording(m)))]);
    }

    private static NoticeDuty Duty(JToken duty)
    {
        var period = duty["period"];
        return new(
            Text(duty["id"]),
            new NoticePeriod(Number(period?["years"]), Number(period?["months"]), Number(period?["workingDays"]), Number(period?["days"])),
            Text(duty["anchor"]), Wording(duty), Wording(duty["citation"]), Texts(duty["grounds"]));
    }

    private static Wording[] Wordings(JToken? list) => [.. Items(list).Select(Wording)];

    private static Wording Wording(JToken? token) => token is null ? Lists.Wording.None : new(Text(token["zh"]), Text(token["en"]));

    private static string[] Texts(JToken? list) => [.. Items(list).Select(t => t.Value<string>() ?? "")];

    private static JArray Items(JToken? list) => list as JArray ?? [];

    private static string Text(JToken? token) => token?.Value<string>() ?? "";

    private static int Number(JToken? token) => token?.Value<int>() ?? 0;
}
