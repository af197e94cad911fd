using CleanProd.Rules.Host.Cli;
using CleanProd.Rules.Import;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Authoring;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Storage;
using Microsoft.AspNetCore.Diagnostics;

namespace CleanProd.Rules.Host.Api;

/// <summary>Every refusal of the API that is not a stage's own, and what becomes of errors.</summary>
internal static class Problems
{
    internal static readonly Problem SignInRequired = new(401, "sign_in_required", new("请先登录。", "Sign in first."));
    internal static readonly Problem NotPermitted = new(403, "not_permitted", new("您的角色不允许此操作。", "Your role does not allow this."));
    internal static readonly Problem OutsideRegion = new(403, "outside_region", new("不在您的辖区或企业范围内。", "This lies outside your region or enterprise."));
    internal static readonly Problem PasswordChangeRequired = new(403, "password_change_required", new("请先修改密码。", "Change your password first."));
    internal static readonly Problem Closed = new(403, "closed", new("此接口未开放。", "This endpoint is closed."));
    internal static readonly Problem NotFound = new(404, "not_found", new("没有找到。", "There is no such thing."));
    internal static readonly Problem NoSuchPath = new(404, "no_such_path", new("没有这个地址或不支持此方法，接口见 /openapi/v1.json。", "No such path or method; the API is described at /openapi/v1.json."));
    internal static readonly Problem OidcFailed = new(401, "oidc_failed", new("统一身份认证没有成功，请重试。", "Signing in through the provider failed; try again."));
    internal static readonly Problem NoAccount = new(403, "no_account", new("统一身份认证中的您在本系统没有可用的账号，请联系管理员。", "The provider knows you, but you have no account here that is open; ask an administrator."));
    internal static readonly Problem ForeignPage = new(403, "foreign_page", new("请求来自其他网站的页面，已拒绝。", "The request came from a page of another site and was refused."));
    internal static readonly Problem StoreAway = new(503, "store_unavailable", new("数据库暂时无法访问，请稍后重试；重试前请先查看操作是否已生效。", "The database cannot be reached just now: try again in a moment, and look first whether the act was done."));
    internal static readonly Problem TooMany = new(429, "too_many_requests", new("请求过于频繁，请稍后再试。", "Too many requests; try again in a minute."));

    /// <summary>A fault of the program, kept in its log under a number.</summary>
    internal static Problem Fault(string number) =>
        new(500, "internal", new($"程序内部错误，请将编号 {number} 告知管理员。", $"Internal error; tell the administrator the number {number}."));

    /// <summary>The answer to an error of a handler; null for a fault of the program.</summary>
    internal static Problem? Of(Exception error) => error switch
    {
        RefusedActException e => new(StatusOf(e.Code), e.Code, e.Reason) { Version = e.Version },
        KeyNotFoundException => NotFound,
        BadInputException or ImportException or PackException or FormException or PackSelectionException or ColumnMapException or FormatException =>
            new(400, "bad_input", Facts.Wording.Same(error.Message)),
        BadHttpRequestException e => new(e.StatusCode, "bad_request", Facts.Wording.Same(e.InnerException?.Message ?? e.Message)),
        _ when Store.IsUnreachable(error) => StoreAway,
        _ => null,
    };

    private static int StatusOf(string code) => code switch
    {
        "four_eyes" or "outside_region" or "wrong_department" or "level_too_low" or "own_roles" => 403,
        "wrong_credentials" => 401,
        "not_found" => 404,
        "no_room" => 507,
        "unsigned" or "untrusted_key" or "tampered" or "cases_fail" or "overlay_loosens" => 422,
        _ when code.EndsWith("_required", StringComparison.Ordinal) || code.StartsWith("bad_", StringComparison.Ordinal) => 422,
        _ => 409,
    };
}

/// <summary>Turns errors of handlers into problem details.</summary>
internal sealed class ProblemHandler(ILogger<ProblemHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested) return true;
        var problem = Problems.Of(exception);
        if (problem is null || problem == Problems.StoreAway) ProblemLog.Fault(log, httpContext.Request.Path, httpContext.TraceIdentifier, exception);
        problem ??= Problems.Fault(httpContext.TraceIdentifier);
        await problem.WriteAsync(httpContext);
        return true;
    }
}

/// <summary>What is logged of faults.</summary>
internal static partial class ProblemLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "{Path} failed ({Trace})")]
    internal static partial void Fault(ILogger log, string path, string trace, Exception error);
}
