using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Facts.Validity;

/// <summary>Gathers the choices made about the values of one series, each once with its count.</summary>
internal sealed class ReadingNotes
{
    private readonly Dictionary<Wording, (int Count, SourceRef First)> _notes = [];

    internal void Add(Wording text, SourceRef source)
    {
        var (count, first) = _notes.GetValueOrDefault(text, (0, source));
        _notes[text] = (count + 1, first);
    }

    internal IReadOnlyList<ReadingNote> All => [.. _notes.OrderBy(n => n.Key.Zh, StringComparer.Ordinal).Select(n => new ReadingNote(n.Key, n.Value.Count, n.Value.First))];
}
