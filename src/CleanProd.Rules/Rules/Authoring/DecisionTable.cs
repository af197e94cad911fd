using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Rules.Proving;

namespace CleanProd.Rules.Rules.Authoring;

/// <summary>The decision logic of a pack as a table for reading: who is judged, by what, with which numbers, under which clause.</summary>
public static class DecisionTable
{
    /// <summary>The rows, headings first: one for each rule, each exception and each value of a parameter.</summary>
    /// <exception cref="PackException">The pack is refused.</exception>
    public static IReadOnlyList<IReadOnlyList<string>> Of(RulePack pack)
    {
        var parser = new ConditionParser(pack.FileName, ParameterSet.On(pack, PackCheck.FirstDay(pack)));
        string Print(ConditionText text, Type? type) => ConditionPrinter.Print(parser.Read(text, type).Written);
        string Node(ConditionNode node) => node switch
        {
            ConditionNode.Leaf leaf => string.Concat(leaf.Text.Locals.Select((l, i) => $"{l.Name} = {Print(new(l.Text, l.Position, [.. leaf.Text.Locals.Take(i)]), null)}; ")) + Print(leaf.Text, typeof(bool)),
            ConditionNode.Group group => string.Join(group.All ? " and " : " or ", group.Children.Select(c => $"({Node(c)})")),
            _ => "",
        };
        var rows = new List<IReadOnlyList<string>> { (string[])["类别 kind", "名称 name", "条款 clause", "含义 meaning", "适用 applies when", "条件或数值 condition or value", "必备 requires", "起 from", "止 to"] };
        foreach (var rule in pack.Rules)
        {
            rows.Add([
                "规则 rule", rule.Ground is { } ground && ground != rule.Name ? $"{rule.Name} ({ground})" : rule.Name, Both(rule.Citation), Both(rule.Sentence), rule.AppliesWhen is { } when ? Print(when, typeof(bool)) : "",
                Node(rule.Condition), string.Join("; ", rule.Requires.Select(r => Print(r, null))), Day(pack.GovernsFrom), Day(pack.GovernsTo)]);
            foreach (var exception in rule.Exceptions)
                rows.Add(["例外 exception", rule.Name, Both(exception.Citation), Both(exception.Sentence), "", Print(exception.When, typeof(bool)), "", Day(pack.GovernsFrom), Day(pack.GovernsTo)]);
        }

        foreach (var parameter in pack.Parameters)
            foreach (var value in parameter.Values)
                rows.Add(["参数 parameter", $"p.{parameter.Id}", value.Citation, Both(parameter.Title), "", $"{Text(value.Value)}{(parameter.Unit is { Length: > 0 } unit and not "1" ? " " + unit : "")}", "", Day(value.From), Day(value.To)]);
        return rows;
    }

    /// <summary>The rows as a Markdown table.</summary>
    public static string Markdown(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells.Select(c => c.Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal)))} |\n";
        return Line(rows[0]) + Line(rows[0].Select(_ => "---")) + string.Concat(rows.Skip(1).Select(Line));
    }

    private static string Both(Wording text) => text.Zh == text.En ? text.Zh : $"{text.Zh} / {text.En}";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Text(object value) => value switch
    {
        decimal number => PlainNumber.Text(number),
        TextList list => string.Join("; ", list.Items),
        ParameterTable table => string.Join("; ", table.Rows.Select(r => $"{r.Key}: {PlainNumber.Text(r.Value)}")),
        _ => "",
    };
}
