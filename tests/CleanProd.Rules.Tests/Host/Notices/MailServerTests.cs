using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CleanProd.Rules.Tests.Host.Notices;

/// <summary>The mail server of the tests takes what a real one would: a proof that nothing is sent twice or lost stands on it.</summary>
public class MailServerTests
{
    [Theory]
    [InlineData("X-Notice: 7\r\n\r\nhalf of a let", 0)]
    [InlineData("X-Notice: 7\r\n\r\nall of a letter\r\n.\r\n", 1)]
    public async Task A_message_whose_sender_went_away_before_its_end_is_not_taken(string sent, int taken)
    {
        await using var server = new MailServer();
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(IPAddress.Loopback, server.Port);
            var stream = client.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"EHLO test\r\nDATA\r\n{sent}"));
            client.Client.Shutdown(SocketShutdown.Send);
            // The server hangs up once it has read all.
            await stream.CopyToAsync(Stream.Null);
        }

        Assert.Equal(taken, server.Taken.Count);
    }
}
