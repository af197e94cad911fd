namespace CleanProd.Rules.Storage.People;

/// <summary>What a person is to the system (the public needs no account).</summary>
public enum Role
{
    /// <summary>Runs the system: people, schedules, maps, templates, backup. Decides nothing about enterprises.</summary>
    Admin,

    /// <summary>Bureau officer: imports, screens, reviews, proposes, keeps cases.</summary>
    Officer,

    /// <summary>Approver: verifies at city level, fixes and publishes at province level.</summary>
    Approver,

    /// <summary>Co-signer of the second department: signs or refuses its part of a list.</summary>
    Cosigner,

    /// <summary>Writes rule packs.</summary>
    PolicyAuthor,

    /// <summary>Releases rule packs that somebody else wrote.</summary>
    PolicyReleaser,

    /// <summary>One enterprise, about itself.</summary>
    Enterprise,

    /// <summary>A monitoring platform that pushes data.</summary>
    Platform,
}
