using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import;

/// <summary>Reads the identities of facilities and outlets, the same way in every table.</summary>
internal sealed class Identities(RowCells cells)
{
    private readonly Dictionary<string, FacilityId> _facilities = new(StringComparer.Ordinal);
    private readonly HashSet<string> _checked = new(StringComparer.Ordinal);

    /// <summary>
    /// The facility of the row. Outer space is taken off; a text that is a right credit code but for width and case is that code; every
    /// other string is a foreign identity, kept as it is.
    /// </summary>
    internal FacilityId? Facility()
    {
        if (cells.Raw("facility_id") is not { } raw || CellText.Clean(raw) is not { } clean)
        {
            cells.Required("facility_id");
            return null;
        }

        if (!_facilities.TryGetValue(raw, out var id)) _facilities[raw] = id = Canonical(clean);
        if (IsPlaceholder(clean))
        {
            cells.Refuse("identity_placeholder", "facility_id", clean);
            return null;
        }

        if (clean.Length != raw.Length) cells.SayOnce("outer_space", "facility_id", raw, clean);
        if (id.Value != clean) cells.SayOnce("identity_normalised", "facility_id", raw, id.Value);
        Check(id.Value, cells.Source, cells.Heading("facility_id"));
        return id;
    }

    /// <summary>The outlet of the row.</summary>
    internal OutletId Outlet()
    {
        var clean = cells.Required("outlet_id");
        if (clean.Length > 0 && cells.Raw("outlet_id") is { } raw && raw.Length != clean.Length)
            cells.SayOnce("outer_space", "outlet_id", raw, clean);
        return new OutletId(clean);
    }

    // An identity that looks like a credit code is checked once.
    private void Check(string id, SourceRef source, string? heading)
    {
        if (id.Length != 18 || !CreditCode.LooksLikeOne(id) || !_checked.Add(id)) return;
        var fault = CreditCode.Check(id);
        if (fault is CreditCodeFault.CheckCharacter or CreditCodeFault.OrganisationCode)
            cells.Log.Add("credit_code_check_digit", source, heading, id, id, CreditCodes.Explain(id, fault));
        else if (fault == CreditCodeFault.Form)
            cells.Log.Add("credit_code_form", source, heading, id, id);
    }

    /// <summary>Whether an identity only fills the cell.</summary>
    internal static bool IsPlaceholder(string clean) => clean is "0" or "-" or "--" or "—" or "/" or "无";

    /// <summary>The facility of a text without outer space.</summary>
    internal static FacilityId Canonical(string clean)
    {
        var normalized = CreditCode.Normalize(clean);
        return new(normalized != clean && CreditCode.Check(normalized) == CreditCodeFault.None ? normalized : clean);
    }
}
