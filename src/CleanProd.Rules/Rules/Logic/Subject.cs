using System.Linq.Expressions;
using System.Reflection;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Rules.Logic;

/// <summary>
/// What several tests of a condition ask about, with values that stand for all it can have: one below, at, between and above the thresholds, each text
/// that is named and one that is not, none where it may not exist.
/// </summary>
internal sealed class Subject
{
    private readonly SortedSet<decimal> _numbers = [];
    private readonly SortedSet<string> _texts = new(StringComparer.Ordinal);
    private readonly Expression? _word;
    private bool _mayBeAbsent;

    internal Subject(Expression? word)
    {
        _word = word;
        _mayBeAbsent = word is not null && ThreeValued.Mark<NullMeansNoneAttribute>(word) is not null;
    }

    /// <summary>Stands for a text that no test names.</summary>
    internal const string Other = "\0";

    internal void Compared(decimal number) => _numbers.Add(number);

    internal void Compared(string text) => _texts.Add(text);

    /// <summary>A test asks whether there is one at all.</summary>
    internal void AskedForPresence() => _mayBeAbsent = true;

    /// <summary>The values, one for each way the tests can come out.</summary>
    internal IReadOnlyList<object?> Samples()
    {
        IEnumerable<object?> samples = _numbers.Count > 0 ? Numbers() : _texts.Count > 0 ? Texts() : [true, false];
        return [.. _mayBeAbsent ? samples.Prepend(null) : samples];
    }

    private IEnumerable<object?> Numbers()
    {
        var numbers = _numbers.ToArray();
        var whole = _word is not null && ThreeValued.Plain(_word.Type) is var t && t != typeof(decimal);
        var least = _word is not null && ThreeValued.NeverNegative(_word) ? 0m : decimal.MinValue;
        var samples = new List<decimal> { numbers[0] - 1m, numbers[^1] + 1m };
        for (var i = 0; i < numbers.Length; i++)
        {
            samples.Add(numbers[i]);
            if (i > 0) samples.Add((numbers[i - 1] + numbers[i]) / 2m);
        }

        // Below a limit of 0.5 there is a zero, too.
        if (least == 0m) samples.Add(0m);
        var possible = samples.Where(s => s >= least);
        if (whole) possible = possible.SelectMany(s => new[] { decimal.Floor(s), decimal.Ceiling(s) }).Where(s => s >= least);
        return possible.Distinct().Order().Cast<object?>();
    }

    private IEnumerable<object?> Texts() => _word is MemberExpression m && m.Member.GetCustomAttribute<OneOfAttribute>() is { } only
        ? only.Values
        : _texts.Append(Other);
}
