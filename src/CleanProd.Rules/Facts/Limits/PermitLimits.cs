namespace CleanProd.Rules.Facts.Limits;

/// <summary>The limits that a permit sets for one series: which of them bind is asked once for all days between two changes.</summary>
internal sealed class PermitLimits(PermitLimitRecord[] permits)
{
    private Unit? _unit;
    private DateOnly _from, _until;
    private ApplicableLimit? _answer;

    /// <summary>The strictest of those in force on a day, in the unit of the value; null where there is none.</summary>
    internal ApplicableLimit? On(Unit unit, DateOnly day)
    {
        if (permits.Length == 0) return null;
        if (!ReferenceEquals(unit, _unit) || day < _from || day >= _until)
            (_unit, _from, _until, _answer) = (unit, day, NextChange(day), PermitLimit.Strictest(permits, unit, day, null));
        return _answer;
    }

    /// <summary>The first day after a day from which another limit may be in force.</summary>
    internal DateOnly NextChange(DateOnly day)
    {
        var next = DateOnly.MaxValue;
        foreach (var permit in permits)
        {
            if (permit.From > day && permit.From < next) next = permit.From;
            if (permit.To >= day && permit.To < next) next = permit.To.Value.AddDays(1);
        }

        return next;
    }
}
