using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Cli;
using CleanProd.Rules.Host.Pages.Shell;
using CleanProd.Rules.Lists;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CleanProd.Rules.Host.Pages.SignIn;

/// <summary>
/// What the forms of the account pages are sent to: they give and take the cookie of a session, which a page within an open connection cannot.
/// </summary>
internal static class AccountForms
{
    internal static void MapAccountForms(this IEndpointRouteBuilder app)
    {
        app.MapPost("/sign-in/enter", EnterAsync).OpenToAll().RequireRateLimiting(AccessServices.SignInLimit).ExcludeFromDescription();
        app.MapPost("/sign-out", LeaveAsync).NeedsSignIn().ExcludeFromDescription();
        app.MapPost("/account/password/change", ChangeAsync).NeedsSignIn().ExcludeFromDescription();
    }

    private static async Task<RedirectHttpResult> EnterAsync(HttpContext context, SignInDesk desk)
    {
        var form = await FormAsync(context);
        var (name, back) = (form["user_name"].ToString(), LocalPath.Of(form["return"]));
        return await desk.EnterAsync(name, form["password"].ToString(), context) is not null
            ? To(back)
            : To(LocalPath.With("/sign-in", ("failed", 1), ("name", name), ("return", back)));
    }

    private static async Task<RedirectHttpResult> LeaveAsync(HttpContext context, Actor actor, SignInDesk desk)
    {
        await desk.LeaveAsync(actor, context);
        return To("/");
    }

    private static async Task<RedirectHttpResult> ChangeAsync(HttpContext context, Actor actor, SignInDesk desk)
    {
        var form = await FormAsync(context);
        if (form["new"] != form["again"]) return Result("differ");
        try
        {
            await desk.ChangePasswordAsync(actor, form["current"].ToString(), form["new"].ToString(), context);
            return Result("changed");
        }
        catch (RefusedActException refused)
        {
            return Result(refused.Code == "wrong_credentials" ? "wrong" : "weak");
        }
    }

    private static async Task<IFormCollection> FormAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType) return FormCollection.Empty;
        try
        {
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new BadInputException($"表单无法读取：{e.Message} The form cannot be read.");
        }
    }

    private static RedirectHttpResult Result(string word) => To(LocalPath.With(PageRefusals.PasswordPath, ("result", word)));

    private static RedirectHttpResult To(string path) => TypedResults.LocalRedirect(path);
}
