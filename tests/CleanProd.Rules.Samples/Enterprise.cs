using System.Globalization;

namespace CleanProd.Rules.Samples;

/// <summary>
/// One invented enterprise: everything the data set holds about it, and what the law makes of it, with the reason a person wrote down.
/// The expectation is never computed from the data.
/// </summary>
internal sealed partial class Enterprise
{
    private const ulong Seed = 44_2024;
    private readonly SplitMix64 _chance;
    private readonly List<Line> _lines;
    private readonly Dictionary<(string, string, int), string> _set = [];
    private readonly HashSet<string> _unknown = [];
    private readonly Dictionary<(string, string), (string LastDay, decimal High)> _earlier = [];
    private readonly List<(string Table, string[] Cells)> _rows = [];
    private bool _monitored;
    private (string Table, string[] Cells)[]? _made;

    /// <summary>An enterprise of a sector. The number gives it a code and a stream of chance of its own, so that none moves another.</summary>
    public Enterprise(int number, string region, string mark, Sector sector, string status = "operating")
    {
        (Region, Sector, Status) = (region, sector, status);
        _lines = [.. sector.Lines];
        _chance = new SplitMix64(Seed * (ulong)number);
        Id = CreditCode.Invent(region, (100_000 + (number * 5800) + _chance.Between(0, 5799)) % 1_000_000);
        Name = $"{Places.City(region)}{mark}样例{sector.Word}有限公司";
        Representative = $"{"陈梁黄李何林郑罗冯邓"[_chance.Between(0, 9)]}示{"安宁远清和明川禾朗舟"[_chance.Between(0, 9)]}";
        Address = Places.Address(region, _chance.Between(1, 299));
        ApprovedOn = new DateOnly(_chance.Between(2004, 2020), _chance.Between(1, 12), _chance.Between(1, 28));
    }

    public string Id { get; private set; }

    public string Name { get; }

    public string Region { get; }

    public string Address { get; }

    public string Representative { get; }

    public DateOnly ApprovedOn { get; }

    public Sector Sector { get; }

    public string Status { get; }

    public Expectation Expected { get; private set; } = new("", [], [], "");

    /// <summary>All rows, made once: chance goes on with every draw, so a second making would differ.</summary>
    public IReadOnlyList<(string Table, string[] Cells)> Rows => _made ??= [.. Register(), .. PermitLimits(), .. Programme(), .. _rows];

    /// <summary>The code as a clerk mistyped it, everywhere: the last character does not check.</summary>
    public Enterprise Mistyped()
    {
        Id = Id[..17] + (Id[17] is '0' ? '1' : '0');
        return this;
    }

    public Enterprise Triggered(string grounds, string reason, string undetermined = "") =>
        Expect("triggered", grounds, undetermined, reason);

    public Enterprise NotTriggered(string reason) => Expect("not_triggered", "", "", reason);

    public Enterprise Undetermined(string grounds, string reason) => Expect("undetermined", "", grounds, reason);

    public Enterprise NotApplicable(string reason) => Expect("not_applicable", "", "", reason);

    private Enterprise Expect(string outcome, string triggered, string undetermined, string reason)
    {
        Expected = new Expectation(outcome, Split(triggered), Split(undetermined), reason);
        return this;
    }

    private static string[] Split(string grounds) => grounds.Split(';', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>What the screening of 2024 on 15 January 2025 must say.</summary>
internal sealed record Expectation(string Outcome, IReadOnlyList<string> Triggered, IReadOnlyList<string> Undetermined, string Reason);
