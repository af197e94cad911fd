using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Tests.Facts;

/// <summary>Which headings a table cannot be read without, and which of them may be blank.</summary>
public class FactVocabularyTests
{
    [Theory]
    [InlineData("facilities", "facility_id name")]
    [InlineData("outlets", "facility_id outlet_id medium")]
    [InlineData("measurements", "facility_id outlet_id pollutant at window value? unit")]
    [InlineData("monitoring_summaries", "facility_id outlet_id pollutant year unit exceedance_count?")]
    [InlineData("permit_limits", "facility_id outlet_id pollutant unit from")]
    [InlineData("discharges", "facility_id pollutant from to quantity? unit")]
    [InlineData("quotas", "facility_id pollutant from quantity? unit")]
    [InlineData("substances", "facility_id year substance role")]
    [InlineData("energy", "facility_id year product output? output_unit energy? energy_unit")]
    [InlineData("audits", "facility_id kind")]
    [InlineData("indicators", "facility_id indicator year value?")]
    [InlineData("discretion", "facility_id topic value decided_by decided_on reason")]
    public void A_table_has_headings_that_must_be_there(string name, string required)
    {
        var table = FactTables.Find(name)!;
        Assert.Equal(required, string.Join(' ', table.Columns.Where(c => c.Required).Select(c => c.MayBeBlank ? c.Name + "?" : c.Name)));
        Assert.All(table.Columns.Where(c => !c.Required), c => Assert.False(c.MayBeBlank));
        Assert.Equal(Enumerable.Range(0, table.Columns.Count), table.Columns.Select(c => table.Ordinal(c.Name)));
        Assert.Equal((-1, -1, name), (table.Ordinal("colour"), table.Ordinal(table.Columns[0].Name.ToUpperInvariant()), table.ToString()));
    }

    [Fact]
    public void Devices_are_no_facts()
    {
        Assert.Null(FactTables.Find("devices"));
        Assert.Equal("mn facility_id outlet_id", string.Join(' ', FactTables.Devices.Columns.Where(c => c.Required).Select(c => c.Name)));
        Assert.Equal(12, FactTables.All.Count);
    }

    [Theory]
    [InlineData("none", true)]
    [InlineData("None", true)]
    [InlineData("无", true)]
    [InlineData("无水乙醇", false)]
    [InlineData("", false)]
    public void A_substance_may_declare_that_there_is_none(string substance, bool none) => Assert.Equal(none, new SubstanceRecord(new("A"), 2024, substance, SubstanceRole.Used, TestFacts.Source).DeclaresNone);

    [Fact]
    public void A_facility_that_only_other_tables_name_describes_nothing()
    {
        FacilityRecord mention = new(new("A"), "A", TestFacts.Source);
        Assert.True(mention.IsMention);
        Assert.True((mention with { Status = FacilityStatus.Operating }).IsMention);
        Assert.False((mention with { Status = FacilityStatus.Suspended }).IsMention);
        Assert.False((mention with { Status = FacilityStatus.Closed }).IsMention);
        Assert.False((mention with { Name = "甲厂" }).IsMention);
        Assert.False((mention with { Region = "440100" }).IsMention);
        Assert.False((mention with { KeySource = false }).IsMention);
    }

    [Theory]
    [InlineData("NULL", CreditCodeFault.Placeholder)]
    [InlineData("N/A", CreditCodeFault.Placeholder)]
    [InlineData("NA", CreditCodeFault.Placeholder)]
    [InlineData("无", CreditCodeFault.Placeholder)]
    [InlineData("-/._*\\", CreditCodeFault.Placeholder)]
    [InlineData("0NA0", CreditCodeFault.Placeholder)]
    [InlineData("N", CreditCodeFault.Form)]
    [InlineData("9134011AMA2RAD3M4R", CreditCodeFault.Form)]
    [InlineData("91A40111MA2RAD3M4R", CreditCodeFault.Form)]
    [InlineData("9A340111MA2RAD3M4R", CreditCodeFault.CheckCharacter)]
    [InlineData("91340111MA2RAD3M4RR", CreditCodeFault.Form)]
    public void What_is_no_credit_code(string text, CreditCodeFault fault) => Assert.Equal(fault, CreditCode.Check(text));

    [Theory]
    [InlineData("91340111MA2RAD3M4R", true)]
    [InlineData("91340111MA2RAD3M4", false)]
    [InlineData("91340111MA2RAD3M4RR", false)]
    [InlineData("91340111MA2RAD3M4-", false)]
    [InlineData("91340111MA2RAD3M4甲", false)]
    public void What_looks_like_one(string text, bool expected) => Assert.Equal(expected, CreditCode.LooksLikeOne(text));

    [Fact]
    public void Invisible_characters_are_no_part_of_a_code() => Assert.Equal("AB1!~", CreditCode.Normalize("\u200ba\u200c\u200d\u2060Ｂ\ufeff１\u3000！～ "));

    [Fact]
    public void A_check_character_follows_from_the_first_seventeen()
    {
        foreach (var code in (string[])["91350100M000100Y43", "9144030071526726XG", "914403001922038216", "91330100799655058B"]) Assert.Equal(code[17], CreditCode.CheckCharacter(code[..17]));
    }
}
