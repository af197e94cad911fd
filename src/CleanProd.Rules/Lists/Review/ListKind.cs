namespace CleanProd.Rules.Lists.Review;

/// <summary>What a list is for.</summary>
public enum ListKind
{
    /// <summary>Enterprises that must have a cleaner-production audit (强制性清洁生产审核名单).</summary>
    Audit,

    /// <summary>Corrections of a published audit list: who joins, who leaves, whose reason changes.</summary>
    Amendment,

    /// <summary>Polluters over a standard, a quota or a control target, published for public supervision (Law 2002 Art. 17).</summary>
    Polluters,

    /// <summary>Enterprises of the voluntary track whose audit was accepted (自愿清洁生产企业).</summary>
    Recognition,
}
