using CleanProd.Rules.Facts;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Host.Pages.Rules;

/// <summary>The value of a parameter for reading.</summary>
internal static class ValueWords
{
    internal static string Of(object value) => value switch
    {
        decimal number => PlainNumber.Text(number),
        TextList list => string.Join("、", list.Items),
        ParameterTable table => string.Join("; ", table.Rows.Select(r => $"{r.Key}: {PlainNumber.Text(r.Value)}")),
        _ => "",
    };
}
