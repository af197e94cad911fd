using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Lists;
using static CleanProd.Rules.Tests.Lists.InventedProvince;

namespace CleanProd.Rules.Tests.Lists;

public class CandidateListTests
{
    [Fact]
    public void An_enterprise_with_several_grounds_stands_once_in_each_class_with_all_its_reasons()
    {
        var plating = List.Classes.Where(c => c.Entries.Any(e => e.Determination.Facility.Id.Value == PlatingWorks)).ToArray();
        Assert.Equal(["double_over", "toxic"], plating.Select(c => c.Class.Id));
        Assert.All(plating, c => Assert.Equal(2, c.Entries.Single(e => e.Determination.Facility.Id.Value == PlatingWorks).Reasons.Count));
        Assert.Equal("G3", plating[1].Entries[0].Reasons[0].Ground);
    }

    [Fact]
    public void Over_the_standard_and_over_the_total_are_one_class_and_one_entry()
    {
        var paper = List.Classes.Single(c => c.Class.Id == "double_over").Entries.Where(e => e.Determination.Facility.Id.Value == PaperMill);
        Assert.Equal(["G1a", "G1b"], Assert.Single(paper).Reasons.Select(r => r.Ground!));
    }

    [Fact]
    public void The_facts_name_outlet_pollutant_value_limit_times_over_day_and_row_and_stop_after_three()
    {
        var facts = Entry(PaperMill).FactText;
        Assert.Contains("DW001 化学需氧量：132 mg/L，限值 90 mg/L，超出 0.47 倍，DB44/26-2001 第二时段一级（2024年3月4日，measurements.csv 第 12 行）", facts.Zh, StringComparison.Ordinal);
        Assert.Contains("等5项", facts.Zh, StringComparison.Ordinal);
        Assert.DoesNotContain("98.5", facts.Zh, StringComparison.Ordinal);
        Assert.Contains("12.6 t，总量控制指标 12 t", facts.Zh, StringComparison.Ordinal);
        Assert.Contains("132 mg/L, limit 90 mg/L, 1.47 times the limit", facts.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Ph_is_never_told_in_times_over()
    {
        var ph = new Evidence(new("measurements.csv", null, 9)) { OutletId = "DW001", Pollutant = "w01001", Name = "pH值", Value = MeasuredValue.Of(9.6m), Limit = 9m, Ratio = 1.0666666666m };
        Assert.Equal("DW001 pH值：9.6，限值 9", EvidenceWords.Fact(ph, "G1a").Zh);
    }

    [Theory]
    [InlineData("1866.6666666666666666666666667", "6", "311.1111 kgce/t，能耗限额 300 kgce/t，超出 0.04 倍")]
    [InlineData("1800.0000000006", "6", "300.0000000001 kgce/t，能耗限额 300 kgce/t")]
    public void A_quotient_without_end_is_cut_for_people_but_never_onto_its_limit(string energy, string output, string expected)
    {
        var value = decimal.Parse(energy, System.Globalization.CultureInfo.InvariantCulture) / decimal.Parse(output, System.Globalization.CultureInfo.InvariantCulture);
        var words = EvidenceWords.Fact(new Evidence(new("energy.csv", null, 2)) { Name = "熟料", Value = MeasuredValue.Of(value), Limit = 300m, Unit = "kgce/t", Ratio = value / 300m }, "G2");
        Assert.StartsWith("熟料：" + expected, words.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void The_reason_is_the_sentence_with_its_clause() =>
        Assert.StartsWith("1. 污染物排放超过国家或者地方规定的排放标准（《清洁生产审核办法》第八条第一项）", Entry(PaperMill).ReasonText.Zh, StringComparison.Ordinal);

    [Fact]
    public void A_ground_of_a_listed_enterprise_that_is_still_open_is_a_remark() =>
        Assert.Equal("另有未定事由：高耗能（数据不足）", Entry(PaperMill).Remark.Zh);

    [Fact]
    public void An_undetermined_enterprise_shows_every_open_rule_with_who_could_supply_what()
    {
        Assert.All(List.Undetermined, u => Assert.Equal(Dyer, u.Determination.Facility.Id.Value));
        Assert.Equal(["G1a", "G1b", "G3"], List.Undetermined.Select(u => u.Rule.Ground!));
        Assert.Equal("企业自行监测、生态环境监测站", List.Undetermined[0].Missing[0].Supplier.Zh);
    }

    [Fact]
    public void Near_threshold_holds_both_sides_of_the_line_and_the_largest_ratio_comes_first() =>
        Assert.Equal([(1.05m, PaperMill), (0.999m, "914408007000000042"), (0.93m, CementWorks)], List.NearThreshold.Select(n => (n.Margin.Ratio, n.Determination.Facility.Id.Value)));

    [Theory]
    [InlineData(Outcome.NotTriggered, "0.79999", false)]
    [InlineData(Outcome.NotTriggered, "0.8", true)]
    [InlineData(Outcome.NotTriggered, "1", true)]
    [InlineData(Outcome.Triggered, "1.1", true)]
    [InlineData(Outcome.Triggered, "1.10001", false)]
    [InlineData(Outcome.Triggered, "0.95", true)]
    [InlineData(Outcome.Undetermined, "1", false)]
    public void Near_begins_at_80_percent_and_ends_at_110(Outcome outcome, string ratio, bool near) =>
        Assert.Equal(near, NearThreshold.IsNear(new("r", outcome) { Margin = new(decimal.Parse(ratio, System.Globalization.CultureInfo.InvariantCulture), "", null, null, null) }));

    [Fact]
    public void A_condition_that_triggers_below_its_threshold_is_near_only_within_a_tenth()
    {
        Assert.False(NearThreshold.IsNear(Uptime(100m)));
        Assert.True(NearThreshold.IsNear(Uptime(99m)));

        static RuleDetermination Uptime(decimal percent) => new("uptime_below_90", Outcome.NotTriggered)
        {
            Margin = new(90m / percent, "indicators.Value(uptime) < 90", null, PlainNumber.Text(percent), "90"),
        };
    }

    [Fact]
    public void A_failed_rule_keeps_the_enterprise_out_of_the_classes_and_among_the_errors()
    {
        var failed = Of(Facility("X", "出错厂", null, null, null), Exceeds(), new RuleDetermination("G2", Outcome.Error) { Ground = "G2", Missing = ["除数为零"] });
        var list = CandidateList.Of([failed], Reference, Heading);
        Assert.Equal("G2", Assert.Single(list.Errors).Rule.Rule);
        Assert.All(list.Classes, c => Assert.Empty(c.Entries));
    }

    [Fact]
    public void A_regime_without_grounds_has_a_class_per_rule_even_when_it_is_empty()
    {
        var spills = Of(Facility("SO1", "Overflow", null, null, null), new RuleDetermination("spills_over_60", Outcome.Triggered), new RuleDetermination("uptime_below_90", Outcome.NotTriggered));
        var list = CandidateList.Of([spills], new ReferenceData(), Heading);
        Assert.Equal([("spills_over_60", 1), ("uptime_below_90", 0)], list.Classes.Select(c => (c.Class.Id, c.Entries.Count)));
    }

    [Fact]
    public void The_list_does_not_depend_on_the_order_of_the_determinations()
    {
        var reversed = CandidateList.Of(Decided.Reverse().ToArray(), Reference, Heading);
        Assert.Equal(Ids(List), Ids(reversed));
        Assert.Equal(List.Statistics.ByRegion.Select(l => (l.Label, l.Listed, l.ShareOfListed)), reversed.Statistics.ByRegion.Select(l => (l.Label, l.Listed, l.ShareOfListed)));

        static IEnumerable<string> Ids(CandidateList list) => list.Determinations.Select(d => d.Facility.Id.Value);
    }

    [Fact]
    public void The_lead_department_follows_the_class()
    {
        Assert.Equal("节能主管部门", Heading.MakersOf(["G2"]).Zh);
        Assert.Equal("生态环境主管部门", Heading.MakersOf(["G1a", "G1b"]).Zh);
        Assert.Equal("", Heading.MakersOf(["spills_over_60"]).Zh);
    }

    private static CandidateEntry Entry(string id) => List.Classes.SelectMany(c => c.Entries).First(e => e.Determination.Facility.Id.Value == id);
}
