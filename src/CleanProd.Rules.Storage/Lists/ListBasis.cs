using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Publication;
using CleanProd.Rules.Lists.Review;

namespace CleanProd.Rules.Storage.Lists;

/// <summary>What a list stands on; fixed when it is opened.</summary>
/// <param name="ScreenedYear">The year that was judged.</param>
/// <param name="AsOf">Determination date: the law in force on this day was applied.</param>
/// <param name="Packs">Packs that decided (<c>id@sha256</c>) in their order; the documents have their texts.</param>
/// <param name="Procedure">Who makes it.</param>
/// <param name="Run">What the run behind it left open.</param>
public sealed record ListBasis(int ScreenedYear, DateOnly AsOf, IReadOnlyList<string> Packs, ListProcedure Procedure, RunCondition Run)
{
    /// <summary>The screening behind it; null for a list that no screening makes.</summary>
    public long? RunId { get; init; }

    /// <summary>Of an amendment: the number of the list it corrects.</summary>
    public long? Amends { get; init; }

    /// <summary>The only classes that were put up; null for all.</summary>
    public IReadOnlyList<string>? Classes { get; init; }

    internal string Write() => EventJson.Write(new Stored(ScreenedYear, AsOf, Packs, Procedure.Parts, Run) { Polluters = Procedure.Polluters, Classes = Classes });

    internal static ListBasis Of(ListRow row)
    {
        var stored = EventJson.Read<Stored>(row.Basis);
        return new(stored.ScreenedYear, stored.AsOf, stored.Packs, new(stored.Parts, stored.Polluters), stored.Run) { RunId = row.RunId, Amends = row.Amends, Classes = stored.Classes };
    }

    private sealed record Stored(int ScreenedYear, DateOnly AsOf, IReadOnlyList<string> Packs, IReadOnlyList<ProcedurePart> Parts, RunCondition Run)
    {
        public PollutersPublication? Polluters { get; init; }

        public IReadOnlyList<string>? Classes { get; init; }
    }
}

/// <summary>A list as the store knows it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="List">The list.</param>
/// <param name="Basis">What it stands on.</param>
public sealed record StoredList(long Id, ReviewedList List, ListBasis Basis);

/// <summary>An entry as the store knows it.</summary>
/// <param name="ListId">The list.</param>
/// <param name="Number">Its number in the list, from 1.</param>
/// <param name="Entry">The entry.</param>
/// <param name="History">Its events from the first on.</param>
public sealed record StoredListEntry(long ListId, int Number, ListEntry Entry, IReadOnlyList<EntryEvent> History);

/// <summary>What is to be put up in a list.</summary>
/// <param name="Opening">What it is.</param>
/// <param name="Reason">Why, where the origin needs a reason.</param>
/// <param name="Document">The document behind it, where the origin needs one.</param>
public sealed record NewEntry(EntryOpening Opening, string? Reason = null, DocumentRef? Document = null);

/// <summary>By whom it is decided whether an entry is on the list.</summary>
public enum EntryDecision
{
    /// <summary>As the machine says, or as it was put up.</summary>
    None,

    /// <summary>Listed by hand.</summary>
    Included,

    /// <summary>Kept off by hand.</summary>
    Excluded,
}
