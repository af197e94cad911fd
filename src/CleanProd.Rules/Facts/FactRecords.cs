namespace CleanProd.Rules.Facts;

// One record per table of the data set. Dates are local (Asia/Shanghai unless the source says otherwise) and carry no zone.
// Every record keeps the row it came from. `Record` is the source's own number of the report, where several reports of one
// thing are separate facts and not contradictions.

/// <summary>Table <c>facilities</c>.</summary>
public sealed record FacilityRecord(FacilityId Id, string Name, SourceRef Source)
{
    /// <summary>Administrative division: GB/T 2260 code (<c>440100</c>) where the register knows it, else as written.</summary>
    public string? Region { get; init; }

    /// <summary>Address as written.</summary>
    public string? Address { get; init; }

    /// <summary>GB/T 4754-2017 code with its letter (<c>C3360</c>) where the register knows it, else as written.</summary>
    public string? Industry { get; init; }

    /// <summary>Legal representative.</summary>
    public string? LegalRepresentative { get; init; }

    /// <summary>Pollutant discharge permit number.</summary>
    public string? PermitNumber { get; init; }

    /// <summary>Unified social credit code when <see cref="Id"/> is another identity.</summary>
    public string? CreditCode { get; init; }

    /// <summary>Day the environmental impact document was approved; selects the period of dated limits.</summary>
    public DateOnly? EiaApprovedOn { get; init; }

    /// <summary>Whether it is on the list of key polluting units (重点排污单位).</summary>
    public bool? KeySource { get; init; }

    /// <summary>Whether it runs.</summary>
    public FacilityStatus Status { get; init; }

    /// <summary>Whether it was made from an identity that only other tables name: it describes nothing.</summary>
    // A status that nobody stated was once kept as operating, in stores that are still read.
    public bool IsMention => this with { Status = default } == new FacilityRecord(Id, Id.Value, Source) && Status is FacilityStatus.Unspecified or FacilityStatus.Operating;
}

/// <summary>Table <c>outlets</c>.</summary>
public sealed record OutletRecord(FacilityId FacilityId, OutletId Id, Medium Medium, SourceRef Source)
{
    /// <summary>Name for people.</summary>
    public string? Name { get; init; }

    /// <summary>How it discharges.</summary>
    public DischargeKind Discharge { get; init; }

    /// <summary>True at a workshop outlet, where class-I pollutants are judged.</summary>
    public bool? Workshop { get; init; }

    /// <summary>Grade of the standard (一级, 二级, 三级).</summary>
    public string? Grade { get; init; }

    /// <summary>Number of the standard that applies, as written.</summary>
    public string? Standard { get; init; }

    /// <summary>Height of the stack, m.</summary>
    public decimal? StackHeightM { get; init; }
}

/// <summary>Table <c>monitoring_summaries</c>: a year's count of exceedances reported ready-made.</summary>
public sealed record MonitoringSummaryRecord(
    FacilityId FacilityId, OutletId OutletId, PollutantCode Pollutant, int Year, Unit Unit, SourceRef Source)
{
    /// <summary>Lower limit, in <see cref="Unit"/>; null where there is none.</summary>
    public decimal? LimitLow { get; init; }

    /// <summary>Upper limit, in <see cref="Unit"/>; null where none was reported. A reported 0 is no limit.</summary>
    public decimal? LimitHigh { get; init; }

    /// <summary>Number of valid values.</summary>
    public int? ValidCount { get; init; }

    /// <summary>Number of exceedances; null when the source's count cannot be used.</summary>
    public int? ExceedanceCount { get; init; }

    /// <summary>Largest value, in <see cref="Unit"/>.</summary>
    public decimal? Max { get; init; }

    /// <summary>Median, in <see cref="Unit"/>.</summary>
    public decimal? Median { get; init; }
}

/// <summary>Table <c>permit_limits</c>.</summary>
public sealed record PermitLimitRecord(
    FacilityId FacilityId, OutletId OutletId, PollutantCode Pollutant, Unit Unit, DateOnly From, SourceRef Source)
{
    /// <summary>Lower limit.</summary>
    public decimal? LimitLow { get; init; }

    /// <summary>Upper limit.</summary>
    public decimal? LimitHigh { get; init; }

    /// <summary>Window the limit is read against; null for any.</summary>
    public AveragingWindow? Window { get; init; }

    /// <summary>Last day in force; null while it is.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Permit or standard that sets it.</summary>
    public string? LegalSource { get; init; }
}

/// <summary>Table <c>discharges</c>: a reported quantity of one pollutant over some days.</summary>
public sealed record DischargeRecord(
    FacilityId FacilityId, PollutantCode Pollutant, Medium Medium, ReportingPeriod Period, decimal? Quantity, Unit Unit, SourceRef Source)
{
    /// <summary>How it was found.</summary>
    public QuantityMethod Method { get; init; }

    /// <summary>The source's own number of the report.</summary>
    public string? Record { get; init; }
}

/// <summary>Table <c>quotas</c>: a total-quantity quota for a year, by permit or approval.</summary>
public sealed record QuotaRecord(
    FacilityId FacilityId, PollutantCode Pollutant, Medium Medium, DateOnly From, DateOnly? To, decimal? Quantity, Unit Unit, SourceRef Source)
{
    /// <summary>Who set it.</summary>
    public string? Issuer { get; init; }

    /// <summary>Document that sets it.</summary>
    public string? Document { get; init; }
}

/// <summary>Table <c>substances</c>; the name <c>none</c> declares that there are none.</summary>
public sealed record SubstanceRecord(FacilityId FacilityId, int Year, string Substance, SubstanceRole Role, SourceRef Source)
{
    /// <summary>Amount in the year.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>Unit of the amount.</summary>
    public Unit? Unit { get; init; }

    /// <summary>What for, or in what medium, as written.</summary>
    public string? Purpose { get; init; }

    /// <summary>Whether the row declares that there are none.</summary>
    public bool DeclaresNone => string.Equals(Substance, "none", StringComparison.OrdinalIgnoreCase) || Substance is "无";
}

/// <summary>Table <c>energy</c>.</summary>
public sealed record EnergyRecord(
    FacilityId FacilityId, int Year, string Product, decimal? Output, Unit OutputUnit, decimal? Energy, Unit EnergyUnit, SourceRef Source);

/// <summary>Table <c>audits</c>.</summary>
public sealed record AuditRecord(FacilityId FacilityId, AuditKind Kind, SourceRef Source)
{
    /// <summary>Day the list was published.</summary>
    public DateOnly? ListedOn { get; init; }

    /// <summary>Day the audit started.</summary>
    public DateOnly? StartedOn { get; init; }

    /// <summary>Day the report was filed.</summary>
    public DateOnly? ReportedOn { get; init; }

    /// <summary>Day it was accepted.</summary>
    public DateOnly? AcceptedOn { get; init; }

    /// <summary>Result of acceptance as written (合格, 不合格, passed, failed).</summary>
    public string? Result { get; init; }
}

/// <summary>Table <c>indicators</c>: any other number that a rule judges.</summary>
public sealed record IndicatorRecord(FacilityId FacilityId, string Indicator, int Year, decimal? Value, SourceRef Source)
{
    /// <summary>Unit, for people; null for a count or share.</summary>
    public string? Unit { get; init; }
}

/// <summary>Table <c>discretion</c>: a judgement the law leaves to people.</summary>
public sealed record DiscretionRecord(
    FacilityId FacilityId, string Topic, string Value, string DecidedBy, DateOnly DecidedOn, string Reason, SourceRef Source);
