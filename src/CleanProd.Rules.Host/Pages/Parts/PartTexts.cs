using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Host.Pages.Parts;

/// <summary>Words of the parts that pages are made of.</summary>
internal static class PartTexts
{
    internal static readonly Wording Cancel = new("取消", "Cancel");
    internal static readonly Wording WhatFollows = new("后果", "What follows");
    internal static readonly Wording Reason = new("理由", "Reason");
    internal static readonly Wording ReasonRequired = new("请写明理由。", "Give the reason.");
    internal static readonly Wording Document = new("依据文件", "Document");
    internal static readonly Wording Optional = new("（可不填）", " (optional)");
    internal static readonly Wording OtherDocument = new("换一份", "Another");
    internal static readonly Wording Uploading = new("正在上传……", "Uploading …");
    internal static readonly Wording DocumentHint = new("任何格式，不超过 {0} MB。", "Any format, at most {0} MB.");
    internal static readonly Wording DocumentTooLarge = new("文件超过 25 MB：请压缩或者拆分后再上传。", "The document is larger than 25 MB: compress or divide it.");
    internal static readonly Wording DocumentRequired = new("请附依据文件。", "Attach the document.");
    internal static readonly Wording TypeToConfirm = new("请输入“{0}”以确认", "Type “{0}” to confirm");
    internal static readonly Wording Doing = new("正在办理……", "Working …");
    internal static readonly Wording StopIt = new("停止", "Stop");
    internal static readonly Wording MayLeave = new("可以离开本页，办理会继续。", "You may leave this page; it goes on.");
    internal static readonly Wording WhatToDo = new("错误", "Error");
    internal static readonly Wording SourceRow = new("来源：{0}", "Source: {0}");
    internal static readonly Wording Row = new("第 {0} 行", "row {0}");
    internal static readonly Wording Missing = new("缺少", "Missing");
    internal static readonly Wording Supplier = new("可由{0}提供", "to be had from {0}");
    internal static readonly Wording Margin = new("距界线", "Distance from the line");
    internal static readonly Wording Times = new("{0} 倍", "×{0}");
    internal static readonly Wording Evidence = new("证据 {0} 条", "Evidence ({0})");
    internal static readonly Wording ShowAll = new("显示全部 {0} 条", "Show all {0}");
    internal static readonly Wording Limit = new("限值", "Limit");
    internal static readonly Wording Value = new("监测值", "Value");
    internal static readonly Wording Exceeded = new("超标", "Over");
    internal static readonly Wording ChartSummary = new("{0}：{1} 个值，{2} 个超标，最大 {3} {4}。", "{0}: {1} values, {2} over the limit, the largest {3} {4}.");
    internal static readonly Wording OverTable = new("超标值列表", "The values over the limit");
    internal static readonly Wording When = new("时间", "When");
    internal static readonly Wording NoValues = new("没有监测值。", "There are no values.");
    internal static readonly Wording Outlet = new("排放口", "Outlet");
    internal static readonly Wording About = new("项目", "About");
    internal static readonly Wording Source = new("来源", "Source");
    internal static readonly Wording Basis = new("限值依据", "Where the limit comes from");
    internal static readonly Wording Counts = new("企业数（家）", "Enterprises");
    internal static readonly Wording Ratio = new("倍数", "Ratio");

    /// <summary>The word for an outcome.</summary>
    internal static Wording Of(Outcome outcome) => outcome switch
    {
        Outcome.Triggered => new(outcome.Chinese(), "Listed"),
        Outcome.Undetermined => new(outcome.Chinese(), "Data missing"),
        Outcome.NotTriggered => new(outcome.Chinese(), "Not listed"),
        Outcome.NotApplicable => new(outcome.Chinese(), "Not applicable"),
        _ => new(outcome.Chinese(), "Rule failed"),
    };
}
