using System.Globalization;

namespace CleanProd.Rules.Tests.Host.Kill;

/// <summary>What is done to a service that works.</summary>
internal enum Disturbance
{
    /// <summary>kill -9 of a host that only works: nobody talks to it.</summary>
    Worker,

    /// <summary>kill -9 of the host that is talked to.</summary>
    Host,

    /// <summary>kill -9 of every host.</summary>
    AllHosts,

    /// <summary>kill -9 of the database server with all its processes.</summary>
    Database,

    /// <summary>kill -9 of the database server and of a host at once.</summary>
    DatabaseAndHost,

    /// <summary>A host stands still for longer than every lease and time-out, and goes on.</summary>
    Freeze,
}

/// <summary>Disturbances in an order and at moments that follow from a seed.</summary>
internal sealed class Disturber(KillGround ground, Random random)
{
    private readonly Queue<Disturbance> _next = new();

    /// <summary>How often each was done.</summary>
    internal SortedDictionary<Disturbance, int> Done { get; } = [];

    /// <summary>How many struck before the work was over.</summary>
    internal int Struck { get; private set; }

    /// <summary>Does something with a disturbance in the middle; gives its description.</summary>
    /// <param name="work">What is done meanwhile.</param>
    /// <param name="all">All the progress there can be.</param>
    /// <param name="progress">How far the work is.</param>
    internal async Task<string> DuringAsync(Func<Task> work, int all, Func<Task<int>> progress)
    {
        var (kind, at, later, rest) = (Next(), random.Next(0, all), random.Next(0, 120), random.Next(0, 1500));
        var working = work();
        var reached = 0;
        await ground.WaitAsync(async () => working.IsCompleted || (reached = await progress()) >= at, $"progress {at}");
        await Task.Delay(later);
        if (!working.IsCompleted) Struck++;
        Done[kind] = Done.GetValueOrDefault(kind) + 1;
        await DoAsync(kind, rest);
        await working;
        return string.Create(CultureInfo.InvariantCulture, $"{kind} at {reached} of {all} + {later} ms, back after {rest} ms");
    }

    // All kinds in turn, each time in another order.
    private Disturbance Next()
    {
        if (_next.Count == 0)
        {
            Disturbance[] kinds = ground.HasServer ? Enum.GetValues<Disturbance>() : [Disturbance.Host, Disturbance.Freeze];
            random.Shuffle(kinds);
            foreach (var kind in kinds) _next.Enqueue(kind);
        }

        return _next.Dequeue();
    }

    private async Task DoAsync(Disturbance kind, int rest)
    {
        HostProcess[] struck = kind switch
        {
            Disturbance.Worker => [ground.Hosts[^1]],
            Disturbance.AllHosts => [.. ground.Hosts],
            Disturbance.Database => [],
            _ => [ground.Hosts[0]],
        };
        if (kind == Disturbance.Freeze)
        {
            struck[0].Freeze();
            await Task.Delay(KillGround.Lease * 2);
            struck[0].Thaw();
            return;
        }

        foreach (var host in struck) host.Kill();
        if (kind is Disturbance.Database or Disturbance.DatabaseAndHost) ground.KillServer();
        await Task.Delay(rest);
        // The database first: a host that cannot ask it at its start ends, and systemd starts it again.
        if (kind is Disturbance.Database or Disturbance.DatabaseAndHost) await ground.StartServerAsync();
        await Task.WhenAll(struck.Select(h => h.StartAsync()));
    }
}
