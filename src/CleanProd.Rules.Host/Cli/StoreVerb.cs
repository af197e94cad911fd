using System.CommandLine;
using System.Text.Json;

namespace CleanProd.Rules.Host.Cli;

/// <summary>What the verbs over a store have in common: <c>--store</c>, <c>--as</c>, <c>--lang</c>, and how they print.</summary>
internal static class StoreVerb
{
    /// <summary>What a verb works with.</summary>
    /// <param name="Desk">The store.</param>
    /// <param name="Parsed">What was typed.</param>
    /// <param name="English">Whether it speaks English.</param>
    internal sealed record Work(StoreDesk Desk, ParseResult Parsed, bool English)
    {
        /// <summary>A text of an answer in the language of the verb.</summary>
        internal string Words(JsonElement of, string name) => of.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.Object
            ? text.GetProperty(English ? "en" : "zh").GetString() ?? ""
            : Text(of, name);

        /// <summary>Chinese or English.</summary>
        internal string Say(string zh, string en) => English ? en : zh;

        /// <summary>Prints a line of cells, parted by tabs.</summary>
        internal static void Line(params string[] cells) => Console.WriteLine(string.Join('\t', cells));
    }

    /// <summary>A verb of a store.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does, in both languages.</param>
    /// <param name="run">Does it.</param>
    /// <param name="symbols">Its own arguments and options.</param>
    internal static Command Of(string name, string description, Func<Work, CancellationToken, Task<int>> run, params Symbol[] symbols)
    {
        var store = StoreOption.Required();
        var login = new Option<string?>("--as") { Description = "办理的账号 / account that acts or reads" };
        var language = new Option<string>("--lang") { Description = "zh-CN / en", DefaultValueFactory = _ => "zh-CN" };
        language.AcceptOnlyFromAmong("zh-CN", "en");
        var command = new Command(name, description) { store, login, language };
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument) command.Add(argument);
            else command.Add((Option)symbol);
        }

        command.SetAction(async (parsed, ct) =>
        {
            await using var desk = await StoreDesk.OpenAsync(parsed.GetValue(store)!, parsed.GetValue(login), ct);
            return await run(new(desk, parsed, parsed.GetValue(language) == "en"), ct);
        });
        return command;
    }

    /// <summary>The number of a thing.</summary>
    internal static Argument<long> Number(string what) => new("N") { Description = what };

    /// <summary>A member of an answer as text; empty where it is null.</summary>
    internal static string Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : "";
}
