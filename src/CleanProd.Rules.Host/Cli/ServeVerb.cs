using System.CommandLine;
using CleanProd.Rules.Host.Serve;

namespace CleanProd.Rules.Host.Cli;

/// <summary><c>serve</c>: the hosted service.</summary>
internal static class ServeVerb
{
    internal static Command Command()
    {
        var store = new Option<string?>("--store") { Description = "sqlite:文件 或 postgres:连接字符串，默认 sqlite:cleanprod.db / sqlite:FILE or postgres:CONNECTION" };
        var urls = new Option<string?>("--urls") { Description = "监听地址，默认 http://127.0.0.1:5080 / addresses to listen on" };
        var settings = new Option<string?>("--settings") { Description = "设置文件（JSON） / settings file" };
        var command = new Command("serve", "运行服务（默认命令） / runs the hosted service (the default verb)") { store, urls, settings };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(store), parsed.GetValue(urls), parsed.GetValue(settings), ct));
        return command;
    }

    internal static async Task<int> RunAsync(string? store, string? urls, string? settings, CancellationToken ct)
    {
        var options = Settings.Read(settings);
        if (store is not null) options.Store = store;
        if (urls is not null) options.Urls = urls;
        await using var app = await ServiceHost.BuildAsync(options, TimeProvider.System, Console.Out, ct: ct);
        await app.StartAsync(ct);
        Console.WriteLine($"服务已启动：{string.Join(' ', app.Urls)}，存储 {options.Address}。 The service is running.");
        await app.WaitForShutdownAsync(ct);
        return ExitCode.Done;
    }
}
