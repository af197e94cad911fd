namespace CleanProd.Rules.Mutants;

/// <summary>What became of a change.</summary>
internal enum Verdict
{
    /// <summary>A test failed.</summary>
    Noticed,

    /// <summary>The process died of it.</summary>
    Crashed,

    /// <summary>The tests did not come to an end.</summary>
    TooLong,

    /// <summary>Every test that passes its place passed.</summary>
    Survived,

    /// <summary>No test passes its place.</summary>
    NotPassed,
}
