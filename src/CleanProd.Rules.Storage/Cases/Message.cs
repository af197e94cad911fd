using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Storage.Cases;

/// <summary>What a message is about.</summary>
public enum MessageKind
{
    /// <summary>A last day comes, is here or has passed.</summary>
    Reminder,

    /// <summary>A case was opened or changed by a publication.</summary>
    Listing,

    /// <summary>An objection was filed or answered.</summary>
    Objection,

    /// <summary>A certificate of the voluntary track runs out.</summary>
    Certificate,
}

/// <summary>
/// Something people have to be told about an enterprise: the enterprise itself and every officer whose jurisdiction holds it. Each
/// person reads it for himself.
/// </summary>
/// <param name="Id">Its number.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Day">The day it falls on.</param>
/// <param name="At">When it was made.</param>
/// <param name="Facility">The enterprise.</param>
/// <param name="Name">Its name.</param>
/// <param name="Region">Where it lies.</param>
/// <param name="Subject">What it concerns, as kind and number: <c>case/17</c>.</param>
/// <param name="Text">What to tell.</param>
/// <param name="DueOn">The last day it reminds of; null for others.</param>
/// <param name="ReadAt">When the asking account read it; null when it has not.</param>
public sealed record Message(
    long Id, MessageKind Kind, DateOnly Day, DateTimeOffset At, FacilityId Facility, string Name, RegionCode Region, string Subject, Wording Text, DateOnly? DueOn,
    DateTimeOffset? ReadAt);
