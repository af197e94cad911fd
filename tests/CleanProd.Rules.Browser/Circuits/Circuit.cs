using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CleanProd.Rules.Browser.Circuits;

/// <summary>
/// An open page without a browser: it asks for the page, opens its connection, acknowledges what is rendered and answers what scripts are asked, so that to the
/// service it is a visitor like any other. What it costs the machine beside the service is next to nothing.
/// </summary>
internal sealed partial class Circuit : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly HttpClient _client;
    private readonly Uri _service;
    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly CancellationTokenSource _left = new();
    private readonly TaskCompletionSource<string?> _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _listening = Task.CompletedTask;
    private Task _living = Task.CompletedTask;
    private Awaited? _awaited;
    private string? _id;
    private int _calls;

    private Circuit(HttpClient client, Uri service) => (_client, _service) = (client, service);

    /// <summary>Bytes of everything that was rendered.</summary>
    internal long Rendered { get; private set; }

    /// <summary>A client of somebody who signed in, with its cookies.</summary>
    internal static async Task<(HttpClient Client, CookieContainer Cookies)> SignInAsync(Uri service, string name, string password)
    {
        var cookies = new CookieContainer();
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = service };
        (await client.PostAsJsonAsync("/api/v1/login", new { user_name = name, password })).EnsureSuccessStatusCode();
        return (client, cookies);
    }

    /// <summary>Opens a page and waits until it shows a text.</summary>
    internal static async Task<Circuit> OpenAsync(HttpClient client, CookieContainer cookies, string path, string shows)
    {
        var circuit = new Circuit(client, client.BaseAddress!);
        var page = await client.GetStringAsync(path);
        circuit._socket.Options.Cookies = cookies;
        circuit._socket.Options.SetRequestHeader("Origin", circuit._service.GetLeftPart(UriPartial.Authority));
        await circuit._socket.ConnectAsync(new UriBuilder(circuit._service) { Scheme = "ws", Path = "/_blazor" }.Uri, CancellationToken.None);
        await circuit.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"));
        circuit._listening = circuit.ListenAsync();
        circuit._living = circuit.LiveAsync();
        await circuit.SendAsync(HubMessage.Call("0", "StartCircuit", circuit._service.ToString(), new Uri(circuit._service, path).ToString(), "[]", State().Match(page) is { Success: true } state ? state.Groups[1].Value : ""));
        circuit._id = await circuit._opened.Task.WaitAsync(Patience) ?? throw new InvalidOperationException("The service opened no circuit.");
        var parts = Marker().Matches(page).Select((m, i) => $"{{\"type\":\"add\",\"ssrComponentId\":{i + 1},\"marker\":{m.Groups[1].Value}}}");
        var shown = circuit.WaitFor(shows);
        await circuit.SendAsync(HubMessage.Call(null, "UpdateRootComponents", $"{{\"batchId\":1,\"operations\":[{string.Join(',', parts)}]}}", ""));
        await shown.WaitAsync(Patience);
        return circuit;
    }

    /// <summary>Follows a link, and waits until what lies there is rendered with a text that only it shows.</summary>
    /// <returns>How long the answer took.</returns>
    internal async Task<TimeSpan> FollowAsync(string path, string shows)
    {
        var begun = TimeProvider.System.GetTimestamp();
        var shown = WaitFor(shows);
        await SendAsync(HubMessage.Call(null, "OnLocationChanged", new Uri(_service, path).ToString(), null, true));
        await shown.WaitAsync(Patience);
        return TimeProvider.System.GetElapsedTime(begun);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // As a browser does when a page is left.
        if (_id is not null && _socket.State == WebSocketState.Open)
        {
            using var form = new MultipartFormDataContent { { new StringContent(_id), "circuitId" } };
            using var _ = await _client.PostAsync("/_blazor/disconnect", form);
        }

        await _left.CancelAsync();
        await Task.WhenAll(_listening, _living);
        _socket.Dispose();
        _left.Dispose();
        _sending.Dispose();
    }

    private Task WaitFor(string text)
    {
        var awaited = new Awaited(Encoding.UTF8.GetBytes(text), new(TaskCreationOptions.RunContinuationsAsynchronously));
        _awaited = awaited;
        return awaited.Shown.Task;
    }

    private async Task LiveAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(10));
        try
        {
            while (await timer.WaitForNextTickAsync(_left.Token)) await SendAsync(HubMessage.Ping());
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private async Task ListenAsync()
    {
        var (came, part) = (new MemoryStream(), new byte[16 * 1024]);
        var greeted = false;
        try
        {
            while (true)
            {
                var received = await _socket.ReceiveAsync(part.AsMemory(), _left.Token);
                if (received.MessageType == WebSocketMessageType.Close) throw new IOException($"The service closed the connection: {_socket.CloseStatusDescription}");
                came.Write(part, 0, received.Count);
                if (!received.EndOfMessage) continue;
                var whole = came.ToArray();
                var read = 0;
                if (!greeted && Array.IndexOf(whole, (byte)0x1e) is >= 0 and var end) (greeted, read) = (true, end + 1);
                if (greeted) read += await TakeAsync(whole.AsMemory(read));
                came = new();
                came.Write(whole.AsSpan(read));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or IOException or InvalidDataException)
        {
            _opened.TrySetException(e);
            _awaited?.Shown.TrySetException(e);
        }
    }

    // Returns how much of it was whole messages.
    private async Task<int> TakeAsync(ReadOnlyMemory<byte> came)
    {
        var taken = 0;
        while (true)
        {
            var rest = came.Span[taken..];
            var message = HubMessage.Next(ref rest);
            if (message is null) return taken;
            taken = came.Length - rest.Length;
            if (message is [3L, _, "0", 3L, var id]) _opened.TrySetResult((string?)id);
            else if (message is [3L, _, "0", 1L, var error]) throw new InvalidDataException($"{error}");
            else if (message is [1L, _, _, string target, object?[] arguments, ..]) await DoAsync(target, arguments);
            else if (message is [7L, ..]) throw new InvalidDataException($"The service closed the circuit: {message[1]}");
        }
    }

    private async Task DoAsync(string target, object?[] arguments)
    {
        switch (target)
        {
            case "JS.RenderBatch":
                var (batch, bytes) = ((long)arguments[0]!, (byte[])arguments[1]!);
                Rendered += bytes.Length;
                await SendAsync(HubMessage.Call(null, "OnRenderCompleted", batch, null));
                if (_awaited is { } awaited && bytes.AsSpan().IndexOf(awaited.Text) >= 0) awaited.Shown.TrySetResult();
                break;
            case "JS.BeginInvokeJS":
                var (handle, script, json) = ((long)arguments[0]!, (string)arguments[1]!, (string?)arguments[2]);
                if (handle != 0) await SendAsync(HubMessage.Call(null, "EndInvokeJSFromDotNet", handle, true, $"[{handle},true,null]"));
                // What is in view is told by the browser: a screenful of a table whose rows come as they are scrolled to.
                if (script.EndsWith("Virtualize.init", StringComparison.Ordinal) && JsonDocument.Parse(json!).RootElement[0].TryGetProperty("__dotNetObject", out var table))
                    await SendAsync(HubMessage.Call(null, "BeginInvokeDotNetFromJS", $"{++_calls}", null, "OnSpacerAfterVisible", table.GetInt64(), "[40000,40000,700]"));
                break;
            case "JS.Error":
                throw new InvalidDataException($"The circuit failed: {arguments[0]}");
        }
    }

    private async Task SendAsync(byte[] message)
    {
        await _sending.WaitAsync(_left.Token);
        try
        {
            await _socket.SendAsync(message.AsMemory(), WebSocketMessageType.Binary, true, _left.Token);
        }
        finally
        {
            _sending.Release();
        }
    }

    [GeneratedRegex("<!--Blazor:(\\{.*?\\})-->", RegexOptions.Singleline)]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->", RegexOptions.Singleline)]
    private static partial Regex State();

    private sealed record Awaited(byte[] Text, TaskCompletionSource Shown);
}
