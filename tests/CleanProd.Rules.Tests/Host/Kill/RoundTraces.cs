using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Notices;

namespace CleanProd.Rules.Tests.Host.Kill;

/// <summary>What a round has left behind, and what is wrong with it. Says nothing of how it came about.</summary>
internal sealed partial record RoundTraces
{
    /// <summary>Hash of the undisturbed run.</summary>
    internal required string UndisturbedHash { get; init; }

    /// <summary>Hashes of the runs so far; null for one without.</summary>
    internal required IReadOnlyList<string?> Hashes { get; init; }

    /// <summary>The enterprises of the last run.</summary>
    internal required IReadOnlyList<string> Roster { get; init; }

    /// <summary>Whom it judged, once for each determination.</summary>
    internal required IReadOnlyList<string> Judged { get; init; }

    /// <summary>Lines of the journal that say it is finished.</summary>
    internal required int Finishes { get; init; }

    /// <summary>The enterprises on each list.</summary>
    internal required ILookup<long, string> Listed { get; init; }

    /// <summary>All notices.</summary>
    internal required IReadOnlyList<Notice> Notices { get; init; }

    /// <summary>Last number of each series.</summary>
    internal required IReadOnlyDictionary<(long Organ, int Year, string Word), int> Series { get; init; }

    /// <summary>All e-mails.</summary>
    internal required IReadOnlyList<NoticeMail> Mails { get; init; }

    /// <summary>The messages that the mail server took.</summary>
    internal required IReadOnlyList<byte[]> Taken { get; init; }

    /// <summary>What <c>verify --store</c> finds.</summary>
    internal required IReadOnlyList<string> StoreFaults { get; init; }

    /// <summary>The notice that a message carries.</summary>
    internal static long NoticeOf(byte[] message) => long.Parse(Carried().Match(Encoding.Latin1.GetString(message)).Groups[1].Value, CultureInfo.InvariantCulture);

    /// <summary>Everything that must not be.</summary>
    internal IEnumerable<string> Faults() => [.. OfScreening(), .. OfNumbers(), .. OfMail(), .. StoreFaults.Select(f => $"verify: {f}")];

    private IEnumerable<string> OfScreening()
    {
        foreach (var (run, hash) in Hashes.Index())
            if (hash != UndisturbedHash) yield return $"run {run + 1} of {Hashes.Count} ends with hash {hash}, undisturbed it is {UndisturbedHash}";
        foreach (var (facility, times) in Judged.CountBy(f => f))
            if (times != 1) yield return $"{facility} is judged {times} times";
        foreach (var facility in Roster.Except(Judged)) yield return $"{facility} is not judged";
        foreach (var facility in Judged.Except(Roster)) yield return $"{facility} is judged and not on the roster";
        if (Finishes != 1) yield return $"the run is finished {Finishes} times";
    }

    private IEnumerable<string> OfNumbers()
    {
        foreach (var series in Notices.GroupBy(n => (n.OrganId, n.Year, n.Word)))
        {
            var numbers = series.Select(n => n.RunningNumber).ToArray();
            foreach (var (number, times) in numbers.CountBy(n => n))
                if (times != 1) yield return $"number {number} is given {times} times";
            foreach (var missing in Enumerable.Range(1, Math.Max(numbers.Max(), Series.GetValueOrDefault(series.Key))).Except(numbers)) yield return $"number {missing} is skipped";
            if (Series.GetValueOrDefault(series.Key) != numbers.Max()) yield return $"the series says {Series.GetValueOrDefault(series.Key)}, its last number is {numbers.Max()}";
        }

        foreach (var (notice, times) in Notices.CountBy(n => (n.ListId, n.FacilityId)))
            if (times != 1) yield return $"{notice.FacilityId} has {times} notices of list {notice.ListId}";
        foreach (var list in Listed)
            foreach (var facility in list.Except(Notices.Where(n => n.ListId == list.Key).Select(n => n.FacilityId))) yield return $"{facility} has no notice of list {list.Key}";
        foreach (var notice in Notices.Where(n => n.DocumentSha256 is null)) yield return $"notice {notice.Number} has no document";
    }

    private IEnumerable<string> OfMail()
    {
        foreach (var (notice, times) in Taken.CountBy(NoticeOf))
            if (times != 1) yield return $"notice {notice} is sent {times} times";
        var kept = Mails.ToLookup(m => m.NoticeId);
        foreach (var message in Taken)
            if (kept[NoticeOf(message)].All(m => m.MessageSha256 != DocumentStore.HashOf(message))) yield return $"what is kept of the e-mail of notice {NoticeOf(message)} is not what was sent";
        var sent = Taken.Select(NoticeOf).ToHashSet();
        foreach (var mail in Mails)
            if (mail.State != MailState.Sent || !sent.Contains(mail.NoticeId)) yield return $"the e-mail of notice {mail.NoticeId} is {mail.State} and {(sent.Contains(mail.NoticeId) ? "was" : "was not")} sent";
        foreach (var notice in Notices.Where(n => kept[n.Id].Count() != 1)) yield return $"notice {notice.Number} has {kept[notice.Id].Count()} e-mails";
    }

    [GeneratedRegex("^Message-Id: <notice\\.(\\d+)\\.", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Carried();
}
