using System.Text.Json.Serialization;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Host.Api;

/// <summary>An answer that says why not (RFC 9457), with a stable code for programs and the reason in both languages for people.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Stable name in snake case.</param>
/// <param name="Reason">What is wrong and what to do.</param>
internal sealed record Problem(int Status, string Code, Wording Reason)
{
    /// <summary>Of <c>stale_version</c>: the version that it has now, where that is known.</summary>
    public int? Version { get; init; }

    /// <summary>Media type of problem details.</summary>
    internal const string MediaType = "application/problem+json";

    /// <summary>Answers the request with it.</summary>
    internal Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        return context.Response.WriteAsJsonAsync(Body(context), ApiJson.Options, MediaType, context.RequestAborted);
    }

    private ProblemBody Body(HttpContext context) =>
        new($"urn:cleanprod:problem:{Code}", Reason.Zh, Status, Code, Reason.Zh, Reason.En, context.TraceIdentifier) { Version = Version };
}

/// <summary>Problem details as they are sent.</summary>
internal sealed record ProblemBody(
    string Type, string Title, int Status, string Code, string Detail, [property: JsonPropertyName("detail_en")] string DetailEn, string TraceId)
{
    /// <summary>Of <c>stale_version</c>: the version to load again; absent otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Version { get; init; }
}
