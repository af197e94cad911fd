using CleanProd.Rules.Facts;
using CleanProd.Rules.Storage.Screenings;

namespace CleanProd.Rules.Host.Pages.Screenings;

/// <summary>Words of the pages about screenings.</summary>
internal static class ScreeningTexts
{
    internal static readonly Wording Menu = new("筛查", "Screenings");
    internal static readonly Wording Title = new("筛查", "Screenings");
    internal static readonly Wording Lead = new("以某一时点已知的数据和某日施行的规则，逐家判定。", "Every enterprise judged on the data known at a time and the rules in force on a day.");
    internal static readonly Wording Next = new("自动筛查", "Scheduled screenings");
    internal static readonly Wording NoSchedule = new("没有自动筛查计划。", "Nothing is scheduled.");
    internal static readonly Wording Fire = new("现在运行本年度这一次", "Run this year's now");
    internal static readonly Wording FireTitle = new("现在运行“{0}”？", "Run “{0}” now?");
    internal static readonly Wording FireOnce = new("本年度这一次只运行一次，到期不再自动运行。", "This year's occurrence runs once: it will not run again when it is due.");
    internal static readonly Wording New = new("新的筛查", "A new screening");
    internal static readonly Wording Region = new("辖区", "Jurisdiction");
    internal static readonly Wording Year = new("筛查年度", "Year");
    internal static readonly Wording AsOf = new("判定日期", "Determination date");
    internal static readonly Wording AsOfHint = new("不填则为次年1月15日，未到则为今天；施行的规则由此确定", "left out: 15 January after the year, or today if that is earlier; it says which rules are in force");
    internal static readonly Wording CheckAll = new("复核每一家（较慢）", "Read every enterprise a second time (slower)");
    internal static readonly Wording RunNow = new("立即筛查", "Run now");
    internal static readonly Wording DryRun = new("试运行", "Dry run");
    internal static readonly Wording RunTitle = new("筛查 {0} {1} 年度？", "Screen {1} of {0}?");
    internal static readonly Wording RunJudges = new("以现在已知的数据判定辖区内全部企业。", "All enterprises of the jurisdiction are judged on what is known now.");
    internal static readonly Wording RunStands = new("完成后即为该年度的结果，可据此编制名单；此前的筛查保留备查。", "Once finished it stands for the year, and lists can be made of it; earlier screenings are kept.");
    internal static readonly Wording RunKept = new("筛查、参数和运行人写入日志，不可删除。", "The screening, its terms and who ordered it are written to the journal for good.");
    internal static readonly Wording BadYear = new("请填写四位年度，如 2024。", "Give a year such as 2024.");
    internal static readonly Wording BadRegion = new("请选择辖区。", "Choose a jurisdiction.");
    internal static readonly Wording Runs = new("已有的筛查", "Screenings so far");
    internal static readonly Wording None = new("还没有筛查。先导入数据，再立即筛查或试运行。", "Nothing was screened yet. Import data first, then run a screening or try one.");
    internal static readonly Wording Number = new("编号", "No.");
    internal static readonly Wording State = new("状态", "State");
    internal static readonly Wording KnownAt = new("数据截至", "Data as known at");
    internal static readonly Wording Result = new("结果", "Result");
    internal static readonly Wording By = new("运行人", "Ordered by");
    internal static readonly Wording Further = new("更早的筛查", "Earlier screenings");
    internal static readonly Wording RunLine = new("第 {0} 号筛查", "Screening {0}");
    internal static readonly Wording RunHead = new("{0} · {1} 年度 · {2}", "{0} · {1} · {2}");
    internal static readonly Wording With = new("据以判定", "Judged with");
    internal static readonly Wording Kind = new("种类", "Kind");
    internal static readonly Wording Packs = new("规则包", "Rule packs");
    internal static readonly Wording Reference = new("标准库", "Reference data");
    internal static readonly Wording Imports = new("导入的数据", "Imports");
    internal static readonly Wording Second = new("复核", "Second reading");
    internal static readonly Wording EveryOne = new("每一家", "every enterprise");
    internal static readonly Wording OneIn = new("全部列入者与其余每 {0} 家抽 1 家", "all that are listed and one in {0} of the others");
    internal static readonly Wording ResultHash = new("结果指纹（SHA-256）", "Hash of the result (SHA-256)");
    internal static readonly Wording HashHint = new("同样的数据和规则再次运行，指纹相同", "the same data and rules give the same hash again");
    internal static readonly Wording Enterprises = new("企业（家）", "Enterprises");
    internal static readonly Wording Carried = new("，其中沿用 {0} 家", ", {0} of them carried over");
    internal static readonly Wording BaseRun = new("更正自", "Corrects");
    internal static readonly Wording Failure = new("失败原因", "Why it failed");
    internal static readonly Wording Releasable = new("可以据此编制名单。", "Lists can be made of it.");
    internal static readonly Wording Lines = new("判定明细（JSON）", "Determinations (JSON)");
    internal static readonly Wording Workbook = new("候选名单工作簿", "Workbook of candidates");
    internal static readonly Wording Results = new("查看结果", "See the results");
    internal static readonly Wording Waits = new("等待开始……", "Waiting to begin …");
    internal static readonly Wording Judging = new("正在判定……", "Judging …");
    internal static readonly Wording Closing = new("正在汇总结果……", "Drawing up the result …");
    internal static readonly Wording Speed = new("每秒 {0} 家，{1} 个进程", "{0} enterprises a second, {1} processes");
    internal static readonly Wording CancelTitle = new("停止第 {0} 号筛查？", "Stop screening {0}?");
    internal static readonly Wording CancelLost = new("已判定的部分作废，不产生结果。", "What was judged so far is thrown away; there is no result.");
    internal static readonly Wording CancelDo = new("停止筛查", "Stop it");
    internal static readonly Wording Correct = new("更正", "Correct");
    internal static readonly Wording CorrectTitle = new("更正第 {0} 号筛查？", "Correct screening {0}?");
    internal static readonly Wording CorrectOnly = new("用同样的规则，只重新判定此后的导入和撤销所涉及的企业，其余沿用。", "With the same rules, only what imports and undos since then touch is judged again; the rest is carried over.");
    internal static readonly Wording CorrectNew = new("得到一次新的筛查，原筛查保留。", "It is a screening of its own; this one is kept.");
    internal static readonly Wording Compare = new("与另一次筛查比较", "Compare with another screening");
    internal static readonly Wording CompareChoose = new("选择要比较的筛查", "Which screening");
    internal static readonly Wording CompareNone = new("不比较", "none");
    internal static readonly Wording ComparedWith = new("从第 {0} 号到第 {1} 号", "From screening {0} to screening {1}");
    internal static readonly Wording SameResult = new("两次筛查没有差别。", "The two screenings do not differ.");
    internal static readonly Wording Joins = new("新列入（{0}）", "Added ({0})");
    internal static readonly Wording Leaves = new("移出（{0}）", "Removed ({0})");
    internal static readonly Wording Changes = new("理由变化（{0}）", "Reason changed ({0})");
    internal static readonly Wording Unsettled = new("由于缺少事实而未定（{0}）", "Unsettled for want of facts ({0})");
    internal static readonly Wording Earlier = new("此前", "Before");
    internal static readonly Wording Later = new("此后", "After");
    internal static readonly Wording Nearest = new("最接近的数值", "Nearest values");

    /// <summary>What a screening is for.</summary>
    internal static Wording Of(ScreeningKind kind) => kind switch
    {
        ScreeningKind.Annual => new("年度自动", "scheduled"),
        ScreeningKind.Manual => new("人工", "ordered"),
        ScreeningKind.Dry => new("试运行", "dry run"),
        _ => new("更正", "correction"),
    };

    /// <summary>How far it is.</summary>
    internal static Wording Of(ScreeningState state) => state switch
    {
        ScreeningState.Queued => new("排队中", "waiting"),
        ScreeningState.Judging => new("判定中", "judging"),
        ScreeningState.Closing => new("汇总中", "drawing up"),
        ScreeningState.Finished => new("已完成", "finished"),
        ScreeningState.Cancelled => new("已停止", "stopped"),
        _ => new("失败", "failed"),
    };
}
