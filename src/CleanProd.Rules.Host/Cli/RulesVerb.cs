using System.CommandLine;
using CleanProd.Rules.Host.Rules;
using CleanProd.Rules.Host.Screen;
using CleanProd.Rules.Import;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Host.Cli;

/// <summary><c>rules …</c>: the policy workbench without a browser.</summary>
internal static partial class RulesVerb
{
    internal static Command Command() => new("rules", "规则包：编写、证明、说明、参考 / rule packs: writing, proving, explaining; references")
    {
        New(), Copy(), Format(), Form(), Complete(), Parameters(), Table(), Import(),
        Check(), Test(), Coverage(), Boundaries(), Mutate(), Analyse(), Explain(), Language(), DataFormat(),
        ForesightVerbs.Impact(), ForesightVerbs.Reach(), ForesightVerbs.Why(), ForesightVerbs.WayOff(), ComparingVerbs.Diff(), ComparingVerbs.Overlay(),
    };

    private static Argument<string[]> Packs() => new("PACK") { Description = "规则包文件或文件夹 / rule packs or folders", Arity = ArgumentArity.OneOrMore };

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
            using var job = new ScreenJob(arguments);
            var screened = await job.ScreenAsync(cancellation);
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
            Console.Out.Write(DataFormatReference.Markdown());
            return ExitCode.Done;
        });
        return command;
    }
}
