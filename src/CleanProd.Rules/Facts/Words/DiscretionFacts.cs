namespace CleanProd.Rules.Facts.Words;

/// <summary>Judgements that the law leaves to people, recorded with person, day and reason.</summary>
[Word("discretion")]
public sealed class DiscretionFacts
{
    private readonly Dictionary<string, DiscretionRecord> _latest;

    /// <summary>
    /// Judgements of a facility made on or before the determination date; the latest of a topic prevails.
    /// <paramref name="missing"/> says that a judgement was refused, so that what is recorded may not be all.
    /// </summary>
    public DiscretionFacts(IEnumerable<DiscretionRecord> records, string? missing = null)
    {
        AllRecords = missing is null ? "" : null;
        _latest = [];
        foreach (var record in records.OrderBy(r => r.DecidedOn)) _latest[record.Topic] = record;
    }

    /// <summary>The judgement on a topic, <c>true</c> or <c>false</c> (<c>severe_pollution</c>, <c>class5_toxic</c>, <c>residual</c> …). Missing when nobody judged it.</summary>
    [Example("discretion.Value(\"severe_pollution\") == \"true\"")]
    public string? Value(string topic) => AllRecords is null || topic is null ? null : _latest.GetValueOrDefault(topic)?.Value;

    /// <summary>Null while a judgement about the facility was refused at import.</summary>
    [NotAWord]
    public string? AllRecords { get; }

    /// <summary>Whether somebody judged the topic. Unknown while a judgement about the facility was refused at import.</summary>
    [UnknownWhileNull(nameof(AllRecords))]
    [Example("discretion.Recorded(\"residual\")")]
    public bool Recorded(string topic) => _latest.ContainsKey(topic);

    /// <summary>The judgement with its source.</summary>
    [NotAWord]
    public DiscretionRecord? Find(string topic) => _latest.GetValueOrDefault(topic);
}
