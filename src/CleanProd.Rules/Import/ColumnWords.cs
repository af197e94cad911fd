using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import;

/// <summary>The words that a column takes, for forms that offer them.</summary>
public static class ColumnWords
{
    /// <summary>The English word that files bear and the Chinese one; none for a column that takes anything.</summary>
    public static IReadOnlyList<Wording> Of(FactColumn column) => column.Name switch
    {
        "medium" => Split(FactWords.Media.Listed),
        "discharge" => Split(FactWords.Discharges.Listed),
        "window" => Split(FactWords.Windows.Listed),
        "origin" => Split(FactWords.Origins.Listed),
        "status" => Split(FactWords.Statuses.Listed),
        "method" => Split(FactWords.Methods.Listed),
        "role" => Split(FactWords.Roles.Listed),
        "kind" => Split(FactWords.Audits.Listed),
        "crc" => Split(FactWords.Checks.Listed),
        _ => [],
    };

    private static Wording[] Split(string listed) => [.. listed.Split(", ").Select(w => w.Split('/')).Select(w => new Wording(w[^1], w[0]))];
}
