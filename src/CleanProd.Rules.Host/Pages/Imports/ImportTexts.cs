using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Merging;
using CleanProd.Rules.Import;
using CleanProd.Rules.Storage;

namespace CleanProd.Rules.Host.Pages.Imports;

/// <summary>Words of the pages about imports.</summary>
internal static class ImportTexts
{
    internal static readonly Wording Menu = new("数据", "Data");
    internal static readonly Wording Title = new("数据导入", "Imports");
    internal static readonly Wording Lead = new("交来的数据先检查、后生效；每一项都能查到文件、工作表和行。", "Data that is handed in is checked before it holds; everything leads back to file, sheet and row.");
    internal static readonly Wording Drop = new("把文件拖到这里，或者", "Drop files here, or");
    internal static readonly Wording Choose = new("选择文件", "choose files");
    internal static readonly Wording Kinds = new("CSV、Excel、JSON 或 HJ 212 报文日志；可一次交多个文件。", "CSV, Excel, JSON or logs of HJ 212 frames; several at once.");
    internal static readonly Wording Remove = new("移除 {0}", "Remove {0}");
    internal static readonly Wording Size = new("{0} KB", "{0} KB");
    internal static readonly Wording Label = new("说明（选填）", "What people call it (optional)");
    internal static readonly Wording Region = new("辖区", "Jurisdiction");
    internal static readonly Wording Map = new("列映射", "Column map");
    internal static readonly Wording NoMap = new("不用：表头即为标准名称", "none: the headings are the standard ones");
    internal static readonly Wording Year = new("数据年度", "Year of the data");
    internal static readonly Wording YearHint = new("使用列映射时必填", "needed with a column map");
    internal static readonly Wording Mode = new("方式", "Mode");
    internal static readonly Wording Send = new("交送并检查", "Hand in and check");
    internal static readonly Wording NoFiles = new("请先选择文件。", "Choose files first.");
    internal static readonly Wording NoYear = new("使用列映射时须填写数据年度，如 2024。", "Give the year, such as 2024, when a column map is used.");
    internal static readonly Wording Sending = new("正在上传……", "Sending …");
    internal static readonly Wording Already = new("同样的数据此前已经交过，这就是那一次导入。", "The same data was handed in before: this is that import.");
    internal static readonly Wording Broken = new("上传中断。请检查网络后重新交送；没有写入任何数据。", "The upload broke off. Check the network and send again; nothing was written.");
    internal static readonly Wording Stopped = new("已停止上传，没有写入任何数据。", "The upload was stopped; nothing was written.");
    internal static readonly Wording Recent = new("最近的导入", "Recent imports");
    internal static readonly Wording AnyState = new("全部状态", "Any state");
    internal static readonly Wording State = new("状态", "State");
    internal static readonly Wording Number = new("编号", "No.");
    internal static readonly Wording Rows = new("行数", "Rows");
    internal static readonly Wording Findings = new("检查结果", "Findings");
    internal static readonly Wording By = new("交送人", "Handed in by");
    internal static readonly Wording None = new("还没有导入。把企业、监测、排放量等数据文件拖到上面。", "Nothing was imported yet. Drop files of enterprises, monitoring, discharges … above.");
    internal static readonly Wording NoneInState = new("没有这种状态的导入。", "There is no import in this state.");
    internal static readonly Wording Further = new("更早的导入", "Earlier imports");
    internal static readonly Wording ImportLine = new("第 {0} 号导入", "Import {0}");
    internal static readonly Wording Head = new("{0} · {1} · {2}", "{0} · {1} · {2}");
    internal static readonly Wording Reading = new("正在读取 {0}：{1} 行", "Reading {0}: {1} rows");
    internal static readonly Wording Queued = new("等待读取……", "Waiting to be read …");
    internal static readonly Wording Failure = new("没有读入", "It could not be read");
    internal static readonly Wording LineUp = new("对齐列", "Line up columns");
    internal static readonly Wording LineUpHint = new("表头与标准名称不同时，把列对齐一次，存为列映射，以后同样的文件直接使用。", "Where headings are not the standard ones, line the columns up once and save the map; files of the same form then use it.");
    internal static readonly Wording Files = new("文件", "Files");
    internal static readonly Wording File = new("文件", "File");
    internal static readonly Wording RowsRead = new("读取", "Read");
    internal static readonly Wording RowsTaken = new("采用", "Taken");
    internal static readonly Wording RowsRefused = new("拒绝", "Refused");
    internal static readonly Wording Duplicates = new("重复", "Repeated");
    internal static readonly Wording LeftOut = new("不需要", "Left out");
    internal static readonly Wording Download = new("原始文件", "As it came");
    internal static readonly Wording Errors = new("错误 {0}", "Errors {0}");
    internal static readonly Wording Warnings = new("提醒 {0}", "Warnings {0}");
    internal static readonly Wording Notes = new("说明 {0}", "Notes {0}");
    internal static readonly Wording AllFindings = new("全部 {0}", "All {0}");
    internal static readonly Wording NoFindings = new("没有检查出问题。", "Nothing was found.");
    internal static readonly Wording Csv = new("下载全部（CSV）", "All of them (CSV)");
    internal static readonly Wording Where = new("位置", "Where");
    internal static readonly Wording Column = new("列", "Column");
    internal static readonly Wording Value = new("值", "Value");
    internal static readonly Wording What = new("问题与处理", "What is wrong, and what to do");
    internal static readonly Wording WholeFile = new("整个文件", "the whole file");
    internal static readonly Wording AcceptedBy = new("已接受：{0}", "Accepted: {0}");
    internal static readonly Wording SelectFinding = new("选择第 {0} 项", "Select finding {0}");
    internal static readonly Wording SourceRow = new("来源行", "Source row");
    internal static readonly Wording RowGone = new("文件中没有这一行。", "The file has no such row.");
    internal static readonly Wording Waiting = new("有 {0} 项错误待处理：更正后重新交送，或写明理由接受（错误的行不采用）。处理完之前数据不生效。", "{0} errors wait: correct the file and hand it in again, or accept them with a reason (the rows concerned are left out). Until then the data does not hold.");
    internal static readonly Wording AcceptSome = new("接受所选（{0}）", "Accept those selected ({0})");
    internal static readonly Wording AcceptAll = new("全部接受并生效", "Accept all; the data holds");
    internal static readonly Wording AcceptTitle = new("接受 {0} 项错误？", "Accept {0} errors?");
    internal static readonly Wording AcceptRows = new("有错误的行不采用；相关企业的该项资料记为“已知不完整”，不会被当作“没有”。", "The rows concerned are left out; of the enterprises the table is known to be incomplete, never taken for “none”.");
    internal static readonly Wording AcceptHolds = new("全部错误都接受后，其余数据立即生效，此后的筛查使用这些数据。", "Once all are accepted the other rows hold at once, and later screenings use them.");
    internal static readonly Wording Refuse = new("退回", "Refuse");
    internal static readonly Wording RefuseTitle = new("退回第 {0} 号导入？", "Refuse import {0}?");
    internal static readonly Wording RefuseNever = new("这批数据永不生效；更正后可重新交送。", "Its data never holds; a corrected file can be handed in again.");
    internal static readonly Wording Undo = new("撤销导入", "Undo the import");
    internal static readonly Wording UndoTitle = new("撤销第 {0} 号导入？", "Undo import {0}?");
    internal static readonly Wording UndoHolds = new("它替代的旧数据重新生效；此后的筛查不再使用它。", "What it superseded holds again; later screenings do not use it.");
    internal static readonly Wording UndoKept = new("已完成的筛查不变，当时所知仍可查。可对其“更正”。", "Finished screenings stay as they are, and what was known then can still be asked for. They can be corrected.");
    internal static readonly Wording CancelTitle = new("收回第 {0} 号导入？", "Take back import {0}?");
    internal static readonly Wording CancelNone = new("不再读取，没有写入任何数据。", "It is not read; nothing is written.");
    internal static readonly Wording CancelDo = new("收回", "Take it back");
    internal static readonly Wording History = new("经过", "History");
    internal static readonly Wording More = new("后 {0} 项", "The next {0}");
    internal static readonly Wording First = new("回到开头", "Back to the beginning");
    internal static readonly Wording LineUpTitle = new("对齐列：第 {0} 号导入", "Line up columns: import {0}");
    internal static readonly Wording LineUpLead = new("先选工作表和表头行，再为每张表指明各项取自哪一列。下面是文件的开头，表头行已标出。", "Choose sheet and heading row, then say for each table which column feeds which field. Below stands the beginning of the file with that row marked.");
    internal static readonly Wording Sheet = new("文件与工作表", "File and sheet");
    internal static readonly Wording HeaderRow = new("表头在第几行", "Row of the headings");
    internal static readonly Wording Preview = new("文件开头", "The beginning of the file");
    internal static readonly Wording Tables = new("本表的行给出", "Its rows give");
    internal static readonly Wording Field = new("项目", "Field");
    internal static readonly Wording FromColumn = new("取自列", "From the column");
    internal static readonly Wording OrConstant = new("或固定为", "or always");
    internal static readonly Wording Blank = new("（不填）", "(left blank)");
    internal static readonly Wording Must = new("必需", "required");
    internal static readonly Wording Try = new("试读", "Try it");
    internal static readonly Wording Tried = new("试读：读取 {0} 行，采用 {1} 行，拒绝 {2} 行；企业 {3} 家。", "Tried: {0} rows read, {1} taken, {2} refused; {3} enterprises.");
    internal static readonly Wording OpenFields = new("还缺必需的项目：{0}", "Still needed: {0}");
    internal static readonly Wording NoTables = new("至少选一张表。", "Choose a table at least.");
    internal static readonly Wording MapName = new("映射名称", "Name of the map");
    internal static readonly Wording NoName = new("请给映射取名，只用字母、数字、汉字和 - _ .", "Give the map a name of letters, digits and - _ . only.");
    internal static readonly Wording SaveAndImport = new("保存映射并重新导入", "Save the map and import again");
    internal static readonly Wording NothingToRead = new("这次导入没有可以对齐的文件。", "The import has no file that could be lined up.");

    /// <summary>Where an import stands.</summary>
    internal static Wording Of(ImportState state) => state switch
    {
        ImportState.Queued => new("读取中", "being read"),
        ImportState.Waiting => new("待处理", "waiting"),
        ImportState.Effective => new("已生效", "holds"),
        ImportState.Refused => new("已退回", "refused"),
        ImportState.Undone => new("已撤销", "undone"),
        ImportState.Failed => new("未能读取", "could not be read"),
        _ => new("已收回", "taken back"),
    };

    /// <summary>What was done with it.</summary>
    internal static Wording Of(ImportActKind act) => act switch
    {
        ImportActKind.HandedIn => new("交送", "handed in"),
        ImportActKind.Received => new("读取完毕，有错误待处理", "read; errors wait"),
        ImportActKind.Taken => new("读取完毕，生效", "read; it holds"),
        ImportActKind.Accepted => new("接受错误，生效", "errors accepted; it holds"),
        ImportActKind.Refused => new("退回", "refused"),
        ImportActKind.Undone => new("撤销", "undone"),
        ImportActKind.Failed => new("未能读取", "could not be read"),
        _ => new("收回", "taken back"),
    };

    /// <summary>What it does to the facts known before it.</summary>
    internal static Wording Of(ImportMode mode) => mode switch
    {
        ImportMode.Adds => new("补充：没有再说到的旧数据保留", "adds: what is not told again stays"),
        _ => new("替换：同年度同表的旧数据作废", "replaces: what it gives of a year and table takes the place of all before"),
    };

    /// <summary>How much a finding matters.</summary>
    internal static Wording Of(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => new("错误", "Error"),
        FindingSeverity.Warning => new("提醒", "Warning"),
        _ => new("说明", "Note"),
    };
}
