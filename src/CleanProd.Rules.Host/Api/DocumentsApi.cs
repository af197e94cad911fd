using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Documents;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CleanProd.Rules.Host.Api;

/// <summary>Uploading documents. They are read where they belong: at the decision, notice or case that rests on them.</summary>
internal static class DocumentsApi
{
    internal static void MapDocuments(this IEndpointRouteBuilder api) =>
        api.MapPost("/documents", UploadAsync).Needs(Permission.OwnAccount, Target.Self).TakesBytes()
            .WithSummary("Uploads a document (its bytes as the body, its name in the query) to be named by a later act; the same bytes are kept once.");

    private static async Task<Ok<DocumentRef>> UploadAsync(string name, HttpRequest request, DocumentStore documents, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, ct);
        return TypedResults.Ok(await documents.KeepAsync(Path.GetFileName(name), bytes.ToArray(), ct));
    }

    /// <summary>A document that an act rests on, among those that the asker may know of.</summary>
    /// <exception cref="KeyNotFoundException">None of them is it.</exception>
    internal static async Task<FileContentHttpResult> GiveAsync(IEnumerable<DocumentRef?> known, string sha256, DocumentStore documents, CancellationToken ct)
    {
        var named = known.FirstOrDefault(d => d?.Sha256 == sha256) ?? throw new KeyNotFoundException();
        return TypedResults.File(await documents.FindAsync(sha256, ct) ?? throw new KeyNotFoundException(), "application/octet-stream", named.Name);
    }
}
