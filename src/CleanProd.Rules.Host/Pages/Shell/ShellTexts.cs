using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Host.Pages.Shell;

/// <summary>Words around every page.</summary>
internal static class ShellTexts
{
    internal static readonly Wording Product = new("强制性清洁生产审核", "Cleaner-production audits");
    internal static readonly Wording ToContent = new("跳到正文", "Skip to the content");
    internal static readonly Wording Navigation = new("主导航", "Main navigation");
    internal static readonly Wording OpenMenu = new("菜单", "Menu");
    internal static readonly Wording YourAccount = new("我的账号", "Your account");
    internal static readonly Wording Language = new("语言", "Language");
    internal static readonly Wording Appearance = new("外观", "Appearance");
    internal static readonly Wording AsMachine = new("随系统", "As the system");
    internal static readonly Wording Light = new("浅色", "Light");
    internal static readonly Wording Dark = new("深色", "Dark");
    internal static readonly Wording ChangePassword = new("修改密码", "Change password");
    internal static readonly Wording SignIn = new("登录", "Sign in");
    internal static readonly Wording SignOut = new("退出登录", "Sign out");
    internal static readonly Wording NationWide = new("全国", "whole country");
    internal static readonly Wording Reconnecting = new("连接中断，正在重新连接……", "The connection was lost; trying again …");
    internal static readonly Wording ConnectionLost = new("无法恢复连接。", "The connection cannot be restored.");
    internal static readonly Wording PageFailed = new("本页出错。已保存的内容不受影响。", "This page failed. What was saved is safe.");
    internal static readonly Wording Reload = new("重新打开本页", "Open the page again");
    internal static readonly Wording NotShown = new("无法显示本页", "This page cannot be shown");
    internal static readonly Wording ToStart = new("返回首页", "Back to the start");
    internal static readonly Wording NoSuchPage = new("没有这个页面，请检查网址。", "There is no such page: check the address.");
    internal static readonly Wording Year = new("年度", "Year");
    internal static readonly Wording YearOf = new("{0} 年", "{0}");
    internal static readonly Wording Loading = new("正在读取……", "Reading …");

    /// <summary>The role, short.</summary>
    internal static Wording Of(Storage.People.Role role)
    {
        var whole = Access.PermissionWords.Of(role);
        return new(whole.Zh.Split('：')[0], whole.En.Split(':')[0]);
    }
}
