namespace CleanProd.Rules.Storage.Cases;

/// <summary>Something people have to be told about an enterprise. Only ever appended.</summary>
internal sealed class MessageRow
{
    public long Id { get; init; }

    /// <summary>The same for the same message however often it is made.</summary>
    public required string Key { get; init; }

    public required MessageKind Kind { get; init; }

    /// <summary>The day it falls on.</summary>
    public required DateOnly Day { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string FacilityId { get; init; }

    public required string Name { get; init; }

    public required string Region { get; init; }

    /// <summary>What it is about, as kind and number: <c>case/17</c>.</summary>
    public required string Subject { get; init; }

    public required string Zh { get; init; }

    public required string En { get; init; }

    public DateOnly? DueOn { get; init; }
}

/// <summary>That somebody read a message.</summary>
internal sealed class MessageReadRow
{
    public required long MessageId { get; init; }

    public required Guid AccountId { get; init; }

    public required DateTimeOffset At { get; init; }
}
