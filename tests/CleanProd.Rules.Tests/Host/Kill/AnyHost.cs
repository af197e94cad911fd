using System.Net;

namespace CleanProd.Rules.Tests.Host.Kill;

/// <summary>
/// Asks whichever host answers, again until one does, as a person would who does not see the server's troubles. An act may therefore be asked for
/// twice: whose answer was lost may have been done.
/// </summary>
internal sealed class AnyHost(IReadOnlyList<HostProcess> hosts) : DelegatingHandler(new SocketsHttpHandler { UseCookies = true, ConnectTimeout = TimeSpan.FromSeconds(2) })
{
    // A frozen host takes connections and says nothing for a while; a busy machine answers late.
    private static readonly TimeSpan Answer = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        var body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken) : null;
        for (var attempt = 0; ; attempt++)
        {
            var reachable = hosts.Select(h => h.Address).OfType<Uri>().ToArray();
            if (reachable.Length > 0 && await TryAsync(reachable[attempt % reachable.Length], request, body, cancellationToken) is { } answer)
            {
                if (answer.StatusCode != HttpStatusCode.TooManyRequests) return answer;
                var later = answer.Headers.RetryAfter!.Delta!.Value;
                answer.Dispose();
                await Task.Delay(later, cancellationToken);
            }

            if (TimeProvider.System.GetElapsedTime(began) > Patience)
                throw new TimeoutException($"No host answers {request.Method} {request.RequestUri}.\n{string.Join("\n\n", hosts.Select(h => h.Output))}");
            await Task.Delay(100, cancellationToken);
        }
    }

    private async Task<HttpResponseMessage?> TryAsync(Uri host, HttpRequestMessage request, byte[]? body, CancellationToken ct)
    {
        using var asked = new HttpRequestMessage(request.Method, new Uri(host, request.RequestUri!.PathAndQuery));
        if (body is not null)
        {
            asked.Content = new ByteArrayContent(body);
            foreach (var (name, values) in request.Content!.Headers) asked.Content.Headers.TryAddWithoutValidation(name, values);
        }

        using var most = CancellationTokenSource.CreateLinkedTokenSource(ct);
        most.CancelAfter(Answer);
        try
        {
            var answer = await base.SendAsync(asked, most.Token);
            if (answer.StatusCode < HttpStatusCode.InternalServerError)
            {
                await answer.Content.LoadIntoBufferAsync(most.Token);
                return answer;
            }

            answer.Dispose();
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            // It was killed or stands still: another one is asked.
        }

        return null;
    }
}
