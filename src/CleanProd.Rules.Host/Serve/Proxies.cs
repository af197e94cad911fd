using System.Net;
using CleanProd.Rules.Host.Cli;
using Microsoft.AspNetCore.HttpOverrides;

namespace CleanProd.Rules.Host.Serve;

/// <summary>Whose word is taken for where a request comes from. Anybody can write the header; only a known proxy is believed.</summary>
internal static class Proxies
{
    /// <exception cref="BadInputException">An entry is neither an address nor a network.</exception>
    internal static void Know(ForwardedHeadersOptions headers, string given)
    {
        headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        // A request comes through one proxy: what stands before its own entry was written by the caller.
        headers.ForwardLimit = 1;
        foreach (var entry in given.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (IPAddress.TryParse(entry, out var address)) headers.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(entry, out var network)) headers.KnownIPNetworks.Add(network);
            else throw new BadInputException($"设置 Proxies 中的“{entry}”不是地址或网段。 '{entry}' in Proxies is neither an address nor a network.");
        }
    }
}
