namespace CleanProd.Rules.Samples;

/// <summary>The tables of a data set with their English headings, in the order of the files.</summary>
internal static class Tables
{
    public static readonly IReadOnlyDictionary<string, string[]> Columns = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["facilities"] = ["facility_id", "name", "region", "address", "industry", "legal_representative", "permit_number", "eia_approved_on", "key_source", "status"],
        ["outlets"] = ["facility_id", "outlet_id", "name", "medium", "discharge", "workshop", "grade", "standard", "stack_height_m"],
        ["measurements"] = ["facility_id", "outlet_id", "pollutant", "at", "window", "value", "unit", "origin", "flag", "limit_low", "limit_high", "volume_m3"],
        ["monitoring_summaries"] = ["facility_id", "outlet_id", "pollutant", "year", "limit_low", "limit_high", "unit", "valid_count", "exceedance_count", "max", "median"],
        ["permit_limits"] = ["facility_id", "outlet_id", "pollutant", "limit_low", "limit_high", "unit", "window", "from", "to", "source"],
        ["discharges"] = ["facility_id", "pollutant", "medium", "from", "to", "quantity", "unit", "method", "reporter_remark"],
        ["quotas"] = ["facility_id", "pollutant", "medium", "from", "to", "quantity", "unit", "issuer", "document"],
        ["substances"] = ["facility_id", "year", "substance", "role", "quantity", "unit", "purpose"],
        ["energy"] = ["facility_id", "year", "product", "output", "output_unit", "energy", "energy_unit"],
        ["audits"] = ["facility_id", "kind", "listed_on", "started_on", "reported_on", "accepted_on", "result"],
        ["indicators"] = ["facility_id", "indicator", "year", "value", "unit"],
        ["devices"] = ["mn", "facility_id", "outlet_id", "crc"],
        ["discretion"] = ["facility_id", "topic", "value", "decided_by", "decided_on", "reason"],
    };
}
