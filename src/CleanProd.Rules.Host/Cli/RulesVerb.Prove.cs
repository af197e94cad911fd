using System.CommandLine;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Determinations.Proving;
using CleanProd.Rules.Host.Rules;
using CleanProd.Rules.Host.Screen;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Host.Cli;

/// <summary><c>rules check|test|coverage|mutate</c>: what a pack and its cases prove.</summary>
internal static partial class RulesVerb
{
    private static Command Check()
    {
        var packs = new Argument<string[]>("PACK") { Description = "规则包文件或文件夹 / rule packs or folders", Arity = ArgumentArity.ZeroOrMore };
        var stream = new Option<bool>("--stream") { Description = "从标准输入逐行读 {\"name\",\"text\"}，逐行以 JSON 回答 / reads one pack a line from standard input and answers each with a line of JSON" };
        var cases = new Option<bool>("--cases") { Description = "与 --stream 同用：一并运行案例 / with --stream: runs the cases, too" };
        var command = new Command("check", "检查规则包能否使用；错误带行列 / is the pack usable; errors with line and column") { packs, stream, cases };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(stream)) return PackStream.Answer(Console.In, Console.Out, parsed.GetValue(cases) ? ShippedFiles.Reference() : null);
            var refused = 0;
            foreach (var file in PackFiles.Of(parsed.GetValue(packs)!))
            {
                try
                {
                    var pack = PackCheck.Read(File.ReadAllText(file), file.Replace('\\', '/'));
                    Console.WriteLine($"ok    {file}  {pack.Name}  {pack.Rules.Count} rules, {pack.Cases.Count} cases");
                }
                catch (PackException e)
                {
                    refused++;
                    foreach (var error in e.Errors) Console.Error.WriteLine(error);
                }
            }

            return refused == 0 ? ExitCode.Done : ExitCode.BadInput;
        });
        return command;
    }

    private static Command Test()
    {
        var packs = Packs();
        var command = new Command("test", "运行规则包自带的案例 / runs the cases the packs carry") { packs };
        command.SetAction(parsed =>
        {
            var reference = ShippedFiles.Reference();
            var (passed, wrong) = (0, 0);
            foreach (var file in PackFiles.Of(parsed.GetValue(packs)!))
            {
                var results = PackCaseRunner.Run(ShippedFiles.Pack(file), reference);
                foreach (var result in results)
                {
                    if (result.Verdict == CaseVerdict.Pass) passed++;
                    else wrong++;
                    Console.WriteLine($"{result.Verdict.ToString().ToUpperInvariant(),-6}{file}:{result.Case.Position}  {result.Case.Name}");
                    foreach (var message in result.Messages) Console.WriteLine($"        {message}");
                }

                if (results.Count == 0) Console.WriteLine($"NONE  {file}  没有案例，未作任何证明。 No case: nothing is proved.");
            }

            Console.WriteLine($"{passed} passed, {wrong} failed");
            return wrong == 0 ? ExitCode.Done : ExitCode.Attention;
        });
        return command;
    }

    private static Command Coverage()
    {
        var packs = Packs();
        var command = new Command("coverage", "案例覆盖了规则中的哪些判断 / which tests of the rules the cases exercise: true, false, decisive") { packs };
        command.SetAction(parsed =>
        {
            var reference = ShippedFiles.Reference();
            var (all, covered, explained) = (0, 0, 0);
            foreach (var file in PackFiles.Of(parsed.GetValue(packs)!))
            {
                Console.WriteLine(file);
                foreach (var test in PackCoverage.Of(ShippedFiles.Pack(file), reference))
                {
                    all++;
                    if (test.IsCovered) covered++;
                    if (test.Explained is not null) explained++;
                    Console.WriteLine($"{(test.IsCovered ? "  ok     " : test.Explained is null ? "  缺 gap " : "  已说明 explained")} {test.Rule}/{test.Part}  true {test.SeenTrue}  false {test.SeenFalse}  unknown {test.SeenUnknown}  decisive {test.Decisive}  {test.Text}");
                    if (test.Explained is { } why) Console.WriteLine($"        {why.Zh} / {why.En}");
                }
            }

            Console.WriteLine($"{covered} / {all} covered, {explained} explained");
            return covered + explained == all ? ExitCode.Done : ExitCode.Attention;
        });
        return command;
    }

    private static Command Mutate()
    {
        var packs = Packs();
        var command = new Command("mutate", "在规则中逐一植入小错误，看案例能否发现 / puts small mistakes into the rules and sees whether the cases notice") { packs };
        command.SetAction((parsed, ct) =>
        {
            var reference = ShippedFiles.Reference();
            var (all, noticed, explained, open) = (0, 0, 0, 0);
            foreach (var file in PackFiles.Of(parsed.GetValue(packs)!))
            {
                var pack = ShippedFiles.Pack(file);
                var mutants = PackMutation.Of(pack, reference, ct);
                all += mutants.Count;
                noticed += mutants.Count(m => m.NoticedBy is not null);
                foreach (var mutant in mutants.Where(m => m.NoticedBy is null))
                {
                    if (mutant.Explained is { } why)
                    {
                        explained++;
                        Console.WriteLine($"已说明 explained  {file}  {mutant.Rule}/{mutant.Part}  {mutant.What.Zh} / {mutant.What.En}\n        {why.Zh} / {why.En}");
                        continue;
                    }

                    open++;
                    Console.WriteLine($"未发现 survived  {file}  {mutant.Rule}/{mutant.Part}  {mutant.What.Zh} / {mutant.What.En}");
                }

                foreach (var stale in PackMutation.Stale(pack, mutants))
                {
                    open++;
                    Console.WriteLine($"说明已无对象 nothing to explain  {file}:{stale.Position}  {stale.Rule}/{stale.Part}  {stale.Mutant}");
                }
            }

            Console.WriteLine($"{noticed} / {all} noticed, {explained} explained");
            return Task.FromResult(open == 0 ? ExitCode.Done : ExitCode.Attention);
        });
        return command;
    }

    private static Command Analyse()
    {
        var packs = Packs();
        var command = new Command("analyse", "分析规则包：永真、矛盾、重复、多余的条件，日期的空档与重叠，条款与规则的对应 / conditions that always or never hold, what decides nothing, gaps and overlaps of days, clauses without rules") { packs };
        command.SetAction(parsed =>
        {
            // Packs of one folder are used together.
            var files = PackFiles.Of(parsed.GetValue(packs)!);
            var reference = ShippedFiles.Reference();
            var (open, accepted) = (0, 0);
            foreach (var folder in files.GroupBy(f => Path.GetDirectoryName(f) ?? ""))
                foreach (var finding in PackAnalysis.Of([.. folder.Select(ShippedFiles.Pack)], reference))
                {
                    if (finding.Accepted is null) open++;
                    else accepted++;
                    Console.WriteLine(finding.Accepted is { } why ? $"已说明 accepted  {finding}\n        {why.Zh} / {why.En}" : $"{finding}");
                }

            Console.WriteLine($"{open} findings, {accepted} accepted");
            return open == 0 ? ExitCode.Done : ExitCode.Attention;
        });
        return command;
    }

    private static Command Boundaries()
    {
        var pack = Pack();
        var json = new Option<bool>("--json") { Description = "以案例的形式（JSON）输出 / as cases to be put into the pack" };
        var command = new Command("boundaries", "为每个限值生成案例：略低于、等于、略高于 / cases for every threshold: just under, on it, just over") { pack, json };
        command.SetAction(parsed =>
        {
            var found = PackBoundaries.Of(ShippedFiles.Pack(parsed.GetValue(pack)!), ShippedFiles.Reference());
            if (parsed.GetValue(json)) Console.WriteLine(PackBoundaries.Json(found));
            else BoundariesInWords.Print(found, Console.Out);
            return found.Any(b => b.Cases.Count == 0) ? ExitCode.Attention : ExitCode.Done;
        });
        return command;
    }
}
