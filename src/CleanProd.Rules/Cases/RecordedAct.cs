using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;

namespace CleanProd.Rules.Cases;

/// <summary>What every recorded act says, whatever it acts on. Acts are appended, never changed.</summary>
public abstract record RecordedAct
{
    /// <summary>Place in the history of its aggregate: 1, 2, 3 … The version the act makes; the version before it is the one its author saw.</summary>
    public required int Sequence { get; init; }

    /// <summary>Who acted.</summary>
    public required Actor Actor { get; init; }

    /// <summary>Day of the act itself, in China: day of service, of filing, of the decision.</summary>
    public required DateOnly On { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Why; empty where no reason is asked for.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What proves it; null where no proof is asked for.</summary>
    public DocumentRef? Document { get; init; }
}

/// <summary>The checks that every act passes, whatever it acts on.</summary>
internal static class ActGuard
{
    /// <summary>An act continues the history that its author saw (<c>stale_version</c>), and days do not run backwards (<c>date_backwards</c>).</summary>
    internal static void Continues(RecordedAct act, int version, DateOnly? lastOn)
    {
        if (act.Sequence != version + 1)
            throw Refused("stale_version", $"此件已有第{version}号记录，所交为第{act.Sequence}号：请刷新后重试。", $"The history stands at {version}, the act is number {act.Sequence}: read it again and retry.");
        if (lastOn is { } last && act.On < last)
            throw Refused("date_backwards", $"行为日期{Iso(act.On)}早于上一行为的日期{Iso(last)}。", $"The day {Iso(act.On)} lies before that of the act before it, {Iso(last)}.");
    }

    /// <summary>Nothing is recorded before it happens (<c>date_future</c>).</summary>
    internal static void Happened(RecordedAct act, DateOnly today)
    {
        if (act.On > today) throw Refused("date_future", $"行为日期{Iso(act.On)}在今日{Iso(today)}之后。", $"The day {Iso(act.On)} lies after today, {Iso(today)}.");
    }

    /// <summary>A reason where one is asked for (<c>reason_required</c>).</summary>
    internal static void Reasoned(RecordedAct act)
    {
        if (string.IsNullOrWhiteSpace(act.Reason)) throw Refused("reason_required", "请写明理由。", "Give a reason.");
    }

    /// <summary>A document where one is asked for (<c>document_required</c>).</summary>
    internal static void Documented(RecordedAct act)
    {
        if (act.Document is null) throw Refused("document_required", "请附文件。", "Attach the document that proves it.");
    }

    /// <summary>An officer acts within the own jurisdiction (<c>out_of_region</c>), an enterprise for itself (<c>wrong_facility</c>).</summary>
    internal static void Competent(RecordedAct act, FacilityId facility, RegionCode region)
    {
        if (act.Actor is OfficerActor { Officer: var officer } && !officer.Region.Covers(region))
            throw Refused("out_of_region", $"{officer.Name}的辖区（{officer.Region}）不含该企业所在地（{region}）。", $"The jurisdiction of {officer.Name} ({officer.Region}) does not hold the region {region}.");
        if (act.Actor is EnterpriseActor enterprise && enterprise.Facility != facility)
            throw Refused("wrong_facility", "企业只能办理本企业的事项。", "An enterprise acts only for itself.");
    }

    internal static RefusedActException Refused(string code, string zh, string en) => new(code, new(zh, en));

    internal static string Iso(DateOnly day) => day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
