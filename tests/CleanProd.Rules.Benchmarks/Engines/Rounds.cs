using CleanProd.Rules.Benchmarks.Measuring;

namespace CleanProd.Rules.Benchmarks.Engines;

/// <summary>
/// Runs ours and the peers in turn, round by round, so that what else the machine does falls on all alike. A peer that has taken its share of
/// the time is not run again; its column tells how many runs its median stands on.
/// </summary>
internal sealed class Rounds(int repeat)
{
    private const double MostMillisecondsOfPeer = 45_000;

    internal Sample Ours { get; } = new();

    private readonly List<(string Name, Action Work, Sample Sample)> _peers = [];

    internal void Peer(string name, Action work) => _peers.Add((name, work, new Sample()));

    internal IReadOnlyList<(string Name, Sample Sample)> Run(Action ours)
    {
        for (var round = 0; round < repeat; round++)
        {
            Ours.Take(ours);
            foreach (var peer in _peers.Where(p => p.Sample.Runs * p.Sample.Milliseconds < MostMillisecondsOfPeer || p.Sample.Runs == 0)) peer.Sample.Take(peer.Work);
        }

        return [.. _peers.Select(p => (p.Name, p.Sample))];
    }
}
