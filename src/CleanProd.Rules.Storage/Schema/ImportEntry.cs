namespace CleanProd.Rules.Storage.Schema;

/// <summary>One import. Its acts are the truth of its state; state and times stand here so that they can be asked for.</summary>
internal sealed class ImportEntry
{
    public long Id { get; set; }

    /// <summary>When the store came to know its facts, UTC.</summary>
    public required DateTime KnownAt { get; set; }

    /// <summary>Division code of the jurisdiction that gave it; empty for the whole country.</summary>
    public required string Region { get; set; }

    public required string Mode { get; set; }

    public required string State { get; set; }

    /// <summary>When its facts began to hold, UTC; null until they do.</summary>
    public DateTime? EffectiveAt { get; set; }

    /// <summary>When it was undone, UTC.</summary>
    public DateTime? UndoneAt { get; set; }

    /// <summary>Account that gave it.</summary>
    public required string Actor { get; set; }

    /// <summary>The year it was given for, where a column map asks for one.</summary>
    public int? Year { get; set; }

    public string? Label { get; set; }

    /// <summary>Name of the column map.</summary>
    public string? Map { get; set; }

    /// <summary>SHA-256 over what was given; null for an import that may be repeated.</summary>
    public string? ContentKey { get; set; }
}

/// <summary>An act upon an import; rows are only ever added.</summary>
internal sealed class ImportActEntry
{
    public required long ImportId { get; set; }

    /// <summary>1 for the first act.</summary>
    public required int Seq { get; set; }

    public required string Act { get; set; }

    /// <summary>Who, as JSON.</summary>
    public required string Officer { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; set; }

    public string? Reason { get; set; }
}
