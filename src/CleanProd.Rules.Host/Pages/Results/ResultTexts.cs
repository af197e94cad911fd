using CleanProd.Rules.Facts;
using CleanProd.Rules.Storage.Enterprises;

namespace CleanProd.Rules.Host.Pages.Results;

/// <summary>Words of the page of results.</summary>
internal static class ResultTexts
{
    internal static readonly Wording Menu = new("结果", "Results");
    internal static readonly Wording Title = new("{0} 年判定结果", "Results of {0}");
    internal static readonly Wording OfRun = new("第 {0} 号筛查，{1}", "Screening {0}, {1}");
    internal static readonly Wording Lead = new("各地以最近一次完成的筛查为准。", "Each place by the latest screening that is finished.");
    internal static readonly Wording Export = new("导出 Excel", "Export to Excel");
    internal static readonly Wording Workbook = new("候选名单工作簿", "Workbook of candidates");
    internal static readonly Wording Search = new("名称、代码或拼音首字母", "Name, code or pinyin initials");
    internal static readonly Wording SearchHint = new("如 gzyr；同一字多音或生僻字可能找不全，可再用名称查找", "such as gzyr; a character with several readings may be missed: search by name then");
    internal static readonly Wording City = new("地市", "City");
    internal static readonly Wording Industry = new("行业", "Industry");
    internal static readonly Wording Ground = new("列入情形", "Ground");
    internal static readonly Wording Missing = new("缺少的事实", "Missing fact");
    internal static readonly Wording Change = new("与上年相比", "Against last year");
    internal static readonly Wording Any = new("全部", "All");
    internal static readonly Wording Near = new("只看接近界线的", "Only those close to a line");
    internal static readonly Wording Clear = new("清除条件", "Clear all");
    internal static readonly Wording Outcomes = new("判定", "Outcomes");
    internal static readonly Wording Enterprise = new("企业", "Enterprise");
    internal static readonly Wording Code = new("代码", "Code");
    internal static readonly Wording Place = new("所在地", "Place");
    internal static readonly Wording Outcome = new("判定", "Outcome");
    internal static readonly Wording Margin = new("距界线（倍）", "Distance from the line (×)");
    internal static readonly Wording Before = new("上年", "Last year");
    internal static readonly Wording Same = new("相同", "the same");
    internal static readonly Wording NotJudged = new("未判定", "not judged");
    internal static readonly Wording Lacks = new("缺：{0}", "Lacks: {0}");
    internal static readonly Wording Empty = new("{0} 年还没有完成的筛查。先运行筛查，结果会列在这里。", "No screening of {0} is finished yet. Run one; its results then stand here.");
    internal static readonly Wording None = new("没有企业符合这些条件。放宽条件再看。", "No enterprise fits. Ask for less.");
    internal static readonly Wording ToScreenings = new("运行筛查", "Run a screening");
    internal static readonly Wording SortBy = new("按{0}排序", "Sort by {0}");

    /// <summary>How an enterprise stands against the year before.</summary>
    internal static Wording Of(ResultChange change) => change switch
    {
        ResultChange.Joined => new("新列入", "Joined"),
        ResultChange.Left => new("不再列入", "No longer listed"),
        ResultChange.OtherGrounds => new("情形变化", "On other grounds"),
        _ => new("判定不同或新出现", "Another outcome, or new"),
    };
}
