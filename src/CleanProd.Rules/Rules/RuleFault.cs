using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Rules;

/// <summary>What a rule or its facts can fail by while it is read: a division by zero, an overflow, units that do not convert, a text where a number belongs.</summary>
internal static class RuleFault
{
    /// <summary>Whether an exception tells of the rule or its facts, and not of the program.</summary>
    internal static bool Is(Exception e) => e is ArithmeticException or InvalidOperationException or UnitMismatchException
        or NullReferenceException or FormatException or ArgumentException or InvalidCastException;
}
