using CleanProd.Rules.Determinations.Proving;

namespace CleanProd.Rules.Host.Rules;

/// <summary>Proposed cases for reading.</summary>
internal static class BoundariesInWords
{
    private static readonly string[] Sides = ["略低于 just under", "等于 on", "略高于 just over"];

    internal static void Print(IReadOnlyList<Boundary> boundaries, TextWriter to)
    {
        foreach (var boundary in boundaries)
        {
            to.WriteLine($"{boundary.Rule}/{boundary.Part}  {boundary.Threshold}");
            foreach (var proposed in boundary.Cases)
            {
                to.WriteLine($"    {Sides[proposed.Side + 1]}: {proposed.Outcome}");
                foreach (var (table, cells) in proposed.Case.Rows.Where(r => r.Table is not ("facilities" or "outlets")).Take(6))
                    to.WriteLine($"        {table}: {string.Join(", ", cells.Where(c => c.Key is not ("facility_id" or "outlet_id")).Select(c => $"{c.Key} {c.Value}"))}");
            }

            if (boundary.Cases.Count == 0) to.WriteLine("    没有案例单独判断它，无法生成。 No case of the pack asks it of a single item: nothing could be made.");
        }
    }
}
