using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Lists;
using CleanProd.Rules.Tests.Host.Notices;
using CleanProd.Rules.Tests.Host.Screenings;
using CleanProd.Rules.Tests.Host.Service;

namespace CleanProd.Rules.Tests.Host.Kill;

/// <summary>
/// The officers of a province at work through HTTP on hosts that come and go. What may have been done although its answer was lost they look up
/// before they do it again.
/// </summary>
internal sealed partial class Bureau : IDisposable
{
    private readonly KillGround _ground;
    private readonly Func<HttpMessageHandler> _way;
    private readonly List<HttpClient> _people = [];
    private HttpClient _officer = null!, _verifier = null!, _fixer = null!, _publisher = null!;
    private long _organ;

    private Bureau(KillGround ground, Func<HttpMessageHandler> way) => (_ground, _way) = (ground, way);

    /// <summary>The officer of the province.</summary>
    internal HttpClient Officer => _officer;

    /// <summary>The administrator.</summary>
    internal HttpClient Admin { get; private set; } = null!;

    /// <summary>Makes the accounts with the one-time password of the first start, and the organ whose numbers are given.</summary>
    /// <param name="ground">The hosts.</param>
    /// <param name="way">How they are asked; null: whichever answers.</param>
    internal static async Task<Bureau> OpenAsync(KillGround ground, Func<HttpMessageHandler>? way = null)
    {
        var bureau = new Bureau(ground, way ?? (() => new AnyHost(ground.Hosts)));
        bureau.Admin = await bureau.SignInAsync("admin", OneTime().Match(string.Concat(ground.Hosts.Select(h => h.Output))).Groups[1].Value);
        bureau._officer = await bureau.EnrolAsync("officer", Role.Officer, "44");
        bureau._verifier = await bureau.EnrolAsync("verifier", Role.Approver, "44");
        bureau._fixer = await bureau.EnrolAsync("fixer", Role.Approver, "44");
        bureau._publisher = await bureau.EnrolAsync("publisher", Role.Approver, "44");
        bureau._organ = await bureau._officer.OrganAsync();
        return bureau;
    }

    /// <summary>Makes the account of a person of the environment side of a region, and signs in.</summary>
    internal async Task<HttpClient> EnrolAsync(string name, Role role, string region)
    {
        var made = await Admin.PostAsync("/api/v1/accounts", new { user_name = name, display_name = name, grants = (object[])[new { role, region, department = Department.Environment }] }).JsonAsync();
        return await SignInAsync(name, made.GetProperty("one_time_password").GetString()!);
    }

    /// <summary>Orders a screening of the sample; gives its number.</summary>
    internal async Task<long> ScreenAsync() =>
        (await _officer.PostAsync("/api/v1/screenings", new { region = "44", year = SampleScreening.Year, as_of = "2025-01-15" }).JsonAsync()).GetProperty("id").GetInt64();

    /// <summary>Makes a list of whom a screening found over the standard and takes it through its review; gives its number.</summary>
    internal async Task<long> ReviewAsync(long run, int batch)
    {
        var list = await _officer.OpenAsync(run, more: new { kind = "audit", run, batch, classes = (string[])["double_over"] });
        await ActAsync(_officer, list, "propose");
        await ActAsync(_verifier, list, "verify");
        await ActAsync(_fixer, list, "fix");
        return list;
    }

    // What was done although its answer was lost is another version now and waits for somebody else: the rest is asked for again.
    private static async Task ActAsync(HttpClient who, long list, string act)
    {
        for (var more = 20; ; more--)
        {
            var waiting = (await who.EntriesAsync(list, "waiting_for_me=true")).Select(e => new { entry = e.GetProperty("entry").GetInt32(), version = e.GetProperty("version").GetInt32() }).ToArray();
            if (waiting.Length == 0) return;
            var done = await who.PostAsync($"/api/v1/lists/{list}/acts/{act}", new { entries = waiting }).JsonAsync();
            var refused = done.GetProperty("entries").EnumerateArray().Where(e => !e.GetProperty("done").GetBoolean()).Select(e => e.GetProperty("code").GetString());
            Assert.True(more > 0 && refused.All(code => code == "stale_version"), done.ToString());
        }
    }

    /// <summary>Publishes a list, has its notices made and sends each by e-mail.</summary>
    internal async Task IssueAsync(long list)
    {
        while ((await _publisher.ListAsync(list)).GetProperty("list").GetProperty("state").GetString() != "published")
            await ExpectAsync(await _publisher.PublishAsync(list, $"粤环〔2025〕{list}号"), "list_closed", "stale_version");
        var batch = await _officer.OrderAsync(list, _organ);
        var ended = await _officer.EndedAsync(batch);
        Assert.True(ended.GetProperty("state").GetString() == "done", ended.ToString());
        foreach (var notice in ended.GetProperty("notices").EnumerateArray().Select(n => n.GetProperty("id").GetInt64()))
            await ExpectAsync(await _officer.PostAsync($"/api/v1/notices/{notice}/mail", new { recipient = $"ep{notice}@example.com" }), "mail_exists");
    }

    /// <summary>Waits for the e-mails; of those that are uncertain it asks the mail server, as a person would, and settles them.</summary>
    internal async Task SettleMailAsync(MailServer server) => await _ground.WaitAsync(
        async () =>
        {
            // Nobody may still be talking: what is said to be uncertain could be sent this moment.
            if (server.IsTalking) return false;
            var arrived = server.Taken.Select(RoundTraces.NoticeOf).ToHashSet();
            var uncertain = await MailsAsync("uncertain");
            foreach (var mail in uncertain)
                await ExpectAsync(await _officer.PostAsync($"/api/v1/mail/{Number(mail, "id")}/{(arrived.Contains(Number(mail, "notice_id")) ? "confirm" : "resend")}", new { }), "illegal_transition");
            return uncertain.Length == 0 && (await MailsAsync("waiting")).Length == 0 && (await MailsAsync("sending")).Length == 0;
        },
        "the end of all e-mails",
        // A look is three requests of one person, of whom the hosts answer some hundreds a minute.
        TimeSpan.FromMilliseconds(500));

    public void Dispose()
    {
        foreach (var person in _people) person.Dispose();
    }

    private async Task<JsonElement[]> MailsAsync(string state) => [.. (await _officer.GetAsync($"/api/v1/mail?state={state}&limit=500").JsonAsync()).GetProperty("items").EnumerateArray()];

    private static long Number(JsonElement of, string name) => of.GetProperty(name).GetInt64();

    // Done, or refused because it was done already.
    private static async Task ExpectAsync(HttpResponseMessage answer, params string[] done)
    {
        using (answer)
        {
            if (answer.IsSuccessStatusCode) return;
            var body = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode == HttpStatusCode.Conflict && done.Any(code => body.Contains($"\"{code}\"", StringComparison.Ordinal)), $"{answer.RequestMessage?.RequestUri}: {body}");
        }
    }

    private async Task<HttpClient> SignInAsync(string name, string password)
    {
        var client = new HttpClient(_way()) { BaseAddress = new Uri("http://any.host"), Timeout = Timeout.InfiniteTimeSpan };
        _people.Add(client);
        await client.PostAsync("/api/v1/login", new { user_name = name, password }).JsonAsync();
        using var changed = await client.PutAsJsonAsync("/api/v1/session/password", new { current = password, @new = Password.New() });
        changed.EnsureSuccessStatusCode();
        return client;
    }

    [GeneratedRegex("one-time password (\\S+) ")]
    private static partial Regex OneTime();
}
