using System.Diagnostics;
using Spectre.Console;

namespace CleanProd.Rules.Host.Screen;

/// <summary>The stages of a run: how long each took, and on a terminal how far it is. Quiet in a pipe.</summary>
internal sealed class Stages
{
    private readonly Dictionary<string, TimeSpan> _durations = [];

    /// <summary>Durations in order of running. They are told, never part of a decision.</summary>
    internal IReadOnlyDictionary<string, TimeSpan> Durations => _durations;

    internal T Run<T>(string name, Func<Action<string>, T> stage) => RunAsync(name, report => Task.FromResult(stage(report))).GetAwaiter().GetResult();

    internal async Task<T> RunAsync<T>(string name, Func<Action<string>, Task<T>> stage)
    {
        var watch = Stopwatch.StartNew();
        var result = Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive
            ? await stage(_ => { })
            : await AnsiConsole.Status().StartAsync(Title(name), async context =>
                await stage(text => context.Status(Markup.Escape($"{Title(name)}  {text}"))));
        _durations[name] = watch.Elapsed;
        return result;
    }

    private static string Title(string name) => name switch
    {
        "import" => "导入 Import",
        "rules" => "规则 Rules",
        "determinations" => "判定 Determinations",
        "lists" => "名单 Lists",
        _ => "通知书 Notices",
    };
}
