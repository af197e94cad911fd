using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CleanProd.Rules.Tests.Host.Notices;

/// <summary>A mail server on this machine that answers as a test tells it and keeps what it was given, byte for byte.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;
    private readonly Lock _lock = new();
    private readonly List<byte[]> _taken = [];
    private int _talks;
    private int _given;

    internal MailServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    internal int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Messages that were taken, in the order in which they came.</summary>
    internal IReadOnlyList<byte[]> Taken
    {
        get
        {
            lock (_lock) return [.. _taken];
        }
    }

    /// <summary>Whether somebody talks to it now.</summary>
    internal bool IsTalking => Volatile.Read(ref _talks) > 0;

    /// <summary>Answer to the end of a message; null hangs up instead.</summary>
    internal string? Answer { get; set; } = "250 OK";

    /// <summary>How often a message was given in full.</summary>
    internal int Given => Volatile.Read(ref _given);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                // Several senders at once: one that stands still must not hold up the others.
                _ = TalkAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException && _stop.IsCancellationRequested)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        Interlocked.Increment(ref _talks);
        using var _ = client;
        var stream = client.GetStream();
        try
        {
            await SayAsync(stream, "220 test");
            while (await LineAsync(stream) is { } line)
            {
                var verb = line.Split(' ')[0].ToUpperInvariant();
                if (verb == "DATA")
                {
                    await SayAsync(stream, "354 go on");
                    if (await MessageAsync(stream) is not { } message) return;
                    Interlocked.Increment(ref _given);
                    if (Answer is not { } answer) return;
                    if (answer.StartsWith('2'))
                    {
                        lock (_lock) _taken.Add(message);
                    }

                    await SayAsync(stream, answer);
                }
                else
                {
                    await SayAsync(stream, verb == "QUIT" ? "221 bye" : "250 OK");
                    if (verb == "QUIT") return;
                }
            }
        }
        catch (IOException)
        {
            // The other side went away.
        }
        finally
        {
            Interlocked.Decrement(ref _talks);
        }
    }

    // Null when the sender went away before the end: such a message no server takes.
    private static async Task<byte[]?> MessageAsync(NetworkStream stream)
    {
        using var message = new MemoryStream();
        while (await LineAsync(stream) is { } line)
        {
            if (line == ".") return message.ToArray();
            message.Write(Encoding.Latin1.GetBytes((line.StartsWith('.') ? line[1..] : line) + "\r\n"));
        }

        return null;
    }

    private static async Task<string?> LineAsync(NetworkStream stream)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one) == 1)
        {
            if (one[0] == '\n') return Encoding.Latin1.GetString([.. line]).TrimEnd('\r');
            line.Add(one[0]);
        }

        return null;
    }

    private static Task SayAsync(NetworkStream stream, string line) => stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n")).AsTask();
}
