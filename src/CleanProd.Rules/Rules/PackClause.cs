using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Rules;

/// <summary>A clause of the instrument about whom it binds.</summary>
/// <param name="Clause">Article, paragraph, item.</param>
/// <param name="Rules">Names of the rules that judge it.</param>
/// <param name="NotJudged">Why none does; null where rules do.</param>
/// <param name="Position">Where it stands in the file.</param>
public sealed record PackClause(Wording Clause, IReadOnlyList<string> Rules, Wording? NotJudged, TextPosition Position);

/// <summary>A small mistake in a rule that no case can notice, or a test that none can see both ways, with the reason.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Part">Which of its conditions.</param>
/// <param name="Mutant">The mistake in English words, or the test.</param>
/// <param name="Reason">Why no case can notice it.</param>
/// <param name="Position">Where it stands in the file.</param>
public sealed record ExplainedMutant(string Rule, string Part, string Mutant, Wording Reason, TextPosition Position);

/// <summary>A finding of the analysis that is no mistake, with the reason.</summary>
/// <param name="Code">Code of the finding.</param>
/// <param name="At">A part of its English words; empty for all of that code.</param>
/// <param name="Reason">Why it is no mistake.</param>
/// <param name="Position">Where it stands in the file.</param>
public sealed record AcceptedFinding(string Code, string At, Wording Reason, TextPosition Position);
