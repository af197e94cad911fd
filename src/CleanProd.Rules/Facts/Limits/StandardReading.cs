namespace CleanProd.Rules.Facts.Limits;

/// <summary>What one standard says of a question in a world: the limits that bind, and what it has that is not at hand.</summary>
internal sealed class StandardReading(LimitWorld world)
{
    internal (List<ApplicableLimit> Limits, Wording? Gap) Read(DischargeStandard standard, bool named)
    {
        var conditions = new RowConditions(standard, world, named);
        var rows = conditions.Binding();
        if (world.Needed is not null) return ([], null);
        if (rows.Count == 0) return ([], conditions.Gap());
        var limits = rows.Where(r => r.Kind != LimitKind.Rate).Select(r => Of(r, standard)).ToList();
        foreach (var scale in rows.Where(r => r.Kind == LimitKind.Rate).GroupBy(r => (r.Table, r.Scope)))
        {
            if (Rate([.. scale], standard) is not { } rate) return (limits, world.Needed is null ? new("排气筒高度未知，速率限值无法计算", "The rate limit needs the height of the stack") : null);
            limits.Add(rate);
        }

        return (limits, null);
    }

    private static ApplicableLimit Of(DischargeLimit row, DischargeStandard standard) => new()
    {
        Low = row.Low,
        High = row.High,
        NotDetectable = row.NotDetectable,
        Unit = row.Unit,
        Standard = row.Standard,
        Table = row.Table,
        Clause = row.Clause,
        ReferenceOxygen = row.ReferenceOxygen,
        Basis = row.Basis,
        Remark = string.Join(' ', new[] { row.Remark, standard.Note }.Where(t => t is not null)) is { Length: > 0 } text ? text : null,
        Source = row.Source,
        RowId = row.RowId,
    };

    private ApplicableLimit? Rate(DischargeLimit[] scale, DischargeStandard standard)
    {
        if (world.Question.StackHeightM is not { } height) return null;
        var high = world.Fact("stack_5_m_above_buildings");
        if (world.Needed is not null) return null;
        var rate = StackRate.At([.. scale.Select(r => (r.StackHeightM!.Value, r.High!.Value))], height);
        var clauses = new List<string>();
        if (!scale.Any(r => r.StackHeightM == height)) clauses.Add(height < scale.Min(r => r.StackHeightM) || height > scale.Max(r => r.StackHeightM) ? "附录B 外推" : "附录B 内插");
        // New stacks: those of the later period of each standard.
        var isNew = scale[0].Conditions.EiaFrom is not null;
        if (high == "no" || (isNew && height < StackRate.LowestNewStackM))
        {
            rate = StackRate.Halved(rate);
            clauses.Add("严格50%");
        }

        return Of(scale[0], standard) with { High = rate, Clause = string.Join("、", clauses.Prepend(scale[0].Clause)) };
    }
}
