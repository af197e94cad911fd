using CleanProd.Rules.Rules.Authoring;

namespace CleanProd.Rules.Tests.Rules.Authoring;

/// <summary>What an editor is offered at every place of a text, and what it is told of each offer: approved as a whole.</summary>
public class OfferTableTests
{
    private static readonly LanguageData Language = Read();

    private static readonly string[] Places =
    [
        // ‸ is where the cursor stands.
        "‸", " ‸", "m‸", "MON‸", "mon‸itoring.Any()", "zzz‸", "true‸", "true ‸", "not ‸", "Math‸", "Math.‸", "1‸", "1 ‸", "iif(‸", "facility‸", "facility.‸", "facility.R‸", "facility.r‸", "facility.Name.‸", "facility.Name.Con‸", "facility.Nothing.‸", "nothing.‸", ".‸", ". ‸", "p.‸", "p.Named.‸", "p.ByKey.‸", "p.Many.‸", "p.Nothing.‸", "q.Named.‸", "period.‸", "indicators.‸", "audits.‸", "discretion.‸",
        "monitoring.‸", "monitoring.Any(‸", "monitoring.Any(m‸", "monitoring.Any(m =>‸", "monitoring.Any(m => ‸", "monitoring.Any(m => m‸", "monitoring.Any(m => m.‸", "monitoring.Any(m => m.Max‸", "monitoring.Any(m => x.‸", "monitoring.Any(m => m.Max‸Ratio > 1)", "monitoring.Any(m => m.MaxRatio > 1).‸", "monitoring.Any(m => m.MaxRatio > 1) and m.‸", "monitoring.Any(m => (m.MaxRatio > 1) and m.‸", "monitoring.Any(m => m.MaxRatio > (1) and ‸",
        "monitoring.Where(m => m.MaxRatio > 1).‸", "monitoring.Where(m => (m.MaxRatio > 1)).A‸", "monitoring.Where(m => m.MaxRatio > 1).Where(n => n.‸", "monitoring.Where(m => m.MaxRatio > 1).Where(n => n.MaxRatio > 1).‸", "monitoring.Where(m => m.MaxRatio > 1).Any(n => n.Exc‸", "monitoring.Where(m => m.MaxRatio > 1).Any(n => m.‸", "nothing.Where(m => m.‸", "nothing.Where(m => true).‸", "Where(m => true).‸", "(true).‸", ").‸", "monitoring.Any(m => discharges.Any(d => ‸", "monitoring.Any(m => discharges.Any(d => d.Q‸", "monitoring.Any(m => discharges.Any(d => m.Lim‸", "monitoring.Any(m => discharges.Any(d => d.Quota > 1) and ‸", "monitoring.Any(m => discharges.Any(m => m.Q‸", "audits.Any(a => a.‸", "quotas.Count(q => q.‸", "energy.Any(e => e.Rat‸",
        // What only looks like a list that is asked, or like an item of one.
        "p or Named.‸", "monitoring and Any(m => m.‸", "monitoring.Any(m.‸", "monitoring.Any(m > ‸", "monitoring.Any(1 => ‸", "monitoring.Any, m => ‸", "monitoring.Any) m => m.‸", "monitoring.Where(\"x\".Any(m => m.‸", "monitoring.Any(m => true).Any(n => n.‸", "(true).Any(m => m.‸", ").Any(m => m.‸", "Where(m => true).Any(n => n.‸", "x.Any(m => ‸", "monitoring.Where(m => true).Any(n => ‸",
        // Inside quotes.
        "facility.Status == \"‸", "facility.Status == \"clo‸", "facility.Status != \"‸", "facility.Status > \"‸", "facility.Status == \"closed\"‸", "facility.Status == \"closed\" ‸", "facility.Name == \"‸", "facility.Nothing == \"‸", "Status == \"‸", "== \"‸", "monitoring.Any(m => m.Medium == \"‸", "monitoring.Any(m => m.Medium == \"water\" and m.Window != \"‸", "monitoring.Where(m => m.Medium == \"water\").Any(n => n.Origin == \"‸", "monitoring.Any(m => x.Medium == \"‸", "facility and Status == \"‸", "facility.\"Status\" == \"‸", "Status == \"closed\" and . == \"‸", "facility.RegionIn(\"‸", "facility.Status in (\"‸",
    ];

    private static readonly ApprovedTable Table = new("tests/CleanProd.Rules.Tests/Rules/Authoring/offers.txt", Places, p => [string.Join(" ", Language.At(p.Replace("‸", "", StringComparison.Ordinal), p.IndexOf('‸', StringComparison.Ordinal)).Select(i => i.Text))], 15);

    public static TheoryData<int> Parts => new(Table.Parts);

    [Theory]
    [MemberData(nameof(Parts))]
    public void What_is_offered_is_as_approved(int part) => Table.Check(part);

    [Fact]
    public void The_approved_places_are_these() => Table.CheckInputs();

    [Fact]
    public void What_is_told_of_every_word_is_as_approved()
    {
        var language = Read();
        var words = new ApprovedTable(
            "tests/CleanProd.Rules.Tests/Rules/Authoring/language.txt", language.Words.Select(w => w.Text).Append("others"), word => word == "others"
                ? language.Others.Select(Of)
                : language.Words.Where(w => w.Text == word).SelectMany(w => (string[])[Of(w), .. w.Members.SelectMany(m => m.Members.Select(n => "  . " + Of(n)).Prepend(". " + Of(m))), .. w.ItemMembers.Select(m => "=> " + Of(m))]), 20);
        foreach (var part in words.Parts) words.Check(part);
        words.CheckInputs();
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(99)]
    public void A_cursor_outside_the_text_stands_at_its_end_or_beginning(int offset) => Assert.Contains(Language.At("energy.", offset), i => i.Text == (offset < 0 ? "energy" : "Any"));

    [Fact]
    public void Without_a_pack_p_has_nothing_to_offer() => Assert.Empty(new LanguageData("<doc><members/></doc>").At("p.", 2));

    private static LanguageData Read() => new(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "CleanProd.Rules.xml")), WholePack.Pack);

    private static string Of(LanguageItem i) => $"{i.Text} | {i.Kind} | {i.Type} | {i.Unit} | {i.Documentation} | {i.WhenMissing} | {i.Example} | {string.Join(", ", i.Values)}";
}
