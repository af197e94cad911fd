using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Merging;

namespace CleanProd.Rules.Import;

internal sealed partial class FactGatherer
{
    private readonly FactPile<DischargeRecord> _discharges = new(FactKinds.Discharges);
    private readonly FactPile<QuotaRecord> _quotas = new(FactKinds.Quotas);
    private readonly FactPile<SubstanceRecord> _substances = new(FactKinds.Substances);
    private readonly FactPile<EnergyRecord> _energy = new(FactKinds.Energy);

    private void AddDischarge(FacilityId facility)
    {
        var c = _cells;
        var medium = c.Word("medium", FactWords.Media) ?? Medium.Unspecified;
        var pollutant = PollutantIn(medium);
        var (from, to) = (c.RequiredDay("from"), c.RequiredDay("to"));
        c.RefusePeriod(from, to);
        var quantity = c.Number("quantity");
        var unit = c.Unit("unit", hasToConvert: true, perYear: true);
        var method = c.Word("method", FactWords.Methods) ?? QuantityMethod.Unspecified;
        if (c.Refused) return;
        _discharges.Add(
            new DischargeRecord(facility, pollutant, medium, new(from, to), quantity, unit, c.Source) { Method = method, Record = c.Text("record") },
            c.Manner);
    }

    private void AddQuota(FacilityId facility)
    {
        var c = _cells;
        var medium = c.Word("medium", FactWords.Media) ?? Medium.Unspecified;
        var pollutant = PollutantIn(medium);
        var (from, to) = (c.RequiredDay("from"), c.Day("to"));
        c.RefusePeriod(from, to ?? default);
        var record = new QuotaRecord(
            facility, pollutant, medium, from, to, c.Number("quantity"), c.Unit("unit", hasToConvert: true, perYear: true), c.Source)
        {
            Issuer = c.Text("issuer"),
            Document = c.Text("document"),
        };
        if (!c.Refused) _quotas.Add(record, c.Manner);
    }

    private void AddSubstance(FacilityId facility)
    {
        var c = _cells;
        var record = new SubstanceRecord(
            facility, c.Year("year"), c.Required("substance"), c.RequiredWord("role", FactWords.Roles), c.Source)
        {
            Quantity = c.Number("quantity"),
            Unit = c.Text("unit") is null ? null : c.Unit("unit", hasToConvert: false, perYear: true),
            Purpose = c.Text("purpose"),
        };
        if (!c.Refused) _substances.Add(record, c.Manner);
    }

    private void AddEnergy(FacilityId facility)
    {
        var c = _cells;
        var record = new EnergyRecord(
            facility, c.Year("year"), c.Required("product"),
            c.Number("output"), c.Unit("output_unit", hasToConvert: true),
            c.Number("energy"), c.Unit("energy_unit", hasToConvert: true), c.Source);
        if (!c.Refused) _energy.Add(record, c.Manner);
    }

    private PollutantCode PollutantIn(Medium medium)
    {
        var text = PollutantText();
        return new(_cells.Manner.PollutantsAsWritten ? text : Known(text, medium)?.Code.Value ?? text);
    }
}
