namespace CleanProd.Rules.Rules;

/// <summary>A pack checked and compiled for one determination date: its parameters stand as they do on that day. Safe for any number of threads.</summary>
public sealed class CompiledPack
{
    private CompiledPack(RulePack pack, DateOnly asOf, ParameterSet parameters, IReadOnlyList<CompiledRule> rules) =>
        (Pack, AsOf, Parameters, Rules) = (pack, asOf, parameters, rules);

    /// <summary>The pack.</summary>
    public RulePack Pack { get; }

    /// <summary>The determination date.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The word <c>p</c> on that day.</summary>
    public ParameterSet Parameters { get; }

    internal IReadOnlyList<CompiledRule> Rules { get; }

    /// <summary>Checks and compiles every condition of the pack.</summary>
    /// <exception cref="PackException">A condition is refused; all refusals of the pack are listed, each with line and column.</exception>
    public static CompiledPack Compile(RulePack pack, DateOnly asOf)
    {
        var parameters = ParameterSet.On(pack, asOf);
        var parser = new ConditionParser(pack.FileName, parameters);
        var rules = new List<CompiledRule>();
        var errors = new List<PackError>();
        foreach (var rule in pack.Rules)
        {
            try
            {
                rules.Add(new CompiledRule(pack, rule, parser));
            }
            catch (PackException e)
            {
                errors.AddRange(e.Errors);
            }
            catch (Exception e) when (e is InvalidProgramException or ArgumentException or InvalidOperationException)
            {
                errors.Add(new PackError(pack.FileName, new(1, 1), "not_compiled", $"The rule '{rule.Name}' cannot be compiled: {e.Message}"));
            }
        }

        return errors.Count == 0 ? new(pack, asOf, parameters, rules) : throw new PackException(errors);
    }
}
