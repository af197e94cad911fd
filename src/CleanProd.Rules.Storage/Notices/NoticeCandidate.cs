using CleanProd.Rules.Notices;

namespace CleanProd.Rules.Storage.Notices;

/// <summary>An enterprise that is to get a notice.</summary>
/// <param name="FacilityId">Its identity.</param>
/// <param name="Name">Its name.</param>
/// <param name="Region">Division code.</param>
/// <param name="Listed">Whether it stands on the list; false for one that an amendment takes off.</param>
/// <param name="Compose">
/// What the notice says, from its kind and the number of the notice it replaces or takes back, as a draft without a number. Called again
/// when the transaction is.
/// </param>
public sealed record NoticeCandidate(string FacilityId, string Name, string Region, bool Listed, Func<NoticeKind, string?, NoticeContent> Compose);
