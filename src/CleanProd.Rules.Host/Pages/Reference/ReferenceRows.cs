using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Limits;
using CleanProd.Rules.Host.Pages.Shell;

namespace CleanProd.Rules.Host.Pages.Reference;

/// <summary>A row of a reference table as it is shown.</summary>
/// <param name="Cells">Its cells.</param>
/// <param name="From">First day in force; null where it has none.</param>
/// <param name="To">Last day in force; null while it is.</param>
/// <param name="Standard">The standard it belongs to; null where it belongs to none.</param>
internal sealed record ReferenceRow(IReadOnlyList<string> Cells, DateOnly? From = null, DateOnly? To = null, string? Standard = null)
{
    /// <summary>Whether each word that is looked for stands in a cell.</summary>
    internal bool Fits(string? wanted) => wanted is null
        || wanted.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(w => Cells.Any(c => c.Contains(w, StringComparison.OrdinalIgnoreCase) || c.Replace(" ", "", StringComparison.Ordinal).Contains(w, StringComparison.OrdinalIgnoreCase)));
}

/// <summary>The reference tables as rows of cells. It shows what the tables hold and reckons nothing.</summary>
internal sealed class ReferenceRows(ReferenceData data, Func<Wording, object?[], string> say)
{
    /// <summary>Headings of a table.</summary>
    internal (Wording Text, bool IsNumber)[] Headings(string table) => table switch
    {
        "limits" => Of(ReferenceTexts.Standard, ReferenceTexts.Scope, ReferenceTexts.Pollutant, (ReferenceTexts.Limit, true), ReferenceTexts.Unit, ReferenceTexts.From, ReferenceTexts.To, ReferenceTexts.Clause, ReferenceTexts.Basis, ReferenceTexts.Source),
        "standards" => Of(ReferenceTexts.Standard, ReferenceTexts.Name, ReferenceTexts.Medium, ReferenceTexts.From, ReferenceTexts.To, ReferenceTexts.SupersededBy, ReferenceTexts.AtHand, ReferenceTexts.Note),
        "energy" => Of(ReferenceTexts.Standard, ReferenceTexts.Product, ReferenceTexts.Metric, ReferenceTexts.Grade, (ReferenceTexts.Limit, true), ReferenceTexts.Unit, ReferenceTexts.From, ReferenceTexts.To, ReferenceTexts.Basis),
        "substances" => Of(ReferenceTexts.Name, (Wording.Same("CAS"), false), ReferenceTexts.Aliases, ReferenceTexts.Catalogue, (ReferenceTexts.Class, true), ReferenceTexts.From, ReferenceTexts.To, ReferenceTexts.Basis),
        "pollutants" => Of(ReferenceTexts.Code, ReferenceTexts.Name, ReferenceTexts.English, ReferenceTexts.Medium, ReferenceTexts.DeviceUnit, (Wording.Same("HJ 212-2005"), false)),
        "industries" => Of(ReferenceTexts.Code, ReferenceTexts.Name),
        _ => Of(ReferenceTexts.Code, ReferenceTexts.Name, ReferenceTexts.Parent),
    };

    /// <summary>Rows of a table.</summary>
    internal IEnumerable<ReferenceRow> Of(string table) => table switch
    {
        "limits" => data.Limits.Limits.Select(l => new ReferenceRow([l.Standard, l.Scope, l.Pollutant, Say(ReferenceTexts.Of(l)), l.Unit.Symbol, Day(l.From), Day(l.To), $"{l.Table} {l.Clause}".Trim(), Basis(l.Basis), l.Source.ToString()], l.From, l.To, l.Standard)),
        "standards" => data.Limits.Standards.Select(s => new ReferenceRow([s.Number, Say(s.Title), Say(ReferenceTexts.Of(s.Medium)), Day(s.From), Day(s.To), s.SupersededBy ?? "", Say(s.IsAtHand ? ReferenceTexts.Yes : ReferenceTexts.No), s.Note ?? ""], s.From, s.To, s.Number)),
        "energy" => data.EnergyLimits.Select(l => new ReferenceRow([l.Standard, l.Product, l.Metric, l.Grade, PlainNumber.Text(l.Limit), l.Unit.Symbol, Day(l.From), Day(l.To), Basis(l.Basis)], l.From, l.To, l.Standard)),
        "substances" => data.Catalogues.SelectMany(c => c.Entries.Select(e => new ReferenceRow([e.Name, string.Join(' ', e.OtherCas.Prepend(e.Cas ?? "")).Trim(), string.Join("、", e.Aliases), c.Title, e.ToxicClass is { } toxic ? PlainNumber.Text(toxic) : "", Day(e.From), Day(e.To), Basis(e.Basis)], e.From, e.To))),
        "pollutants" => data.Pollutants.All.Select(p => new ReferenceRow([p.Code.Value, p.Name, p.EnglishName, Say(ReferenceTexts.Of(p.Medium)), p.DeviceUnit, p.Code2005 ?? ""])),
        "industries" => data.Industries.All.Select(i => new ReferenceRow([i.Code, i.Name])),
        _ => data.Regions.All.Select(r => new ReferenceRow([r.Code, r.Name, r.Parent is { Length: > 0 } parent ? data.Regions.Find(parent)?.Name ?? parent : ""])),
    };

    private string Say(Wording text) => say(text, []);

    private string Basis(string basis) => Say(ReferenceTexts.OfBasis(basis));

    private static string Day(DateOnly? day) => day is { } known ? DayWords.Iso(known) : "";

    private static (Wording, bool)[] Of(params object[] headings) => [.. headings.Select(h => h is Wording text ? (text, false) : ((Wording, bool))h)];
}
