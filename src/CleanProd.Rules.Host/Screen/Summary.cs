using System.Globalization;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Import;
using Spectre.Console;

namespace CleanProd.Rules.Host.Screen;

/// <summary>What a screening prints at the end: counts by outcome and ground, findings, what to look at.</summary>
internal static class Summary
{
    internal static void Print(Screened s, Stages stages, string output)
    {
        var console = Console();
        var en = s.Arguments.English;
        var law = en ? s.Packs[0].Instrument.Law.En : s.Packs[0].Instrument.Law.Zh;
        console.WriteLine(en
            ? $"Screening of {s.Arguments.Year}, determined as of {Day(s.Arguments.AsOf)} under {law}"
            : $"{s.Arguments.Year} 年度筛查，判定日期 {Day(s.Arguments.AsOf)}，适用{law}");
        if (s.Arguments.AsOf <= s.Packs[0].PeriodOf(s.Arguments.Year, s.Arguments.AsOf).To && s.Packs[0].PeriodMonths is null)
            console.WriteLine(en
                ? "Warning: the determination date lies before the end of the screened year."
                : "提醒：判定日期早于筛查年度终了。");
        console.Write(Outcomes(s, en));
        console.WriteLine(Findings(s, en));
        console.WriteLine($"{(en ? "Time" : "用时")}: {string.Join(", ", stages.Durations.Select(d => $"{d.Key} {d.Value.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s"))}");
        console.WriteLine($"{(en ? "Written to" : "结果写入")} {output}");
    }

    internal static void PrintRefused(Screened s)
    {
        var console = Console();
        foreach (var finding in s.Imported.Findings.Where(f => f.Severity == FindingSeverity.Error && !s.Accepted.Holds(f)).Take(50))
            console.WriteLine($"{finding.File}{(finding.Sheet is null ? "" : $"[{finding.Sheet}]")}:{finding.Row} {finding.Column} “{finding.Value}” {finding.Code}: {finding.Message} {finding.Action}");
        console.WriteLine(Findings(s, s.Arguments.English));
        console.WriteLine(s.Arguments.English ? "Stopped (--strict); nothing was written." : "已停止（--strict），未写出任何结果。");
    }

    private static Table Outcomes(Screened s, bool en)
    {
        var outcomes = Enum.GetValues<Outcome>().OrderDescending().ToArray();
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn("");
        foreach (var outcome in outcomes) table.AddColumn(new TableColumn(en ? outcome.Word() : outcome.Chinese()).RightAligned());
        table.AddColumn(new TableColumn(en ? "total" : "合计").RightAligned());
        Row(table, en ? "facilities" : "企业", s.Determinations.Select(d => d.Outcome), outcomes);
        foreach (var rule in s.Determinations.SelectMany(d => d.Rules).GroupBy(r => (r.Rule, r.Ground)))
            Row(table, rule.Key.Ground is { } ground && ground != rule.Key.Rule ? $"{rule.Key.Rule} ({ground})" : rule.Key.Rule, rule.Select(r => r.Outcome), outcomes);
        return table;
    }

    private static void Row(Table table, string name, IEnumerable<Outcome> found, Outcome[] outcomes)
    {
        var counts = found.CountBy(o => o).ToDictionary();
        table.AddRow([Markup.Escape(name), .. outcomes.Select(o => Number(counts.GetValueOrDefault(o))), Number(counts.Values.Sum())]);
    }

    private static string Findings(Screened s, bool en)
    {
        var counts = s.Imported.Findings.CountBy(f => f.Severity).ToDictionary();
        int errors = counts.GetValueOrDefault(FindingSeverity.Error), accepted = errors - s.Attention;
        return en
            ? $"Import findings: {errors} errors ({accepted} accepted), {counts.GetValueOrDefault(FindingSeverity.Warning)} warnings, {counts.GetValueOrDefault(FindingSeverity.Note)} notes; see findings.csv"
            : $"导入发现：错误 {errors}（其中已认可 {accepted}）、提醒 {counts.GetValueOrDefault(FindingSeverity.Warning)}、备注 {counts.GetValueOrDefault(FindingSeverity.Note)}，详见 findings.csv";
    }

    // A pipe has no width; lines are not broken for it.
    private static IAnsiConsole Console()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(System.Console.Out),
            Ansi = System.Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
        });
        if (System.Console.IsOutputRedirected) console.Profile.Width = 400;
        return console;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(int n) => n.ToString("N0", CultureInfo.InvariantCulture);
}
