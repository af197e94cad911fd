using System.Text.Json.Serialization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;

namespace CleanProd.Rules.Cases;

/// <summary>Who acts in a case: an officer or the enterprise.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(OfficerActor), "officer")]
[JsonDerivedType(typeof(EnterpriseActor), "enterprise")]
public abstract record Actor;

/// <summary>An officer, or the program itself (<see cref="Officer.System"/>).</summary>
/// <param name="Officer">Who.</param>
public sealed record OfficerActor(Officer Officer) : Actor;

/// <summary>Somebody of the enterprise.</summary>
/// <param name="Id">Account.</param>
/// <param name="Name">Name shown, as it was then.</param>
/// <param name="Facility">The enterprise acted for.</param>
public sealed record EnterpriseActor(string Id, string Name, FacilityId Facility) : Actor;
