using CleanProd.Rules.Determinations;
using CleanProd.Rules.Determinations.Foresight;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Screenings;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Screenings;

namespace CleanProd.Rules.Host.Policy;

/// <summary>Which stored year is asked about.</summary>
/// <param name="Region">Jurisdiction whose enterprises are judged.</param>
/// <param name="Year">The year.</param>
/// <param name="AsOf">Determination date; 15 January after the year when null.</param>
internal sealed record AskedYear(RegionCode Region, int Year, DateOnly? AsOf)
{
    /// <summary>The determination date.</summary>
    internal DateOnly Day => AsOf ?? new DateOnly(Year + 1, 1, 15);
}

/// <summary>What rules would do to a stored year, and why one enterprise is judged as it is: for the API and for pages.</summary>
internal sealed class ForesightDesk(YearShelf shelf, LawBooks books, CompiledLaws laws, Store store)
{
    /// <summary>The named difference that a proposed pack makes against the packs in force.</summary>
    /// <exception cref="PackException">It is refused.</exception>
    internal async Task<Impact> ImpactAsync(RulePack proposed, RulePack? against, AskedYear asked, CancellationToken ct)
    {
        Must(asked);
        return await ImpactAsync(await BeforeAsync(proposed, against, asked.Day, ct), proposed, await shelf.NowAsync(asked.Region, asked.Year, asked.Day, ct), readAgain: false, ct);
    }

    /// <summary>The same over data as it stood.</summary>
    internal async Task<Impact> ImpactAsync(IReadOnlyList<RulePack> before, RulePack proposed, YearKey key, bool readAgain, CancellationToken ct)
    {
        IReadOnlyList<RulePack> after = Law.With(before, proposed);
        var (lawBefore, lawAfter) = (laws.On(before, key.AsOf), Law.Compile(after, key.AsOf));
        var facts = await shelf.OfAsync(key, [.. before, .. after], ct);
        return await Task.Run(() => ImpactAnalysis.Of(lawBefore, lawAfter, facts, readAgain, ct), ct);
    }

    /// <summary>What the packs in force today would make of a screening that was judged with others; the packs of both are told.</summary>
    internal async Task<Impact> TouchedAsync(ScreeningHead run, CancellationToken ct)
    {
        var (before, after) = (await books.PacksOfAsync(run), await books.PacksOnAsync(run.AsOf, ct));
        var facts = await shelf.OfAsync(new(run.Region, run.Year, run.AsOf, run.KnownAt, run.Imports), [.. before, .. after], ct);
        return await Task.Run(() => ImpactAnalysis.Of(laws.On(before, run.AsOf), laws.On(after, run.AsOf), facts, false, ct), ct);
    }

    /// <summary>How far each test of a pack reaches.</summary>
    internal async Task<IReadOnlyList<ConditionReach>> ReachAsync(RulePack pack, AskedYear asked, CancellationToken ct)
    {
        Must(asked);
        var law = Law.Compile([pack], asked.Day);
        var facts = await shelf.OfAsync(await shelf.NowAsync(asked.Region, asked.Year, asked.Day, ct), [pack], ct);
        return await Task.Run(() => ConditionReach.Of(law, facts, ct), ct);
    }

    /// <summary>Why an enterprise is judged otherwise in one year than in another.</summary>
    /// <exception cref="KeyNotFoundException">No import names it.</exception>
    internal async Task<WhyChanged> WhyAsync(FacilityId facility, JudgedWhen before, JudgedWhen after, CancellationToken ct) =>
        WhyChanged.Of(await UnderAsync(facility, before, ct), await UnderAsync(facility, after, ct));

    /// <summary>The smallest changes that would take an enterprise off the list of a year.</summary>
    /// <exception cref="KeyNotFoundException">No import names it.</exception>
    internal async Task<IReadOnlyList<WayOff>> WayOffAsync(FacilityId facility, JudgedWhen when, CancellationToken ct)
    {
        var under = await UnderAsync(facility, when, ct);
        return await Task.Run(() => new WayOffSearch(under.Law, under.Reference, under.Records, under.TablesGiven, under.Year, under.AsOf).Find(), ct);
    }

    /// <summary>The packs that a proposed one would stand beside or replace: those of its country that decide on a day.</summary>
    internal async Task<IReadOnlyList<RulePack>> BeforeAsync(RulePack proposed, RulePack? against, DateOnly day, CancellationToken ct)
    {
        if (against is not null) return [against];
        var governing = (await books.EffectiveAsync(day, ct)).Where(p => p.Governs(day) && p.Jurisdiction[..2] == proposed.Jurisdiction[..2]).ToArray();
        return governing.Length == 0 ? [] : PackSelection.On(governing, day);
    }

    private async Task<JudgedUnder> UnderAsync(FacilityId facility, JudgedWhen when, CancellationToken ct)
    {
        Must(new(RegionCode.Nation, when.Year, when.AsOf));
        var day = when.AsOf ?? new DateOnly(when.Year + 1, 1, 15);
        var (records, tables) = await shelf.OneAsync(facility, when.KnownAt ?? store.Clock.GetUtcNow(), ct) ?? throw new KeyNotFoundException();
        return new(laws.On(await books.PacksOnAsync(day, ct), day), books.Reference, records, tables, when.Year, day);
    }

    private static void Must(AskedYear asked)
    {
        if (asked.Year is < 1900 or > 2200) throw new RefusedActException("bad_year", new("年度应为四位数字，如2024。", "Give a year such as 2024."));
    }
}

/// <summary>Under what an enterprise is judged.</summary>
/// <param name="Year">The year.</param>
/// <param name="AsOf">Determination date; 15 January after the year when null.</param>
/// <param name="KnownAt">The facts are those known at this time; now when null.</param>
internal sealed record JudgedWhen(int Year, DateOnly? AsOf, DateTimeOffset? KnownAt);
