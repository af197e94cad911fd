namespace CleanProd.Rules.Determinations;

/// <summary>The answer of a rule or for a facility: never two-valued.</summary>
public enum Outcome
{
    /// <summary>The ground does not concern the facility (<c>not_applicable</c>, 不适用).</summary>
    NotApplicable,

    /// <summary>The law does not oblige it, on complete facts (<c>not_triggered</c>, 不列入).</summary>
    NotTriggered,

    /// <summary>A fact that would decide is missing (<c>undetermined</c>, 数据不足).</summary>
    Undetermined,

    /// <summary>The law obliges it to an audit (<c>triggered</c>, 应列入).</summary>
    Triggered,

    /// <summary>The rule could not be evaluated, or the two readers disagree (<c>error</c>, 规则出错): blocks release of the list.</summary>
    Error,
}

/// <summary>The outcome words of the output contract.</summary>
public static class Outcomes
{
    /// <summary><c>triggered</c>, <c>not_triggered</c>, <c>undetermined</c>, <c>not_applicable</c>, <c>error</c>.</summary>
    public static string Word(this Outcome outcome) => outcome switch
    {
        Outcome.NotApplicable => "not_applicable",
        Outcome.NotTriggered => "not_triggered",
        Outcome.Undetermined => "undetermined",
        Outcome.Triggered => "triggered",
        _ => "error",
    };

    /// <summary>The word for people: 应列入, 不列入, 数据不足, 不适用, 规则出错.</summary>
    public static string Chinese(this Outcome outcome) => outcome switch
    {
        Outcome.NotApplicable => "不适用",
        Outcome.NotTriggered => "不列入",
        Outcome.Undetermined => "数据不足",
        Outcome.Triggered => "应列入",
        _ => "规则出错",
    };

    /// <summary>
    /// The facility's outcome from its rules': error if any is, else triggered, else undetermined, else not triggered; not applicable
    /// when all are, and when there is no rule.
    /// </summary>
    public static Outcome OfAll(IEnumerable<Outcome> rules)
    {
        var worst = Outcome.NotApplicable;
        foreach (var outcome in rules)
            if (outcome > worst) worst = outcome;
        return worst;
    }
}
