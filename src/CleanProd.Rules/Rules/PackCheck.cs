namespace CleanProd.Rules.Rules;

/// <summary>Whether a pack can be used on every day it governs.</summary>
public static class PackCheck
{
    /// <summary>Reads and compiles a pack.</summary>
    /// <param name="json">Its text.</param>
    /// <param name="fileName">How errors name the file.</param>
    /// <exception cref="PackException">It is refused; every error has line and column.</exception>
    public static RulePack Read(string json, string fileName)
    {
        var pack = PackReader.Read(json, fileName);
        var days = DaysOfChange(pack).ToArray();
        // Another day changes values, never words or types: conditions that compile on one compile on all.
        CompiledPack.Compile(pack, FirstDay(pack));
        // The first day was asked by that; on others a parameter can only lack a value where one has ended.
        foreach (var parameter in pack.Parameters)
            foreach (var day in days.Skip(1).Where(d => parameter.Values.Any(v => v.To == d.AddDays(-1)))) ParameterSet.InForce(pack, parameter, day);
        return pack;
    }

    /// <summary>The errors of a pack; none when it can be used.</summary>
    public static IReadOnlyList<PackError> Errors(string json, string fileName)
    {
        try
        {
            Read(json, fileName);
            return [];
        }
        catch (PackException e)
        {
            return e.Errors;
        }
    }

    /// <summary>The first day on which the pack decides.</summary>
    internal static DateOnly FirstDay(RulePack pack) => pack.GovernsFrom > pack.Instrument.InForceFrom ? pack.GovernsFrom : pack.Instrument.InForceFrom;

    /// <summary>One day of each stretch in which the pack's parameters stand still.</summary>
    public static IEnumerable<DateOnly> DaysOfChange(RulePack pack)
    {
        var first = FirstDay(pack);
        return pack.Parameters.SelectMany(p => p.Values)
            .SelectMany(v => v.To is { } to && to < DateOnly.MaxValue ? new[] { v.From, to.AddDays(1) } : [v.From])
            .Where(d => d > first && pack.Governs(d)).Prepend(first).Distinct().Order();
    }
}
