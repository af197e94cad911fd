namespace CleanProd.Rules.Facts.Words;

/// <summary>Judgements that the law leaves to people, recorded with person, day and reason.</summary>
[Word("discretion")]
public sealed class DiscretionFacts
{
    private readonly Dictionary<string, DiscretionRecord> _latest;

    /// <summary>Judgements of a facility made on or before the determination date; the latest of a topic prevails.</summary>
    public DiscretionFacts(IEnumerable<DiscretionRecord> records)
    {
        _latest = [];
        foreach (var record in records.OrderBy(r => r.DecidedOn)) _latest[record.Topic] = record;
    }

    /// <summary>The judgement on a topic (<c>severe_pollution</c>, <c>class5_toxic</c>, <c>residual</c> …). Missing when nobody judged it.</summary>
    [Example("discretion.Value(\"severe_pollution\") == \"true\"")]
    public string? Value(string topic) => _latest.GetValueOrDefault(topic)?.Value;

    /// <summary>Whether somebody judged the topic. Never missing.</summary>
    [Example("discretion.Recorded(\"residual\")")]
    public bool Recorded(string topic) => _latest.ContainsKey(topic);

    /// <summary>The judgement with its source.</summary>
    [NotAWord]
    public DiscretionRecord? Find(string topic) => _latest.GetValueOrDefault(topic);
}
