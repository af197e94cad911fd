using System.CommandLine;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Host.Rules;
using CleanProd.Rules.Host.Screen;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Host.Cli;

/// <summary><c>rules check|test|explain|language</c>: the policy workbench without a browser.</summary>
internal static class RulesVerb
{
    internal static Command Command() => new("rules", "规则包：检查、测试、说明、参考 / rule packs: check, test, explain; references")
    {
        Check(), Test(), Explain(), Language(), DataFormat(),
    };

    private static Argument<string[]> Packs() => new("PACK") { Description = "规则包文件或文件夹 / rule packs or folders", Arity = ArgumentArity.OneOrMore };

    private static Command Check()
    {
        var packs = Packs();
        var command = new Command("check", "检查规则包能否使用；错误带行列 / is the pack usable; errors with line and column") { packs };
        command.SetAction(parsed =>
        {
            var refused = 0;
            foreach (var file in PackFiles.Of(parsed.GetValue(packs)!))
            {
                try
                {
                    var pack = ShippedFiles.Pack(file);
                    foreach (var day in PackFiles.DaysOfChange(pack)) CompiledPack.Compile(pack, day);
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

    private static Command Explain()
    {
        var pack = new Argument<string>("PACK") { Description = "规则包 / rule pack" };
        var data = new Option<string?>("--data") { Description = "数据集 / data set" };
        var facility = new Option<string?>("--facility") { Description = "企业代码 / facility_id" };
        var year = new Option<int>("--year") { Description = "筛查年度 / screened year" };
        var asOf = new Option<string?>("--as-of") { Description = "判定日期 / determination date" };
        var map = new Option<string?>("--map") { Description = "列对照文件 / column map" };
        var command = new Command("explain", "用文字说明规则包；给出数据和企业时说明该企业为何列入或不列入 / a pack in words, or why one enterprise is or is not listed")
        {
            pack, data, facility, year, asOf, map,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var file = parsed.GetValue(pack)!;
            if (parsed.GetValue(data) is not { } set)
            {
                PackInWords.Print(ShippedFiles.Pack(file), Console.Out);
                return ExitCode.Done;
            }

            if (parsed.GetValue(facility) is not { } id) throw new BadInputException("--data 须与 --facility、--year 同用。 Give --facility and --year with --data.");
            var arguments = new ScreenArguments(set, parsed.GetValue(year), ScreenVerb.Day(parsed.GetValue(asOf), parsed.GetValue(year)), parsed.GetValue(map), file, "", "zh-CN", false, true);
            var screened = await new ScreenJob(arguments).ScreenAsync(cancellation);
            var found = screened.Determinations.FirstOrDefault(d => d.Facility.Id.Value == id)
                ?? throw new BadInputException($"数据中没有企业 {id}。 The data set holds no such facility.");
            ReasonsInWords.Print(found, Console.Out);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Language()
    {
        var command = new Command("language", "规则语言参考（docs/rule-language.md） / the reference of the rule language");
        command.SetAction(_ =>
        {
            Console.Out.Write(RuleLanguageReference.Markdown(File.ReadAllText(ShippedFiles.PathOf("CleanProd.Rules.xml"))));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command DataFormat()
    {
        var command = new Command("data-format", "数据格式参考（docs/data-format.md） / the reference of the data format");
        command.SetAction(_ =>
        {
            Console.Out.Write(Facts.DataFormatReference.Markdown());
            return ExitCode.Done;
        });
        return command;
    }
}
