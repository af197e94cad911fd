namespace CleanProd.Rules.Host.Jobs;

/// <summary>Queues; workers take them in alphabetical order, so their first letters are their rank.</summary>
internal static class Queues
{
    /// <summary>What people wait for: imports, notices.</summary>
    internal const string Urgent = "a-urgent";

    /// <summary>Pieces of screenings.</summary>
    internal const string Screening = "b-screening";

    /// <summary>Reminders, inbox, mail.</summary>
    internal const string Routine = "c-routine";

    internal static readonly string[] All = [Urgent, Screening, Routine];
}
