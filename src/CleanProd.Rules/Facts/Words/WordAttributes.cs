namespace CleanProd.Rules.Facts.Words;

/// <summary>Marks a type whose public members are words of the rule language; the reference is generated from their docs.</summary>
/// <param name="word">The word a rule starts with, such as <c>monitoring</c>; null for a type reached through another.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WordAttribute(string? word = null) : Attribute
{
    /// <summary>The word.</summary>
    public string? Word { get; } = word;
}

/// <summary>A quantity that cannot be negative: when it is missing, zero is still a lower bound.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class NeverNegativeAttribute : Attribute;

/// <summary>The value is a lower bound; the named member of the same shape is the upper bound while some values are indeterminate.</summary>
/// <param name="member">Property, or method with the same parameters.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class UpToAttribute(string member) : Attribute
{
    /// <summary>Name of the member.</summary>
    public string Member { get; } = member;
}

/// <summary>
/// Null means that there is no such thing (no quota was ever assigned), not that it is unknown: a comparison with it is false and
/// never undetermined.
/// </summary>
/// <param name="unless">A bool property of the same object that, when true, turns null back into unknown.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class NullMeansNoneAttribute(string? unless = null) : Attribute
{
    /// <summary>Name of the property, or null.</summary>
    public string? Unless { get; } = unless;
}

/// <summary>A yes-or-no word whose answer is unknown while the named member of the same object is null.</summary>
/// <param name="member">Name of a nullable property.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class UnknownWhileNullAttribute(string member) : Attribute
{
    /// <summary>Name of the property.</summary>
    public string Member { get; } = member;
}

/// <summary>How near this count is to being none, or to being no longer none, is told by the named ratio of the same object.</summary>
/// <param name="ratio">Name of a nullable decimal property.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class MarginByAttribute(string ratio) : Attribute
{
    /// <summary>Name of the property.</summary>
    public string Ratio { get; } = ratio;
}

/// <summary>An example condition for the reference; it is compiled by a test.</summary>
/// <param name="condition">The condition.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Class)]
public sealed class ExampleAttribute(string condition) : Attribute
{
    /// <summary>The condition.</summary>
    public string Condition { get; } = condition;
}

/// <summary>A public member that serves the engine and is no word of the rule language.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class NotAWordAttribute : Attribute;

/// <summary>The unit of a number (<c>1</c> for a count or ratio, <c>d</c>, <c>mo</c>, <c>a</c>); on a parameter, the unit it is given in.</summary>
/// <param name="unit">The unit.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter)]
public sealed class InUnitAttribute(string unit) : Attribute
{
    /// <summary>The unit.</summary>
    public string Unit { get; } = unit;
}

/// <summary>The number is in the unit that another member of the same object names, which differs from item to item.</summary>
/// <param name="member">Name of the text member.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class InUnitOfAttribute(string member) : Attribute
{
    /// <summary>Name of the member.</summary>
    public string Member { get; } = member;
}

/// <summary>The number is in the unit that the method is given as a text.</summary>
/// <param name="dimensions">What such a unit may measure: <c>mass</c>, <c>volume</c> …</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InGivenUnitAttribute(params string[] dimensions) : Attribute
{
    /// <summary>What such a unit may measure.</summary>
    public IReadOnlyList<string> Dimensions { get; } = dimensions;
}

/// <summary>The only texts that a word can hold; a comparison with another is a mistake.</summary>
/// <param name="values">The texts.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OneOfAttribute(params string[] values) : Attribute
{
    /// <summary>The texts.</summary>
    public IReadOnlyList<string> Values { get; } = values;
}
