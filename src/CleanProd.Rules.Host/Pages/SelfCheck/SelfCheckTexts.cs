using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Host.Pages.SelfCheck;

/// <summary>Words of the self-check.</summary>
internal static class SelfCheckTexts
{
    internal static readonly Wording Menu = new("自查", "Self-check");
    internal static readonly Wording Title = new("自查：今年会不会列入", "Self-check: would you be listed?");
    internal static readonly Wording Lead = new("填写或上传本年度数值，按现行规则逐条判断。只在本页内计算：不提交生态环境部门，不保存。", "Put in or upload this year's values; every rule in force is asked. It is reckoned within this page only: nothing is sent to the bureau or kept.");
    internal static readonly Wording NotYours = new("本页供企业账号使用。", "This page is for accounts of enterprises.");
    internal static readonly Wording Enterprise = new("企业", "Enterprise");
    internal static readonly Wording Year = new("年度", "Year");
    internal static readonly Wording Values = new("本年度数值", "This year's values");
    internal static readonly Wording ValuesHelp = new("填写的表代替已有的同类数据，未填的表仍用已有数据。限值不填时按标准库确定。", "A table you fill in takes the place of what is known; the others stay as they are known. Where you give no limit, the one of the standards is used.");
    internal static readonly Wording Tables = new("数据表", "Tables");
    internal static readonly Wording AddRow = new("加一行", "Add a row");
    internal static readonly Wording RemoveRow = new("删除第 {0} 行", "Remove row {0}");
    internal static readonly Wording RowNo = new("第 {0} 行", "Row {0}");
    internal static readonly Wording NoRows = new("还没有填写。", "Nothing is filled in yet.");
    internal static readonly Wording Upload = new("或者上传文件", "Or upload files");
    internal static readonly Wording UploadHelp = new("CSV、Excel 或 JSON，表名和列名同数据格式；合计不超过 20 MB。", "CSV, Excel or JSON with the names of the data format; at most 20 MB together.");
    internal static readonly Wording Uploaded = new("已选 {0}", "Chosen: {0}");
    internal static readonly Wording TooLarge = new("文件合计超过 20 MB。", "The files are larger than 20 MB together.");
    internal static readonly Wording Check = new("自查", "Check");
    internal static readonly Wording Clear = new("全部清除", "Clear everything");
    internal static readonly Wording Checking = new("正在判断……", "Judging …");
    internal static readonly Wording Nothing = new("请先填写一行或选择文件。", "Fill in a row or choose a file first.");
    internal static readonly Wording Result = new("结果", "Result");
    internal static readonly Wording Would = new("按所填数值，{0} 年度：", "With these values, for {0}:");
    internal static readonly Wording By = new("依据 {0}；共 {1} 行数据。", "By {0}; {1} rows of data.");
    internal static readonly Wording Why = new("逐条理由", "Rule by rule");
    internal static readonly Wording Distance = new("离界线多远", "How far from the line");
    internal static readonly Wording DistanceHelp = new("1 倍为恰在界线上；大于 1 为越过界线。", "×1 is on the line; more is beyond it.");
    internal static readonly Wording NoDistance = new("没有以数值判断的规则。", "No rule was decided by a number.");
    internal static readonly Wording Rule = new("情形", "Ground");
    internal static readonly Wording Subject = new("项目", "About");
    internal static readonly Wording Value = new("数值", "Value");
    internal static readonly Wording Line = new("界线", "Line");
    internal static readonly Wording Times = new("倍数", "Times");
    internal static readonly Wording WayOff = new("怎样才不列入", "What would change it");
    internal static readonly Wording After = new("→ {0}（按上述改变重新判断）", "→ {0} (judged again with these changes)");
    internal static readonly Wording NotListed = new("没有规则会将本企业列入，无须改变。", "No rule would list you: nothing has to change.");
    internal static readonly Wording Findings = new("数据问题（{0}）", "Problems of the data ({0})");
    internal static readonly Wording Where = new("位置", "Where");
    internal static readonly Wording What = new("问题", "What");
    internal static readonly Wording Do = new("怎么办", "What to do");
    internal static readonly Wording Private = new("这不是官方判定。官方判定以生态环境部门公布的名单和通知书为准。", "This is no determination. What counts is the list and the notice that the bureau publishes.");
}
