using CleanProd.Rules.Lists;
using CleanProd.Rules.Notices;
using static CleanProd.Rules.Tests.Lists.InventedProvince;
using static CleanProd.Rules.Tests.Notices.InventedTerms;

namespace CleanProd.Rules.Tests.Notices;

public class NoticeDraftTests
{
    [Fact]
    public void A_draft_has_no_number_and_says_that_the_list_is_not_published()
    {
        var draft = DraftOf(PaperMill);
        Assert.True(draft.IsDraft);
        Assert.Equal("（拟稿，未编号）", draft.Number.Zh);
        Assert.Equal("待公布", draft.Published.Zh);
        Assert.Equal("自名单公布之日起一个月内", draft.Duties[0].Due.Zh);
        Assert.Equal("××××（发文机关）", draft.Organ.Zh);
        Assert.Equal("生态环境主管部门", draft.Lead.Zh);
    }

    [Fact]
    public void Duties_are_those_of_the_grounds_that_listed_the_enterprise()
    {
        Assert.Equal(4, DraftOf(PlatingWorks).Duties.Count);
        Assert.Equal("自上一次审核完成之日起五年内", DraftOf(PlatingWorks).Duties[3].Due.Zh);
        Assert.Equal(["启动清洁生产审核", "完成本轮审核并将审核报告报送县级以上主管部门"], DraftOf(CementWorks).Duties.Select(d => d.Duty.Zh));
    }

    [Fact]
    public void Once_the_list_is_published_duties_have_their_dates_over_the_holidays()
    {
        var office = new NoticeOffice
        {
            Number = "粤环函〔2024〕8号", PublishedOn = new DateOnly(2024, 12, 31),
            Calendar = new([new(2025, 1, 1), new(2025, 1, 31), new(2025, 2, 3), new(2025, 2, 4)], []),
        };
        var notice = NoticeDraft.Of(Decided[0], Heading, Terms, office);
        Assert.False(notice.IsDraft);
        Assert.Equal("2025年2月5日前（含当日；自名单公布之日起一个月内）", notice.Duties[0].Due.Zh);
        Assert.Equal("2025年2月28日前（含当日；自名单公布之日起两个月内）", notice.Duties[1].Due.Zh);
        Assert.Equal("2025年12月31日前（含当日；自名单公布之日起一年内）", notice.Duties[2].Due.Zh);
    }

    [Fact]
    public void A_number_without_a_published_list_is_still_a_draft() => Assert.True(new NoticeOffice { Number = "1号" }.IsDraft);

    [Fact]
    public void Reasons_carry_clause_and_facts_the_most_telling_first()
    {
        var reasons = DraftOf(PaperMill).Reasons;
        Assert.Equal(["《清洁生产审核办法》第八条第一项", "《清洁生产审核办法》第八条第一项"], reasons.Select(r => r.Citation.Zh));
        Assert.Equal(["132 mg/L", "110 mg/L", "101 mg/L", "98.5 mg/L", "91 mg/L"], reasons[0].Facts.Select(f => f.Value));
        Assert.Equal(("DW001", "化学需氧量", "2024-03-04", "90 mg/L", "1.47", "DB44/26-2001 第二时段一级"),
            (reasons[0].Facts[0].Outlet, reasons[0].Facts[0].Subject, reasons[0].Facts[0].At, reasons[0].Facts[0].Limit, reasons[0].Facts[0].Ratio, reasons[0].Facts[0].Basis));
    }

    [Fact]
    public void Nobody_who_is_not_listed_gets_a_notice() => Assert.Throws<ArgumentException>(() => DraftOf(Dyer));
}
