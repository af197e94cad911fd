using System.Collections.Concurrent;
using CleanProd.Rules.Tests.Host.Kill;

namespace CleanProd.Rules.Tests.Host.Soak;

/// <summary>Asks each host in its turn, once. Undisturbed hosts refuse nothing that these tests ask for: whatever is no success is kept as a fault.</summary>
internal sealed class HostsInTurn(IReadOnlyList<HostProcess> hosts, HostsInTurn.Record record) : DelegatingHandler(new SocketsHttpHandler { UseCookies = true })
{
    private int _asked;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = new Uri(hosts[Interlocked.Increment(ref _asked) % hosts.Count].Address!, request.RequestUri!.PathAndQuery);
        var answer = await base.SendAsync(request, cancellationToken);
        record.Count();
        if (!answer.IsSuccessStatusCode) record.Faults.Enqueue($"{request.Method} {request.RequestUri}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(cancellationToken)}");
        return answer;
    }

    /// <summary>What all of them were asked.</summary>
    internal sealed class Record
    {
        private int _requests;

        /// <summary>Answers that should not have come.</summary>
        internal ConcurrentQueue<string> Faults { get; } = [];

        internal int Requests => Volatile.Read(ref _requests);

        internal void Count() => Interlocked.Increment(ref _requests);
    }
}
