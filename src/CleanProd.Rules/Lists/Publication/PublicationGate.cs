using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists.Review;

namespace CleanProd.Rules.Lists.Publication;

/// <summary>What stands against the publication of a list.</summary>
public static class PublicationGate
{
    /// <summary>
    /// Everything that stands against publication, and warnings. Codes: <c>list_closed</c>, <c>nothing_to_publish</c>, <c>rule_errors</c>,
    /// <c>entry_returned</c>, <c>entry_not_fixed</c>, <c>signature_missing</c>, <c>signature_void</c>, <c>signature_refused</c>; the
    /// warning <c>undetermined</c>.
    /// </summary>
    /// <param name="list">The list.</param>
    /// <param name="entries">All its entries.</param>
    /// <param name="procedure">Who makes it.</param>
    /// <param name="run">What the run behind it left open.</param>
    public static IReadOnlyList<GateItem> Of(ReviewedList list, IReadOnlyCollection<ListEntry> entries, ListProcedure procedure, RunCondition run)
    {
        var items = new List<GateItem>();
        if (list.State != ListState.Open)
            items.Add(new("list_closed", true, new("名单已公布或者已放弃。", "The list is published or given up.")));
        if (!entries.Any(e => e.Included))
            items.Add(new("nothing_to_publish", true, new("名单上没有企业。", "There is no enterprise on the list.")));
        if (run.RuleErrors > 0)
            items.Add(new("rule_errors", true, new($"筛查中有{Text(run.RuleErrors)}条规则出错，须先处理。", $"{Text(run.RuleErrors)} rules failed in the run; settle them first.")));
        items.AddRange(entries.OrderBy(e => e.Key).Select(e => Entry(e, procedure)).OfType<GateItem>());
        foreach (var classId in entries.Where(e => e.Included).Select(e => e.Opening.ClassId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            items.AddRange(Signatures(list, ListContent.Of(list.Head, classId, entries), list.SignersOf(classId, entries, procedure)));
        if (run.Undetermined > 0)
            items.Add(new("undetermined", false, new($"另有{Text(run.Undetermined)}家企业因数据不足未能判定。", $"{Text(run.Undetermined)} enterprises could not be decided for want of data.")));
        return items;
    }

    private static GateItem? Entry(ListEntry entry, ListProcedure procedure)
    {
        if (entry.Waiting(procedure) is not { } next) return null;
        var (name, state) = (entry.Opening.FacilityName, ReviewWords.Of(entry.State));
        return entry.Returned is { } back
            ? new("entry_returned", true, new($"{name}：被{back.By.Name}退回，理由：{back.Reason}", $"{name}: sent back by {back.By.Name}: {back.Reason}")) { Entry = entry.Key, Next = next }
            : new("entry_not_fixed", true, new($"{name}：{state.Zh}，尚未核定。", $"{name}: {state.En}, not yet fixed.")) { Entry = entry.Key, Next = next };
    }

    private static IEnumerable<GateItem> Signatures(ReviewedList list, ListContent content, IReadOnlyList<Department> needed)
    {
        var title = ListClass.Named(content.ClassId).Name;
        foreach (var department in needed)
        {
            var last = list.Signatures.LastOrDefault(s => s.ClassId == content.ClassId && s.By.Department == department);
            var who = ReviewWords.Of(department);
            GateItem? item = last switch
            {
                null => new("signature_missing", true, new($"“{title.Zh}”部分尚无{who.Zh}会签。", $"Part '{title.En}' is not signed by the {who.En}.")),
                { Refusal: { } why } when last.Sha256 == content.Sha256 => new("signature_refused", true, new($"{who.Zh}不同意“{title.Zh}”部分：{why}", $"The {who.En} refuses part '{title.En}': {why}")),
                _ when last.Sha256 != content.Sha256 => new("signature_void", true, new($"“{title.Zh}”部分会签后内容有变，{who.Zh}须重新会签。", $"Part '{title.En}' has changed since the {who.En} answered; it must sign again.")),
                _ => null,
            };
            if (item is not null) yield return item with { ClassId = content.ClassId, Next = new(department, list.Head.Jurisdiction.Level, list.Head.Jurisdiction) };
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What a run left open.</summary>
/// <param name="RuleErrors">Enterprises with a rule that failed; any blocks publication.</param>
/// <param name="Undetermined">Enterprises that could not be decided; a warning.</param>
public sealed record RunCondition(int RuleErrors, int Undetermined)
{
    /// <summary>Nothing open, or no run behind the list.</summary>
    public static readonly RunCondition Clean = new(0, 0);
}

/// <summary>One thing that stands against publication.</summary>
/// <param name="Code">Stable name.</param>
/// <param name="Blocks">False for a warning.</param>
/// <param name="Text">What it is.</param>
public sealed record GateItem(string Code, bool Blocks, Wording Text)
{
    /// <summary>The entry it is about.</summary>
    public EntryKey? Entry { get; init; }

    /// <summary>The class it is about.</summary>
    public string? ClassId { get; init; }

    /// <summary>Whose turn it is.</summary>
    public NextStep? Next { get; init; }
}
