using System.Linq.Dynamic.Core;

namespace CleanProd.Rules.Rules;

/// <summary>
/// The word <c>p</c>: the parameters of a pack as they stand on one day, in a type made for the pack, so that RulesEngine and its
/// editors read <c>p.Trc</c> as an ordinary property.
/// </summary>
public sealed class ParameterSet
{
    private ParameterSet(Type type, object instance, IReadOnlyDictionary<string, object> values, IReadOnlyDictionary<string, string> units) =>
        (Type, Instance, Values, Units) = (type, instance, values, units);

    /// <summary>The type with one property per parameter.</summary>
    public Type Type { get; }

    /// <summary>Its instance.</summary>
    public object Instance { get; }

    /// <summary>Values by name.</summary>
    public IReadOnlyDictionary<string, object> Values { get; }

    /// <summary>Units by name; empty for a list.</summary>
    internal IReadOnlyDictionary<string, string> Units { get; }

    /// <summary>The parameters in force on a day.</summary>
    /// <exception cref="PackException">A parameter has no value, or two values, on that day.</exception>
    public static ParameterSet On(RulePack pack, DateOnly day)
    {
        var values = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var parameter in pack.Parameters) values[parameter.Id] = InForce(pack, parameter, day).Value;

        return Made(values, pack.Parameters.ToDictionary(p => p.Id, p => p.Unit, StringComparer.Ordinal));
    }

    /// <summary>No parameters, for a condition that stands in no pack.</summary>
    internal static ParameterSet None { get; } = Made([], new Dictionary<string, string>());

    private static ParameterSet Made(SortedDictionary<string, object> values, Dictionary<string, string> units)
    {
        var type = DynamicClassFactory.CreateType([.. values.Select(v => new DynamicProperty(v.Key, v.Value.GetType()))], createParameterCtor: false);
        var instance = Activator.CreateInstance(type)!;
        foreach (var (name, value) in values) type.GetProperty(name)!.SetValue(instance, value);
        return new(type, instance, values, units);
    }

    /// <summary>The value of a parameter on a day.</summary>
    /// <exception cref="PackException">It has none, or two.</exception>
    internal static ParameterValue InForce(RulePack pack, PackParameter parameter, DateOnly day)
    {
        var inForce = parameter.Values.Where(v => v.From <= day && (v.To is null || day <= v.To)).ToArray();
        return inForce.Length == 1
            ? inForce[0]
            : throw new PackException(new PackError(pack.FileName, parameter.Position, "parameter_dates",
                $"Parameter '{parameter.Id}' has {inForce.Length} values on {day:yyyy-MM-dd}; exactly one must be in force on every day the pack governs."));
    }
}
