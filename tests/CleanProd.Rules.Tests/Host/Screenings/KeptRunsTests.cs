using CleanProd.Rules.Host.Screenings;

namespace CleanProd.Rules.Tests.Host.Screenings;

/// <summary>What is kept of finished screenings in memory: each read once, and no more than there is room for.</summary>
public class KeptRunsTests
{
    private readonly List<long> _read = [];

    private readonly KeptRuns<int> _kept = new(10, size => size);

    [Fact]
    public async Task Everybody_who_asks_meanwhile_waits_for_one_reading()
    {
        var door = new TaskCompletionSource();
        var asked = Enumerable.Range(0, 5).Select(_ => _kept.OfAsync(1, async () =>
        {
            lock (_read) _read.Add(1);
            await door.Task;
            return 4;
        })).ToArray();
        door.SetResult();
        Assert.All(await Task.WhenAll(asked), size => Assert.Equal(4, size));
        Assert.Equal([1], _read);
    }

    [Fact]
    public async Task What_nobody_asked_for_the_longest_goes_when_room_is_wanted()
    {
        await AskAsync(1, 4);
        await AskAsync(2, 4);
        await AskAsync(1, 4);
        await AskAsync(3, 4);
        Assert.Equal([1, 2, 3], _read);
        await AskAsync(1, 4);
        await AskAsync(3, 4);
        Assert.Equal([1, 2, 3], _read);
        await AskAsync(2, 4);
        Assert.Equal([1, 2, 3, 2], _read);
    }

    [Fact]
    public async Task One_that_is_larger_than_the_room_is_kept_alone()
    {
        await AskAsync(1, 4);
        await AskAsync(2, 400);
        await AskAsync(2, 400);
        await AskAsync(1, 4);
        Assert.Equal([1, 2, 1], _read);
    }

    [Fact]
    public async Task What_could_not_be_read_is_read_again()
    {
        await Assert.ThrowsAsync<IOException>(() => _kept.OfAsync(1, () => throw new IOException("gone")));
        Assert.Equal(4, await AskAsync(1, 4));
    }

    private Task<int> AskAsync(long run, int size) => _kept.OfAsync(run, () =>
    {
        _read.Add(run);
        return Task.FromResult(size);
    });
}
