using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Upkeep.Checks;
using CleanProd.Rules.Tests.Host.Service;
using Xunit.Abstractions;

namespace CleanProd.Rules.Tests.Host.Faults;

/// <summary>The n-th step of an act fails, for n = 1, 2, … until the act is over before its fault comes. The short form tries some n, the long one all.</summary>
internal static class FaultRounds
{
    /// <summary>Does something once for each n; it says whether the fault came.</summary>
    /// <param name="what">Name of the act, for people.</param>
    /// <param name="output">Where the number of faults is told.</param>
    /// <param name="once">Does the act under the n-th fault and looks at what is left behind.</param>
    internal static async Task EachAsync(string what, ITestOutputHelper output, Func<int, Task<bool>> once)
    {
        var injected = 0;
        // The short form: 1, 2, 4, 8, 16 …
        for (var n = 1; await once(n); n += Effort.Rounds > 1 ? 1 : n) injected++;
        Assert.True(injected > 0, "no fault ever came");
        output.WriteLine($"{what}: {injected} faults injected and survived");
    }

    /// <summary>The same with calls to the database of a service, whose store must agree with itself after every fault.</summary>
    /// <param name="what">Name of the act, for people.</param>
    /// <param name="output">Where the number of faults is told.</param>
    /// <param name="service">The service.</param>
    /// <param name="fault">What fails.</param>
    /// <param name="once">Is given n and a way to do the act under the fault.</param>
    internal static async Task EachAsync(string what, ITestOutputHelper output, TestService service, Fault fault, Func<int, Func<Func<Task>, Task>, Task> once)
    {
        await EachAsync($"{what}, {service.Store.Address.Kind}, {fault}", output, async n =>
        {
            var came = false;
            await once(n, async act => came = await UnderAsync(service.Store.Address, fault, n, act));
            Assert.Empty((await StoreChecks.RunAsync(service.Store)).SelectMany(r => r.Faults));
            return came;
        });
    }

    /// <summary>Does something while the n-th call to a database fails; whether it came to that.</summary>
    internal static async Task<bool> UnderAsync(StoreAddress address, Fault fault, int n, Func<Task> act)
    {
        await DatabaseFaults.ReadyAsync();
        using var plan = DatabaseFaults.Nth(address, fault, n);
        try
        {
            await act();
        }
        catch (Exception e) when (Store.IsUnreachable(e))
        {
            // That is what whoever acts is told.
        }

        return plan.Came;
    }
}
