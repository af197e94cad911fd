using CleanProd.Rules.Notices;
using static CleanProd.Rules.Tests.Lists.InventedProvince;

namespace CleanProd.Rules.Tests.Notices;

public class NoticeTermsReaderTests
{
    private const string National =
        """
        {"legalBasis":[{"zh":"法第二十七条","en":"Law Art. 27","basis":"sourced"}],
         "duties":[{"id":"start","period":{"months":2},"anchor":"publication","zh":"启动审核","en":"Start","citation":{"zh":"办法第十二条","en":"Art. 12"},"grounds":["G1a","G3"]},
                   {"id":"file_plan","period":{"workingDays":45},"anchor":"publication","zh":"报送计划","en":"File a plan","citation":{"zh":"通知","en":"Notice"},"grounds":["G1a"],"from":"2026-01-01"}],
         "consequences":[{"zh":"责令改正","en":"Order to correct","citation":{"zh":"法第三十九条","en":"Law Art. 39"}},{"zh":"责令公布","en":"Order to publish","grounds":["G2"]}],
         "remedies":[{"zh":"可以提出书面意见。","en":"May object."}],
         "makers":[{"grounds":["G1a","G1b","G3"],"zh":"生态环境主管部门","en":"Environment"},{"grounds":["G2"],"zh":"节能主管部门","en":"Energy","joint":true}]}
        """;

    private const string Overlay =
        """
        {"legalBasis":[{"zh":"滚动安排","en":"Roll-over"}],"duties":[],"consequences":[],"remedies":[{"zh":"可以提出书面意见。","en":"May object."}],
         "makers":[{"grounds":["R1"],"zh":"原主管部门","en":"Former"}]}
        """;

    [Fact]
    public void A_section_is_read_with_its_periods_anchors_citations_and_dates()
    {
        var terms = NoticeTermsReader.Read(National);
        Assert.Equal((new NoticePeriod(Months: 2), "publication", "办法第十二条"), (terms.Duties[0].Period, terms.Duties[0].Anchor, terms.Duties[0].Citation.Zh));
        Assert.Equal((new NoticePeriod(WorkingDays: 45), new DateOnly(2026, 1, 1)), (terms.Duties[1].Period, terms.Duties[1].From!.Value));
        Assert.Equal("责令改正（法第三十九条）。", terms.Consequences[0].Sentence.Zh);
        Assert.Equal(["G2"], terms.Consequences[1].Grounds);
        Assert.Equal(["G1a", "G1b", "G3", "G2"], terms.LegalBasis[0].Grounds);
    }

    [Fact]
    public void A_notice_under_two_packs_says_only_what_concerns_its_grounds()
    {
        var terms = NoticeTerms.Of([NoticeTermsReader.Read(National), NoticeTermsReader.Read(Overlay)]);
        var notice = NoticeDraft.Of(Decided.Single(d => d.Facility.Id.Value == PlatingWorks), Heading, terms, new NoticeOffice());
        Assert.Equal(["法第二十七条。"], notice.LegalBasis.Select(l => l.Zh));
        Assert.Equal(["责令改正（法第三十九条）。"], notice.Consequences.Select(c => c.Zh));
        Assert.Equal(["可以提出书面意见。"], notice.Remedies.Select(r => r.Zh));
        Assert.Equal(["启动审核"], notice.Duties.Select(d => d.Duty.Zh));
        Assert.Equal("生态环境主管部门", notice.Lead.Zh);
    }

    [Theory]
    [InlineData("{}", "makers")]
    [InlineData("[", "cannot be read")]
    [InlineData("""{"makers":[{"grounds":["G1a"],"zh":"甲"}]}""", "'en'")]
    public void A_section_of_another_form_is_refused_with_what_it_lacks(string json, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => NoticeTermsReader.Read(json)).Message, StringComparison.Ordinal);
}
