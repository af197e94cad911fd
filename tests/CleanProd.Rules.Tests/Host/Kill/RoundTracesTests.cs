using System.Text;
using CleanProd.Rules.Notices;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Notices;

namespace CleanProd.Rules.Tests.Host.Kill;

/// <summary>The inspector of the rounds of kills finds what it is there to find: each thing that may go wrong, done on purpose.</summary>
public class RoundTracesTests
{
    private static readonly byte[] First = Message(1), Second = Message(2);

    private static RoundTraces Clean => new()
    {
        UndisturbedHash = "aa", Hashes = ["aa", "aa"], Roster = ["E1", "E2"], Judged = ["E1", "E2"], Finishes = 1,
        Listed = new[] { (1L, "E1"), (1L, "E2") }.ToLookup(e => e.Item1, e => e.Item2),
        Notices = [Notice(1, "E1"), Notice(2, "E2")], Series = new Dictionary<(long, int, string), int> { [(1, 2025, "粤环清审")] = 2 },
        Mails = [Mail(1, First), Mail(2, Second)], Taken = [First, Second], StoreFaults = [],
    };

    [Fact]
    public void What_an_undisturbed_round_leaves_is_without_fault() => Assert.Empty(Clean.Faults());

    [Fact]
    public void A_wrong_hash_and_whoever_is_judged_twice_or_not_at_all_is_found()
    {
        Assert.Equal(["run 2 of 2 ends with hash bb, undisturbed it is aa"], (Clean with { Hashes = ["aa", "bb"] }).Faults());
        Assert.Equal(["run 1 of 2 ends with hash , undisturbed it is aa"], (Clean with { Hashes = [null, "aa"] }).Faults());
        Assert.Equal(["E2 is judged 2 times"], (Clean with { Judged = ["E1", "E2", "E2"] }).Faults());
        Assert.Equal(["E2 is not judged"], (Clean with { Judged = ["E1"] }).Faults());
        Assert.Equal(["E3 is judged and not on the roster"], (Clean with { Judged = ["E1", "E2", "E3"] }).Faults());
        Assert.Equal(["the run is finished 2 times"], (Clean with { Finishes = 2 }).Faults());
    }

    [Fact]
    public void A_number_that_is_skipped_repeated_or_lost_is_found()
    {
        Assert.Contains("number 2 is skipped", (Clean with { Notices = [Notice(1, "E1"), Notice(3, "E2")] }).Faults());
        Assert.Contains("number 1 is given 2 times", (Clean with { Notices = [Notice(1, "E1"), Notice(1, "E2")] }).Faults());
        Assert.Contains("number 2 is skipped", (Clean with { Notices = [Notice(1, "E1")] }).Faults());
        Assert.Contains("the series says 2, its last number is 3", (Clean with { Notices = [Notice(1, "E1"), Notice(2, "E2"), Notice(3, "E3")] }).Faults());
        Assert.Contains("E1 has 2 notices of list 1", (Clean with { Notices = [Notice(1, "E1"), Notice(2, "E1")] }).Faults());
        Assert.Contains("E2 has no notice of list 1", (Clean with { Notices = [Notice(1, "E1"), Notice(2, "E1")] }).Faults());
        Assert.Equal(["notice 2号 has no document"], (Clean with { Notices = [Notice(1, "E1"), Notice(2, "E2", document: null)] }).Faults());
    }

    [Fact]
    public void A_notice_that_is_sent_twice_or_never_or_otherwise_than_it_is_kept_is_found()
    {
        Assert.Equal(["notice 2 is sent 2 times"], (Clean with { Taken = [First, Second, Second] }).Faults());
        Assert.Equal(["the e-mail of notice 2 is Sent and was not sent"], (Clean with { Taken = [First] }).Faults());
        Assert.Equal(["the e-mail of notice 2 is Uncertain and was sent"], (Clean with { Mails = [Mail(1, First), Mail(2, Second, MailState.Uncertain)] }).Faults());
        Assert.Equal(["what is kept of the e-mail of notice 2 is not what was sent"], (Clean with { Taken = [First, [.. Second, (byte)' ']] }).Faults());
        Assert.Contains("notice 2号 has 2 e-mails", (Clean with { Mails = [Mail(1, First), Mail(2, Second), Mail(2, Second)] }).Faults());
    }

    [Fact]
    public void What_the_check_of_the_store_finds_is_told() =>
        Assert.Equal(["verify: journal 7: changed"], (Clean with { StoreFaults = ["journal 7: changed"] }).Faults());

    private static Notice Notice(int number, string facility, string? document = "dd") => new()
    {
        Id = number, ListId = 1, PublicationId = 1, FacilityId = facility, FacilityName = facility, Region = "44", Issue = 1, Kind = NoticeKind.Notice, OrganId = 1,
        Year = 2025, Word = "粤环清审", RunningNumber = number, Number = $"{number}号", IssuedOn = new(2025, 3, 3), Content = "{}", ContentSha256 = "cc", DocumentSha256 = document,
        State = NoticeState.Sent, Version = 3,
    };

    private static NoticeMail Mail(long notice, byte[] message, MailState state = MailState.Sent) => new()
    {
        NoticeId = notice, Recipient = "ep@example.com", Purpose = MailPurpose.Notice, MessageSha256 = DocumentStore.HashOf(message), OrderedById = "x", OrderedByName = "x",
        OrderedAt = default, State = state, NextAt = default,
    };

    private static byte[] Message(long notice) => Encoding.Latin1.GetBytes($"Subject: x\r\nMessage-Id: <notice.{notice}.00ff@example.com>\r\n\r\nx\r\n");
}
