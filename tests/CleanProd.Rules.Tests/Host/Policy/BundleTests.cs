using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Storage.Upkeep.Checks;
using CleanProd.Rules.Tests.Host.Service;
using static CleanProd.Rules.Tests.Host.Policy.PolicyWorld;

namespace CleanProd.Rules.Tests.Host.Policy;

/// <summary>Packs that one bureau gives another: signed, checked, and never straight into force.</summary>
public class BundleTests
{
    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_bundle_of_a_trusted_bureau_becomes_drafts_and_any_other_is_refused_with_the_reason(StoreKind kind)
    {
        await using var giver = await TestService.StartAsync(kind);
        await using var taker = await TestService.StartAsync(StoreKind.Sqlite);
        var bundle = await (await giver.PolicyAsync(Role.PolicyReleaser)).PostAsync("/api/v1/policy/bundles/export", new { packs = new[] { Pack, "gd-roll-over" } }).JsonAsync();
        var key = await (await giver.PolicyAsync(Role.PolicyAuthor)).GetAsync("/api/v1/policy/key").JsonAsync();
        Assert.Equal(key.GetProperty("public_key").GetString(), bundle.GetProperty("key").GetString());

        var (author, admin) = (await taker.PolicyAsync(Role.PolicyAuthor), await taker.PolicyAsync(Role.Admin));
        Assert.Equal((422, "untrusted_key"), await GiveAsync(author, bundle).ProblemAsync());
        await admin.PostAsync("/api/v1/policy/trusted-keys", new { name = "甲省生态环境厅", public_key = key.GetProperty("public_key").GetString() }).JsonAsync();
        Assert.Equal((422, "unsigned"), await GiveAsync(author, Changed(bundle, b => b["signature"] = null)).ProblemAsync());
        Assert.Equal((422, "tampered"), await GiveAsync(author, Changed(bundle, b =>
        {
            var content = Encoding.UTF8.GetString(Convert.FromBase64String((string)b["content"]!));
            b["content"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(content.Replace("ExceedanceCount \\u003E 0", "ExceedanceCount \\u003E 9", StringComparison.Ordinal).Replace("ExceedanceCount > 0", "ExceedanceCount > 9", StringComparison.Ordinal)));
        })).ProblemAsync());
        Assert.Equal((422, "bad_bundle"), await GiveAsync(author, Changed(bundle, b => b["format"] = "other/1")).ProblemAsync());
        // A key of one's own put beside a content of one's own is a good signature of nobody known.
        var stranger = await (await taker.PolicyAsync(Role.PolicyReleaser)).PostAsync("/api/v1/policy/bundles/export", new { packs = new[] { Pack } }).JsonAsync();
        Assert.Equal((422, "untrusted_key"), await GiveAsync(author, stranger).ProblemAsync());
        Assert.Equal((422, "tampered"), await GiveAsync(author, Changed(stranger, b => b["key"] = key.GetProperty("public_key").GetString())).ProblemAsync());
        Assert.Empty((await author.GetAsync("/api/v1/policy/drafts").JsonAsync()).GetProperty("items").EnumerateArray());

        var drafts = (await GiveAsync(author, bundle).JsonAsync()).EnumerateArray().ToArray();
        Assert.Equal([Pack, "gd-roll-over"], drafts.Select(d => d.GetProperty("pack").GetString()));
        Assert.All(drafts, d => Assert.Equal("drafting", d.GetProperty("state").GetString()));
        var origin = (await author.GetAsync($"/api/v1/policy/drafts/{drafts[0].GetProperty("draft").GetString()}").JsonAsync()).GetProperty("history")[0].GetProperty("origin").GetString();
        Assert.Contains("甲省生态环境厅", origin, StringComparison.Ordinal);

        Assert.Equal((422, "reason_required"), await admin.PostAsync($"/api/v1/policy/trusted-keys/{key.GetProperty("fingerprint").GetString()}/distrust", new { }).ProblemAsync());
        await admin.PostAsync($"/api/v1/policy/trusted-keys/{key.GetProperty("fingerprint").GetString()}/distrust", new { reason = "密钥更换" }).JsonAsync();
        Assert.Equal((422, "untrusted_key"), await GiveAsync(author, bundle).ProblemAsync());
        Assert.Equal((422, "bad_key"), await admin.PostAsync("/api/v1/policy/trusted-keys", new { name = "x", public_key = "AAAA" }).ProblemAsync());
        Assert.All(await StoreChecks.RunAsync(taker.Store), c => Assert.Empty(c.Faults));
    }

    private static JsonElement Changed(JsonElement bundle, Action<JsonObject> change)
    {
        var copy = JsonNode.Parse(bundle.GetRawText())!.AsObject();
        change(copy);
        return JsonSerializer.SerializeToElement(copy);
    }

    private static Task<HttpResponseMessage> GiveAsync(HttpClient client, JsonElement bundle) =>
        client.PostAsync("/api/v1/policy/bundles", new StringContent(bundle.GetRawText(), Encoding.UTF8, "application/json"));
}
