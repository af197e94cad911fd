using CleanProd.Rules.Facts;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Lists.Review;

/// <summary>
/// Who makes a list under the instruments that decide: the <c>procedure</c> sections of their packs (2004 Measures Arts 8–9; 2016
/// Measures Arts 9–10). Regimes that say nothing get <see cref="ProcedurePart.Plain"/>.
/// </summary>
/// <param name="Parts">One for each set of grounds, in the order of the packs.</param>
/// <param name="Polluters">The publication of polluters beside the audit list (Law 2002 Art. 17); null where the law knows none.</param>
public sealed record ListProcedure(IReadOnlyList<ProcedurePart> Parts, PollutersPublication? Polluters)
{
    /// <summary>The procedure of a regime that names nobody.</summary>
    public static readonly ListProcedure Plain = new([], null);

    /// <summary>The procedure of the packs that decide together, the national one first.</summary>
    /// <exception cref="FormatException">A section cannot be read.</exception>
    public static ListProcedure Of(IEnumerable<RulePack> packs)
    {
        var sections = packs.Select(p => p.ProcedureJson).OfType<string>().Select(ListProcedureReader.Read).ToArray();
        return new([.. sections.SelectMany(s => s.Parts)], sections.Select(s => s.Polluters).FirstOrDefault(p => p is not null));
    }

    /// <summary>
    /// The part that orders entries of a class: that of the first of their grounds that has one; in the publication of polluters its
    /// makers in place of the part's.
    /// </summary>
    public ProcedurePart PartOf(string classId, IEnumerable<string> grounds)
    {
        var part = grounds.Select(g => Parts.FirstOrDefault(p => p.Grounds.Contains(g, StringComparer.Ordinal))).FirstOrDefault(p => p is not null) ?? ProcedurePart.Plain;
        return classId == ListClass.Polluters.Id && Polluters is { } polluters
            ? part with { Lead = polluters.Lead, Signatures = polluters.Signatures, Citation = polluters.Citation, Basis = polluters.Basis }
            : part;
    }

    /// <summary>
    /// The departments whose signature a class of a list needs: every one that has a say in it and is not the publisher (2004 Measures
    /// Art. 8: the toxic ground is determined jointly).
    /// </summary>
    public IReadOnlyList<Department> SignaturesOf(string classId, IEnumerable<string> grounds, Department publisher) =>
    [
        .. grounds.Select(g => PartOf(classId, [g])).SelectMany(p => p.Signatures.Prepend(p.Lead)).Where(d => d != publisher).Distinct().Order(),
    ];
}

/// <summary>How the enterprises of some grounds come onto the list.</summary>
/// <param name="Grounds">The grounds.</param>
/// <param name="Lead">The side that proposes, verifies and fixes.</param>
/// <param name="Propose">Lowest level that proposes.</param>
/// <param name="Verify">Lowest level that verifies.</param>
/// <param name="Fix">Lowest level that fixes.</param>
/// <param name="Signatures">Sides that determine or publish jointly.</param>
/// <param name="Citation">Clause that orders it.</param>
/// <param name="Basis"><c>sourced</c>, <c>recalled</c> or <c>derived</c>.</param>
public sealed record ProcedurePart(
    IReadOnlyList<string> Grounds, Department Lead, AdministrativeLevel Propose, AdministrativeLevel Verify, AdministrativeLevel Fix,
    IReadOnlyList<Department> Signatures, Wording Citation, string Basis)
{
    /// <summary>County proposes, city verifies, province fixes, all of the environmental side; nobody else signs.</summary>
    public static readonly ProcedurePart Plain = new(
        [], Department.Environment, AdministrativeLevel.County, AdministrativeLevel.City, AdministrativeLevel.Province, [], Wording.None, "derived");

    /// <summary>The lowest level that takes a step.</summary>
    public AdministrativeLevel LevelOf(ReviewStep step) => step switch
    {
        ReviewStep.Propose => Propose,
        ReviewStep.Verify => Verify,
        _ => Fix,
    };
}

/// <summary>A step of the chain: each is taken by another account.</summary>
public enum ReviewStep
{
    /// <summary>提出: the county proposes.</summary>
    Propose,

    /// <summary>审核: the city verifies.</summary>
    Verify,

    /// <summary>核定: the province fixes.</summary>
    Fix,
}

/// <summary>The publication of polluters over a standard, a quota or a control target (Law 2002 Art. 17; Law 2012 Art. 17 para. 1).</summary>
/// <param name="Grounds">Grounds that put an enterprise on it.</param>
/// <param name="Lead">Who publishes.</param>
/// <param name="Signatures">Who publishes jointly.</param>
/// <param name="Citation">Clause that allows it.</param>
/// <param name="Basis"><c>sourced</c>, <c>recalled</c> or <c>derived</c>.</param>
public sealed record PollutersPublication(
    IReadOnlyList<string> Grounds, Department Lead, IReadOnlyList<Department> Signatures, Wording Citation, string Basis);
