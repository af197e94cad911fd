using System.Linq.Dynamic.Core;

namespace CleanProd.Rules.Rules;

/// <summary>
/// The word <c>p</c>: the parameters of a pack as they stand on one day, in a type made for the pack, so that RulesEngine and its
/// editors read <c>p.Trc</c> as an ordinary property.
/// </summary>
public sealed class ParameterSet
{
    private ParameterSet(Type type, object instance, IReadOnlyDictionary<string, object> values) =>
        (Type, Instance, Values) = (type, instance, values);

    /// <summary>The type with one property per parameter.</summary>
    public Type Type { get; }

    /// <summary>Its instance.</summary>
    public object Instance { get; }

    /// <summary>Values by name.</summary>
    public IReadOnlyDictionary<string, object> Values { get; }

    /// <summary>The parameters in force on a day.</summary>
    /// <exception cref="PackException">A parameter has no value, or two values, on that day.</exception>
    public static ParameterSet On(RulePack pack, DateOnly day)
    {
        var values = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var parameter in pack.Parameters)
        {
            var inForce = parameter.Values.Where(v => v.From <= day && (v.To is null || day <= v.To)).ToArray();
            if (inForce.Length != 1)
            {
                throw new PackException(new PackError(pack.FileName, parameter.Position, "parameter_dates",
                    $"Parameter '{parameter.Id}' has {inForce.Length} values on {day:yyyy-MM-dd}; exactly one must be in force on every day the pack governs."));
            }

            values[parameter.Id] = inForce[0].Value;
        }

        // A type needs a member; a pack without parameters gets one that no condition can name.
        var properties = values.Count == 0
            ? [new DynamicProperty("_none", typeof(bool))]
            : values.Select(v => new DynamicProperty(v.Key, v.Value.GetType())).ToArray();
        var type = DynamicClassFactory.CreateType(properties, createParameterCtor: false);
        var instance = Activator.CreateInstance(type)!;
        foreach (var (name, value) in values) type.GetProperty(name)!.SetValue(instance, value);
        return new(type, instance, values);
    }
}
