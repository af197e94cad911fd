using System.Globalization;

namespace CleanProd.Rules.Facts.Limits;

/// <summary>The rows of <c>limits/</c>, <c>discharge_standards.csv</c>, <c>limit_gaps.csv</c> and <c>limit_facts.csv</c>.</summary>
internal static class LimitTables
{
    internal const string Folder = "limits/";

    internal static readonly string[] LimitColumns =
    [
        "row_id", "standard", "standard_name", "table", "industry_scope", "medium", "pollutant", "pollutant_code", "discharge_type", "level", "applies_to",
        "limit_low", "limit_high", "limit_text", "unit", "averaging_basis", "stack_height_m", "monitoring_point", "effective_from", "effective_to", "jurisdiction",
        "clause", "note", "basis", "source",
        "kind", "discharge", "point", "grade", "regions", "industries", "maybe_industries", "otherwise", "window", "eia_from", "eia_to", "suspended_from", "asks",
        "reference_oxygen", "doubt",
    ];

    internal static readonly string[] StandardColumns =
    [
        "standard", "title", "title_en", "medium", "level", "region", "scope", "issued", "in_force_from", "in_force_to", "superseded_by", "at_hand", "crosses",
        "industries", "maybe_industries", "asks", "town_plant_direct_from", "window_self", "window_automatic", "window_supervision", "window_clause", "note",
        "last_reviewed", "basis", "source",
    ];

    internal static readonly string[] GapColumns =
        ["standard", "discharge", "eia_from", "eia_to", "effective_from", "effective_to", "asks", "reason", "reason_en", "basis", "source"];

    internal static readonly string[] FactColumns = ["fact", "values", "question", "question_en", "source"];

    internal static LimitLibrary Read(
        IEnumerable<(string File, List<ReferenceRow> Rows)> limitFiles, List<ReferenceRow> standardRows, List<ReferenceRow> gapRows, List<ReferenceRow> factRows, PollutantRegister register)
    {
        var facts = Facts(factRows);
        var names = facts.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        var standards = standardRows.Select(r => Standard(r, names)).ToArray();
        var known = standards.Select(s => (s.Number, s.Medium)).ToHashSet();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var limits = new List<DischargeLimit>();
        foreach (var (file, rows) in limitFiles)
        {
            foreach (var row in rows)
            {
                row.Once(seen, row.Required("row_id"), "row_id");
                var limit = Limit(file, row, names, register);
                if (!known.Contains((limit.Standard, limit.Medium))) throw row.Fault("standard", "a standard and medium of discharge_standards.csv");
                limits.Add(limit);
            }
        }

        return new(standards, limits, [.. gapRows.Select(r => Gap(r, names))], facts);
    }

    private static DischargeLimit Limit(string file, ReferenceRow row, HashSet<string> facts, PollutantRegister register)
    {
        var medium = MediumOf(row);
        var from = row.Date("effective_from");
        var to = row.EndDate("effective_to", from);
        // A suspension ends what the standard itself leaves open (announcement 2015 no. 41 on GB 4287-2012).
        if (row.OptionalDate("suspended_from") is { } suspended) to = suspended.AddDays(-1);
        var name = row.Required("pollutant");
        var codes = new[] { register.Resolve(name, medium) }.Concat(row.Optional("pollutant_code") is { } code ? [new PollutantCode(code)] : []).Distinct().ToArray();
        var remark = string.Join(' ', new[] { row.Optional("note"), row.Optional("doubt") }.Where(t => t is not null));
        return new DischargeLimit
        {
            RowId = row.Text("row_id"), Standard = row.Required("standard"), Table = row.Required("table"), Clause = row.Text("clause"), Scope = row.Required("industry_scope"),
            Medium = medium, Pollutant = name, Codes = codes,
            Kind = row.Word("kind", "concentration", "rate", "removal", "load", "base_volume") switch
            {
                "rate" => LimitKind.Rate, "removal" => LimitKind.Removal, "load" => LimitKind.Load, "base_volume" => LimitKind.BaseVolume, _ => LimitKind.Concentration,
            },
            Low = Number(row, "limit_low"), High = Number(row, "limit_high"), NotDetectable = row.Text("limit_text") == "不得检出",
            Unit = Unit.Parse(row.Required("unit")), StackHeightM = Number(row, "stack_height_m"), ReferenceOxygen = Number(row, "reference_oxygen"),
            From = from, To = to, Basis = row.Word("basis", "sourced", "recalled"), Remark = remark.Length == 0 ? null : remark,
            Source = new SourceRef(file, null, row.Line), Conditions = Conditions(row, facts),
        };
    }

    private static LimitConditions Conditions(ReferenceRow row, HashSet<string> facts) => new()
    {
        Discharge = Discharges(row),
        Point = row.Word("point", "", "workshop", "total") switch { "workshop" => MonitoringPoint.Workshop, "total" => MonitoringPoint.Total, _ => MonitoringPoint.Any },
        Grade = row.Optional("grade"),
        Region = row.Optional("regions") is { } regions ? RegionCondition.Parse(regions) : null,
        Industries = row.List("industries"),
        MaybeIndustries = row.List("maybe_industries"),
        Otherwise = row.Word("otherwise", "", "yes") == "yes",
        Window = row.Optional("window") is null ? null : Windows(row, "window")[0],
        EiaFrom = row.OptionalDate("eia_from"),
        EiaTo = row.OptionalDate("eia_to"),
        Asks = Asks(row, facts),
    };

    private static DischargeStandard Standard(ReferenceRow row, HashSet<string> facts)
    {
        var from = row.Date("in_force_from");
        return new(row.Required("standard"), new(row.Required("title"), row.Text("title_en")), MediumOf(row))
        {
            Region = row.Word("level", "national", "local") == "local" ? row.Required("region") : "",
            IsSector = row.Word("scope", "general", "sector") == "sector",
            Issued = row.Date("issued"), From = from, To = row.EndDate("in_force_to", from), SupersededBy = row.Optional("superseded_by"),
            IsAtHand = row.Word("at_hand", "all", "part", "none") != "none",
            Crosses = row.Word("crosses", "yes", "no") == "yes",
            Scope = new() { Industries = row.List("industries"), MaybeIndustries = row.List("maybe_industries"), Asks = Asks(row, facts) },
            TownPlantDirectFrom = row.OptionalDate("town_plant_direct_from"),
            Windows = new Dictionary<DataOrigin, IReadOnlyList<AveragingWindow>>
            {
                [DataOrigin.Self] = Windows(row, "window_self"), [DataOrigin.Automatic] = Windows(row, "window_automatic"), [DataOrigin.Supervision] = Windows(row, "window_supervision"),
            },
            WindowClause = row.Optional("window_clause"),
            Note = row.Optional("note"),
        };
    }

    private static LimitGap Gap(ReferenceRow row, HashSet<string> facts)
    {
        var from = row.Date("effective_from");
        return new(row.Required("standard"),
            new() { Discharge = Discharges(row), EiaFrom = row.OptionalDate("eia_from"), EiaTo = row.OptionalDate("eia_to"), Asks = Asks(row, facts) },
            from, row.EndDate("effective_to", from), new(row.Required("reason"), row.Required("reason_en")));
    }

    private static LimitFact[] Facts(List<ReferenceRow> rows)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows) row.Once(seen, row.Required("fact"), "fact");
        return [.. rows.Select(r => new LimitFact(
            r.Text("fact"), r.Required("values") is "number" or "text" ? [] : r.List("values") is ["yes", "no"] two ? two : [.. r.List("values")], new(r.Required("question"), r.Required("question_en"))))];
    }

    private static LimitAsk[] Asks(ReferenceRow row, HashSet<string> facts) =>
    [
        .. row.Text("asks").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(t => LimitAsk.Parse(t) is { } ask && facts.Contains(ask.Fact) ? ask : throw row.Fault("asks", "conditions such as fuel=coal on facts of limit_facts.csv")),
    ];

    private static DischargeKind[] Discharges(ReferenceRow row) => [.. row.List("discharge").Select(w => w switch
    {
        "direct" => DischargeKind.Direct, "indirect" => DischargeKind.Indirect, "stack" => DischargeKind.Stack, "fugitive" => DischargeKind.Fugitive,
        _ => throw row.Fault("discharge", "direct, indirect, stack or fugitive"),
    })];

    private static AveragingWindow[] Windows(ReferenceRow row, string column) => [.. row.List(column).Select(w => w switch
    {
        "instant" => AveragingWindow.Instant, "hour" => AveragingWindow.Hour, "day" => AveragingWindow.Day, "month" => AveragingWindow.Month,
        _ => throw row.Fault(column, "instant, hour, day or month"),
    })];

    private static Medium MediumOf(ReferenceRow row) => row.Word("medium", "water", "air") == "water" ? Medium.Water : Medium.Air;

    private static decimal? Number(ReferenceRow row, string column) => row.Optional(column) is null ? null : row.Number(column);
}
