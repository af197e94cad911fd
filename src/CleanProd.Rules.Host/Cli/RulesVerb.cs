using System.CommandLine;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Determinations.Proving;
using CleanProd.Rules.Host.Rules;
using CleanProd.Rules.Host.Screen;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Host.Cli;

/// <summary><c>rules check|test|coverage|mutate|explain|language</c>: the policy workbench without a browser.</summary>
internal static class RulesVerb
{
    internal static Command Command() => new("rules", "规则包：检查、测试、覆盖、变异、说明、参考 / rule packs: check, test, coverage, mutation, explain; references")
    {
        Check(), Test(), Coverage(), Mutate(), Explain(), Language(), DataFormat(),
        ForesightVerbs.Impact(), ForesightVerbs.Reach(), ForesightVerbs.Why(), ForesightVerbs.WayOff(), ComparingVerbs.Diff(), ComparingVerbs.Overlay(),
    };

    private static Argument<string[]> Packs() => new("PACK") { Description = "规则包文件或文件夹 / rule packs or folders", Arity = ArgumentArity.OneOrMore };

    private static Command Check()
    {
        var packs = Packs();
        var command = new Command("check", "检查规则包能否使用；错误带行列 / is the pack usable; errors with line and column") { packs };
        command.SetAction(parsed =>
        {
            var refused = 0;
            var usable = new List<RulePack>();
            foreach (var file in PackFiles.Of(parsed.GetValue(packs)!))
            {
                try
                {
                    var pack = ShippedFiles.Pack(file);
                    foreach (var day in PackFiles.DaysOfChange(pack)) CompiledPack.Compile(pack, day);
                    usable.Add(pack);
                    Console.WriteLine($"ok    {file}  {pack.Name}  {pack.Rules.Count} rules, {pack.Cases.Count} cases");
                }
                catch (PackException e)
                {
                    refused++;
                    foreach (var error in e.Errors) Console.Error.WriteLine(error);
                }
            }

            refused += OverlayReport.Print(usable, Console.Error, errorsOnly: true);
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
            var (all, covered) = (0, 0);
            foreach (var file in PackFiles.Of(parsed.GetValue(packs)!))
            {
                Console.WriteLine(file);
                foreach (var test in PackCoverage.Of(ShippedFiles.Pack(file), reference))
                {
                    all++;
                    if (test.IsCovered) covered++;
                    Console.WriteLine($"{(test.IsCovered ? "  ok     " : "  缺 gap ")} {test.Rule}/{test.Part}  true {test.SeenTrue}  false {test.SeenFalse}  unknown {test.SeenUnknown}  decisive {test.Decisive}  {test.Text}");
                }
            }

            Console.WriteLine($"{covered} / {all} covered");
            return covered == all ? ExitCode.Done : ExitCode.Attention;
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
            var (all, survived) = (0, 0);
            foreach (var file in PackFiles.Of(parsed.GetValue(packs)!))
            {
                var mutants = PackMutation.Of(ShippedFiles.Pack(file), reference, ct);
                all += mutants.Count;
                foreach (var mutant in mutants.Where(m => m.NoticedBy is null))
                {
                    survived++;
                    Console.WriteLine($"未发现 survived  {file}  {mutant.Rule}/{mutant.Part}  {mutant.What.Zh} / {mutant.What.En}");
                }
            }

            Console.WriteLine($"{all - survived} / {all} noticed");
            return Task.FromResult(survived == 0 ? ExitCode.Done : ExitCode.Attention);
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
        var outlet = new Option<string?>("--outlet") { Description = "排放口编号 / outlet_id" };
        var pollutant = new Option<string?>("--pollutant") { Description = "污染物 / pollutant" };
        var at = new Option<string?>("--at") { Description = "日期或时间 / day or time" };
        var json = new Option<bool>("--json") { Description = "以 JSON 输出 / as JSON" };
        var language = new Option<string>("--lang") { Description = "zh-CN | en", DefaultValueFactory = _ => "zh-CN" };
        language.AcceptOnlyFromAmong("zh-CN", "en");
        var command = new Command(
            "explain",
            "用文字说明规则包；给出数据和企业时说明该企业为何列入或不列入；再给出排放口和污染物时逐值说明判定过程 / a pack in words; why one enterprise is or is not listed; how single values were judged")
        {
            pack, data, facility, year, asOf, map, outlet, pollutant, at, json, language,
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
            var determinedOn = ScreenVerb.Day(parsed.GetValue(asOf), parsed.GetValue(year));
            if (parsed.GetValue(outlet) is not null || parsed.GetValue(pollutant) is not null)
            {
                if (parsed.GetValue(outlet) is null || parsed.GetValue(pollutant) is not { } what) throw new BadInputException("--outlet 须与 --pollutant 同用。 Give --outlet and --pollutant together.");
                var values = ValuesInWords.Of(new(set, parsed.GetValue(map), parsed.GetValue(year), determinedOn, id, parsed.GetValue(outlet)!, what, parsed.GetValue(at)), cancellation);
                if (parsed.GetValue(json)) ValuesInWords.PrintJson(values, Console.Out);
                else ValuesInWords.Print(values, parsed.GetValue(language) == "en", Console.Out);
                return ExitCode.Done;
            }

            var arguments = new ScreenArguments(set, parsed.GetValue(year), determinedOn, parsed.GetValue(map), file, "", "zh-CN", false, true);
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
