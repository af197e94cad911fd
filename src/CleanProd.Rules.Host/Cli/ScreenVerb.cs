using System.CommandLine;
using System.Globalization;
using CleanProd.Rules.Host.Screen;

namespace CleanProd.Rules.Host.Cli;

/// <summary><c>screen DATA --year Y</c>: the main job in one go.</summary>
internal static class ScreenVerb
{
    internal static Command Command()
    {
        var data = new Argument<string>("DATA") { Description = "数据文件夹或单个文件 / folder or file of the data set" };
        var year = new Option<int>("--year") { Description = "筛查年度 / screened year", Required = true };
        var asOf = new Option<string?>("--as-of") { Description = "判定日期（决定适用的法律），默认次年1月15日 / determination date, selects the law in force; default 15 January after the year" };
        var map = new Option<string?>("--map") { Description = "列对照文件 / column map of a foreign file" };
        var rules = new Option<string?>("--rules") { Description = "规则包文件或文件夹；默认按判定日期选取国家规则包 / rule pack or folder; default: the national pack in force" };
        var output = new Option<string>("--out") { Description = "输出文件夹 / output folder", DefaultValueFactory = _ => "out" };
        var language = new Option<string>("--lang") { Description = "zh-CN 或 en", DefaultValueFactory = _ => "zh-CN" };
        language.AcceptOnlyFromAmong("zh-CN", "en");
        var strict = new Option<bool>("--strict") { Description = "有错误行即停止 / stop when a row is refused" };
        var checkAll = new Option<bool>("--check-all") { Description = "全部用 RulesEngine 复核（默认复核全部触发项和百分之一样本） / RulesEngine reads every facility again, not only hits and a sample" };
        var reference = ReferenceVerb.FolderOption();
        var command = new Command("screen", "导入、判定、出名单和通知书 / import, judge, list and draft notices in one go")
        {
            data, year, asOf, map, rules, output, language, strict, checkAll, reference,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var job = new ScreenJob(new ScreenArguments(
                parsed.GetValue(data)!, parsed.GetValue(year), Day(parsed.GetValue(asOf), parsed.GetValue(year)), parsed.GetValue(map), parsed.GetValue(rules),
                parsed.GetValue(output)!, parsed.GetValue(language)!, parsed.GetValue(strict), parsed.GetValue(checkAll)) { Reference = parsed.GetValue(reference) });
            return await job.RunAsync(cancellation);
        });
        return command;
    }

    internal static DateOnly Day(string? text, int year)
    {
        if (year is < 1900 or > 2200) throw new BadInputException($"--year {year}：年度应为四位数字，如 2024。 Give a year such as 2024.");
        return Date(text) ?? new DateOnly(year + 1, 1, 15);
    }

    internal static DateOnly? Date(string? text) => text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new BadInputException($"--as-of {text}：日期应写作 2025-01-15。 Write the date as 2025-01-15.");
}
