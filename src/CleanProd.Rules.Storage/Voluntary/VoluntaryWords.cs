using CleanProd.Rules.Cases.Recognition;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Storage.Voluntary;

/// <summary>The voluntary track in words.</summary>
public static class VoluntaryWords
{
    /// <summary>An act.</summary>
    public static Wording Of(VoluntaryAct act) => act switch
    {
        VoluntaryAct.Applied => new("申请", "applied"),
        VoluntaryAct.AcceptedOnSite => new("现场验收通过", "accepted on site"),
        VoluntaryAct.Refused => new("现场验收不通过", "refused"),
        VoluntaryAct.Recognised => new("列入认定名单", "recognised"),
        _ => new("撤销证书", "certificate revoked"),
    };

    /// <summary>A state.</summary>
    public static Wording Of(VoluntaryState state) => state switch
    {
        VoluntaryState.Applied => new("已申请", "applied"),
        VoluntaryState.AcceptedOnSite => new("现场验收通过，待列入名单", "accepted on site, not yet named"),
        VoluntaryState.Refused => new("现场验收不通过", "refused"),
        VoluntaryState.Recognised => new("已认定，证书有效", "recognised, certificate valid"),
        VoluntaryState.Expired => new("证书已到期", "certificate expired"),
        _ => new("证书已撤销", "certificate revoked"),
    };
}
