using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CleanProd.Rules.Lists;

namespace CleanProd.Rules.Storage.Journal;

/// <summary>
/// One line of the journal: who did what to what, when, with everything needed to tell it from a forgery. Lines are only ever
/// appended; each carries the hash of the one before.
/// </summary>
/// <param name="Seq">Its place, from 1, without gaps.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who, as JSON.</param>
/// <param name="Act">What, in dotted words.</param>
/// <param name="Subject">On what, as kind and key.</param>
/// <param name="Content">The act as JSON.</param>
/// <param name="Previous">Hash of the line before; zeros for the first.</param>
/// <param name="Hash">SHA-256 over all of the above, lower-case hexadecimal.</param>
public sealed record JournalLine(
    long Seq, DateTimeOffset At, string Actor, string Act, string Subject, string Content, string Previous, string Hash)
{
    /// <summary>What stands before the first line.</summary>
    public static readonly string Beginning = new('0', 64);

    /// <summary>The hash that the line must have: over its members as a JSON array in UTF-8, so that no two lines can be confused.</summary>
    public static string HashOf(long seq, DateTimeOffset at, string actor, string act, string subject, string content, string previous) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new[]
        {
            seq.ToString(CultureInfo.InvariantCulture), at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            actor, act, subject, content, previous,
        })));

    /// <summary>Whether the line is as it was written.</summary>
    public bool IsIntact => Hash == HashOf(Seq, At, Actor, Act, Subject, Content, Previous);
}

/// <summary>What is to become a line.</summary>
internal sealed record JournalDraft(Officer Actor, string Act, string Subject, string Content);
