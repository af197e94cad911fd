using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Publication;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Tests.Lists.Review;
using FsCheck.Xunit;
using Xunit;
using static CleanProd.Rules.Tests.Lists.Review.InventedReview;

namespace CleanProd.Rules.Tests.Lists.Publication;

/// <summary>Officers of every kind try anything in any order on a toxic list under the 2004 Measures.</summary>
public class ReviewProperties
{
    private static readonly Officer[] People =
    [
        County, City, Fixer, Publisher, CoSigner, Officer.System, Environment("county2", "440106"), Environment("stranger", "4403"), Environment("nation", ""),
        new("cosigner2", "会签二", Department.Development, RegionCode.Nation), new("energy", "节能", Department.Energy, Province),
    ];

    [Property(MaxTest = 60)]
    public void Nothing_is_published_without_three_accounts_and_a_standing_signature(int seed)
    {
        foreach (var s in Effort.Seeds(seed)) Try(new Random(s));
    }

    [Fact]
    public void Random_acts_do_reach_publication_often_enough_to_prove_something() =>
        Assert.InRange(Enumerable.Range(0, 40).Count(s => Try(new Random(s)) == ListState.Published), 10, 40);

    [Property(MaxTest = 60)]
    public void The_hash_of_a_content_does_not_depend_on_the_order_of_entries(int seed)
    {
        var random = new Random(seed);
        var entries = Enumerable.Range(0, 12).Select(i => Open(Opening($"F{random.Next(1000)}-{i}", value: random.Next(91, 500)))).ToArray();
        var hash = ListContent.Of(Head(), "double_over", entries).Sha256;
        Assert.Equal(hash, ListContent.Of(Head(), "double_over", entries.OrderBy(_ => random.Next())).Sha256);
        Assert.NotEqual(hash, ListContent.Of(Head(), "double_over", entries.Skip(1)).Sha256);
        var other = Open(entries[0].Opening with { Machine = Machine(Outcome.Triggered, value: 700m) });
        Assert.NotEqual(hash, ListContent.Of(Head(), "double_over", entries.Skip(1).Append(other)).Sha256);
        Assert.NotEqual(hash, ListContent.Of(Head() with { Batch = 2 }, "double_over", entries).Sha256);
    }

    private static ListState Try(Random random)
    {
        var histories = Enumerable.Range(0, 2).Select(i => new List<EntryEvent> { ListEntry.Open(Opening($"F{i}", "toxic"), Measures2004, Officer.System, Noon) }).ToArray();
        var entries = histories.Select(h => ListEntry.Opened(h[0])).ToArray();
        var listEvents = new List<ListEvent> { ReviewedList.Open(Head(), Measures2004, Publisher, Noon) };
        var list = ReviewedList.Opened(listEvents[0]);
        for (var step = 0; step < 400 && list.State == ListState.Open; step++)
        {
            var by = People[random.Next(People.Length)];
            var i = random.Next(entries.Length);
            var versions = entries.Select(e => e.Version).ToArray();
            try
            {
                switch (random.Next(8))
                {
                    case 0:
                        var signed = list.Sign("toxic", ListContent.Of(list.Head, "toxic", entries).Sha256, entries, Measures2004, by, Noon);
                        listEvents.Add(signed);
                        list = list.Apply(signed);
                        break;
                    case 1:
                        var published = list.Publish("1号", new(2025, 3, 31), entries, Measures2004, RunCondition.Clean, by, Noon);
                        Check(list, entries);
                        for (var k = 0; k < entries.Length; k++)
                        {
                            if (published.Entries.FirstOrDefault(e => e.Key == entries[k].Key).Event is not { } closing) continue;
                            histories[k].Add(closing);
                            entries[k] = entries[k].Apply(closing);
                        }

                        listEvents.Add(published.List);
                        list = list.Apply(published.List);
                        break;
                    default:
                        var happened = entries[i].Next(new(Any(random), by, Noon) { Reason = "理由", Document = Minutes, Machine = Machine(Outcome.Triggered, "toxic", random.Next(91, 99)) }, Measures2004);
                        histories[i].Add(happened);
                        entries[i] = entries[i].Apply(happened);
                        break;
                }
            }
            catch (RefusedActException)
            {
                Assert.Equal(versions, entries.Select(e => e.Version));
            }
        }

        for (var i = 0; i < entries.Length; i++)
        {
            Assert.Equal(Told(entries[i]), Told(ListEntry.Replay(histories[i].Select(e => EventJson.Read<EntryEvent>(EventJson.Write(e))))));
            if (entries[i].State == EntryState.Published)
                Assert.Equal(3, new[] { entries[i].ProposedBy!.Id, entries[i].VerifiedBy!.Id, entries[i].FixedBy!.Id }.Distinct().Count());
        }

        Assert.Equal(EventJson.Write(list.Signatures.ToArray()), EventJson.Write(ReviewedList.Replay(listEvents).Signatures.ToArray()));
        Assert.Equal(list.State, ReviewedList.Replay(listEvents).State);
        return list.State;
    }

    // What the gate let through, told again from the list and its entries alone.
    private static void Check(ReviewedList list, ListEntry[] entries)
    {
        var hash = ListContent.Of(list.Head, "toxic", entries).Sha256;
        Assert.Equal(hash, list.Signatures.Last(s => s.By.Department == Department.Development).Sha256);
        Assert.All(entries, e => Assert.Equal(EntryState.Fixed, e.State));
        Assert.All(entries, e => Assert.DoesNotContain(e.FixedBy!.Id, e.Deciders));
    }

    private static EntryAct Any(Random random) =>
        random.Next(3) > 0 ? (EntryAct)random.Next((int)EntryAct.Propose, (int)EntryAct.Refuse) : Enum.GetValues<EntryAct>()[random.Next(Enum.GetValues<EntryAct>().Length)];

    private static string Told(ListEntry entry) =>
        EventJson.Write(new object?[]
        {
            entry.Version, entry.State, entry.Machine, entry.Decision, entry.Deciders, entry.ProposedBy, entry.VerifiedBy, entry.FixedBy, entry.Returned, entry.Publication, entry.Included,
        });
}
