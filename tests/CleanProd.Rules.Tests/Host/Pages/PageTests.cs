using System.Reflection;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Pages;
using CleanProd.Rules.Host.Pages.Shell;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CleanProd.Rules.Tests.Host.Pages;

/// <summary>What holds of every page, told without a browser.</summary>
public class PageTests
{
    private static readonly Type[] Routed = [.. typeof(PageServices).Assembly.GetTypes().Where(t => t.GetCustomAttributes<RouteAttribute>().Any())];

    public static TheoryData<string> Pages => [.. Routed.Select(t => t.FullName!)];

    public static TheoryData<string> Texts =>
        [.. typeof(PageServices).Assembly.GetTypes().Where(t => t.Namespace?.StartsWith(typeof(PageServices).Namespace!, StringComparison.Ordinal) == true && t.Name.EndsWith("Texts", StringComparison.Ordinal)).Select(t => t.FullName!)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_says_who_may_see_it(string page) => Assert.NotNull(Menu.AccessOf(typeof(PageServices).Assembly.GetType(page)!));

    [Fact]
    public async Task A_page_that_says_nothing_stops_the_service_from_starting()
    {
        var app = WebApplication.CreateBuilder().Build();
        await using var _ = app;
        app.MapGet("/silent", () => "").WithMetadata(new ComponentTypeMetadata(typeof(PageTests)));
        Assert.Contains("silent", Assert.Throws<InvalidOperationException>(() => PageServices.MustAllHaveAccess([.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints)])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_is_written_in_both_languages_with_the_same_places(string texts)
    {
        var fields = typeof(PageServices).Assembly.GetType(texts)!.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Where(f => f.FieldType == typeof(Wording)).ToArray();
        Assert.NotEmpty(fields);
        Assert.All(fields, field =>
        {
            var text = (Wording)field.GetValue(null)!;
            Assert.True(text.Zh.Trim().Length > 0 && text.En.Trim().Length > 0, field.Name);
            Assert.True(text.En.All(c => c < 0x2E80), $"{field.Name}: {text.En}");
            Assert.Equal(PlacesIn(text.Zh), PlacesIn(text.En));
        });
    }

    [Theory]
    [InlineData("/home", true)]
    [InlineData("/home?year=2024#funnel", true)]
    [InlineData("/home/2024", false)]
    [InlineData("/no-such-page", false)]
    public void A_link_is_offered_only_where_there_is_a_page(string path, bool there) => Assert.Equal(there, PageRoutes.Leads(path));

    [Fact]
    public void Everybody_has_a_place_to_begin_and_an_entry_leads_to_an_address_without_parameters()
    {
        var menu = new Menu();
        Assert.All(menu.Entries, e => Assert.DoesNotContain('{', e.Path));
        Assert.Equal("/home", menu.StartOf([GrantOf(Role.Officer)]));
        Assert.Equal("/workbench", menu.StartOf([GrantOf(Role.PolicyAuthor)]));
        Assert.NotEmpty(menu.StartOf([GrantOf(Role.Admin)]));
    }

    [Theory]
    [InlineData("/home?year=2024", "/home?year=2024")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("/a\r\nSet-Cookie: x", "/")]
    [InlineData(null, "/")]
    public void Whoever_signs_in_goes_on_within_the_service(string? asked, string leads) => Assert.Equal(leads, LocalPath.Of(asked));

    [Fact]
    public async Task A_page_comes_with_a_policy_that_runs_no_script_of_others_and_a_connection_is_opened_by_own_pages_only()
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite);
        using var stranger = service.Stranger();
        using var page = await stranger.GetAsync("/");
        Assert.Contains("script-src 'self';", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("清洁生产", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var foreign = new HttpRequestMessage(HttpMethod.Get, "/_blazor?id=x");
        foreign.Headers.Add("Origin", "http://evil.example");
        Assert.Equal((403, "foreign_page"), await stranger.SendAsync(foreign).ProblemAsync());
    }

    private static Grant GrantOf(Role role) => new() { AccountId = Guid.Empty, Role = role, Region = "44", Department = CleanProd.Rules.Lists.Department.None, GivenAt = default };

    private static string[] PlacesIn(string text) => [.. System.Text.RegularExpressions.Regex.Matches(text, @"\{\d+\}").Select(m => m.Value).Distinct().Order(StringComparer.Ordinal)];
}
