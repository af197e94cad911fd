using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Rules.Comparing;

// Parameters: from what to what, and from which day.
public static partial class PackDifference
{
    private const int MostTold = 8;

    private static IEnumerable<PackChange> Parameters(RulePack a, RulePack b)
    {
        foreach (var gone in a.Parameters.Where(p => b.Parameters.All(q => q.Id != p.Id))) yield return Parameter(gone.Id, $"删去参数 {gone.Id}", $"the parameter {gone.Id} was removed");
        foreach (var now in b.Parameters)
        {
            if (a.Parameters.FirstOrDefault(p => p.Id == now.Id) is not { } old)
            {
                foreach (var value in now.Values)
                    yield return Parameter(now.Id, $"新增参数 {now.Id}：自 {Day(value.From)} 起为 {Text(value.Value, now.Unit)}（{value.Citation}）", $"a parameter {now.Id} was added: {Text(value.Value, now.Unit)} from {Day(value.From)} ({value.Citation})");
                continue;
            }

            if (old.Unit != now.Unit) yield return Parameter(now.Id, $"参数 {now.Id} 的单位由 {old.Unit} 改为 {now.Unit}", $"the unit of {now.Id} is {now.Unit}, was {old.Unit}");
            foreach (var change in Values(old, now)) yield return change;
        }
    }

    // Stretches of days on which both sides stand still.
    private static IEnumerable<PackChange> Values(PackParameter old, PackParameter now)
    {
        var starts = old.Values.Concat(now.Values).SelectMany(v => v.To is { } to && to < DateOnly.MaxValue ? new[] { v.From, to.AddDays(1) } : [v.From]).Distinct().Order();
        (string, string)? told = null;
        foreach (var day in starts)
        {
            var (x, y) = (On(old, day), On(now, day));
            if (x is null && y is null) { told = null; continue; }
            if (x is not null && y is not null && ConditionEquality.SameValue(x.Value, y.Value))
            {
                told = null;
                if (x.Citation != y.Citation && x.From == y.From)
                    yield return new(PackChangeKind.Citation, now.Id, new($"参数 {now.Id} 自 {Day(day)} 起的依据由“{x.Citation}”改为“{y.Citation}”", $"{now.Id} cites '{y.Citation}' from {Day(day)}, was '{x.Citation}'"));
                continue;
            }

            var (from, to) = Shown(x?.Value, y?.Value, now.Unit);
            // A stretch that only goes on is told once.
            if (told == (from, to)) continue;
            told = (from, to);
            var by = y is null || y.Citation.Length == 0 ? "" : $"（{y.Citation}）";
            yield return Parameter(now.Id,
                x is null ? $"参数 {now.Id} 自 {Day(day)} 起定为 {to}{by}" : y is null ? $"参数 {now.Id} 自 {Day(day)} 起不再有值（原为 {from}）" : $"参数 {now.Id} 自 {Day(day)} 起由 {from} 改为 {to}{by}",
                x is null ? $"{now.Id} is set to {to} from {Day(day)}{by}" : y is null ? $"{now.Id} has no value from {Day(day)} (was {from})" : $"{now.Id} goes from {from} to {to} from {Day(day)}{by}");
        }
    }

    private static ParameterValue? On(PackParameter parameter, DateOnly day) => parameter.Values.FirstOrDefault(v => v.From <= day && (v.To is null || day <= v.To));

    // Of lists and tables only what differs.
    private static (string From, string To) Shown(object? old, object? now, string unit) => (old, now) switch
    {
        (TextList x, TextList y) => (Items(x.Items.Except(y.Items, StringComparer.Ordinal), "−"), Items(y.Items.Except(x.Items, StringComparer.Ordinal), "+")),
        (ParameterTable x, ParameterTable y) => (Rows(x.Rows.Except(y.Rows), unit), Rows(y.Rows.Except(x.Rows), unit)),
        _ => (old is null ? "" : Text(old, unit), now is null ? "" : Text(now, unit)),
    };

    private static string Text(object value, string unit) => value switch
    {
        decimal number => unit is "" or "1" ? PlainNumber.Text(number) : $"{PlainNumber.Text(number)} {unit}",
        TextList list => Items(list.Items, ""),
        _ => Rows(((ParameterTable)value).Rows, unit),
    };

    private static string Items(IEnumerable<string> items, string sign)
    {
        var all = items.ToArray();
        return all.Length == 0 ? "∅" : $"[{string.Join(", ", all.Take(MostTold).Select(i => sign + i))}{(all.Length > MostTold ? $", … ({all.Length})" : "")}]";
    }

    private static string Rows(IEnumerable<KeyValuePair<string, decimal>> rows, string unit)
    {
        var all = rows.ToArray();
        return all.Length == 0 ? "∅" : $"[{string.Join(", ", all.Take(MostTold).Select(r => $"{r.Key}: {PlainNumber.Text(r.Value)}"))}{(all.Length > MostTold ? $", … ({all.Length})" : "")}] {unit}".TrimEnd();
    }

    private static PackChange Parameter(string id, string zh, string en) => new(PackChangeKind.Parameter, id, new(zh, en));
}
