namespace CleanProd.Rules.Documents;

/// <summary>What a notice template is for.</summary>
public enum NoticeForm
{
    /// <summary>Notices of an audit, issued for the first time or anew.</summary>
    Notice,

    /// <summary>Notices that take another back.</summary>
    Withdrawal,
}
