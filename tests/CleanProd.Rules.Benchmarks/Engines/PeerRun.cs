using CleanProd.Rules.Benchmarks.Data;
using CleanProd.Rules.Benchmarks.Foresight;
using CleanProd.Rules.Benchmarks.Lists;
using CleanProd.Rules.Benchmarks.Measuring;
using CleanProd.Rules.Benchmarks.Rules;

namespace CleanProd.Rules.Benchmarks.Engines;

/// <summary>One run over one data set: every piece of work by everyone, and whether they found the same.</summary>
internal sealed class PeerRun(DataSet data, int repeat, IReadOnlyCollection<string> against)
{
    internal const string Import = "import", Screening = "screening", Rules = "rules", Impact = "impact", Excel = "excel";

    /// <summary>Entries of the list that goes to Excel.</summary>
    private const int Entries = 20_000;

    internal static readonly string[] Works = [Import, Screening, Rules, Impact, Excel];

    internal static readonly string[] Databases = [DuckDb.Title, Postgres.Title, SqliteRows.Title];

    private readonly List<Comparison> _table = [];

    /// <summary>Peers that were left out, and why.</summary>
    internal List<string> Notes { get; } = [];

    /// <summary>Where somebody found something else.</summary>
    internal List<string> Disagreements { get; } = [];

    internal IReadOnlyList<Comparison> Compare(IReadOnlyCollection<string> works)
    {
        if (works.Any(w => w is not (Excel or Impact))) CompareEngines(works);
        if (works.Contains(Impact)) CompareImpact();
        if (works.Contains(Excel)) CompareLists();
        return _table;
    }

    private void CompareEngines(IReadOnlyCollection<string> works)
    {
        using var server = against.Contains(Postgres.Title) ? Try(() => PrivatePostgres.Start()) : null;
        using var product = new Product();
        var duck = new DuckDb(data.Folder);
        var postgres = server is null ? null : new Postgres(server.Connection);
        IEngine[] peers = [.. new IEngine?[] { duck, postgres, new SqliteRows(data.Folder) }.OfType<IEngine>().Where(e => against.Contains(e.Name))];
        try
        {
            // Warm: code compiled, files in the cache.
            var small = DataSet.In(data.Folder, new DataPlan(20_000));
            foreach (var engine in peers.Prepend(product))
            {
                engine.Import(small);
                engine.Screen();
            }

            product.Import(small);
            if (works.Contains(Import))
            {
                var rounds = new Rounds(repeat);
                foreach (var peer in peers) rounds.Peer(peer.Name, () => peer.Import(data));
                Take(Import, data.Plan.Rows, rounds, () => product.Import(data), "import", data.Folder, $"{data.Plan.Rows}");
            }
            else
            {
                foreach (var engine in peers.Prepend(product)) engine.Import(data);
            }

            Agree(product, peers);
            if (works.Contains(Screening))
            {
                var rounds = new Rounds(repeat);
                // What the targets are stated against: a query that holds nothing against any limit.
                if (peers.Contains(duck)) rounds.Peer("DuckDB, group-by alone", () => duck.GroupBy());
                if (postgres is not null) rounds.Peer("PostgreSQL, group-by alone", () => postgres.GroupBy());
                foreach (var peer in peers) rounds.Peer($"{peer.Name}, exceedances", () => peer.Screen());
                Take(Screening, data.Plan.Rows, rounds, () => product.Determine(), "screening", data.Folder, $"{data.Plan.Rows}");
            }

            if (works.Contains(Rules)) CompareRules(product);
        }
        finally
        {
            foreach (var peer in peers) peer.Dispose();
        }
    }

    private void Agree(Product product, IEngine[] peers)
    {
        var ours = product.Screen();
        Notes.Add($"{ours.Total} exceedances found by {string.Join(", ", peers.Select(p => p.Name).Prepend(product.Name))}.");
        if (ours.Total == 0) Disagreements.Add("No exceedance was found at all.");
        foreach (var peer in peers)
            if (ours.DifferenceFrom(peer.Screen()) is { } difference) Disagreements.Add($"{product.Name} and {peer.Name}: {difference}");
    }

    private void CompareRules(Product product)
    {
        var work = RuleWork.Of(product);
        var reference = new ReferenceEngine(work);
        var expected = work.Ours();
        for (var warm = 0; warm < 20; warm++)
        {
            work.Ours();
            HandWritten.Run(work);
        }

        Same("hand-written", expected, HandWritten.Run(work));
        Same("RulesEngine", expected, reference.Run());
        var rounds = new Rounds(repeat);
        rounds.Peer("RulesEngine ExecuteAllRulesAsync", () => reference.Run());
        rounds.Peer("hand-written C#", () => HandWritten.Run(work));
        Take(Rules, work.Evaluations, rounds, () => work.Ours(), "rules", data.Folder, $"{data.Plan.Rows}");
        using var node = Try(() => new NodeEngines(work));
        if (node is null) return;
        foreach (var (name, script) in new[] { ("@gorules/zen-engine", "zen.mjs"), ("json-rules-engine", "json-rules.mjs") })
        {
            var run = node.Execute(script, work.Rounds, repeat);
            Same(name, expected, run.Yes);
            var theirs = new Sample();
            foreach (var ms in run.Ms) theirs.Add(ms);
            _table.Add(new(Rules, name, work.Evaluations, rounds.Ours, theirs, _table[^1].OursPeakMb));
        }
    }

    // From the text that an author saves to the verdict of its cases and the names of those whom it touches.
    private void CompareImpact()
    {
        var work = new ImpactWork(ImpactWork.Facilities);
        var (ours, theirs) = (work.Ours(), work.ByRulesEngine());
        Notes.Add($"A changed rule touches {ours.Count} of {ImpactWork.Facilities} enterprises.");
        if (!ours.SequenceEqual(theirs)) Disagreements.Add($"impact: ours names {ours.Count}, RulesEngine {theirs.Count}");
        if (ours.Count == 0) Disagreements.Add("impact: the changed rule touches nobody.");
        var rounds = new Rounds(repeat);
        rounds.Peer("RulesEngine ExecuteAllRulesAsync twice", () => work.ByRulesEngine());
        Take(Impact, ImpactWork.Facilities, rounds, () => work.Ours(), "impact", data.Folder, $"{ImpactWork.Facilities}");
    }

    private void CompareLists()
    {
        var work = new ListWork(Entries);
        new ListWork(100).Ours(Stream.Null);
        new ListWork(100).ByClosedXml(new MemoryStream());
        var rounds = new Rounds(repeat);
        rounds.Peer("ClosedXML", () => work.ByClosedXml(new MemoryStream()));
        Take(Excel, Entries, rounds, () => work.Ours(new MemoryStream()), "excel", data.Folder, $"{Entries}");
    }

    // Ours by itself goes first, in a process of its own: its memory is nobody else's.
    private void Take(string work, long rows, Rounds rounds, Action ours, params string[] alone)
    {
        var memory = Alone.Run(["alone", .. alone]);
        foreach (var (name, sample) in rounds.Run(ours)) _table.Add(new(work, name, rows, rounds.Ours, sample, memory.PeakMb));
    }

    private void Same(string name, int[] expected, int[] found)
    {
        if (!expected.SequenceEqual(found)) Disagreements.Add($"rules: ours said yes {string.Join('/', expected)} times, {name} {string.Join('/', found)}");
    }

    private T? Try<T>(Func<T> make) where T : class
    {
        try
        {
            return make();
        }
        catch (EngineMissingException e)
        {
            Notes.Add($"LEFT OUT: {e.Message}");
            return null;
        }
    }
}
