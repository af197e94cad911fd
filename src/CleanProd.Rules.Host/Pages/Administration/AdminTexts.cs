using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Upkeep;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;

namespace CleanProd.Rules.Host.Pages.Administration;

/// <summary>Words of administration.</summary>
internal static class AdminTexts
{
    internal static readonly Wording Menu = new("管理", "Administration");
    internal static readonly Wording MenuPeople = new("人员", "People");
    internal static readonly Wording MenuSchedules = new("筛查计划", "Schedules");
    internal static readonly Wording MenuTemplates = new("通知书模板", "Notice templates");
    internal static readonly Wording MenuLog = new("日志", "Audit trail");
    internal static readonly Wording MenuMaps = new("列映射", "Column maps");
    internal static readonly Wording Areas = new("管理事项", "Areas of administration");
    internal static readonly Wording Acts = new("操作", "Acts");
    internal static readonly Wording Done = new("已办理。", "Done.");
    internal static readonly Wording Region = new("辖区", "Region");
    internal static readonly Wording RegionHelp = new("区划代码，如 44 或 4401；空为全国", "A division code such as 44 or 4401; empty for the whole country");
    internal static readonly Wording Name = new("名称", "Name");
    internal static readonly Wording Subject = new("用途", "For");
    internal static readonly Wording At = new("时间", "When");
    internal static readonly Wording Search = new("查找", "Search");
    internal static readonly Wording Show = new("显示", "Show");
    internal static readonly Wording More = new("更多", "More");
    internal static readonly Wording None = new("没有。", "None.");

    internal static readonly Wording SystemTitle = new("系统", "The system");
    internal static readonly Wording AllWell = new("一切正常。", "All is well.");
    internal static readonly Wording Attention = new("需要处理（{0}）", "Needs attention ({0})");
    internal static readonly Wording Health = new("运行状况", "Health");
    internal static readonly Wording Database = new("数据库", "Database");
    internal static readonly Wording Answers = new("有应答，{0} 毫秒", "answers in {0} ms");
    internal static readonly Wording Silent = new("没有应答", "does not answer");
    internal static readonly Wording Queue = new("后台任务", "Background jobs");
    internal static readonly Wording QueueWords = new("等待 {0}，逾期 {1}，失败 {2}，处理进程 {3}", "{0} waiting, {1} overdue, {2} failed, {3} workers");
    internal static readonly Wording Disk = new("磁盘", "Disk");
    internal static readonly Wording DiskWords = new("{0}：剩余 {1} GB，共 {2} GB", "{0}: {1} GB of {2} GB free");
    internal static readonly Wording Dashboard = new("打开任务队列（Hangfire）", "Open the queues (Hangfire)");
    internal static readonly Wording Refresh = new("刷新", "Refresh");
    internal static readonly Wording Backups = new("备份", "Backups");
    internal static readonly Wording LastBackup = new("最近的备份", "Newest backup");
    internal static readonly Wording NoBackup = new("尚无备份。", "There is no backup yet.");
    internal static readonly Wording OrderBackup = new("立即备份", "Back up now");
    internal static readonly Wording OrderBackupAsk = new("现在备份？", "Back up now?");
    internal static readonly Wording BackupFollows = new("在后台写入备份文件夹；期间可照常使用。", "It is written to the backup folder in the background; work can go on.");
    internal static readonly Wording Ordered = new("已安排备份 {0}。", "Backup {0} is ordered.");
    internal static readonly Wording File = new("文件", "File");
    internal static readonly Wording State = new("状态", "State");
    internal static readonly Wording TakenAt = new("数据时点", "Taken at");
    internal static readonly Wording Size = new("大小（MB）", "Size (MB)");
    internal static readonly Wording Rows = new("行数", "Rows");
    internal static readonly Wording About = new("程序", "The program");
    internal static readonly Wording Version = new("版本", "Version");
    internal static readonly Wording Runtime = new("运行环境", "Runtime");
    internal static readonly Wording Settings = new("设置", "Settings");
    internal static readonly Wording Setting = new("设置项", "Setting");
    internal static readonly Wording Value = new("值", "Value");
    internal static readonly Wording Default = new("默认", "default");

    internal static readonly Wording PeopleTitle = new("人员与角色", "People and roles");
    internal static readonly Wording NewAccount = new("新建账号", "New account");
    internal static readonly Wording UserName = new("账号名", "Name to sign in with");
    internal static readonly Wording DisplayName = new("姓名", "Name to show");
    internal static readonly Wording Machine = new("机器账号（用密钥登录）", "A machine (signs in with keys)");
    internal static readonly Wording Role = new("角色", "Role");
    internal static readonly Wording AnyRole = new("全部角色", "All roles");
    internal static readonly Wording DepartmentOf = new("部门", "Department");
    internal static readonly Wording FacilityOf = new("企业代码（企业、监测平台角色）", "Facility (roles enterprise and platform)");
    internal static readonly Wording Create = new("新建", "Make the account");
    internal static readonly Wording OneTime = new("一次性密码：{0}", "One-time password: {0}");
    internal static readonly Wording OneTimeHelp = new("只显示这一次，请转告本人；首次登录时须修改。", "It is shown this once. Hand it to its owner, who must change it at the first sign-in.");
    internal static readonly Wording Roles = new("角色与辖区", "Roles and regions");
    internal static readonly Wording Since = new("授予时间", "Given at");
    internal static readonly Wording Disabled = new("已停用", "disabled");
    internal static readonly Wording Active = new("启用", "active");
    internal static readonly Wording MustChange = new("待改密码", "password to be changed");
    internal static readonly Wording NobodyFound = new("没有符合条件的账号。", "No account fits.");
    internal static readonly Wording AccountTitle = new("{0}（{1}）", "{0} ({1})");
    internal static readonly Wording GiveRole = new("授予角色", "Give a role");
    internal static readonly Wording TakeRole = new("撤销", "Take back");
    internal static readonly Wording TakeRoleAsk = new("撤销该角色？", "Take the role back?");
    internal static readonly Wording TakeRoleFollows = new("立即失效；以此角色办理过的事项仍然有效。", "It ends at once; what was done with it stays done.");
    internal static readonly Wording Disable = new("停用账号", "Disable the account");
    internal static readonly Wording DisableAsk = new("停用 {0}？", "Disable {0}?");
    internal static readonly Wording DisableFollows = new("立即退出登录，不能再登录；历史记录保留。", "It is signed out at once and cannot sign in; its history stays.");
    internal static readonly Wording Enable = new("重新启用", "Enable again");
    internal static readonly Wording ResetPassword = new("重置密码", "New one-time password");
    internal static readonly Wording ResetAsk = new("为 {0} 重置密码？", "Give {0} a new one-time password?");
    internal static readonly Wording ResetFollows = new("原密码失效，所有登录状态结束。", "The old password ends, and every session with it.");
    internal static readonly Wording Keys = new("密钥", "Keys");
    internal static readonly Wording NewKey = new("新建密钥", "Make a key");
    internal static readonly Wording KeyOnce = new("密钥（只显示这一次）：{0}", "The key, shown this once: {0}");
    internal static readonly Wording Revoke = new("吊销", "Revoke");
    internal static readonly Wording RevokeAsk = new("吊销密钥 {0}…？", "Revoke the key {0}…?");
    internal static readonly Wording RevokeFollows = new("使用它的机器立即不能再推送数据。", "The machine that uses it cannot push data any more.");
    internal static readonly Wording KeyState = new("{0} 建立；{1}", "made {0}; {1}");
    internal static readonly Wording Revoked = new("{0} 已吊销", "revoked {0}");
    internal static readonly Wording Valid = new("有效", "valid");
    internal static readonly Wording WhatRolesMay = new("各角色的权限", "What roles may do");

    internal static readonly Wording SchedulesTitle = new("筛查计划", "Schedules of screenings");
    internal static readonly Wording SchedulesLead = new("每年固定日期自动筛查上一年度。", "On a day of every year the year before is screened by itself.");
    internal static readonly Wording AddSchedule = new("新增计划", "Add a schedule");
    internal static readonly Wording MonthDay = new("每年日期（月、日）", "Day of every year (month, day)");
    internal static readonly Wording Month = new("月", "Month");
    internal static readonly Wording Day = new("日", "Day");
    internal static readonly Wording Hour = new("整点（北京时间）", "Full hour (Beijing time)");
    internal static readonly Wording Add = new("新增", "Add");
    internal static readonly Wording Next = new("下次运行", "Next run");
    internal static readonly Wording When = new("每年 {0} 月 {1} 日 {2} 时", "every year on {0}/{1} at {2}:00");
    internal static readonly Wording SwitchOff = new("停用", "Switch off");
    internal static readonly Wording SwitchOn = new("启用", "Switch on");
    internal static readonly Wording SwitchOffAsk = new("停用计划“{0}”？", "Switch the schedule “{0}” off?");
    internal static readonly Wording SwitchOffFollows = new("到期不再自动筛查；记录保留。", "It does not run any more; it stays on record.");
    internal static readonly Wording FireNow = new("现在运行本年度的", "Run this year's now");
    internal static readonly Wording FireAsk = new("现在运行计划“{0}”本年度的筛查？", "Run this year's occurrence of “{0}” now?");
    internal static readonly Wording FireFollows = new("每年只运行一次；现在运行后，到期不再运行。", "Each occurrence runs once: it will not run again on its day.");
    internal static readonly Wording Fired = new("已安排第 {0} 号筛查。", "Screening {0} is ordered.");
    internal static readonly Wording NoSchedules = new("还没有计划。新增后会按期自动筛查。", "There is no schedule yet. Add one, and it will screen by itself.");

    internal static readonly Wording MapsTitle = new("列映射", "Column maps");
    internal static readonly Wording MapsLead = new("说明各来源文件的列如何对应数据格式。", "They say which column of a source is which of the data format.");
    internal static readonly Wording Shipped = new("随程序提供", "comes with the program");
    internal static readonly Wording Own = new("本地保存", "saved here");
    internal static readonly Wording SavedBy = new("保存人", "Saved by");
    internal static readonly Wording SaveMap = new("保存列映射", "Save a column map");
    internal static readonly Wording MapFile = new("JSON 文件，不超过 1 MB；用作名称的是文件名", "A JSON file of at most 1 MB; it is kept under the file's name");
    internal static readonly Wording MapSaved = new("已保存列映射“{0}”第 {1} 版。", "The column map “{0}” is saved as version {1}.");
    internal static readonly Wording MapText = new("文本", "Text");

    internal static readonly Wording TemplatesTitle = new("通知书模板", "Templates of notices");
    internal static readonly Wording TemplatesLead = new("每个发文机关可有自己的 Word 模板；上传时先以示例数据试填。", "Each organ may have Word templates of its own; they are filled with sample data before they are kept.");
    internal static readonly Wording NoOrgans = new("还没有发文机关。请先在“通知书”中设立。", "There is no organ yet. Add one on the page Notices first.");
    internal static readonly Wording Organ = new("发文机关", "Organ");
    internal static readonly Wording Form = new("用于", "For");
    internal static readonly Wording ForNotice = new("通知书", "notices");
    internal static readonly Wording ForWithdrawal = new("撤销通知书", "withdrawals");
    internal static readonly Wording OwnTemplate = new("自有模板", "its own");
    internal static readonly Wording ShippedTemplate = new("随程序提供的模板", "the one of the program");
    internal static readonly Wording Preview = new("预览", "Preview");
    internal static readonly Wording PreviewOf = new("以示例数据填写的{0}", "Filled with sample data: {0}");
    internal static readonly Wording Upload = new("上传模板（.docx）", "Upload a template (.docx)");
    internal static readonly Wording Tried = new("试填成功。", "It could be filled.");
    internal static readonly Wording UseIt = new("采用", "Use it");
    internal static readonly Wording UseItAsk = new("以上传的模板代替现有模板？", "Use the uploaded template from now on?");
    internal static readonly Wording UseItFollows = new("以后编号的通知书用新模板；已制发的不变。", "Notices numbered from now on use it; those that exist stay as they are.");
    internal static readonly Wording DownloadSample = new("下载预览（.docx）", "Download the preview (.docx)");

    internal static Wording Of(BackupState state) => state switch
    {
        BackupState.Done => new("完整", "whole"),
        BackupState.Running => new("正在写入", "being written"),
        _ => new("已损坏", "damaged"),
    };

    internal static Wording Of(Department department) => department switch
    {
        Department.Environment => new("生态环境", "environment"),
        Department.Development => new("发展改革", "development and reform"),
        Department.Energy => new("节能（工信）", "energy saving"),
        _ => new("—", "—"),
    };

    internal static Wording Of(StoreKind kind) => Wording.Same(kind == StoreKind.Postgres ? "PostgreSQL" : "SQLite");
}
