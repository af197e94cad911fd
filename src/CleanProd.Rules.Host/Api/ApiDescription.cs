using System.Reflection;
using CleanProd.Rules.Host.Access;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CleanProd.Rules.Host.Api;

/// <summary>What the OpenAPI document says beyond the handlers: how to sign in, what may be refused, which stage an operation belongs to.</summary>
internal static class ApiDescription
{
    private const string Cookie = "cookie", Key = "key", ProblemSchema = "Problem";

    internal static void Describe(OpenApiOptions options)
    {
        options.AddDocumentTransformer(async (document, context, ct) =>
        {
            document.Info = new()
            {
                Title = "CleanProd.Rules API",
                Version = "v1",
                Description = "强制性清洁生产审核的导入、筛查、名单、通知和个案。 Imports, screenings, lists, notices and cases of mandatory cleaner-production audits.",
            };
            document.AddComponent<IOpenApiSecurityScheme>(Cookie, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = AccessServices.Cookie, Description = "Session of a person, from POST /api/v1/login.",
            });
            document.AddComponent<IOpenApiSecurityScheme>(Key, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = KeyAuthentication.Header, Description = "Key of a machine.",
            });
            document.AddComponent<IOpenApiSchema>(ProblemSchema, await context.GetOrCreateSchemaAsync(typeof(ProblemBody), null, ct));
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            Describe(operation, context);
            return Task.CompletedTask;
        });
    }

    private static void Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var document = context.Document;
        operation.Tags = new HashSet<OpenApiTagReference> { new(StageOf(metadata), document) };
        foreach (var (status, meaning) in Refusals(metadata.OfType<EndpointAccess>().FirstOrDefault(), context.Description.HttpMethod != HttpMethods.Get))
        {
            operation.Responses ??= [];
            operation.Responses[status] = new OpenApiResponse
            {
                Description = meaning,
                Content = new Dictionary<string, OpenApiMediaType> { [Problem.MediaType] = new() { Schema = new OpenApiSchemaReference(ProblemSchema, document) } },
            };
        }

        if (metadata.OfType<EndpointAccess>().Any(a => a.Permission is not null))
        {
            operation.Security =
            [
                new() { [new OpenApiSecuritySchemeReference(Cookie, document)] = [] },
                new() { [new OpenApiSecuritySchemeReference(Key, document)] = [] },
            ];
        }
    }

    private static IEnumerable<(string Status, string Meaning)> Refusals(EndpointAccess? access, bool isAct)
    {
        yield return ("400", "The request cannot be read.");
        yield return ("429", "Too many requests; Retry-After says when to come back.");
        if (access is { Permission: null } or null) yield break;
        yield return ("401", "Nobody is signed in.");
        yield return ("403", access.Permission == Permission.OwnAccount ? "Refused to this person." : $"Needs {Needs(access)}.");
        if (access.Target is not (Target.Law or Target.System or Target.Scoped)) yield return ("404", "There is no such thing.");
        if (!isAct) yield break;
        yield return ("409", "Not possible in the present state, or somebody else acted first.");
        yield return ("422", "Something needed is missing or does not fit.");
    }

    private static string Needs(EndpointAccess access) => $"the permission {ApiJson.WordOf(access.Permission!.Value)} over the target ({ApiJson.WordOf(access.Target)})";

    // The class of a handler is named after its stage: CasesApi.
    private static string StageOf(IList<object> metadata)
    {
        var type = metadata.OfType<MethodInfo>().First().DeclaringType!;
        while (type.DeclaringType is { } outer) type = outer;
        return type.Name.EndsWith("Api", StringComparison.Ordinal) ? type.Name[..^3] : type.Name;
    }
}
