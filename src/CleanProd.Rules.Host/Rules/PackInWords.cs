using System.Globalization;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Host.Rules;

/// <summary>A rule pack for reading.</summary>
internal static class PackInWords
{
    internal static void Print(RulePack pack, TextWriter to)
    {
        to.WriteLine($"{pack.Title.Zh} / {pack.Title.En}");
        to.WriteLine($"  {pack.Instrument.Law.Zh} {pack.Instrument.Number}；{Day(pack.Instrument.InForceFrom)} 起施行{(pack.Instrument.InForceTo is { } end ? $"，至 {Day(end)}" : "")}（{pack.Instrument.Basis}）");
        to.WriteLine($"  判定日期 / determination dates: {Day(pack.GovernsFrom)} – {(pack.GovernsTo is { } to2 ? Day(to2) : "…")}; {pack.Jurisdiction}; {pack.Name}");
        foreach (var parameter in pack.Parameters)
            foreach (var value in parameter.Values)
                to.WriteLine($"  p.{parameter.Id} = {Text(value.Value)} {parameter.Unit}  [{Day(value.From)} – {(value.To is { } until ? Day(until) : "…")}]  {value.Citation}");
        foreach (var rule in pack.Rules) Print(rule, to);
    }

    private static void Print(PackRule rule, TextWriter to)
    {
        to.WriteLine();
        to.WriteLine($"{rule.Name}{(rule.Ground is { } ground && ground != rule.Name ? $" ({ground})" : "")}  {rule.Citation.Zh} / {rule.Citation.En}");
        to.WriteLine($"  {rule.Sentence.Zh} / {rule.Sentence.En}");
        to.WriteLine($"  条件 condition: {Text(rule.Condition)}");
        if (rule.AppliesWhen is { } when) to.WriteLine($"  适用 applies when: {when.Text}");
        foreach (var required in rule.Requires) to.WriteLine($"  必备 requires: {required.Text}");
        foreach (var exception in rule.Exceptions) to.WriteLine($"  例外 except when: {exception.When.Text}  {exception.Citation.Zh}");
    }

    private static string Text(ConditionNode node) => node switch
    {
        ConditionNode.Leaf leaf => leaf.Text.Text,
        ConditionNode.Group group => string.Join(group.All ? " and " : " or ", group.Children.Select(c => $"({Text(c)})")),
        _ => "",
    };

    private static string Text(object value) => value switch
    {
        decimal number => Facts.PlainNumber.Text(number),
        TextList list => $"[{string.Join(", ", list.Items)}]",
        ParameterTable table => $"{{{string.Join(", ", table.Rows.Select(r => $"{r.Key}: {Facts.PlainNumber.Text(r.Value)}"))}}}",
        _ => "",
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
