using System.Collections;

namespace CleanProd.Rules.Facts.Words;

/// <summary>A list of facts that knows whether it is complete: an empty list and an unreported one are different answers.</summary>
public class FactList<T> : IReadOnlyList<T>, IFactList
{
    // Compiled conditions go over the array itself.
    internal readonly T[] Items;

    /// <summary>A complete list.</summary>
    public FactList(IEnumerable<T> items) : this(items, null)
    {
    }

    /// <summary>A list that is incomplete when <paramref name="missing"/> says what is missing.</summary>
    public FactList(IEnumerable<T> items, string? missing)
    {
        Items = items.ToArray();
        Missing = missing;
    }

    /// <inheritdoc/>
    [NotAWord]
    public int Count => Items.Length;

    /// <inheritdoc/>
    [NotAWord]
    public T this[int index] => Items[index];

    /// <inheritdoc/>
    [NotAWord]
    public bool IsComplete => Missing is null;

    /// <inheritdoc/>
    [NotAWord]
    public string? Missing { get; }

    /// <inheritdoc/>
    [NotAWord]
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => Items.GetEnumerator();
}

/// <summary>What the evaluator asks of any fact list.</summary>
public interface IFactList
{
    /// <summary>Whether nothing is known to be missing from it.</summary>
    bool IsComplete { get; }

    /// <summary>What is missing, as a rule's <c>missing</c> names it; null when complete.</summary>
    string? Missing { get; }
}
