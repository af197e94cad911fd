using CleanProd.Rules.Lists;

namespace CleanProd.Rules.Tests.Lists;

public class MissingFactTests
{
    [Theory]
    [InlineData("monitoring", "监测数据", "企业自行监测、生态环境监测站")]
    [InlineData("discharges[化学需氧量].Discharged", "化学需氧量（实际排放量）", "企业（排污许可执行报告）")]
    [InlineData("monitoring[DW001 氨氮].LimitHigh", "DW001 氨氮：适用限值（监测数据）", "企业自行监测、生态环境监测站")]
    [InlineData("quotas", "总量控制指标", "核发排污许可证的生态环境部门")]
    [InlineData("discretion[severe_pollution]", "是否污染严重（认定）", "作出认定的主管部门")]
    [InlineData("indicators[spill_count]", "spill_count的指标", "企业、报送该指标的单位")]
    [InlineData("facility.Industry", "企业基本信息的行业代码", "企业、所在地生态环境部门")]
    [InlineData("energy[2024]", "2024年能源消耗数据", "节能主管部门、企业")]
    [InlineData("energy (energy.csv:7)", "能源消耗数据（energy.csv:7）", "节能主管部门、企业")]
    [InlineData("monitoring[DW001]", "DW001的监测数据", "企业自行监测、生态环境监测站")]
    public void A_missing_fact_is_told_in_words_with_who_could_supply_it(string text, string words, string supplier)
    {
        var fact = MissingFact.Of(text);
        Assert.Equal((words, supplier), (fact.Words.Zh, fact.Supplier.Zh));
        Assert.Equal(text, fact.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("something else")]
    [InlineData("discharges[")]
    [InlineData("monitoring]x[.")]
    [InlineData("[")]
    public void A_text_of_another_form_is_never_lost(string text) => Assert.Equal(text, MissingFact.Of(text).Text);
}
