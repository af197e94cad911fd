using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Api;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CleanProd.Rules.Host.Pages.Shell;

/// <summary>What people see who may not see a page: the way in, where there is one, else the reason.</summary>
internal sealed class PageRefusals : IRefusals
{
    /// <summary>Where a password is changed.</summary>
    internal const string PasswordPath = "/account/password";

    public Task ShowAsync(HttpContext context, Problem problem)
    {
        if (problem.Status == StatusCodes.Status401Unauthorized && HttpMethods.IsGet(context.Request.Method))
            return To(context, SignInPath(context.Request.Path + context.Request.QueryString));
        if (problem == Problems.PasswordChangeRequired) return To(context, PasswordPath);
        return new RazorComponentResult<RefusalDocument>(new Dictionary<string, object?> { [nameof(RefusalDocument.Reason)] = problem.Reason }) { StatusCode = problem.Status }
            .ExecuteAsync(context);
    }

    /// <summary>Where to sign in and come back from.</summary>
    internal static string SignInPath(string from) => LocalPath.With("/sign-in", ("return", from));

    private static Task To(HttpContext context, string path)
    {
        context.Response.Redirect(path);
        return Task.CompletedTask;
    }
}
