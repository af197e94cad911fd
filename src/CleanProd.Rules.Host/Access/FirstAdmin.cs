using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using Microsoft.AspNetCore.Identity;

namespace CleanProd.Rules.Host.Access;

/// <summary>Makes the first administrator of an empty store, with a password that is shown once and opens nothing but its own change.</summary>
internal static class FirstAdmin
{
    internal const string UserName = "admin";

    internal static async Task MakeAsync(IServiceProvider services, TextWriter console)
    {
        if (!await services.GetRequiredService<PeopleStore>().IsEmptyAsync()) return;
        var password = Password.New();
        await using var scope = services.CreateAsyncScope();
        var made = await PeopleOffice.AddAsync(
            scope.ServiceProvider, UserName, "系统管理员", password, isMachine: false, Officer.System, [new(Role.Admin, "", Department.None, null)]);
        // Another process of the same database was quicker: its console shows the password.
        if (made is null) return;
        await console.WriteLineAsync($"首次启动：管理员账号 {UserName}，一次性密码 {password}（登录后须立即修改，此处只显示一次）。");
        await console.WriteLineAsync($"First start: administrator {UserName}, one-time password {password} (must be changed at once; shown only here).");
    }
}
