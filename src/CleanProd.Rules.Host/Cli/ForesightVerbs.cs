using System.CommandLine;
using System.Text.Json;
using CleanProd.Rules.Determinations.Foresight;
using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Host.Rules;
using CleanProd.Rules.Host.Screen;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Host.Cli;

/// <summary><c>rules impact|reach|why|way-off</c>: what rules would do to a year, before they do it.</summary>
internal static class ForesightVerbs
{
    internal static Command Impact()
    {
        var pack = new Argument<string>("NEWPACK") { Description = "拟用的规则包 / the proposed pack" };
        var against = new Option<string?>("--against") { Description = "与之比较的规则包 / the pack it is held against" };
        var rules = new Option<string?>("--rules") { Description = "现行规则包文件夹；默认按判定日期选取 / the packs in force; default: those that ship" };
        var format = new Option<string>("--format") { Description = "text | json | csv", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "csv");
        var on = new YearOptions();
        var command = new Command("impact", "规则改变后，某一年度谁会列入、谁会移出、谁的理由会变，逐家列名 / who would join or leave the list of a year, by name") { pack, against, rules, format };
        on.AddTo(command);
        command.SetAction((parsed, ct) =>
        {
            var (year, asOf) = on.Day(parsed);
            var proposed = ShippedFiles.Pack(parsed.GetValue(pack)!);
            IReadOnlyList<RulePack> before = parsed.GetValue(against) is { } old ? [ShippedFiles.Pack(old)] : ImportedYear.PacksOn(parsed.GetValue(rules), asOf);
            IReadOnlyList<RulePack> after = parsed.GetValue(against) is not null ? [proposed] : Law.With(before, proposed);
            var (lawBefore, lawAfter) = (Law.Compile(before, asOf), Law.Compile(after, asOf));
            var imported = on.Read(parsed, year, ct);
            var impact = ImpactAnalysis.Of(lawBefore, lawAfter, imported.Facts(asOf, [.. before, .. after], ct), readAgain: true, ct);
            switch (parsed.GetValue(format))
            {
                case "json": PrintJson(impact); break;
                case "csv": Console.Out.Write(ImpactCsv.Of(impact)); break;
                default: ImpactInWords.Print(impact, imported.Reference, on.English(parsed), Console.Out); break;
            }

            return Task.FromResult(on.Finish(parsed, imported, impact.Counts.Fail > 0));
        });
        return command;
    }

    internal static Command Reach()
    {
        var pack = new Argument<string>("PACK") { Description = "规则包 / rule pack" };
        var json = new Option<bool>("--json") { Description = "以 JSON 输出 / as JSON" };
        var on = new YearOptions();
        var command = new Command("reach", "规则中每个判断在某一年度命中多少家、多少家缺数据、每家耗时 / of each test in a rule: how many match, how many lack the fact, what it costs") { pack, json };
        on.AddTo(command);
        command.SetAction((parsed, ct) =>
        {
            var (year, asOf) = on.Day(parsed);
            var asked = ShippedFiles.Pack(parsed.GetValue(pack)!);
            var law = Law.Compile([asked], asOf);
            var imported = on.Read(parsed, year, ct);
            var reach = ConditionReach.Of(law, imported.Facts(asOf, [asked], ct), ct);
            if (parsed.GetValue(json)) PrintJson(reach);
            else ReachInWords.Print(reach, on.English(parsed), Console.Out);
            return Task.FromResult(on.Finish(parsed, imported, false));
        });
        return command;
    }

    internal static Command Why()
    {
        var (facility, json, on) = (Facility(), new Option<bool>("--json") { Description = "以 JSON 输出 / as JSON" }, new YearOptions());
        var rules = new Option<string?>("--rules") { Description = "规则包文件或文件夹；默认按判定日期选取 / pack or folder; default: those that ship" };
        var rulesBefore = new Option<string?>("--rules-before") { Description = "上一年度所用的规则包；默认同 --rules / packs of the year before; default: as --rules" };
        var before = new Option<int?>("--before") { Description = "与之比较的年度，默认上一年 / the year it is held against; default: the year before" };
        var asOfBefore = new Option<string?>("--as-of-before") { Description = "该年度的判定日期 / its determination date" };
        var dataBefore = new Option<string?>("--data-before") { Description = "当时的数据；默认同 --data / the data of then; default: as --data" };
        var command = new Command("why", "同一企业为何今年与上年不同：逐一替换法律、数据、期间 / why one enterprise is judged otherwise than the year before: law, data and period exchanged one at a time")
        {
            facility, rules, rulesBefore, before, asOfBefore, dataBefore, json,
        };
        on.AddTo(command);
        command.SetAction((parsed, ct) =>
        {
            var (year, asOf) = on.Day(parsed);
            var earlier = parsed.GetValue(before) ?? year - 1;
            var (then, id) = (ScreenVerb.Day(parsed.GetValue(asOfBefore), earlier), parsed.GetValue(facility)!);
            var imported = on.Read(parsed, year, ct);
            // Rows are read for a year where a table does not name one: each side reads for its own.
            var importedBefore = ImportedYear.Read(parsed.GetValue(dataBefore) ?? on.DataOf(parsed), on.MapOf(parsed), earlier, ct);
            var why = WhyChanged.Of(
                new(Law.Compile(ImportedYear.PacksOn(parsed.GetValue(rulesBefore) ?? parsed.GetValue(rules), then), then), imported.Reference, importedBefore.Of(id), importedBefore.TablesGiven, earlier, then),
                new(Law.Compile(ImportedYear.PacksOn(parsed.GetValue(rules), asOf), asOf), imported.Reference, imported.Of(id), imported.TablesGiven, year, asOf));
            if (parsed.GetValue(json)) PrintJson(WhyAnswer.Of(why));
            else WhyInWords.Print(why, on.English(parsed), Console.Out);
            return Task.FromResult(on.Finish(parsed, imported, false));
        });
        return command;
    }

    internal static Command WayOff()
    {
        var (facility, json, on) = (Facility(), new Option<bool>("--json") { Description = "以 JSON 输出 / as JSON" }, new YearOptions());
        var rules = new Option<string?>("--rules") { Description = "规则包文件或文件夹；默认按判定日期选取 / pack or folder; default: those that ship" };
        var command = new Command("way-off", "使一家企业不再列入的最小改变，逐值列出，并重新判定验证 / the smallest change that would take an enterprise off the list, verified by judging again") { facility, rules, json };
        on.AddTo(command);
        command.SetAction((parsed, ct) =>
        {
            var (year, asOf) = on.Day(parsed);
            var law = Law.Compile(ImportedYear.PacksOn(parsed.GetValue(rules), asOf), asOf);
            var imported = on.Read(parsed, year, ct);
            var found = new WayOffSearch(law, imported.Reference, imported.Of(parsed.GetValue(facility)!), imported.TablesGiven, year, asOf).Find();
            if (parsed.GetValue(json)) PrintJson(found);
            else WayOffInWords.Print(found, on.English(parsed), Console.Out);
            return Task.FromResult(on.Finish(parsed, imported, false));
        });
        return command;
    }

    private static Option<string> Facility() => new("--facility") { Description = "企业代码 / facility_id", Required = true };

    private static void PrintJson<T>(T told) => Console.Out.WriteLine(JsonSerializer.Serialize(told, Indented));

    private static readonly JsonSerializerOptions Indented = new(ApiJson.Options) { WriteIndented = true };
}

/// <summary>The year that is asked about, and the data of it.</summary>
internal sealed class YearOptions
{
    private readonly Option<string> _data = new("--data") { Description = "数据集 / data set", Required = true };
    private readonly Option<int> _year = new("--year") { Description = "年度 / year", Required = true };
    private readonly Option<string?> _asOf = new("--as-of") { Description = "判定日期，默认次年1月15日 / determination date; default 15 January after the year" };
    private readonly Option<string?> _map = new("--map") { Description = "列对照文件 / column map" };
    private readonly Option<string> _language = new("--lang") { Description = "zh-CN | en", DefaultValueFactory = _ => "zh-CN" };

    internal YearOptions() => _language.AcceptOnlyFromAmong("zh-CN", "en");

    internal void AddTo(Command command)
    {
        foreach (var option in (Option[])[_data, _year, _asOf, _map, _language]) command.Options.Add(option);
    }

    internal (int Year, DateOnly AsOf) Day(ParseResult parsed) => (parsed.GetValue(_year), ScreenVerb.Day(parsed.GetValue(_asOf), parsed.GetValue(_year)));

    internal string DataOf(ParseResult parsed) => parsed.GetValue(_data)!;

    internal string? MapOf(ParseResult parsed) => parsed.GetValue(_map);

    internal bool English(ParseResult parsed) => parsed.GetValue(_language) == "en";

    internal ImportedYear Read(ParseResult parsed, int year, CancellationToken ct) => ImportedYear.Read(DataOf(parsed), MapOf(parsed), year, ct);

    /// <summary>Says on the side what the answer does not rest on.</summary>
    internal int Finish(ParseResult parsed, ImportedYear imported, bool failed)
    {
        if (imported.Refused > 0)
        {
            Console.Error.WriteLine(English(parsed)
                ? $"{imported.Refused} rows of the data were refused; their facilities are judged without them (see screen)."
                : $"数据中有 {imported.Refused} 行未采用，所涉企业按其余数据判断（详见 screen）。");
        }

        return failed ? ExitCode.Attention : ExitCode.Done;
    }
}
