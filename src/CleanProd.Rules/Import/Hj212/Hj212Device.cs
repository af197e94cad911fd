using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import.Hj212;

/// <summary>A data logger and the outlet it stands at.</summary>
/// <param name="Mn">Its number.</param>
/// <param name="Facility">The facility.</param>
/// <param name="Outlet">The outlet.</param>
/// <param name="Modbus">Whether it computes the Modbus check sum, and is known to.</param>
/// <param name="Source">Where the data set says so.</param>
internal sealed record Hj212Device(string Mn, FacilityId Facility, OutletId Outlet, bool Modbus, SourceRef Source);
