using System.Collections;
using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Limits;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Tests.Facts.Building;

/// <summary>Facts as lines that people approve: every public member that says something, by name.</summary>
internal static class Told
{
    internal static string Of(object fact) => string.Join(' ', fact.GetType().GetProperties()
        .Where(p => p.GetIndexParameters().Length == 0 && p.Name is not "Subject")
        .Select(p => (p.Name, Text: Text(p.GetValue(fact)))).Where(p => p.Text.Length > 0).OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{p.Name}={p.Text}"));

    /// <summary>Each item of a list on a line of its own, then what is missing.</summary>
    internal static IEnumerable<string> Of<T>(string name, FactList<T> list)
        where T : notnull =>
        [.. list.Select(i => $"  {name}: {Of(i)}"), .. list.Missing is null ? Array.Empty<string>() : [$"  {name} missing: {list.Missing}"]];

    internal static string Text(object? value) => value switch
    {
        null or false => "",
        true => "yes",
        string text => text,
        decimal number => PlainNumber.Text(decimal.Round(number, 12)),
        DateTime at => at.ToString(at.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        '\0' => "",
        Evidence evidence => $"{{{Of(evidence)}}}",
        Wording wording => $"{wording.Zh} / {wording.En}",
        ApplicableLimit law => $"{law.Named} ({law.Citation}) {law.Source}",
        ReadingNote note => $"{Text(note.Text)} ×{note.Count} from {note.First}",
        MonthRatio month => string.Create(CultureInfo.InvariantCulture, $"{month.Month:yyyy-MM} {Text(month.Certain)}{(month.HasIndeterminate ? "?" : "")}"),
        IEnumerable items => string.Join(" | ", items.Cast<object>().Select(Text)),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
