using System.CommandLine;
using System.Text.Json;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Host.Rules;
using CleanProd.Rules.Host.Screen;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Comparing;

namespace CleanProd.Rules.Host.Cli;

/// <summary><c>rules diff|overlay</c>: two packs beside one another.</summary>
internal static class ComparingVerbs
{
    internal static Command Diff()
    {
        var before = new Argument<string>("OLDPACK") { Description = "原规则包 / the pack before" };
        var after = new Argument<string>("NEWPACK") { Description = "新规则包 / the pack after" };
        var json = new Option<bool>("--json") { Description = "以 JSON 输出 / as JSON" };
        var language = new Option<string>("--lang") { Description = "zh-CN | en", DefaultValueFactory = _ => "zh-CN" };
        language.AcceptOnlyFromAmong("zh-CN", "en");
        var command = new Command("diff", "两个规则包在意义上的差别，逐条成句 / what one pack says otherwise than another, in sentences") { before, after, json, language };
        command.SetAction(parsed =>
        {
            var changes = PackDifference.Of(ShippedFiles.Pack(parsed.GetValue(before)!), ShippedFiles.Pack(parsed.GetValue(after)!));
            var english = parsed.GetValue(language) == "en";
            if (parsed.GetValue(json)) Console.Out.WriteLine(JsonSerializer.Serialize(changes, ApiJson.Options));
            else if (changes.Count == 0) Console.Out.WriteLine(english ? "The packs say the same." : "两个规则包意义相同。");
            else foreach (var change in changes) Console.Out.WriteLine(english ? change.Sentence.En : change.Sentence.Zh);
            return ExitCode.Done;
        });
        return command;
    }

    internal static Command Overlay()
    {
        var packs = new Argument<string[]>("PACK") { Description = "地方规则包（与随附的国家规则包并列），或者连同上级规则包 / local packs, held against those that ship, or together with wider ones", Arity = ArgumentArity.OneOrMore };
        var command = new Command("overlay", "地方规则与上级规则的关系：增加、从严、替代；不得悄然从宽 / how local rules stand to wider ones: they add, tighten or replace, and never loosen silently") { packs };
        command.SetAction(parsed =>
        {
            var given = PackFiles.Of(parsed.GetValue(packs)!).Select(ShippedFiles.Pack).ToArray();
            return OverlayReport.Print(given, Console.Out) == 0 ? ExitCode.Done : ExitCode.BadInput;
        });
        return command;
    }
}

/// <summary>What is found of local rules beside wider ones.</summary>
internal static class OverlayReport
{
    /// <summary>Prints the findings and gives the number of errors. Beside local packs alone stand the national packs that ship.</summary>
    internal static int Print(IReadOnlyList<RulePack> given, TextWriter to, bool errorsOnly = false)
    {
        if (given.All(p => p.RegionPrefix is null)) return 0;
        var wider = given.Any(p => p.Jurisdiction == "CN") ? [] : ShippedFiles.Packs(null).Packs.Where(p => given.All(g => g.Id != p.Id));
        var findings = OverlayCheck.Of([.. given, .. wider], ShippedFiles.Reference()).Where(f => given.Any(g => g.Id == f.Pack)).ToArray();
        foreach (var f in findings.Where(f => f.IsError || !errorsOnly))
            to.WriteLine($"{(f.IsError ? "error" : "ok   ")} {f.Pack}/{f.Rule}{(f.WiderPack is null ? "" : $" ↔ {f.WiderPack}/{f.WiderRule}")}  {f.Text.Zh} {f.Text.En}");
        foreach (var (pack, rule) in given.Where(p => p.RegionPrefix is not null && !errorsOnly).SelectMany(p => p.Rules.Select(r => (p, r))).Where(r => findings.All(f => (f.Pack, f.Rule) != (r.p.Id, r.r.Name))))
            to.WriteLine($"ok    {pack.Id}/{rule.Name}  自成一项，与上级规则并列。 A ground of its own beside the wider rules.");
        return findings.Count(f => f.IsError);
    }
}
