using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Host.Pages.SignIn;

/// <summary>Words about signing in and the own account.</summary>
internal static class SignInTexts
{
    internal static readonly Wording SignIn = new("登录", "Sign in");
    internal static readonly Wording UserName = new("账号", "User name");
    internal static readonly Wording Password = new("密码", "Password");
    internal static readonly Wording Wrong = new("账号或密码不正确，或账号暂时锁定。请核对后重试；多次失败后需等待十五分钟。", "The name or the password is wrong, or the account is locked. Check both; after several failures wait a quarter of an hour.");
    internal static readonly Wording WithProvider = new("统一身份认证登录", "Sign in through the administration's provider");
    internal static readonly Wording NoAccount = new("账号由管理员建立。企业账号请向负责的生态环境主管部门申请。", "Accounts are made by administrators. Enterprises ask the environmental bureau in charge of them.");
    internal static readonly Wording ChangePassword = new("修改密码", "Change password");
    internal static readonly Wording MustChange = new("这是一次性密码，请先设置您自己的密码。", "This password was for one use: choose your own first.");
    internal static readonly Wording Current = new("当前密码", "Current password");
    internal static readonly Wording New = new("新密码", "New password");
    internal static readonly Wording Again = new("再次输入新密码", "New password again");
    internal static readonly Wording Rules = new("至少 12 个字符，含大写字母、小写字母和数字。", "At least 12 characters, with capital and small letters and digits.");
    internal static readonly Wording Differ = new("两次输入的新密码不一致，请重新输入。", "The two new passwords differ: type them again.");
    internal static readonly Wording WrongCurrent = new("当前密码不正确。", "The current password is wrong.");
    internal static readonly Wording Weak = new("新密码不符合要求，或与当前密码相同。", "The new password is too weak, or the same as the current one.");
    internal static readonly Wording Changed = new("密码已修改，其他登录已全部退出。", "The password was changed, and all other sessions were ended.");
    internal static readonly Wording Save = new("保存", "Save");
    internal static readonly Wording Onward = new("继续", "Continue");
}
