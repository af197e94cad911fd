using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Limits;

namespace CleanProd.Rules.Host.Pages.Reference;

/// <summary>Words of the pages on reference data.</summary>
internal static class ReferenceTexts
{
    internal static readonly Wording Menu = new("标准库", "Reference");
    internal static readonly Wording Title = new("标准库", "Reference data");
    internal static readonly Wording Lead = new("判定所用的限值、名录和代码；散列值 {0}…", "Limits, catalogues and codes that determinations rest on; SHA-256 {0}…");
    internal static readonly Wording Tables = new("各表", "Tables");
    internal static readonly Wording Search = new("查找", "Search");
    internal static readonly Wording SearchHelp = new("标准号、污染物、物质、CAS 号、代码或名称", "standard, pollutant, substance, CAS number, code or name");
    internal static readonly Wording On = new("有效日期", "In force on");
    internal static readonly Wording AllDays = new("不限日期", "Any day");
    internal static readonly Wording Found = new("{0} 条", "{0} rows");
    internal static readonly Wording Nothing = new("没有符合条件的内容。换一个词，或清除日期。", "Nothing fits. Try another word, or clear the day.");
    internal static readonly Wording More = new("再显示 {0} 条", "Show {0} more");
    internal static readonly Wording Editions = new("版本与复核", "Editions");
    internal static readonly Wording Limits = new("排放限值", "Discharge limits");
    internal static readonly Wording Standards = new("排放标准", "Discharge standards");
    internal static readonly Wording Energy = new("能耗限额", "Energy limits");
    internal static readonly Wording Substances = new("有毒有害物质", "Substances");
    internal static readonly Wording Pollutants = new("污染物", "Pollutants");
    internal static readonly Wording Industries = new("行业", "Industries");
    internal static readonly Wording Regions = new("行政区划", "Regions");
    internal static readonly Wording Standard = new("标准", "Standard");
    internal static readonly Wording Name = new("名称", "Name");
    internal static readonly Wording English = new("英文名", "English");
    internal static readonly Wording Code = new("代码", "Code");
    internal static readonly Wording Pollutant = new("污染物", "Pollutant");
    internal static readonly Wording Scope = new("适用范围", "Scope");
    internal static readonly Wording Clause = new("条款", "Clause");
    internal static readonly Wording Limit = new("限值", "Limit");
    internal static readonly Wording Unit = new("单位", "Unit");
    internal static readonly Wording From = new("起", "From");
    internal static readonly Wording To = new("止", "To");
    internal static readonly Wording Basis = new("依据", "Basis");
    internal static readonly Wording Source = new("出处", "Source");
    internal static readonly Wording Medium = new("介质", "Medium");
    internal static readonly Wording Water = new("水", "water");
    internal static readonly Wording Air = new("大气", "air");
    internal static readonly Wording AtHand = new("限值已收录", "Limits at hand");
    internal static readonly Wording Yes = new("是", "yes");
    internal static readonly Wording No = new("否", "no");
    internal static readonly Wording SupersededBy = new("被代替", "Superseded by");
    internal static readonly Wording Product = new("产品或工序", "Product or process");
    internal static readonly Wording Metric = new("指标", "Metric");
    internal static readonly Wording Grade = new("等级", "Grade");
    internal static readonly Wording Catalogue = new("名录", "Catalogue");
    internal static readonly Wording Aliases = new("别名", "Other names");
    internal static readonly Wording Class = new("类别", "Class");
    internal static readonly Wording Parent = new("上级", "Within");
    internal static readonly Wording DeviceUnit = new("设备单位", "Device unit");
    internal static readonly Wording NotDetectable = new("不得检出", "not detectable");
    internal static readonly Wording Sourced = new("已核对原文", "read in the text");
    internal static readonly Wording Recalled = new("凭记忆", "recalled");
    internal static readonly Wording List = new("表", "List");
    internal static readonly Wording Edition = new("版本", "Edition");
    internal static readonly Wording Reviewed = new("最近复核", "Last reviewed");
    internal static readonly Wording Review = new("复核间隔（月）", "Review every (months)");
    internal static readonly Wording State = new("提醒", "Warning");
    internal static readonly Wording Fresh = new("有效", "holds");
    internal static readonly Wording Note = new("备注", "Remark");
    internal static readonly Wording Relying = new("依据它的判定", "What relies on it");
    internal static readonly Wording RelyingHead = new("{0}：依据它的判定", "{0}: what relies on it");
    internal static readonly Wording RelyingRun = new("第 {0} 号筛查（{1} 年度）中，{2} 条规则、{3} 家企业的判定用到它。", "In screening {0} (year {1}) {2} rules and {3} enterprises rest on it.");
    internal static readonly Wording RelyingNone = new("没有已完成的筛查。", "No screening is finished.");
    internal static readonly Wording Close = new("关闭", "Close");
    internal static readonly Wording Compare = new("核对新版本", "Check a new edition");
    internal static readonly Wording CompareHelp = new("选择用“cleanprod reference export”导出并修改过的工作簿。先按筛查的要求核对，再列出与现行数据的不同；本页不改动任何数据。", "Choose a workbook that “cleanprod reference export” wrote and somebody changed. It is read as strictly as by a screening, and its differences are listed; this page changes nothing.");
    internal static readonly Wording CompareSame = new("与现行数据完全相同。", "It is the same as the data in use.");
    internal static readonly Wording CompareFound = new("新增 {0} 行，删除 {1} 行。", "{0} rows are new, {1} are gone.");
    internal static readonly Wording Added = new("新增", "new");
    internal static readonly Wording Removed = new("删除", "gone");
    internal static readonly Wording PutInUse = new("启用：用“cleanprod reference import 工作簿 --out 文件夹”写成文件夹，并在设置项 Reference 中指定。", "To use it: write a folder with “cleanprod reference import WORKBOOK --out FOLDER” and name it in the setting Reference.");

    internal static Wording Of(Medium medium) => medium == Facts.Medium.Air ? Air : Water;

    internal static Wording OfBasis(string basis) => basis == "sourced" ? Sourced : Recalled;

    /// <summary>The bounds of a limit for reading.</summary>
    internal static Wording Of(DischargeLimit limit) => limit.NotDetectable ? NotDetectable : Wording.Same((limit.Low, limit.High) switch
    {
        ({ } low, { } high) => $"{PlainNumber.Text(low)}–{PlainNumber.Text(high)}",
        ({ } low, null) => $"≥ {PlainNumber.Text(low)}",
        (null, { } high) => PlainNumber.Text(high),
        _ => "",
    });
}
