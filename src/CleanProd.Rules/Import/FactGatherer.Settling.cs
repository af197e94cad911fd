using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import;

internal sealed partial class FactGatherer
{
    /// <summary>Settles all tables into the facts of each facility. Called once, after the last row.</summary>
    internal FactSet Settle()
    {
        var outlets = _outlets.Settle(_log, Refused, mergeSilently: true);
        var media = outlets.Values.SelectMany(o => o).ToDictionary(o => (o.FacilityId, o.Id), o => o.Medium);
        PollutantCode Resolve(FacilityId facility, OutletId outlet, PollutantCode written, bool asWritten) =>
            asWritten ? written : Known(written.Value, media.GetValueOrDefault((facility, outlet)))?.Code ?? written;

        _summaries.Change(s => s.Fact with { Pollutant = Resolve(s.Fact.FacilityId, s.Fact.OutletId, s.Fact.Pollutant, s.Manner.PollutantsAsWritten) });
        _permitLimits.Change(l => l.Fact with { Pollutant = Resolve(l.Fact.FacilityId, l.Fact.OutletId, l.Fact.Pollutant, l.Manner.PollutantsAsWritten) });
        var series = _measurements.Settle(_log, Refused, k => Resolve(k.Facility, k.Outlet, new(k.Pollutant), k.PollutantAsWritten));
        var summaries = _summaries.Settle(_log, Refused);
        var permitLimits = _permitLimits.Settle(_log, Refused);
        var discharges = _discharges.Settle(_log, Refused);
        var quotas = _quotas.Settle(_log, Refused);
        var substances = _substances.Settle(_log, Refused);
        var energy = _energy.Settle(_log, Refused);
        var audits = _audits.Settle(_log, Refused);
        var indicators = _indicators.Settle(_log, Refused);
        var discretion = _discretion.Settle(_log, Refused);

        Agree(permitLimits, (facility, limits) => UnitAgreement.OfLimits(limits, Of(series, facility), _log, Refused));
        Agree(discharges, (facility, reported) => UnitAgreement.OfDischarges(reported, Of(quotas, facility), _log, Refused));

        var mentions = new FacilityMentions(_log, Refused);
        mentions.Saw(outlets, o => o.Source);
        mentions.Saw(series, s => s.FirstSource);
        mentions.Saw(summaries, s => s.Source);
        mentions.Saw(permitLimits, l => l.Source);
        mentions.Saw(discharges, d => d.Source);
        mentions.Saw(quotas, q => q.Source);
        mentions.Saw(substances, s => s.Source);
        mentions.Saw(energy, e => e.Source);
        mentions.Saw(audits, a => a.Source);
        mentions.Saw(indicators, i => i.Source);
        mentions.Saw(discretion, d => d.Source);
        foreach (var (facility, tables) in _refused) mentions.Saw(facility, tables.Values.Min(SourceOrder.Instance), tables.ContainsKey("facilities"));

        var records = mentions.Complete(_facilities).Select(f => new FacilityRecords
        {
            Facility = f,
            Outlets = Of(outlets, f.Id),
            Series = Of(series, f.Id),
            Summaries = Of(summaries, f.Id),
            PermitLimits = Of(permitLimits, f.Id),
            Discharges = Of(discharges, f.Id),
            Quotas = Of(quotas, f.Id),
            Substances = Of(substances, f.Id),
            Energy = Of(energy, f.Id),
            Audits = Of(audits, f.Id),
            Indicators = Of(indicators, f.Id),
            Discretion = Of(discretion, f.Id),
            RefusedIn = _refused.GetValueOrDefault(f.Id) ?? new(StringComparer.Ordinal),
        });
        return new FactSet([.. records], new SortedSet<string>(_tables, StringComparer.Ordinal));
    }

    private static void Agree<T>(Dictionary<FacilityId, List<T>> facts, Action<FacilityId, List<T>> check)
    {
        foreach (var (facility, list) in facts.ToArray())
        {
            check(facility, list);
            if (list.Count == 0) facts.Remove(facility);
        }
    }

    private static List<T> Of<T>(Dictionary<FacilityId, List<T>> facts, FacilityId facility) => facts.GetValueOrDefault(facility) ?? [];
}
