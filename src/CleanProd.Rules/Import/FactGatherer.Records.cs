using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Merging;

namespace CleanProd.Rules.Import;

internal sealed partial class FactGatherer
{
    private readonly FactPile<AuditRecord> _audits = new(FactKinds.Audits);
    private readonly FactPile<IndicatorRecord> _indicators = new(FactKinds.Indicators);
    private readonly FactPile<DiscretionRecord> _discretion = new(FactKinds.Discretion);

    private void AddAudit(FacilityId facility)
    {
        var c = _cells;
        var record = new AuditRecord(facility, c.RequiredWord("kind", FactWords.Audits), c.Source)
        {
            ListedOn = c.Day("listed_on"),
            StartedOn = c.Day("started_on"),
            ReportedOn = c.Day("reported_on"),
            AcceptedOn = c.Day("accepted_on"),
            Result = c.Text("result"),
        };
        if (!c.Refused) _audits.Add(record, c.Manner);
    }

    private void AddIndicator(FacilityId facility)
    {
        var c = _cells;
        var record = new IndicatorRecord(
            facility, c.Required("indicator"), c.Year("year"), c.Number("value", mayBeNegative: true), c.Source)
        {
            Unit = c.Text("unit"),
        };
        if (!c.Refused) _indicators.Add(record, c.Manner);
    }

    private void AddDiscretion(FacilityId facility)
    {
        var c = _cells;
        var record = new DiscretionRecord(
            facility, c.Required("topic"), c.RequiredWord("value", FactWords.YesNo) ? "true" : "false", c.Required("decided_by"), c.RequiredDay("decided_on"), c.Required("reason"), c.Source);
        if (!c.Refused) _discretion.Add(record, c.Manner);
    }
}
