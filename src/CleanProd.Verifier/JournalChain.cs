using System.Globalization;
using System.Text.Json;

namespace CleanProd.Verifier;

/// <summary>A line of the journal, with its members as they are hashed.</summary>
internal sealed record JournalLine(long Seq, string At, string Actor, string Act, string Subject, string Content, string Previous, string Hash)
{
    /// <summary>SHA-256 over the first seven members as a JSON array of texts in UTF-8.</summary>
    internal bool IsIntact => Hash == Findings.Sha256(JsonSerializer.SerializeToUtf8Bytes(
        (string[])[Seq.ToString(CultureInfo.InvariantCulture), At, Actor, Act, Subject, Content, Previous]));
}

/// <summary>Walks a chain: line 1 follows zeros, every other line the hash of the one before.</summary>
internal static class JournalChain
{
    internal static void Walk(IEnumerable<JournalLine> lines, long count, string head, Findings findings)
    {
        var (seen, previous) = (0L, new string('0', 64));
        foreach (var line in lines)
        {
            seen++;
            findings.Must(line.Seq == seen, $"journal: line {seen} is missing, {line.Seq} stands in its place");
            findings.Must(line.Previous == previous, $"journal: line {line.Seq} does not follow the one before");
            findings.Must(line.IsIntact, $"journal: line {line.Seq} was changed");
            previous = line.Hash;
        }

        findings.Must(seen == count, $"journal: {seen} lines, the manifest says {count}");
        findings.Must(previous == head, "journal: its last line is not the head that the manifest states");
    }
}
