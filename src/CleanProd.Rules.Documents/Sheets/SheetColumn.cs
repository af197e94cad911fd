namespace CleanProd.Rules.Documents.Sheets;

/// <summary>What a column holds, which fixes its format and alignment.</summary>
internal enum ColumnKind
{
    /// <summary>Text, wrapped; identifiers are text as well and keep every digit.</summary>
    Text,

    /// <summary>Short text or code, centred, not wrapped.</summary>
    Code,

    /// <summary>Whole number.</summary>
    Count,

    /// <summary>Exact decimal in plain notation.</summary>
    Number,

    /// <summary>One decimal: a share as its number of per cent, or a mean.</summary>
    Percent,
}

/// <summary>One column of a table sheet.</summary>
/// <param name="Heading">Heading.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="MaxWidth">Widest it may become, in widths of a Latin digit; longer text wraps.</param>
internal sealed record SheetColumn(string Heading, ColumnKind Kind, double MaxWidth = 24);
