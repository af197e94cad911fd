using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Review;

namespace CleanProd.Rules.Storage.Screenings;

/// <summary>What a screening decided about one enterprise.</summary>
/// <param name="FacilityId">The enterprise.</param>
/// <param name="Name">Its name as it was known then.</param>
/// <param name="Region">Where it lies.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Line">Its line of <c>determinations.jsonl</c>, without the line feed.</param>
/// <param name="LineSha256">SHA-256 of the line, lower-case hexadecimal.</param>
/// <param name="Determination">The determination itself, with sentences, margins and bases of limits.</param>
public sealed record ScreenedFacility(
    FacilityId FacilityId, string Name, RegionCode Region, Outcome Outcome, string Line, string LineSha256, Determination Determination)
{
    internal static ScreenedFacility Of(DeterminationEntry e) => new(
        new(e.FacilityId), e.Name, new(e.Region), e.Outcome, e.Line, e.LineSha256, EventJson.Read<Determination>(e.Record));

    internal static DeterminationEntry Entry(long run, RosterPlace place, Determination determination)
    {
        var line = new ArrayBufferWriter<byte>();
        DeterminationJson.Write(determination, line);
        var grounds = determination.Rules.Where(r => r.Outcome == Outcome.Triggered).Select(GroundLabel.KeyOf).Distinct(StringComparer.Ordinal);
        return new()
        {
            RunId = run,
            FacilityNo = place.Number,
            FacilityId = place.Facility.Id.Value,
            Name = place.Facility.Name,
            Region = place.Facility.Region.Value,
            Outcome = determination.Outcome,
            Grounds = $" {string.Join(' ', grounds)} ",
            Line = Encoding.UTF8.GetString(line.WrittenSpan),
            LineSha256 = Convert.ToHexStringLower(SHA256.HashData(line.WrittenSpan)),
            Record = EventJson.Write(determination),
        };
    }
}

/// <summary>Which determinations are asked for; what is null is not asked for.</summary>
public sealed record ScreenedFilter
{
    /// <summary>With this outcome.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>Listed on this ground.</summary>
    public string? Ground { get; init; }

    /// <summary>Within this region.</summary>
    public RegionCode? Region { get; init; }

    /// <summary>With this in the name or identity.</summary>
    public string? Text { get; init; }

    /// <summary>Within what the asker reaches.</summary>
    public Reach Reach { get; init; } = Reach.Everything;
}

/// <summary>An enterprise as a run takes it up.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Name">Its name.</param>
/// <param name="Region">Where it lies.</param>
/// <param name="Audits">Audits that this service recorded itself and that no import tells.</param>
/// <param name="Carried">Whether its determination is the base run's.</param>
public sealed record RosterFacility(FacilityId Id, string Name, RegionCode Region, IReadOnlyList<AuditRecord> Audits, bool Carried);

/// <summary>An enterprise and its number in the ordinal order of a run.</summary>
/// <param name="Number">From 0, without gaps.</param>
/// <param name="Facility">The enterprise.</param>
public sealed record RosterPlace(int Number, RosterFacility Facility);
