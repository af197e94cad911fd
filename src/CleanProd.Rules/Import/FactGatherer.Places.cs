using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Merging;
using CleanProd.Rules.Import.Hj212;

namespace CleanProd.Rules.Import;

internal sealed partial class FactGatherer
{
    private readonly List<Piled<FacilityRecord>> _facilities = [];

    private readonly FactPile<OutletRecord> _outlets = new(FactKinds.Outlets);

    /// <summary>Data loggers by their numbers.</summary>
    internal Dictionary<string, Hj212Device> Devices { get; } = new(StringComparer.Ordinal);

    private void AddFacility(FacilityId facility)
    {
        var c = _cells;
        var record = new FacilityRecord(facility, c.Required("name"), c.Source)
        {
            Region = Region(),
            Address = c.Text("address"),
            Industry = Industry(),
            LegalRepresentative = c.Text("legal_representative"),
            PermitNumber = c.Text("permit_number"),
            CreditCode = CreditCodes.Read(c.Raw("credit_code"), _log, c.Source, c.Heading("credit_code")),
            EiaApprovedOn = c.Day("eia_approved_on"),
            KeySource = c.Word("key_source", FactWords.YesNo),
            Status = c.Word("status", FactWords.Statuses) ?? FacilityStatus.Unspecified,
        };
        if (!c.Refused) _facilities.Add(new(record, c.Manner));
    }

    private void AddOutlet(FacilityId facility)
    {
        var c = _cells;
        var record = new OutletRecord(facility, _identities.Outlet(), c.RequiredWord("medium", FactWords.Media), c.Source)
        {
            Name = c.Text("name"),
            Discharge = c.Word("discharge", FactWords.Discharges) ?? DischargeKind.Unspecified,
            Workshop = c.Word("workshop", FactWords.YesNo),
            Grade = c.Text("grade"),
            Standard = c.Text("standard"),
            StackHeightM = c.Number("stack_height_m"),
        };
        if (!c.Refused) _outlets.Add(record, c.Manner);
    }

    private void AddDevice(FacilityId facility)
    {
        var c = _cells;
        var device = new Hj212Device(c.Required("mn"), facility, _identities.Outlet(), c.Word("crc", FactWords.Checks) ?? false, c.Source);
        if (c.Refused || Devices.TryAdd(device.Mn, device)) return;
        var first = Devices[device.Mn];
        if (first with { Source = device.Source } == device) _log.Duplicate(device.Source, first.Source);
        else c.Refuse("contradiction", "mn", first.Source.ToString());
    }

    private string? Region()
    {
        if (_cells.Text("region") is not { } text || _cells.Manner.RegionsAsWritten) return _cells.Text("region");
        if (_reference.Regions.Find(text) is { } region) return region.Code;
        _cells.SayOnce("region_unknown", "region", text, text);
        return text;
    }

    private string? Industry()
    {
        if (_cells.Text("industry") is not { } text || _cells.Manner.IndustriesAsWritten) return _cells.Text("industry");
        if (_reference.Industries.Find(text) is { } industry) return industry.Code;
        _cells.SayOnce("industry_unknown", "industry", text, text);
        return text;
    }
}
