using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Voluntary;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CleanProd.Rules.Host.Api;

// Recognition lists become public.
internal static partial class VoluntaryApi
{
    /// <summary>Which list, by whom, under which number, and on which day: today where none is given.</summary>
    internal sealed record NewRecognitionList(string List, string Region, string Number, DateOnly? PublishedOn = null);

    /// <summary>A published recognition list among others; <c>publication</c> is the SHA-256 of its bytes.</summary>
    internal sealed record RecognitionPublicationAnswer(string Publication, string Number, string List, string Region, DateOnly PublishedOn, int Enterprises)
    {
        internal static RecognitionPublicationAnswer Of(RecognitionPublication p) => new(p.Sha256, p.Number, p.List, p.Region.Value ?? "", p.PublishedOn, p.Enterprises);
    }

    private static async Task<Created<RecognitionPublicationAnswer>> PublishAsync(NewRecognitionList wanted, Actor actor, VoluntaryStore voluntary, CancellationToken ct)
    {
        var region = RegionCode.Of(wanted.Region);
        if (!actor.Scope.Reach.Covers(region)) throw new RefusedActException("outside_region", Problems.OutsideRegion.Reason);
        var made = await voluntary.PublishAsync(new(wanted.List.Trim(), region, wanted.Number.Trim(), wanted.PublishedOn ?? voluntary.Today), actor.Officer, ct);
        return TypedResults.Created($"/api/v1/public/recognition-lists/{made.Sha256}", RecognitionPublicationAnswer.Of(made));
    }
}
