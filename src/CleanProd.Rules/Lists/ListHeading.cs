using CleanProd.Rules.Facts;
namespace CleanProd.Rules.Lists;

/// <summary>What stands above a candidate list: which year, under which law, from which data.</summary>
/// <param name="Year">Screened year.</param>
/// <param name="AsOf">Determination date: the law in force on this day was applied.</param>
public sealed record ListHeading(int Year, DateOnly AsOf)
{
    /// <summary>Rule packs that decided, in their order.</summary>
    public IReadOnlyList<ListPack> Packs { get; init; } = [];

    /// <summary>Law that was applied (《清洁生产审核办法》).</summary>
    public Wording Instrument { get; init; } = Wording.None;

    /// <summary>Code of the jurisdiction (<c>CN</c>, <c>CN-44</c>, <c>GB-ENG</c>).</summary>
    public string Jurisdiction { get; init; } = "";

    /// <summary>Name of the data set, for people.</summary>
    public string DataSet { get; init; } = "";

    /// <summary>Who leads on which ground; from the pack's notice section. Empty where the regime names nobody.</summary>
    public IReadOnlyList<ListMaker> Makers { get; init; } = [];

    /// <summary>What was hashed and its SHA-256: packs, reference data, inputs. Empty when not given.</summary>
    public IReadOnlyList<ListHash> Hashes { get; init; } = [];

    /// <summary>Names of the departments that lead on these grounds, each once, in the pack's order.</summary>
    public Wording MakersOf(IEnumerable<string> grounds)
    {
        var wanted = grounds.ToHashSet(StringComparer.Ordinal);
        var makers = Makers.Where(m => m.Grounds.Any(wanted.Contains)).Select(m => m.Name).Distinct().ToArray();
        return new(string.Join('、', makers.Select(m => m.Zh)), string.Join("; ", makers.Select(m => m.En)));
    }
}

/// <summary>A rule pack, as a list names it.</summary>
/// <param name="Id">Its id, with <c>@sha256</c> where known.</param>
/// <param name="Title">Its title.</param>
public sealed record ListPack(string Id, Wording Title);

/// <summary>A department that proposes or leads one part of the list (2016 Measures Arts 9–10: 双超 and 双有 environment, 高耗能 energy saving).</summary>
/// <param name="Grounds">Grounds it leads on.</param>
/// <param name="Name">The department.</param>
public sealed record ListMaker(IReadOnlyList<string> Grounds, Wording Name);

/// <summary>The hash of something the list was made from.</summary>
/// <param name="Name">File or pack.</param>
/// <param name="Sha256">SHA-256 in lower-case hexadecimal.</param>
public sealed record ListHash(string Name, string Sha256);
