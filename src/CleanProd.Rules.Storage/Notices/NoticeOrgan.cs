using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Storage.Notices;

/// <summary>An organ that issues notices (发文机关), with what its documents say about it.</summary>
public sealed class NoticeOrgan
{
    /// <summary>Number.</summary>
    public long Id { get; init; }

    /// <summary>Its jurisdiction, as a division code.</summary>
    public required string Region { get; set; }

    /// <summary>Name in Chinese.</summary>
    public required string NameZh { get; set; }

    /// <summary>Name in English.</summary>
    public required string NameEn { get; set; }

    /// <summary>机关代字 of notices and re-issues: 粤环清审. No two organs share one.</summary>
    public required string Word { get; set; }

    /// <summary>机关代字 of notices that take another back; the same as <see cref="Word"/> where both share one series.</summary>
    public required string WithdrawalWord { get; set; }

    /// <summary>How its numbers are written, see <c>NoticeNumberFormat</c>.</summary>
    public required string NumberFormat { get; set; }

    /// <summary>Language of its documents.</summary>
    public required DocumentLanguage Language { get; set; }

    /// <summary>Person to ask.</summary>
    public string? Contact { get; set; }

    /// <summary>Telephone.</summary>
    public string? Telephone { get; set; }

    /// <summary>抄送 in Chinese.</summary>
    public string? CopiesZh { get; set; }

    /// <summary>抄送 in English.</summary>
    public string? CopiesEn { get; set; }

    /// <summary>SHA-256 of its own notice template; null for the one that comes with the program.</summary>
    public string? TemplateSha256 { get; set; }

    /// <summary>SHA-256 of its own template of withdrawals; null for the one that comes with the program.</summary>
    public string? WithdrawalTemplateSha256 { get; set; }

    /// <summary>Number of its last change, from 1.</summary>
    public int Version { get; set; }

    /// <summary>When it was closed; null while it issues notices.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Its name.</summary>
    internal Wording Name => new(NameZh, NameEn);
}

/// <summary>The last number given in a series: organ, year of issue, organ word. Raised in the transaction that gives the number.</summary>
internal sealed class NoticeSeries
{
    public required long OrganId { get; init; }

    public required int Year { get; init; }

    public required string Word { get; init; }

    public required int Last { get; init; }
}
