using CleanProd.Rules.Cases;
using CleanProd.Rules.Lists;

namespace CleanProd.Rules.Storage.Cases;

/// <summary>What somebody wants to do.</summary>
/// <param name="Version">The version that was on screen.</param>
/// <param name="By">Who.</param>
/// <param name="On">Day of the act itself.</param>
/// <param name="Reason">Why; empty where no reason is asked for.</param>
/// <param name="Document">What proves it; null where no proof is asked for.</param>
public sealed record WantedAct(int Version, Actor By, DateOnly On, string Reason = "", DocumentRef? Document = null);
